// States: what a register, or the house's own books, say on a day, not what came in since the last time. A quarter has one state of each unit; a newer
// measuring of the same quarter takes its place, and quarters are never added. Why so: docs/decisions/0024.
import { type Day, daysBetween } from '#app/kernel/days.ts'
import { firstDayOf, includes, type Period, type Quarter, quarterOf } from './periods.ts'
import { type Point, type ShownRow, type Sum, sumOf } from './series.ts'
import type { RespondentGroup } from './words.ts'

/** Days after its end in which a quarter can still be measured, for what is written down late. */
const graceDays = 7

/** The oldest quarter that can still be measured on the day; those before it are closed for good. */
export function firstOpenQuarter(today: Day): Quarter {
  const running = quarterOf(today)
  return daysBetween(firstDayOf(running), today) < graceDays ? running - 1 : running
}

export function isMeasurable(quarter: Quarter, today: Day): boolean {
  return quarter >= firstOpenQuarter(today) && quarter <= quarterOf(today)
}

/** The stream of a unit's state in a quarter: what waits in it never mixes with another quarter's. */
export function partOfState(quarter: Quarter): string {
  return `state:${quarter}`
}

/** The stream of whole states of a quarter that are shown together because none may be shown alone. */
export function partOfPool(quarter: Quarter): string {
  return `pool:${quarter}`
}

/**
 * Whose state it is: everybody who is counted, and those of them who have reached what is asked. Where things of people are
 * counted (talks, walks), somebody stands there as often as they have one.
 */
export type State = { counted: readonly string[]; reached: readonly string[] }

/** How many people stand differently in the two states: come, gone, or changed. */
export function changedPeople(before: State, after: State): number {
  const standing = ({ counted, reached }: State) => {
    const [all, has] = [timesEach(counted), timesEach(reached)]
    return new Map([...all].map(([id, times]) => [id, `${has.get(id) ?? 0} of ${times}`]))
  }
  const [was, is] = [standing(before), standing(after)]
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id)).length
}

function timesEach(ids: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1)
  return times
}

/**
 * How many answers of a measuring wait to be shown, as the cuts count them: the people who stand differently from what is
 * shown. Too few while fewer than `least` people would be left to show, for those could be told one by one.
 */
export function waitingAnswers(changed: number, counted: readonly string[], least: number): number {
  const mayShow = counted.length === 0 || new Set(counted).size >= least
  return mayShow ? changed : Math.min(changed, least - 1)
}

/** An indicator that a register tells of names the group whose counts are the register's. */
type Kind = { register?: RespondentGroup | undefined }
type Row = ShownRow & { isOwn: boolean }

/**
 * The quarters that a value is made of: the last four of answers; of a state the newest one that is over, for then every
 * unit has been measured. The running one stands in where nothing is over yet, and where all that is counted is the unit's own.
 */
export function periodOf({ register }: Kind, rows: readonly Row[], year: Period): Period {
  if (!register) return year
  const quarters = completeQuarters(rows, register, year.to).filter((quarter) => includes(year, quarter))
  const newest = Math.max(...quarters)
  return quarters.length === 0 ? year : { from: newest, to: newest }
}

/** What of the rows lies in the period. Of a state: only the register's counts, and as many answers as are counted. */
export function sumIn({ register }: Kind, rows: readonly ShownRow[], period: Period): Sum {
  if (!register) return sumOf(rows, period)
  const own = rows.filter((row) => row.group === register && includes(period, row.quarter))
  const sum = sumOf(own, period)
  if (sum.state === 'shown' && sum.shown.denominator > 0) return { state: 'shown', shown: countedIn(sum.shown) }
  return { state: own.some((row) => row.hasAnswers) ? 'hidden' : 'no_data' }
}

/** The series of a state: a point for each quarter that shows one. `running`: the quarter that is not over. */
export function statePoints(register: RespondentGroup, rows: readonly Row[], running: Quarter): Point[] {
  const own = rows.filter((row) => row.group === register)
  return completeQuarters(rows, register, running).flatMap((quarter) => {
    const sum = sumOf(own, { from: quarter, to: quarter })
    return sum.state === 'shown' ? [{ period: { from: quarter, to: quarter }, shown: countedIn(sum.shown) }] : []
  })
}

/** In order of time. A step counts changes, also a second one of the same person; a state counts what there is. */
function completeQuarters(rows: readonly Row[], register: RespondentGroup, running: Quarter): Quarter[] {
  const shown = rows.filter((row) => row.group === register && row.shown.denominator > 0)
  const isAllOwn = shown.every((row) => row.isOwn)
  const over = shown.filter((row) => row.quarter < running || isAllOwn)
  return [...new Set((over.length > 0 ? over : shown).map((row) => row.quarter))].sort((a, b) => a - b)
}

function countedIn<T extends { denominator: number }>(shown: T): T & { answers: number } {
  return { ...shown, answers: shown.denominator }
}
