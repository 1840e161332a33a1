import { useEffect, useRef, useState } from 'react'
import type { LetterTopic } from '#app/live/rooms.ts'
import { useLetters } from '#app/live/useLive.ts'

/** A letter that was on its way while the loaders ran may be missing from what they read. */
const ON_THE_WAY_MS = 10_000

/**
 * What the loader gave, followed by what has arrived since by letter, each once. When the loaders have run again (a bell, a
 * reconnect) what they read counts, and only the newest letters are kept beside it. `onArrival` hears what is new.
 */
export function useArriving<T extends { id: string }>(
  given: readonly T[],
  room: string,
  topic: LetterTopic,
  onArrival?: (item: T) => void,
): T[] {
  const [letters, setLetters] = useState<{ item: T; at: number }[]>([])
  const known = useRef(given)

  useEffect(() => {
    if (known.current === given) return
    known.current = given
    setLetters((before) => before.filter(({ at }) => Date.now() - at < ON_THE_WAY_MS))
  }, [given])

  useLetters<T>(room, topic, (item) => {
    setLetters((before) => [...before.filter((letter) => letter.item.id !== item.id), { item, at: Date.now() }])
    onArrival?.(item)
  })

  const ids = new Set(given.map((item) => item.id))
  return [...given, ...letters.flatMap(({ item }) => (ids.has(item.id) ? [] : [item]))]
}
