// A form that came back from the server without having been saved whole: what was typed, what was wrong, who else wrote.
import { useMemo } from 'react'
import type { Written } from '../words.ts'
import type { Typed } from './useAutosave.ts'

/** One row of the people named, as it was typed. */
export type TypedPerson = { id: string; name: string; email: string; profession: string; organisation: string; locale: string }

export type Returned = {
  typed: Typed
  /** By target key, or `people.<row>.<field>`. */
  errors: Record<string, string>
  formError: string | null
  conflicts: Written[]
  people: TypedPerson[]
}

const nothing: Returned = { typed: {}, errors: {}, formError: null, conflicts: [], people: [] }

type Field = { target?: unknown; base?: unknown; text?: unknown }
type Result = {
  initialValue?: { fields?: Field[]; people?: Partial<TypedPerson>[] } | null
  error?: Record<string, string[] | null> | null
}

/** Reads the action's answer: a refused form's `{ result }`, or `{ conflicts, fields }`. */
function returnedFrom(answer: unknown): Returned {
  if (typeof answer !== 'object' || answer === null) return nothing
  const { result, conflicts, fields } = answer as { result?: Result; conflicts?: Written[]; fields?: Field[] }
  if (conflicts) return { ...nothing, conflicts, typed: typedIn(fields ?? []) }
  if (!result) return nothing
  const sent = result.initialValue?.fields ?? []
  const errors: Record<string, string> = {}
  for (const [path, texts] of Object.entries(result.error ?? {})) {
    const person = /^people\[(\d+)\]\.(\w+)$/.exec(path)
    if (person && texts?.[0]) errors[`people.${person[1]}.${person[2]}`] = texts[0]
    const index = /^fields\[(\d+)\]/.exec(path)?.[1]
    const target = index === undefined ? undefined : sent[Number(index)]?.target
    if (typeof target === 'string' && texts?.[0]) errors[target] = texts[0]
  }
  const people = (result.initialValue?.people ?? []).map(
    ({ id = '', name = '', email = '', profession = '', organisation = '', locale = '' }) => ({
      ...{ id, name, email, profession, organisation, locale },
    }),
  )
  return { typed: typedIn(sent), errors, formError: result.error?.['']?.[0] ?? null, conflicts: [], people }
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
