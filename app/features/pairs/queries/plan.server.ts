// The plan of a pair, to read and to make: its days, and what the unit's calendar proposes.
import { inArray } from 'drizzle-orm'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Person } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { hiddenUnless } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { closedPeriods } from '#db/schema/index.ts'
import { canWriteJoint } from '../policy.ts'
import { nextOpenDay, type PlanDays, planStart, proposePlan } from '../rules/plan.ts'
import { findPairFor } from './pairs.server.ts'
import { readPlan } from './planned.server.ts'
import { todayOf } from './talks.server.ts'
import { briefOf } from './walk.server.ts'

/**
 * The plan to make or change. `from`: another first day, from which all days are proposed anew.
 * @throws not_found unless the actor may write with the pair
 */
export async function findPlanFor(
  actor: Person,
  { pairId, from, locale }: { pairId: string; from: string | null; locale: Locale },
  ctx: Ctx = here(),
) {
  const pair = await findPairFor(actor, pairId, ctx)
  hiddenUnless(canWriteJoint(actor, pair))
  const path = await readPath(pair, ctx)
  const plan = await readPlan(pairId, ctx)
  const closed = await ctx.db
    .select({ startsOn: closedPeriods.startsOn, endsOn: closedPeriods.endsOn })
    .from(closedPeriods)
    .where(inArray(closedPeriods.unitId, pair.unit.lineage))
  const asked = planStart.parse(from ?? '')
  const startsOn: Day = asked || plan?.startsOn || nextOpenDay(todayOf(pair, ctx), closed)
  const core = path.modules.filter((module) => !module.optional).map((module) => module.id)
  const days: PlanDays = plan && !asked ? plan.days : proposePlan(core, startsOn, closed)
  const language = languageFor(path.languages, locale)
  return {
    ...{ pair: briefOf(actor, pair), startsOn, version: plan?.version ?? 0, isPlanned: plan !== null },
    modules: path.modules.map(({ id, title, optional }) => ({ id, title: title[language], optional, day: days[id] ?? '' })),
  }
}
