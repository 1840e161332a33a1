// Who is counted at a unit: the definition in force and its history, for those who can see the unit's results.
import { desc, eq, inArray } from 'drizzle-orm'
import { mayReadIndicatorsOf } from '#app/features/indicators/queries.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { type Day, dayAt } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { Ctx } from '#db/context.server.ts'
import { countingRules, units } from '#db/schema/index.ts'
import { canDecideCounting, canKeepRegister } from '../policy.ts'
import { steps } from '../reference.server.ts'
import { type CountingRule, type RuleInForce, type RuleVersion, ruleInForce } from '../rules/counting.ts'
import { titleOf } from './steps.server.ts'

export type SignedVersion = RuleVersion & { reason: string; language: string; setName: string; setAt: Date; unitName: string }

export type CountingPage = {
  unit: { id: string; name: string }
  today: Day
  force: RuleInForce<SignedVersion>
  /** The unit's own versions, newest first; those that begin later are among them. */
  own: SignedVersion[]
  steps: { step: number; title: string }[]
  may: { decide: boolean; keep: boolean }
}

/** @throws DomainError not_found for those who may not see the unit's results either */
export async function findCountingFor(actor: Actor, unitId: string, locale: Locale, ctx: Ctx): Promise<CountingPage> {
  const unit = await findCountedUnit(actor, unitId, ctx)
  const today = dayAt(ctx.now, unit.timeZone)
  const versions = await listVersions(unit.lineage, ctx)
  return {
    unit: { id: unit.id, name: unit.name },
    today,
    force: ruleInForce(unit.lineage, versions, today),
    own: versions.filter((version) => version.unitId === unit.id),
    steps: steps.map((step) => ({ step, title: titleOf(step, today, locale) })),
    may: { decide: canDecideCounting(actor, unit.lineage), keep: canKeepRegister(actor, unit.lineage) },
  }
}

/** @throws DomainError not_found */
export async function findCountedUnit(actor: Actor, unitId: string, ctx: Ctx): Promise<typeof units.$inferSelect> {
  const [row] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  const unit = found(row)
  found((await mayReadIndicatorsOf(actor, unit.lineage, ctx)) || undefined)
  return unit
}

/** The signed versions of the units in the lineage, newest first. */
export async function listVersions(lineage: readonly string[], ctx: Ctx): Promise<SignedVersion[]> {
  const rows = await ctx.db
    .select({ version: countingRules, unitName: units.name })
    .from(countingRules)
    .innerJoin(units, eq(units.id, countingRules.unitId))
    .where(inArray(countingRules.unitId, [...lineage]))
    .orderBy(desc(countingRules.number))
  return rows.map(({ version, unitName }) => {
    const { id, number, unitId, validFrom, reason, language, setName, setAt } = version
    return { id, number, unitId, validFrom, reason, language, setName, setAt, unitName, rule: ruleOf(version) }
  })
}

function ruleOf({ base, basicStep, validMonths }: typeof countingRules.$inferSelect): CountingRule | null {
  return base === null || basicStep === null ? null : { base, basicStep, validMonths }
}
