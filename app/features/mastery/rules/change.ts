// A person's own change from round to round: only ever computed for the person.
import { type Round, rounds } from '../words.ts'
import type { Answers, Value } from './statements.ts'

export type Change = {
  by: Record<Round, Value | null>
  /** Between the first and the last round that has a number; null while there are not two. */
  moved: { from: Value; to: Value } | null
}

/** What the person said of one statement in each round, and how far it has moved. */
export function changeOf(statement: string, answers: Partial<Record<Round, Answers>>): Change {
  const by = { before: null, end: null, after: null } as Record<Round, Value | null>
  for (const round of rounds) by[round] = answers[round]?.[statement] ?? null
  const rated = rounds.flatMap((round) => by[round] ?? [])
  const [from, to] = [rated[0], rated.at(-1)]
  return { by, moved: rated.length > 1 && from && to ? { from, to } : null }
}
