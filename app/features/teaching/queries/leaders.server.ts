// Who is asked to sign: those who lead the teacher's unit, else the one where it was held, else the nearest above.
import { and, inArray } from 'drizzle-orm'
import { isHeldAt } from '#app/features/identity/queries/held-now.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { roles } from '#db/schema/index.ts'
import { nearestLeaders, type SessionFile } from '../rules/session.ts'

/** Accounts by session. Unguarded: for needs, letters and the teacher's own page. */
export async function readLeaders(sessions: readonly SessionFile[], ctx: Ctx): Promise<Map<string, string[]>> {
  const lineageOf = (session: SessionFile) => (session.home ?? session.unit)?.lineage ?? []
  const unitIds = [...new Set(sessions.flatMap(lineageOf))]
  if (unitIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ userId: roles.userId, unitId: roles.unitId })
    .from(roles)
    .where(and(inArray(roles.unitId, unitIds), inArray(roles.kind, ['unit_manager', 'education_lead']), isHeldAt(ctx.now)))
  const holders = rows.flatMap(({ userId, unitId }) => (unitId ? [{ userId, unitId }] : []))
  return new Map(sessions.map((one) => [one.id, nearestLeaders(lineageOf(one), holders, one.teacher.userId)]))
}
