import { type Actor, homeUnitsOf } from '#app/kernel/actor.ts'
import { type Day, dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, once } from '#db/context.server.ts'
import { canReport, canSetTarget } from '../policy.ts'
import { groupTitle, type Indicator, indicatorOf, levelTitle } from '../reference.server.ts'
import { lastYearAt, type Period } from '../rules/periods.ts'
import { holdsOn, isReported, levelsFor, type ReportedKind, staleFrom } from '../rules/reports.ts'
import { type RunChartReading, readRunChart } from '../rules/run-chart.ts'
import { type Point, type Sum, seriesOf, sumOf } from '../rules/series.ts'
import { periodOf, statePoints, sumIn } from '../rules/states.ts'
import { numberAt, type Status } from '../rules/status.ts'
import { type TargetInForce, type TargetRow, targetInForce } from '../rules/targets.ts'
import type { ReportLevel, RespondentGroup, Strand, Target } from '../rules/words.ts'
import {
  comesFromAnswers,
  type DescribedIndicator,
  describe,
  isFromPeople,
  responseRateId,
} from './describe-indicator.server.ts'
import { statusFor } from './list-goal-tree.server.ts'
import { findOwnUnit, type Surroundings, surroundingsOf } from './places.server.ts'
import { type Place, readStore, type StoredRow } from './read.server.ts'
import { listReports, type Report, readReported, reportedAt } from './reports.server.ts'

/** Numbers of one group, or of one unit: what may be shown, and how it stands. */
type Part = { id: string; title: string; sum: Sum; status: Status }

export type IndicatorFile = {
  indicator: DescribedIndicator
  around: Surroundings
  /** The last four quarters, of a state its quarter: value, groups and units are all of these. */
  period: Period
  least: number
  value: Sum
  status: Status
  target: (TargetInForce & { unitName: string | null }) | null
  /** The unit's own earlier targets, newest first. */
  history: TargetRow[]
  groups: Part[]
  /** People who answered of those asked. */
  rate: Sum
  /** Leading and supporting measures: beside the value, never in it. */
  beside: (Part & { strand: Exclude<Strand, 'main'> })[]
  points: Point[]
  waiting: Period | null
  reading: RunChartReading | null
  units: (Part & { before: Sum })[]
  maySetTarget: boolean
  /** Of indicators that are reported instead of counted. */
  report: ReportFile | null
}

type ReportFile = {
  /** The unit's own report that holds, or held until `staleFrom`; null when it has none. */
  own: (Report & { level: ReportLevel }) | null
  isStale: boolean
  /** The first day on which it has to be made anew; null when it holds until the next. */
  staleFrom: Day | null
  /** Newest first, with those taken back. */
  history: Report[]
  levels: { key: ReportLevel; title: string }[]
  today: Day
  mayReport: boolean
}

/**
 * One indicator at one unit with its series, groups and the units right below. Without `unitId`: the reader's own unit.
 * Everything in it has passed the cuts: sums of steps of at least `least` answers.
 * @throws DomainError not_found when there is no such indicator, or no such unit that the reader may see.
 */
export async function findIndicatorFor(
  actor: Actor,
  { indicatorId, unitId, locale }: { indicatorId: string; unitId?: string | undefined; locale: Locale },
  ctx: Ctx,
): Promise<IndicatorFile> {
  const indicator = found(indicatorOf(indicatorId))
  const at = found(unitId ?? (await findOwnUnit(actor, ctx)))
  const year = lastYearAt(ctx.now)
  const wanted = {
    unitId: at,
    homeIds: homeUnitsOf(actor),
    indicatorIds: comesFromAnswers(indicator) ? [indicatorId, responseRateId] : [indicatorId],
    since: year.from - 4,
    targetsOf: indicatorId,
  }
  const { places, rows, targets } = await once(ctx, `store ${JSON.stringify(wanted)}`, () => readStore(ctx, wanted))
  const around = surroundingsOf(actor, at, places)
  const { unit } = around
  const here = rows.filter((row) => row.unitId === unit.id)
  const ours = here.filter((row) => row.indicatorId === indicatorId)
  const main = ours.filter((row) => row.strand === 'main')
  const period = periodOf(indicator, main, year)
  const force = targetInForce(indicator.target, unit.lineage, targets)
  const target = force?.target ?? null
  const reported = await readReported(ctx, unit.id, [indicator])
  const sumAt = (id: string) =>
    isReported(indicator)
      ? reportedAt(reported, id, indicator, ctx.now)
      : sumIn(indicator, rowsAt(rows, id, indicatorId), period)
  const value = sumAt(unit.id)
  const { points, waiting } = indicator.register
    ? { points: statePoints(indicator.register, main, year.to), waiting: null }
    : seriesOf(main)
  return {
    indicator: describe(indicator, locale),
    around,
    period,
    least: settings().SMALLEST_GROUP,
    value,
    status: statusFor(indicator, value, target),
    target: force && { ...force, unitName: around.lineage.find((place) => place.id === force.row?.unitId)?.name ?? null },
    history: targets.filter((row) => row.unitId === unit.id),
    groups: groupsOf(indicator, main, period, target, locale),
    rate: comesFromAnswers(indicator)
      ? sumOf(
          here.filter((row) => row.indicatorId === responseRateId),
          year,
        )
      : { state: 'no_data' },
    beside: besideOf(indicator, ours, year, locale),
    points,
    waiting,
    reading: readRunChart(points.map((point) => numberAt(indicator.kind, point.shown))),
    units: unitsOf(indicator, around, rows, period, target, sumAt),
    maySetTarget: ['share', 'net', 'count'].includes(indicator.kind) && canSetTarget(actor, unit.lineage),
    report: isReported(indicator) ? await reportOf(actor, indicator, unit, locale, ctx) : null,
  }
}

