import { type Actor, homeUnitsOf } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { Ctx } from '#db/context.server.ts'
import { canSetTarget } from '../policy.ts'
import { type GoalSetId, goalSets, type Indicator, indicatorOf, indicators, sourceTitle } from '../reference.server.ts'
import { lastYearAt, type Period } from '../rules/periods.ts'
import { everywhere, isReported } from '../rules/reports.ts'
import type { Sum } from '../rules/series.ts'
import { periodOf, sumIn } from '../rules/states.ts'
import { type Status, type StatusName, statusOf } from '../rules/status.ts'
import { targetInForce } from '../rules/targets.ts'
import type { Counts, Target } from '../rules/words.ts'
import { findOwnUnit, type Surroundings, surroundingsOf } from './places.server.ts'
import { readStore, type StoredRow, type StoredTarget } from './read.server.ts'
import { readReported, reportedAt } from './reports.server.ts'

type TreeIndicator = {
  id: string
  title: string
  kind: Indicator['kind']
  status: Status
  /** What is shown, or null when there is nothing that may be. */
  value: Counts | null
  target: Target | null
  /** Where the value comes from, or would: said when there is none. */
  sources: string[]
}

export type GoalTree = {
  set: { id: GoalSetId; title: string; origin: string }
  sets: { id: GoalSetId; title: string }[]
  around: Surroundings
  period: Period
  goals: { id: string; title: string; effectGoals: { id: string; title: string | null; indicators: TreeIndicator[] }[] }[]
  counts: Record<StatusName, number>
  least: number
  /** A value without a target, when the reader may set one: the most answered first. */
  toSet: TreeIndicator | null
}

/**
 * One goal set with the status of every indicator at a unit over the last four quarters.
 * Without `unitId`: the reader's own unit. Null when the reader belongs to no unit.
 * @throws DomainError not_found when the unit is none that the reader may see.
 */
export async function listGoalTreeFor(
  actor: Actor,
  { setId = 'strategy', unitId, locale }: { setId?: GoalSetId | undefined; unitId?: string | undefined; locale: Locale },
  ctx: Ctx,
): Promise<GoalTree | null> {
  const at = unitId ?? (await findOwnUnit(actor, ctx))
  if (!at) return null
  const period = lastYearAt(ctx.now)
  const { places, rows, targets } = await readStore(ctx, { unitId: at, homeIds: homeUnitsOf(actor), since: period.from })
  const around = surroundingsOf(actor, at, places)
  const set = goalSets.find((set) => set.id === setId) ?? (goalSets[0] as (typeof goalSets)[number])
  const inSet = indicators.filter((indicator) => indicator.set.id === set.id)
  const reported = await readReported(ctx, at, inSet)
  const goals = set.goals.map((goal) => ({
    id: goal.id,
    title: goal.title[locale],
    effectGoals: goal.effectGoals.map((effectGoal) => ({
      id: effectGoal.id,
      title: effectGoal.title?.[locale] ?? null,
      indicators: effectGoal.indicators.map(({ id }) => {
        const indicator = indicatorOf(id) as Indicator
        const mine = rows.filter((row) => row.indicatorId === id && row.strand === 'main')
        const sum = isReported(indicator) ? reportedAt(reported, at, indicator, ctx.now) : sumFor(indicator, mine, period)
        return read(indicator, sum, targets, around.unit.lineage, locale)
      }),
    })),
  }))
  const all = goals.flatMap((goal) => goal.effectGoals.flatMap((effectGoal) => effectGoal.indicators))
  const count = (name: StatusName) => all.filter((indicator) => indicator.status.name === name).length
  return {
    set: { id: set.id, title: set.title[locale], origin: set.origin[locale] },
    sets: goalSets.map((set) => ({ id: set.id, title: set.title[locale] })),
    around,
    period,
    goals,
    least: settings().SMALLEST_GROUP,
    toSet: canSetTarget(actor, around.unit.lineage) ? firstWithoutTarget(all) : null,
    counts: {
      met: count('met'),
      not_met: count('not_met'),
      no_target: count('no_target'),
      no_data: count('no_data'),
      hidden: count('hidden'),
    },
  }
}

function sumFor(indicator: Indicator, rows: readonly StoredRow[], year: Period): Sum {
  return sumIn(indicator, rows, periodOf(indicator, rows, year))
}

function firstWithoutTarget(all: readonly TreeIndicator[]): TreeIndicator | null {
  const waiting = all.filter((indicator) => indicator.status.name === 'no_target' && indicator.value !== null)
  const answers = (indicator: TreeIndicator) => indicator.value?.denominator ?? 0
  return waiting.reduce<TreeIndicator | null>((most, next) => (most && answers(most) >= answers(next) ? most : next), null)
}

function read(
  indicator: Indicator,
  sum: Sum,
  targets: readonly StoredTarget[],
  lineage: readonly string[],
  locale: Locale,
): TreeIndicator {
  const { id } = indicator
  const own = targets.filter((row) => row.indicatorId === id)
  const target = targetInForce(indicator.target, lineage, own)?.target ?? null
  return {
    id,
    title: indicator.title[locale],
    kind: indicator.kind,
    status: statusFor(indicator, sum, target),
    value: sum.state === 'shown' ? countsOf(indicator, sum.shown) : null,
    target,
    sources: sum.state === 'no_data' ? indicator.sources.flatMap((source) => sourceTitle(source)?.[locale] ?? []) : [],
  }
}

/** A count has no denominator of its own: it is so many, over one. */
function countsOf(indicator: Pick<Indicator, 'kind'>, shown: Counts): Counts {
  return indicator.kind === 'count' ? { numerator: shown.numerator, denominator: 1 } : shown
}

/** The status of a sum: hidden and no data are states of their own. Only shares of answers are samples that chance plays in. */
export function statusFor(indicator: Pick<Indicator, 'kind' | 'register'>, sum: Sum, target: Target | null): Status {
  if (sum.state !== 'shown') return { name: sum.state, uncertain: false }
  if (isReported(indicator)) return statusOf(sum.shown, everywhere, false)
  return statusOf(countsOf(indicator, sum.shown), target, indicator.kind === 'share' && !indicator.register)
}
