import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { targets } from '#db/schema/index.ts'
import type { TargetRow } from '../rules/targets.ts'

export type StoredTarget = TargetRow & { indicatorId: string }

/** The targets of the units, newest first; of one indicator when it is given. */
export async function listTargets(ctx: Ctx, unitIds: readonly string[], indicatorId?: string): Promise<StoredTarget[]> {
  if (unitIds.length === 0) return []
  const of = indicatorId === undefined ? undefined : eq(targets.indicatorId, indicatorId)
  const rows = await ctx.db
    .select()
    .from(targets)
    .where(and(inArray(targets.unitId, [...unitIds]), of))
    .orderBy(desc(targets.number))
  return rows.map(({ comparator, numerator, denominator, number: _order, setBy: _person, ...row }) => ({
    ...row,
    target: comparator && numerator !== null && denominator !== null ? { comparator, numerator, denominator } : null,
  }))
}
