// What the walks are counted as in the indicators: pairs with joint goals, talks that were held, paths that were completed.
import { addMonths, type Day } from '#app/kernel/days.ts'

/** The indicators of the goal set of learning paths that walks feed. Definitions: db/reference/indicators.json. */
export const fedByWalks = { goals: 'LP3', talks: 'LP4', completed: 'LP5' } as const
export type FedByWalks = (typeof fedByWalks)[keyof typeof fedByWalks]

/** Months after its beginning from which a walk is asked whether it is completed. */
const MONTHS_TO_COMPLETE = 9

/** A walk that both have begun, as it stood at the end of a day. */
export type WalkThen = {
  pairId: string
  /** The resource person. */
  personId: string
  pathId: string
  unitId: string
  /** The day on which both were with it. */
  begunOn: Day
  /** Has a manager, and is neither paused nor ended. */
  goesOn: boolean
  finished: boolean
  /** Both have confirmed a joint step with goals in it. */
  hasGoals: boolean
  /** Talks of the quarter whose day has passed and that were not cancelled, and those of them that were held. */
  talks: { due: number; held: number }
}

/** A thing that is counted, whose it is, and whether it has reached what is asked. */
export type CountedThing = { id: string; reached: boolean }
/** By unit. */
export type CountedAt = Map<string, Record<FedByWalks, CountedThing[]>>

/**
 * Counts the walks as they stood at the end of the day, at the units. Everybody stands at one unit, that of the walk they
 * began last, with all their walks: so that few people are never taken for many because they walk in several places.
 */
export function countWalksOn(walks: readonly WalkThen[], day: Day): CountedAt {
  const counted: CountedAt = new Map()
  const people = new Map<string, WalkThen[]>()
  for (const walk of walks) people.set(walk.personId, [...(people.get(walk.personId) ?? []), walk])
  for (const [id, own] of people) {
    const newest = own.toSorted((a, b) => b.begunOn.localeCompare(a.begunOn) || b.pairId.localeCompare(a.pairId))[0]
    if (!newest) continue
    const at = counted.get(newest.unitId) ?? { LP3: [], LP4: [], LP5: [] }
    counted.set(newest.unitId, at)
    at.LP3.push(...own.filter((walk) => walk.goesOn && !walk.finished).map(({ hasGoals }) => ({ id, reached: hasGoals })))
    at.LP4.push(...own.flatMap(({ talks }) => times(talks.due, (index) => ({ id, reached: index < talks.held }))))
    at.LP5.push(...completedOf(own, day).map((reached) => ({ id, reached })))
  }
  return counted
}

/** Of each path that somebody began early enough: have they completed it? Who began it twice began it the first time. */
function completedOf(own: readonly WalkThen[], day: Day): boolean[] {
  const early = own.filter((walk) => addMonths(walk.begunOn, MONTHS_TO_COMPLETE) <= day)
  const paths = [...new Set(early.map((walk) => walk.pathId))]
  return paths.map((pathId) => own.some((walk) => walk.pathId === pathId && walk.finished))
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