async function reportOf(
  actor: Actor,
  indicator: Indicator & { kind: ReportedKind },
  unit: Place,
  locale: Locale,
  ctx: Ctx,
): Promise<ReportFile> {
  const history = await listReports(ctx, unit.id, indicator.id)
  const today = dayAt(ctx.now, HOME_ZONE)
  const [newest] = history
  const own = newest?.level ? { ...newest, level: newest.level } : null
  return {
    own,
    isStale: own !== null && !holdsOn(today, own.onDay, indicator.interval),
    staleFrom: own && staleFrom(own.onDay, indicator.interval),
    history,
    levels: levelsFor(indicator.kind).map((key) => ({ key, title: levelTitle(key)?.[locale] ?? key })),
    today,
    mayReport: canReport(actor, unit.lineage),
  }
}

/** Counts that decide the value at a unit right here or right below. */
function rowsAt(rows: readonly StoredRow[], unitId: string, indicatorId: string): StoredRow[] {
  return rows.filter((row) => row.unitId === unitId && row.indicatorId === indicatorId && row.strand === 'main')
}

/** Every group that the indicator asks, in its order, and any other that has answered. */
function groupsOf(
  indicator: Indicator,
  rows: readonly StoredRow[],
  period: Period,
  target: Target | null,
  locale: Locale,
): Part[] {
  const asked = isFromPeople(indicator) ? indicator.groups : []
  const groups = new Set<RespondentGroup>([...asked, ...rows.map((row) => row.group)])
  const parts = [...groups].map((group) => {
    const sum = sumOf(
      rows.filter((row) => row.group === group),
      period,
    )
    return { id: group, title: groupTitle(group)[locale], sum, status: statusFor(indicator, sum, target) }
  })
  return parts.length > 1 ? parts : []
}

function besideOf(indicator: Indicator, rows: readonly StoredRow[], period: Period, locale: Locale): IndicatorFile['beside'] {
  return (['leading', 'supporting'] as const).flatMap((strand) => {
    const mine = rows.filter((row) => row.strand === strand)
    return [...new Set(mine.map((row) => row.group))].map((group) => {
      const sum = sumOf(
        mine.filter((row) => row.group === group),
        period,
      )
      return {
        id: `${strand}-${group}`,
        strand,
        title: [indicator.beside?.[strand]?.[locale], group === 'system' ? '' : groupTitle(group)[locale]]
          .filter(Boolean)
          .join(', '),
        sum,
        status: statusFor(indicator, sum, null),
      }
    })
  })
}

/** The units right below that the reader may open, as they reported to this unit. */
function unitsOf(
  indicator: Indicator,
  around: Surroundings,
  rows: readonly StoredRow[],
  period: Period,
  target: Target | null,
  sumAt: (unitId: string) => Sum,
): IndicatorFile['units'] {
  return around.below.flatMap((place) => {
    const mine = rowsAt(rows, place.id, indicator.id)
    if (place.isClosed && mine.length === 0) return []
    const sum = sumAt(place.id)
    const before = sumIn(indicator, mine, { from: period.from - 4, to: period.to - 4 })
    return [{ id: place.id, title: place.name, sum, before, status: statusFor(indicator, sum, target) }]
  })
}
