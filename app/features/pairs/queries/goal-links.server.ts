// What joint goals are measured by, as the reader may see it: asked anew each time, for rights come and go.
import { and, desc, inArray, notInArray, sql } from 'drizzle-orm'
import { findIndicatorFor } from '#app/features/indicators/queries.server.ts'
import { indicatorOf, indicators } from '#app/features/indicators/reference.server.ts'
import type { Sum } from '#app/features/indicators/rules/series.ts'
import { canReadPreparation } from '#app/features/preparation/policy.ts'
import { findGoalFor, readGoals } from '#app/features/preparation/queries.server.ts'
import { findVisitFor, readFiles } from '#app/features/visits/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError, unlessHidden } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { Ctx } from '#db/context.server.ts'
import { units, visitGuestUnits, visits } from '#db/schema/index.ts'
import { isSameLink, measureOf } from '../rules/goals.ts'
import type { PairFile } from '../rules/pair.ts'
import type { GoalLink, JointGoal } from '../words.ts'

type IndicatorLink = Extract<GoalLink, { kind: 'indicator' }>
type VisitLink = Extract<GoalLink, { kind: 'visit_goal' }>

/** `hidden`: it is there, and the reader may not see what it is. */
export type LinkView =
  | (IndicatorLink & {
      title: string
      unitName: string
      value: Sum
      measure: 'share' | 'net' | 'count' | 'status' | 'external_review'
      least: number
    })
  | (VisitLink & { visitTitle: string; text: string; language: string })
  | { kind: 'hidden' }
export type GoalView = { text: string; link: LinkView | null }

/** The goals with what they are measured by, as it is now and as this reader may see it. */
export function readGoalsFor(actor: Person, goals: readonly JointGoal[], locale: Locale, ctx: Ctx): Promise<GoalView[]> {
  return Promise.all(goals.map(async ({ text, link }) => ({ text, link: link && (await viewOf(actor, link, locale, ctx)) })))
}

function viewOf(actor: Person, link: GoalLink, locale: Locale, ctx: Ctx): Promise<LinkView> {
  const find = () => (link.kind === 'indicator' ? indicatorView(actor, link, locale, ctx) : visitGoalView(actor, link, ctx))
  return unlessHidden(find, { kind: 'hidden' })
}

async function indicatorView(actor: Person, link: IndicatorLink, locale: Locale, ctx: Ctx): Promise<LinkView> {
  const { indicatorId, unitId } = link
  const { indicator, around, value, least } = await findIndicatorFor(actor, { indicatorId, unitId, locale }, ctx)
  return { ...link, title: indicator.title, measure: indicator.kind, unitName: around.unit.name, value, least }
}

async function visitGoalView(actor: Person, link: VisitLink, ctx: Ctx): Promise<LinkView> {
  const { text, language } = await findGoalFor(actor, link.visitId, link.goalId, ctx)
  const { visit } = await findVisitFor(actor, link.visitId, ctx)
  return { ...link, visitTitle: visit.title, text, language }
}

export type LinkChoices = {
  indicators: { value: string; label: string; group: string }[]
  visitGoals: { value: string; label: string; lang: string }[]
  /** The pair's own unit first. */
  units: { value: string; label: string }[]
}

/** What the two can choose from: every indicator, at their unit or above it, and goals of its visits that the actor may read. */
export async function listLinkChoicesFor(actor: Person, pair: PairFile, locale: Locale, ctx: Ctx): Promise<LinkChoices> {
  const { id: unitId, lineage } = pair.unit
  const { id, name } = units
  const above = await ctx.db.select({ id, name }).from(units).where(inArray(id, lineage))
  const goals = await listVisitGoalsFor(actor, pair, ctx)
  return {
    indicators: indicators.map((indicator) => ({
      value: measureOf({ kind: 'indicator', indicatorId: indicator.id, unitId }),
      label: indicator.title[locale],
      group: indicator.set.title[locale],
    })),
    visitGoals: goals.map(({ visitId, id: goalId, text, language }) => ({
      value: measureOf({ kind: 'visit_goal', visitId, goalId }),
      label: shortened(text),
      lang: language,
    })),
    units: lineage
      .toReversed()
      .flatMap((place) => above.filter((unit) => unit.id === place).map((unit) => ({ value: place, label: unit.name }))),
  }
}

/**
 * What is newly linked must be the pair's to link; what was linked before stays, also when the writer cannot read it.
 * @throws invalid
 */
export async function checkLinksFor(
  actor: Person,
  { pair, goals, before }: { pair: PairFile; goals: readonly JointGoal[]; before: readonly JointGoal[] },
  ctx: Ctx,
): Promise<void> {
  const fresh = goals.flatMap(({ link }) => (link && !before.some((known) => isSameLink(known.link, link)) ? [link] : []))
  const visitGoals = fresh.some((link) => link.kind === 'visit_goal') ? await listVisitGoalsFor(actor, pair, ctx) : []
  for (const link of fresh) {
    const isFine =
      link.kind === 'indicator'
        ? indicatorOf(link.indicatorId) !== undefined && pair.unit.lineage.includes(link.unitId)
        : visitGoals.some((goal) => goal.id === link.goalId && goal.visitId === link.visitId)
    if (!isFine) throw new DomainError('invalid', 'pairs_error_goal_link')
  }
}

/** Visits whose goals are offered: the newest ones. */
const MOST_VISITS = 20

async function listVisitGoalsFor(actor: Person, pair: PairFile, ctx: Ctx) {
  const isGuest = sql`exists (select 1 from ${visitGuestUnits} came where came.visit_id = ${visits.id}
    and came.unit_id = ${pair.unit.id})`
  const takesPart = sql`(${visits.hostUnitId} = ${pair.unit.id} or ${isGuest})`
  const rows = await ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(and(takesPart, notInArray(visits.status, ['declined', 'withdrawn', 'cancelled'])))
    .orderBy(desc(visits.createdAt))
    .limit(MOST_VISITS)
  const visitIds = rows.map((row) => row.id)
  const readable = (await readFiles(visitIds, ctx)).filter((file) => canReadPreparation(actor, file))
  return (await Promise.all(readable.map((file) => readGoals(file.visit.id, ctx)))).flat()
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}
