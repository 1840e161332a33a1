// How far a goal was reached, seen from two sides.
import { z } from 'zod'
import type { Side } from '#app/features/visits/words.ts'
import { type JudgementLevel, judgementScale } from '../words.ts'

export const judgementInput = z.strictObject({
  level: z.enum(judgementScale, 'evaluations_error_choose'),
  comment: z.string().trim().max(2000, 'evaluations_error_too_long').default(''),
})
