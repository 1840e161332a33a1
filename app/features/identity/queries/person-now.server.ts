// Somebody who is not asking right now, with the rights they would have if they did.
import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import type { Ctx } from '#db/context.server.ts'
import { roles, users } from '#db/schema/index.ts'
import { isShut } from '../shut-accounts.server.ts'

/** The person that a session of this account would give now; null when there is no such account or nobody may use it. */
export async function findPersonNow(userId: string, ctx: Ctx): Promise<Person | null> {
  const [user] = await ctx.db.select().from(users).where(eq(users.id, userId))
  if (!user || isShut(user)) return null
  const held = await ctx.db
    .select({ kind: roles.kind, unitId: roles.unitId, visitId: roles.visitId })
    .from(roles)
    .where(and(eq(roles.userId, userId), lte(roles.startsAt, ctx.now), or(isNull(roles.endsAt), gt(roles.endsAt, ctx.now))))
  const { id, name, email, locale, theme } = user
  return { kind: 'person', id, name, email, locale, theme, roles: held }
}
