import { useNavigation, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Listeners } from './connection.client.ts'
import type { LetterTopic } from './rooms.ts'

type Changed = { room: string; topic: string }
type Letter = { room: string; topic: string; payload: unknown }
export type Present = { id: string; name: string; side: 'host' | 'guest' | null }

/** The least time between two runs of a page's loaders, in milliseconds. */
const BREATH = 250

/**
 * Runs the page's loaders again: at most once in 250 ms. Waits while loaders run or the reader is on the way somewhere: what is
 * under way would be broken off and begun again.
 */
function useReload(): () => void {
  const { revalidate, state } = useRevalidator()
  const navigation = useNavigation()
  const isUnderWay = useRef(false)
  isUnderWay.current = state !== 'idle' || navigation.state !== 'idle'
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return useCallback(() => {
    const run = () => {
      timer.current = isUnderWay.current ? setTimeout(run, BREATH) : undefined
      if (!timer.current) revalidate()
    }
    timer.current ??= setTimeout(run, BREATH)
  }, [revalidate])
}

/** Runs the page's loaders again when one of `topics` changes in `room`, and once after a reconnect. */
export function useLive(room: string, topics: readonly string[]): void {
  const reload = useReload()
  const key = topics.join(' ')
  useEffect(() => {
    const changed = (event: Changed) => {
      if (event.room === room && key.split(' ').includes(event.topic)) reload()
    }
    return following(room, { changed }, reload)
  }, [room, key, reload])
}

/** Calls `onLetter` with each letter of `topic` in `room`. After a reconnect the page's loaders run once, which heals gaps. */
export function useLetters<T>(room: string, topic: LetterTopic, onLetter: (payload: T) => void): void {
  const reload = useReload()
  const latest = useRef(onLetter)
  latest.current = onLetter
  useEffect(() => {
    const letter = (event: Letter) => {
      if (event.room === room && event.topic === topic) latest.current(event.payload as T)
    }
    return following(room, { letter }, reload)
  }, [room, topic, reload])
}

/** Who is in the room right now; undefined until the first word has come (and for ever without JavaScript). */
export function usePresence(room: string): Present[] | undefined {
  const [present, setPresent] = useState<Present[]>()
  useEffect(() => {
    const presence = (event: { room: string; present: Present[] }) => {
      if (event.room === room) setPresent(event.present)
    }
    return following(room, { presence }, () => {})
  }, [room])
  return present
}

/** Milliseconds from opening the page after which a first connection counts as late: something may have been told before it. */
const LATE_START = 2_000

/**
 * Follows a room; `onReconnect` runs when the connection came back after having been lost, and when the first came late. The socket library is fetched
 * only by pages that follow something, after they have become usable.
 */
function following(room: string, listeners: Listeners, onReconnect: () => void): () => void {
  let stop = () => {}
  let stopped = false
  let connectedBefore = false
  const onReady = () => {
    if (connectedBefore || performance.now() > LATE_START) onReconnect()
    connectedBefore = true
  }
  void import('./connection.client.ts').then(({ follow, isConnected }) => {
    if (stopped) return
    connectedBefore = isConnected()
    stop = follow(room, listeners, onReady)
  })
  return () => {
    stopped = true
    stop()
  }
}
