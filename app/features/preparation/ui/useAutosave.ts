// Saves each field a moment after the last letter, keeps what is not saved in this browser, and tells how it goes.
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { formatTime } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { Saving } from '#app/ui/state.tsx'
import { type Drafts, draftsAfter, draftsFrom, type Standing, unsafeIn, unsentIn } from '../drafts.ts'
import type { Written } from '../words.ts'
import { remember, remembered, storeOf } from './browser-memory.ts'

const PAUSE = 800
const RETRY = 5_000

type Options = {
  visitId: string
  /** Whose browser memory: another person on the same machine does not get it. */
  userId: string
  /** What stands on the server; read again whenever the page's loader has run. */
  fields: Readonly<Record<string, Standing>>
  language: string
  /** `save`: fields save themselves. `keep`: typed text is only kept in this browser (proposals, pages before scripts). */
  mode: 'save' | 'keep'
  /** Texts that were typed and are not on the server: a form that came back, a proposal that waits. */
  typed?: Typed
  /** What somebody else wrote meanwhile, from a form that came back. */
  conflicts?: readonly Written[]
}

export type Typed = Readonly<Record<string, { text: string; base: string }>>

export type Autosave = {
  drafts: Drafts
  saving: Saving | undefined
  type(key: string, text: string): void
  keepMine(key: string): void
  takeTheirs(key: string): void
  drop(keys: readonly string[]): void
}

export function useAutosave({ visitId, userId, fields, language, mode, typed, conflicts }: Options): Autosave {
  const [drafts, dispatch] = useReducer(draftsAfter, null, () =>
    returned(draftsAfter(draftsFrom(fields), { type: 'remembered', drafts: typed ?? {} }), conflicts),
  )
  const [offline, setOffline] = useState(false)
  const [savedAt, setSavedAt] = useState<string>()
  const latest = useRef({ drafts, language })
  latest.current = { drafts, language }
  const store = storeOf(visitId, userId)
  const ready = useRef(false)

  useEffect(() => dispatch({ type: 'read', fields }), [fields])
  useEffect(() => {
    for (const { target: key, text, version, by } of conflicts ?? []) {
      dispatch({ type: 'overtaken', key, theirs: { text, version, by } })
    }
  }, [conflicts])

  useEffect(() => {
    dispatch({ type: 'remembered', drafts: remembered(store) })
    ready.current = true
  }, [store])
  useEffect(() => {
    if (ready.current) remember(store, unsafeIn(drafts))
  }, [drafts, store])

  const flush = useCallback(
    async (keepalive = false) => {
      const keys = unsentIn(latest.current.drafts)
      if (keys.length === 0) return
      dispatch({ type: 'sending', keys })
      const texts = Object.fromEntries(keys.map((key) => [key, latest.current.drafts[key] ?? { text: '', base: '' }]))
      const answer = await send(visitId, texts, latest.current.language, keepalive)
      setOffline(answer.kind === 'unreached')
      if (answer.kind === 'unreached') return dispatch({ type: 'unreached', keys })
      if (answer.kind === 'refused') {
        for (const key of keys) dispatch({ type: 'refused', key, why: answer.why })
        return
      }
      for (const written of answer.written) {
        if (written.outcome !== 'conflict') dispatch({ type: 'saved', key: written.target, version: written.version })
        else
          dispatch({
            type: 'overtaken',
            key: written.target,
            theirs: { text: written.text, version: written.version, by: written.by },
          })
      }
      setSavedAt(clockTime())
    },
    [visitId],
  )

  const enabled = mode === 'save'
  // Every new letter makes another text of it, and starts the pause again.
  const unsent = useMemo(() => JSON.stringify(unsentIn(drafts).map((key) => [key, drafts[key]?.text])), [drafts])
  useEffect(() => {
    if (!enabled || unsent === '[]') return
    const timer = setTimeout(() => void flush(), offline ? RETRY : PAUSE)
    return () => clearTimeout(timer)
  }, [enabled, unsent, offline, flush])

  useEffect(() => {
    if (!enabled) return
    const back = () => void flush()
    const hidden = () => {
      if (document.visibilityState === 'hidden') void flush(true)
    }
    window.addEventListener('online', back)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('online', back)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [enabled, flush])

  return {
    drafts,
    saving: enabled ? savingOf(drafts, offline, savedAt) : undefined,
    type: (key, text) => dispatch({ type: 'typed', key, text }),
    keepMine: (key) => dispatch({ type: 'kept_mine', key }),
    takeTheirs: (key) => dispatch({ type: 'took_theirs', key }),
    drop: (keys) => dispatch({ type: 'dropped', keys }),
  }
}

function returned(drafts: Drafts, conflicts: readonly Written[] = []): Drafts {
  return conflicts.reduce<Drafts>(
    (all, { target: key, text, version, by }) => draftsAfter(all, { type: 'overtaken', key, theirs: { text, version, by } }),
    drafts,
  )
}

type Answer = { kind: 'answered'; written: Written[] } | { kind: 'unreached' } | { kind: 'refused'; why: string }

async function send(
  visitId: string,
  texts: Record<string, { text: string; base: string }>,
  language: string,
  keepalive: boolean,
): Promise<Answer> {
  const body = new FormData()
  body.set('language', language)
  for (const [index, [key, { text, base }]] of Object.entries(texts).entries()) {
    body.set(`fields[${index}].target`, key)
    body.set(`fields[${index}].base`, base)
    body.set(`fields[${index}].text`, text)
  }
  const headers = { Accept: 'application/json' }
  try {
    const response = await fetch(`/visits/${visitId}/preparation/field`, { method: 'POST', body, keepalive, headers })
    if (response.status === 429 || response.status >= 500) return { kind: 'unreached' }
    if (response.redirected) return { kind: 'refused', why: m.preparation_error_session() }
    const answer = (await response.json()) as { written?: Written[]; why?: string; title?: string }
    if (answer.written) return { kind: 'answered', written: answer.written }
    return { kind: 'refused', why: answer.why ?? answer.title ?? m.preparation_error_status({ status: response.status }) }
  } catch {
    return { kind: 'unreached' }
  }
}

function savingOf(drafts: Drafts, offline: boolean, savedAt: string | undefined): Saving | undefined {
  const all = Object.values(drafts)
  const refused = all.find((draft) => draft.phase === 'refused')
  if (refused) return { state: 'failed', why: refused.why ?? '' }
  if (all.some((draft) => draft.phase === 'conflict')) return { state: 'failed', why: m.preparation_conflict_state() }
  const waiting = all.filter((draft) => draft.phase === 'dirty' || draft.phase === 'sending').length
  if (offline && waiting > 0) return { state: 'local', changes: waiting }
  if (waiting > 0) return { state: 'saving' }
  return savedAt ? { state: 'saved', time: savedAt } : undefined
}

/** What this device's clock shows. */
function clockTime(): string {
  return formatTime(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone)
}
