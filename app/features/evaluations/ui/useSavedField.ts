// A field that several people write in: saves itself after a pause, takes in what others save, and never lets one text
// overwrite another unseen. Without scripts the same form is sent by its button.
import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

/** Milliseconds without a key after which the field saves itself. */
const PAUSE = 1_500

type Saved = { value: string; version: number }
export type Refusal = { typed: string; message: string | undefined; conflict: boolean }
type Answer = { saved: number } | { result: unknown }

type Given = {
  /** What the server has, kept fresh by the page. */
  latest: Saved | undefined
  /** What a refused form without scripts brought back. */
  refusal: Refusal | null
  action: string
  fields: Record<string, string>
  refusalOf: (result: unknown) => Refusal | null
}

export function useSavedField({ latest, refusal, action, fields, refusalOf }: Given) {
  const fetcher = useFetcher<Answer>()
  const [text, setText] = useState(refusal?.typed ?? latest?.value ?? '')
  const [dirty, setDirty] = useState(refusal !== null)
  const [refused, setRefused] = useState(refusal)
  // The version the text was written on top of; sent along, so that the server can tell.
  const base = useRef(latest?.version ?? 0)
  const sent = useRef<string | null>(null)
  const typed = useRef(text)
  typed.current = text
  const conflict = refused?.conflict === true

  const version = latest?.version ?? 0
  const value = latest?.value ?? ''
  useEffect(() => {
    if (conflict) base.current = version
    if (conflict || dirty || sent.current !== null) return
    base.current = version
    setText(value)
  }, [version, value, conflict, dirty])

  const { state, data } = fetcher
  // Effects run for an answer or a key, not because the page has drawn these functions anew.
  const now = useRef({ refusalOf, save })
  now.current = { refusalOf, save }
  useEffect(() => {
    if (state !== 'idle' || !data || sent.current === null) return
    const mine = sent.current
    sent.current = null
    const answer = 'saved' in data ? null : now.current.refusalOf(data.result)
    if ('saved' in data) base.current = data.saved
    setRefused(answer && { ...answer, typed: mine })
    setDirty(answer !== null || typed.current !== mine)
  }, [state, data])

  // What was refused is not sent again unchanged; each key begins a new pause.
  const unsent = dirty && !conflict && text !== refused?.typed ? text : null
  useEffect(() => {
    if (unsent === null || state !== 'idle') return
    const timer = setTimeout(() => now.current.save(), PAUSE)
    return () => clearTimeout(timer)
  }, [unsent, state])

  function save() {
    sent.current = typed.current
    const body = { ...fields, value: typed.current, version: String(base.current), live: 'yes' }
    fetcher.submit(body, { method: 'post', action })
  }

  return {
    text,
    message: refused?.message,
    conflict,
    saving: state !== 'idle',
    dirty,
    save,
    type(next: string) {
      setText(next)
      setDirty(true)
    },
    /** Lets the saved text stand and drops the own one. */
    keepSaved() {
      setRefused(null)
      setDirty(false)
      setText(value)
      base.current = version
    },
  }
}
