// What is being written stays on this device until the server has answered. Kept for three days, and for this person only.
import { useCallback, useEffect, useRef, useState } from 'react'

/** `id`: the post's; a draft that was sent keeps it, so that sending again after a lost answer makes no second post. */
export type Draft = { id: string; title: string; text: string; at: number; sent?: boolean }

const PREFIX = 'samlara.draft.'
const KEPT_MS = 3 * 86_400_000

/** The key of a draft: one for a new post of a visit, one for changes of a post. */
export function draftKey(personId: string, place: { visitId: string } | { postId: string }): string {
  return `${PREFIX}${personId}.${'postId' in place ? `post.${place.postId}` : `visit.${place.visitId}`}`
}

/**
 * `restored` is undefined until the browser has looked, then the draft that was kept here or null.
 * `keep` may be called at every key press.
 */
export function useDraft(key: string, start: { title: string; text: string }) {
  const [restored, setRestored] = useState<Draft | null>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const first = useRef(start)

  useEffect(() => {
    const kept = read(key)
    const differs = kept && (kept.title !== first.current.title || kept.text !== first.current.text)
    setRestored(differs ? kept : null)
    return () => clearTimeout(timer.current)
  }, [key])

  const keep = useCallback(
    (draft: Omit<Draft, 'at'>, soon = true) => {
      clearTimeout(timer.current)
      const save = () => write(key, draft)
      if (soon) timer.current = setTimeout(save, 400)
      else save()
    },
    [key],
  )
  const discard = useCallback(() => {
    clearTimeout(timer.current)
    drop(key)
    setRestored(null)
  }, [key])

  return { restored, keep, discard }
}

/** On the page that the server answered with: forgets the drafts of this post that were sent. */
export function useSentDraftForgotten(postId: string): void {
  useEffect(() => {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue
      const draft = read(key)
      if (!draft || (draft.id === postId && draft.sent)) drop(key)
    }
  }, [postId])
}

/** A browser may refuse to keep anything (private windows, full storage): then nothing is kept, and writing goes on. */
function read(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
    return draft && Date.now() - draft.at < KEPT_MS ? draft : null
  } catch {
    return null
  }
}

function write(key: string, draft: Omit<Draft, 'at'>): void {
  try {
    if (draft.title === '' && draft.text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify({ ...draft, at: Date.now() }))
  } catch {
    // Nothing is kept.
  }
}

function drop(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
