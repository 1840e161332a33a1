// A dated plan: a day for each module, proposed from the pace of a module a month with what the unit's calendar leaves open. Pure.
import { z } from 'zod'
import { addDays, addMonths, type Day, day, weekday } from '#app/kernel/days.ts'

export type ClosedPeriod = { startsOn: Day; endsOn: Day }
/** Module → the day until which the two want to have walked it. */
export type PlanDays = Record<string, Day>

/** Days looked ahead for an open one; a unit that is closed for longer gets the day as it is. */
const LONGEST_SEARCH = 400

/** The day itself, or the first workday after it on which the unit is open. */
export function nextOpenDay(wanted: Day, closed: readonly ClosedPeriod[]): Day {
  for (let step = 0; step <= LONGEST_SEARCH; step += 1) {
    const day = addDays(wanted, step)
    if (isOpenDay(day, closed)) return day
  }
  return wanted
}

/** A workday on which the unit is not closed; public holidays are not known. */
export function isOpenDay(day: Day, closed: readonly ClosedPeriod[]): boolean {
  return weekday(day) <= 5 && !closed.some((period) => period.startsOn <= day && day <= period.endsOn)
}

/** A module a month from the first day on, in their order, each on an open day and none before the one it follows. */
export function proposePlan(moduleIds: readonly string[], startsOn: Day, closed: readonly ClosedPeriod[]): PlanDays {
  let last = startsOn
  const days: PlanDays = {}
  for (const [index, moduleId] of moduleIds.entries()) {
    const open = nextOpenDay(addMonths(startsOn, index + 1), closed)
    last = open > last ? open : last
    days[moduleId] = last
  }
  return days
}

/** Modules whose day has passed and that both have not finished yet, in the plan's order. */
export function lateModules(days: PlanDays, isDone: (moduleId: string) => boolean, today: Day): string[] {
  return Object.entries(days)
    .filter(([moduleId, until]) => until < today && !isDone(moduleId))
    .toSorted(([, a], [, b]) => a.localeCompare(b))
    .map(([moduleId]) => moduleId)
}

/** `version`: the one that the form was made from, 0 before there was a plan. Fields are named by module. */
export const planInput = z.object({
  version: z.coerce.number().int().min(0),
  startsOn: day,
  days: z.record(z.string().max(20), day.or(z.literal(''))).default({}),
})

/** Another first day: the days are proposed anew, and nothing is saved yet. */
export const planStart = day.catch('')
