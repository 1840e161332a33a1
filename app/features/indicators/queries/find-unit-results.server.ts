import { type BlogMeasures, measuresOfUnit } from '#app/features/blogs/queries.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { addDays } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { Ctx } from '#db/context.server.ts'
import { firstDayOf } from '../rules/periods.ts'
import { type GoalTree, listGoalTreeFor } from './list-goal-tree.server.ts'

/** The result measures of the co-learning model at a unit: its indicators, and the blog in the same year and since ever. */
export type UnitResults = { tree: GoalTree; blog: { year: BlogMeasures; ever: BlogMeasures } }

/** @throws DomainError not_found when the unit is none that the reader may see. */
export async function findUnitResultsFor(
  actor: Actor,
  { unitId, locale }: { unitId: string; locale: Locale },
  ctx: Ctx,
): Promise<UnitResults> {
  const tree = found(await listGoalTreeFor(actor, { setId: 'co_learning', unitId, locale }, ctx))
  const year = { from: firstDayOf(tree.period.from), to: addDays(firstDayOf(tree.period.to + 1), -1) }
  return { tree, blog: { year: await measuresOfUnit(unitId, year, ctx), ever: await measuresOfUnit(unitId, {}, ctx) } }
}
