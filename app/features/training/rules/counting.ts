// Who is counted, and as what: the region's definition, the nearest one upward, and the count it gives. Whole people, no decimals.
import { z } from 'zod'
import { type Day, day } from '#app/kernel/days.ts'
import { id } from '#app/kernel/ids.ts'
import { type Base, bases, type Supervising } from '../words.ts'
import { hasBasic, standingOn, type Taken } from './standing.ts'
import type { Definition } from './steps.ts'

export type CountingRule = {
  base: Base
  /** The step that counts as basic training. */
  basicStep: number
  /** Months that a course holds; null: as the step itself says. */
  validMonths: number | null
}

/** What holds where nobody has decided: the recommended reading of the strategy. */
export const recommendedRule: CountingRule = { base: 'supervising', basicStep: 1, validMonths: null }

/** A signed version; without rule the unit has taken its own back, and what is decided above it holds again. */
export type RuleVersion = { id: string; number: number; unitId: string; validFrom: Day; rule: CountingRule | null }

export type RuleInForce<V extends RuleVersion> = { rule: CountingRule; version: V | null }

/**
 * The rule in force on the day: the unit's own newest that has begun, else that of the nearest unit above, else the recommended
 * one. Of two that begin on one day the later signed holds. `lineage`: from the top down to the unit.
 */
export function ruleInForce<V extends RuleVersion>(
  lineage: readonly string[],
  versions: readonly V[],
  on: Day,
): RuleInForce<V> {
  for (const unitId of [...lineage].reverse()) {
    const begun = versions.filter((version) => version.unitId === unitId && version.validFrom <= on)
    const newest = begun.sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.number - a.number)[0]
    if (newest?.rule) return { rule: newest.rule, version: newest }
  }
  return { rule: recommendedRule, version: null }
}

export type Employed = { employedFrom: Day | null; employedUntil: Day | null }

/** First and last day belong to the employment. */
export function isEmployedOn({ employedFrom, employedUntil }: Employed, on: Day): boolean {
  return (employedFrom === null || employedFrom <= on) && (employedUntil === null || on <= employedUntil)
}

/** Is the employee in the denominator on the day, by the rule that the unit has signed? */
export function isCounted(employee: Employed & { supervising: Supervising }, rule: CountingRule, on: Day): boolean {
  return isEmployedOn(employee, on) && (rule.base === 'everybody' || employee.supervising !== 'neither')
}

export type Countable = Employed & { id: string; supervising: Supervising; courses: readonly Taken[] }

/** Everybody in the denominator on the day, and whether they have the training. */
export function countedOn(
  definitions: readonly Definition[],
  employees: readonly Countable[],
  rule: CountingRule,
  on: Day,
): { id: string; reached: boolean }[] {
  return employees
    .filter((employee) => isCounted(employee, rule, on))
    .map(({ id, courses }) => {
      const { holds } = standingOn(definitions, courses, on, rule.validMonths)
      return { id, reached: hasBasic(definitions, holds, rule.basicStep) }
    })
}

const reason = z.string().trim().min(10, 'training_error_reason').max(2000, 'training_error_reason_long')

export const countingForm = z.object({
  id,
  base: z.enum(bases, 'training_error_base'),
  basicStep: z.coerce.number().int().min(0).max(9),
  validMonths: z.coerce
    .number('training_error_months')
    .int('training_error_months')
    .min(1, 'training_error_months')
    .max(600, 'training_error_months')
    .optional(),
  validFrom: day.refine((value) => value >= '2000-01-01' && value < '2100-01-01', 'training_error_day_range'),
  reason,
})

export const countingWithdrawal = z.object({ id, reason })
