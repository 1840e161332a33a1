// How far a goal was reached, seen from two sides.
import { z } from 'zod'
import { type JudgementLevel, judgementScale } from '../words.ts'
import { version } from './version.ts'

const MAX_COMMENT = 2000

export const judgementInput = z.strictObject({
  level: z.enum(judgementScale),
  comment: z.string().trim().max(MAX_COMMENT).default(''),
  /** The version the form was made from: 0 when the side had not judged the goal. */
  version,
})

export type JudgementInput = z.infer<typeof judgementInput>

/** What the two sides' judgements of one goal say of each other. */
export type Accord = 'waiting' | 'agree' | 'near' | 'apart'

/**
 * Two steps or more on the scale of four is a gap worth talking about; one step is a matter of wording.
 * 'waiting' while a side has not judged.
 */
export function accordOf(host: JudgementLevel | null, guest: JudgementLevel | null): Accord {
  if (host === null || guest === null) return 'waiting'
  const steps = Math.abs(judgementScale.indexOf(host) - judgementScale.indexOf(guest))
  if (steps === 0) return 'agree'
  return steps === 1 ? 'near' : 'apart'
}
