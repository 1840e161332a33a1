// What a unit gets to see of the answers about it. The law: a number appears, and later leaves the page, with at least
// `least` people's answers at once.
import { includes, type Period, type Quarter } from '#app/features/indicators/rules/periods.ts'
import type { Answer, Answers } from './answers.ts'
import type { Instrument, Item } from './instrument.ts'
import { toField } from './pages.ts'

type Tally = Record<string, number>
/** `since`: the quarter of the oldest answer that waits. `shown`: by the quarter that a step is dated in. */
export type QuestionTally = { waiting: Tally; since: Quarter; shown: Record<Quarter, Tally> }

/**
 * Takes one person's answers into the unit's tallies: each answer waits until `least` answers to its question wait, then all
 * of them are shown at once, dated in the later of their quarter and the one they waited in. The indicators' cuts do the same
 * with the same answers in the same order, so what one page shows of a period and what the other shows are the same people.
 * "Don't know" and written words are in no tally. `quarter`: of the visit's last day.
 */
export function takeInAnswers(
  instrument: Instrument,
  tallies: Record<string, QuestionTally>,
  answers: Answers,
  { least, quarter }: { least: number; quarter: Quarter },
): Record<string, QuestionTally> {
  const next = { ...tallies }
  for (const item of instrument.items) {
    const values = valuesOf(item, answers[item.id])
    if (values.length === 0) continue
    const before = tallies[item.id] ?? { waiting: {}, since: quarter, shown: {} }
    next[item.id] = takeIn(before, values, { least: Math.max(least, item.minRespondents ?? 0), quarter })
  }
  return next
}

/**
 * Lets go of answers that the indicators have meanwhile handed up, to be shown with other units' (nothing may be shown twice,
 * in different company). `waited`: by question, how many answers waited there when the newest came.
 */
export function withoutHandedUp(
  tallies: Record<string, QuestionTally>,
  waited: ReadonlyMap<string, number>,
): Record<string, QuestionTally> {
  const kept = Object.entries(tallies).map(([item, tally]): [string, QuestionTally] => {
    const left = waited.get(item)
    return left !== undefined && left < (tally.waiting[PEOPLE] ?? 0) ? [item, { ...tally, waiting: {} }] : [item, tally]
  })
  return Object.fromEntries(kept)
}

// A person who ticks several boxes is still one person: boxes are counted, people wait.
const PEOPLE = 'people'

function takeIn(
  before: QuestionTally,
  values: string[],
  { least, quarter }: { least: number; quarter: Quarter },
): QuestionTally {
  const { waiting, shown } = before
  const isIdle = (waiting[PEOPLE] ?? 0) === 0
  const all = plus(waiting, Object.fromEntries([...values.map((value) => [value, 1]), [PEOPLE, 1]]))
  if ((all[PEOPLE] ?? 0) < least) return { waiting: all, since: isIdle ? quarter : Math.min(before.since, quarter), shown }
  const dated = isIdle ? quarter : Math.max(before.since, quarter)
  return { waiting: {}, since: quarter, shown: { ...shown, [dated]: plus(shown[dated] ?? {}, all) } }
}

function plus(one: Tally, other: Tally): Tally {
  const sum = { ...one }
  for (const [value, count] of Object.entries(other)) sum[value] = (sum[value] ?? 0) + count
  return sum
}

function valuesOf(item: Item, answer: Answer | undefined): string[] {
  if (answer === undefined || answer === null || item.type === 'free_text') return []
  return Array.isArray(answer) ? answer : [toField(answer)]
}

/** One question's shown answers: each value of its scale with its count, and how many people answered. */
export type Distribution = { item: Item; people: number; counts: { value: string; count: number }[] }

/** What is shown of a question for the period; `people` is 0 while nothing is. Every value of the scale is there, also with nobody. */
export function distributionOf(item: Item, tally: QuestionTally | undefined, period: Period): Distribution {
  const steps = Object.entries(tally?.shown ?? {}).filter(([quarter]) => includes(period, Number(quarter)))
  const shown = steps.reduce((sum, [, step]) => plus(sum, step), {} as Tally)
  const counts = scaleValues(item).map((value) => ({ value, count: shown[value] ?? 0 }))
  return { item, people: shown[PEOPLE] ?? 0, counts }
}

/** The values a question can be answered with, in the order people read them: from most to least agreement, from 0 to 10. */
export function scaleValues(item: Item): string[] {
  switch (item.type) {
    case 'likert5':
      return ['5', '4', '3', '2', '1']
    case 'scale_0_10':
      return Array.from({ length: 11 }, (_, value) => String(value))
    case 'yes_no':
      return ['yes', 'no']
    case 'free_text':
      return []
    default:
      return (item.options ?? []).map(({ key }) => key)
  }
}

/** `quarter`: of the visit's last day. */
type Closed = { id: string; answered: number; quarter: Quarter }

/**
 * The questionnaires whose written words are shown for the period: pools of at least `least` people, each dated in the
 * newest quarter of its visits, so that it comes and goes whole.
 */
export function shownIn<T extends Closed>(closed: readonly T[], least: number, period: Period): T[] {
  return poolsOf(closed, least)
    .pools.filter((pool) => includes(period, Math.max(...pool.map(({ quarter }) => quarter))))
    .flat()
}

/**
 * Closed questionnaires, in the order they closed, pooled until each pool has `least` people: pools never overlap and never
 * change, whichever period is looked at. What is left over at the end waits.
 */
export function poolsOf<T extends Closed>(closed: readonly T[], least: number): { pools: T[][]; waiting: T[] } {
  const pools: T[][] = []
  let waiting: T[] = []
  for (const one of closed) {
    waiting.push(one)
    if (waiting.reduce((sum, { answered }) => sum + answered, 0) < least) continue
    pools.push(waiting)
    waiting = []
  }
  return { pools, waiting }
}
