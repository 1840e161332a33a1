import { useRef, useState } from 'react'

/**
 * Keeps what a form was made from while somebody types in it: others' changes arrive live, but must not slip under the typed
 * text as if they had been seen. Spread `watch` on an element around the form. After sending, the newest holds again: what was
 * saved, or what stood in the way.
 */
export function useHeld<T>(latest: T): { held: T; typing: boolean; watch: { onInput(): void; onSubmit(): void } } {
  const [typing, setTyping] = useState(false)
  const kept = useRef(latest)
  if (!typing) kept.current = latest
  return { held: kept.current, typing, watch: { onInput: () => setTyping(true), onSubmit: () => setTyping(false) } }
}
