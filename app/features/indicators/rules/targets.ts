import { z } from 'zod'
import { id } from '#app/kernel/ids.ts'
import { comparators, type Target } from './words.ts'

/** A row of `targets`: a unit's own target, or (without comparator) that it has taken its own back. */
export type TargetRow = {
  id: string
  unitId: string
  target: Target | null
  reason: string
  language: string
  setName: string
  setAt: Date
}

/** The target that holds at a unit, and the row it comes from; null as row when the strategy itself sets it. */
export type TargetInForce = { target: Target; row: TargetRow | null }

/**
 * The target in force: the unit's own newest, else that of the nearest unit above, else the strategy's.
 * `lineage`: from the top down to the unit. `rows`: of this indicator, newest first.
 */
export function targetInForce(
  strategy: Target | null,
  lineage: readonly string[],
  rows: readonly TargetRow[],
): TargetInForce | null {
  for (const unitId of [...lineage].reverse()) {
    const newest = rows.find((row) => row.unitId === unitId)
    if (newest?.target) return { target: newest.target, row: newest }
  }
  return strategy ? { target: strategy, row: null } : null
}

const reason = z.string().trim().min(10, 'indicators_error_reason').max(2000, 'indicators_error_reason_long')

/** A limit as people write it, "85" or "85,5", as an exact fraction of a hundred: at most one decimal. */
const limit = z
  .string()
  .trim()
  .transform((text) => text.replace(',', '.').replace('−', '-').replace(/\s*%$/, ''))
  .pipe(z.string().regex(/^-?\d{1,6}(\.\d)?$/, 'indicators_error_limit'))
  .transform((text) => Math.round(Number(text) * 10))

export const targetForm = z.object({
  id,
  unitId: id,
  comparator: z.enum(comparators, 'indicators_error_comparator'),
  limit,
  reason,
})

export const targetWithdrawal = z.object({ id, unitId: id, reason })

/** Kinds of indicator whose target is a number. */
export type NumericKind = 'share' | 'net' | 'count'

/** The written limit as a fraction: percent of answers, points of a score, or pieces. Null when no such value can occur. */
export function targetFrom(kind: NumericKind, comparator: Target['comparator'], limitTenths: number): Target | null {
  if (kind === 'share' && (limitTenths < 0 || limitTenths > 1000)) return null
  if (kind === 'net' && (limitTenths < -1000 || limitTenths > 1000)) return null
  if (kind === 'count') {
    return limitTenths < 0 || limitTenths % 10 !== 0 ? null : { comparator, numerator: limitTenths / 10, denominator: 1 }
  }
  const divisor = greatestCommon(Math.abs(limitTenths), 1000)
  return { comparator, numerator: limitTenths / divisor, denominator: 1000 / divisor }
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a || 1 : greatestCommon(b, a % b)
}
