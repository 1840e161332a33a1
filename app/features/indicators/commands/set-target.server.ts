import { eq } from 'drizzle-orm'
import { homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { targets } from '#db/schema/index.ts'
import { canSetTarget } from '../policy.ts'
import { surroundingsOf } from '../queries/places.server.ts'
import { readStore } from '../queries/read.server.ts'
import { type Indicator, indicatorOf } from '../reference.server.ts'
import { type NumericKind, targetFrom } from '../rules/targets.ts'
import type { Target } from '../rules/words.ts'

type Given = { id: string; indicatorId: string; unitId: string; reason: string; language: string }

/**
 * Sets what the unit and everything below it aims at, with the reason. Earlier targets stay as history.
 * `limitTenths`: tenths of a percent (share), of a point (net) or of a piece (count).
 * @throws DomainError not_found, forbidden, or invalid when no such value can occur.
 */
export async function setTarget(
  actor: Person,
  input: Given & { comparator: Target['comparator']; limitTenths: number },
  ctx: Ctx,
): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const kind = await findKindToSet(actor, input, ctx)
    const target = targetFrom(kind, input.comparator, input.limitTenths)
    if (!target) throw new DomainError('invalid', 'indicators_error_limit_range')
    await insertRow(actor, input, target, ctx)
  })
}

/** Takes the unit's own target back: what holds above it holds again. @throws as `setTarget`. */
export async function withdrawTarget(actor: Person, input: Given, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await findKindToSet(actor, input, ctx)
    await insertRow(actor, input, null, ctx)
  })
}

async function findKindToSet(actor: Person, input: Given, ctx: Ctx): Promise<NumericKind> {
  const indicator = found(indicatorOf(input.indicatorId))
  const wanted = {
    unitId: input.unitId,
    homeIds: homeUnitsOf(actor),
    indicatorIds: [indicator.id],
    since: 0,
    targetsOf: indicator.id,
  }
  const { unit } = surroundingsOf(actor, input.unitId, (await readStore(ctx, wanted)).places)
  allowed(canSetTarget(actor, unit.lineage), 'indicators_error_not_yours')
  return numericKindOf(indicator)
}

function numericKindOf({ kind }: Indicator): NumericKind {
  if (kind === 'share' || kind === 'net' || kind === 'count') return kind
  throw new DomainError('invalid', 'indicators_error_no_number')
}

async function insertRow(actor: Person, input: Given, target: Target | null, ctx: Ctx): Promise<void> {
  const { id, indicatorId, unitId, reason, language } = input
  const row = {
    id,
    indicatorId,
    unitId,
    reason,
    language,
    comparator: target?.comparator ?? null,
    numerator: target?.numerator ?? null,
    denominator: target?.denominator ?? null,
    setBy: actor.id,
    setName: actor.name,
    setAt: ctx.now,
  }
  const made = await ctx.db
    .insert(targets)
    .values(row)
    .onConflictDoNothing({ target: targets.id })
    .returning({ id: targets.id })
  if (made.length > 0) return
  // Pressed twice: the first press did it. Somebody else's id is somebody else's.
  const [known] = await ctx.db.select({ setBy: targets.setBy }).from(targets).where(eq(targets.id, id))
  found(known?.setBy === actor.id || undefined)
}
