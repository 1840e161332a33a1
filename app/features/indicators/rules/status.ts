// Met or not met, by whole numbers. A decimal number is for reading, and never says anything else than the status does.
import { wilson } from './wilson.ts'
import type { Counts, Target } from './words.ts'

export type StatusName = 'met' | 'not_met' | 'no_target' | 'no_data' | 'hidden'

/** `uncertain` stands beside met and not met: so few answers that chance could change the status. */
export type Status = { name: StatusName; uncertain: boolean }

/**
 * The status of shown counts (DOMAIN: strict `>`; 90.0 % is not over 90, nor is 899/1000).
 * `sampled`: the counts are a sample of people's answers, so that chance plays a part; false for scores and whole counts.
 */
export function statusOf(counts: Counts | null, target: Target | null, sampled = true): Status {
  if (!counts || counts.denominator === 0) return { name: 'no_data', uncertain: false }
  if (!target) return { name: 'no_target', uncertain: false }
  return { name: reaches(counts, target) ? 'met' : 'not_met', uncertain: sampled && couldBeChance(counts, target) }
}

/** Are the counts beyond the limit? Cross-multiplied, so that nothing is rounded. */
export function reaches(counts: Counts, target: Target): boolean {
  const difference = sideOf(counts, target)
  if (target.comparator === '>') return difference > 0
  if (target.comparator === '>=') return difference >= 0
  if (target.comparator === '<') return difference < 0
  return difference <= 0
}

/** Does the 95 % Wilson interval of the share contain the limit (DOMAIN 5.4)? */
function couldBeChance(counts: Counts, target: Target): boolean {
  const { low, high } = wilson(counts)
  const limit = target.numerator / target.denominator
  return low <= limit && limit <= high
}

/** Negative below the limit, 0 exactly on it, positive above. */
function sideOf(counts: Counts, limit: Counts): number {
  return counts.numerator * limit.denominator - limit.numerator * counts.denominator
}

const whole: Counts = { numerator: 1, denominator: 1 }
const none: Counts = { numerator: 0, denominator: 1 }

/**
 * Tenths of a percent, rounded, but never onto or across the target, 0 or 100: 89.96 % is 899 when the target is 90, and
 * 999.6 of 1000 is not everybody. The denominator must not be 0.
 */
export function tenthsOf(counts: Counts, target: Target | null = null): number {
  let tenths = Math.round((counts.numerator * 1000) / counts.denominator)
  for (const limit of [whole, none, ...(target ? [target] : [])]) {
    const side = Math.sign(sideOf(counts, limit))
    const shown = Math.sign(sideOf({ numerator: tenths, denominator: 1000 }, limit))
    if (shown === side) continue
    if (side === 0) tenths = Math.round((limit.numerator * 1000) / limit.denominator)
    if (side < 0) tenths = Math.ceil((limit.numerator * 1000) / limit.denominator) - 1
    if (side > 0) tenths = Math.floor((limit.numerator * 1000) / limit.denominator) + 1
  }
  return tenths
}

/** The share as a percentage with one decimal (89.9), as `tenthsOf` rounds it. */
export function percent(numerator: number, denominator: number, target: Target | null = null): number {
  return tenthsOf({ numerator, denominator }, target) / 10
}

/** The height on a chart: percent of a share, points of a score, or pieces. The denominator of a count plays no part. */
export function numberAt(kind: string, counts: Counts): number {
  if (kind === 'count') return counts.numerator
  return counts.denominator === 0 ? 0 : percent(counts.numerator, counts.denominator)
}

/** Have fewer than half of those asked answered? Then the value is read with caution (DOMAIN 5.5, rule 6). */
export function isLowRate(counts: Counts): boolean {
  return counts.numerator * 2 < counts.denominator
}
