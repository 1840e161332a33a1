// Small numbers. Ratings of a statement wait at their unit until enough people's wait; then all that wait become one step and
// show at once, there and above. Steps never overlap and are never fewer people than `least`: docs/decisions/0012.
import { longestWait } from '#app/features/indicators/rules/cuts.ts'
import type { Quarter } from '#app/features/indicators/rules/periods.ts'
import type { Value } from './statements.ts'

/** One rating of one statement, by nobody. `company`: 1, or 0 from somebody whose rating was counted here before. */
export type Waiting = { id: string; unitId: string; value: Value; quarter: Quarter; company: number }

/** How many chose 1, 2, 3, 4 and 5. */
export type Tally = [number, number, number, number, number]

export type Step = { ids: string[]; tally: Tally; people: number; quarter: Quarter }

/** All that wait, as one step, when they are enough people; null while they are not. Dated in the newest of their quarters. */
export function stepOf(waiting: readonly Waiting[], least: number): Step | null {
  const people = waiting.reduce((sum, { company }) => sum + company, 0)
  if (people < least || waiting.length === 0) return null
  const tally: Tally = [0, 0, 0, 0, 0]
  for (const { value } of waiting) tally[value - 1] = (tally[value - 1] ?? 0) + 1
  return { ids: waiting.map(({ id }) => id), tally, people, quarter: Math.max(...waiting.map(({ quarter }) => quarter)) }
}

/** What surrounds the units where ratings wait: of each, and of all above them, the lineage; and when each last showed anything. */
export type Around = { lineages: ReadonlyMap<string, readonly string[]>; shownIn: ReadonlyMap<string, Quarter> }

export type Moved = { ids: string[]; toUnitId: string; quarter: Quarter }
export type HandedUp = { moved: Moved[]; steps: (Step & { unitId: string })[] }

/**
 * For the clock, once a day, of one statement in one round: ratings that found no company at their own unit are counted above.
 * What has waited for two years goes one level up, to wait there. And the deepest unit that has shown nothing for a year shows
 * what waits at it and below it from quarters that are over, when that is enough people; then the next.
 */
export function handUp(
  given: readonly Waiting[],
  { lineages, shownIn }: Around,
  { running, least }: { running: Quarter; least: number },
): HandedUp {
  const result: HandedUp = { moved: [], steps: [] }
  const shown = new Map(shownIn)
  let waiting = [...given]
  const show = (unitId: string, step: Step) => {
    result.steps.push({ ...step, unitId })
    waiting = waiting.filter(({ id }) => !step.ids.includes(id))
    for (const above of lineages.get(unitId) ?? []) shown.set(above, Math.max(shown.get(above) ?? 0, step.quarter))
  }
  for (const move of longWaiting(given, lineages, running)) {
    result.moved.push(move)
    waiting = waiting.map((one) => (move.ids.includes(one.id) ? { ...one, unitId: move.toUnitId, quarter: move.quarter } : one))
    const step = stepOf(
      waiting.filter(({ unitId }) => unitId === move.toUnitId),
      least,
    )
    if (step) show(move.toUnitId, step)
  }
  for (let next = deepestSilent(waiting, { lineages, shownIn: shown }, { running, least }); next; ) {
    show(next.unitId, next.step)
    next = deepestSilent(waiting, { lineages, shownIn: shown }, { running, least })
  }
  return result
}

/** Units where a rating has waited for two years, and that have somebody above; dated anew, since it waits on there. */
function longWaiting(waiting: readonly Waiting[], lineages: Around['lineages'], running: Quarter): Moved[] {
  return [...new Set(waiting.map(({ unitId }) => unitId))].flatMap((unitId) => {
    const here = waiting.filter((one) => one.unitId === unitId)
    const above = lineages.get(unitId)?.at(-2)
    const isLong = here.some(({ quarter }) => quarter <= running - longestWait)
    return above && isLong ? [{ ids: here.map(({ id }) => id), toUnitId: above, quarter: running - 1 }] : []
  })
}

function deepestSilent(
  waiting: readonly Waiting[],
  { lineages, shownIn }: Around,
  { running, least }: { running: Quarter; least: number },
): { unitId: string; step: Step } | null {
  const below = new Map<string, Waiting[]>()
  for (const one of waiting.filter(({ quarter }) => quarter < running)) {
    for (const unitId of lineages.get(one.unitId) ?? []) below.set(unitId, [...(below.get(unitId) ?? []), one])
  }
  const silent = [...below].filter(([unitId]) => (shownIn.get(unitId) ?? 0) < running - 4)
  const ready = silent.flatMap(([unitId, here]) => {
    const step = stepOf(here, least)
    return step ? [{ unitId, step: { ...step, quarter: running - 1 } }] : []
  })
  const depth = (unitId: string) => lineages.get(unitId)?.length ?? 0
  return ready.toSorted((a, b) => depth(b.unitId) - depth(a.unitId) || a.unitId.localeCompare(b.unitId))[0] ?? null
}

/** Of each unit named in a lineage its own lineage. */
export function allLineages(lineages: Iterable<readonly string[]>): Map<string, string[]> {
  const known = new Map<string, string[]>()
  for (const lineage of lineages) {
    for (const [place, unitId] of lineage.entries()) known.set(unitId, lineage.slice(0, place + 1))
  }
  return known
}
