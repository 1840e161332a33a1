// A form that came back from the server without having been saved whole: what was typed, what was wrong, who else wrote.
import { useMemo } from 'react'
import type { Written } from '../words.ts'
import type { Typed } from './useAutosave.ts'

export type Returned = { typed: Typed; errors: Record<string, string>; formError: string | null; conflicts: Written[] }

const nothing: Returned = { typed: {}, errors: {}, formError: null, conflicts: [] }

type Field = { target?: unknown; base?: unknown; text?: unknown }
type Result = { initialValue?: { fields?: Field[] } | null; error?: Record<string, string[] | null> | null }

/** Reads the action's answer: a refused form's `{ result }`, or `{ conflicts, fields }`. */
export function returnedFrom(answer: unknown): Returned {
  if (typeof answer !== 'object' || answer === null) return nothing
  const { result, conflicts, fields } = answer as { result?: Result; conflicts?: Written[]; fields?: Field[] }
  if (conflicts) return { ...nothing, conflicts, typed: typedIn(fields ?? []) }
  if (!result) return nothing
  const sent = result.initialValue?.fields ?? []
  const errors: Record<string, string> = {}
  for (const [path, texts] of Object.entries(result.error ?? {})) {
    const index = /^fields\[(\d+)\]/.exec(path)?.[1]
    const target = index === undefined ? undefined : sent[Number(index)]?.target
    if (typeof target === 'string' && texts?.[0]) errors[target] = texts[0]
  }
  return { typed: typedIn(sent), errors, formError: result.error?.['']?.[0] ?? null, conflicts: [] }
}

function typedIn(fields: readonly Field[]): Typed {
  const typed: Record<string, { text: string; base: string }> = {}
  for (const { target, base, text } of fields) {
    if (typeof target !== 'string') continue
    typed[target] = { text: String(text ?? ''), base: String(base ?? '') }
  }
  return typed
}

/** The same object for the same answer, so that effects run once for it. */
export function useReturned(answer: unknown): Returned {
  return useMemo(() => returnedFrom(answer), [answer])
}
