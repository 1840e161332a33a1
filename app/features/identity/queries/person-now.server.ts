// People who are not asking right now, with the rights they would have if they did.
import { and, eq } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { isAmong } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { roles, users } from '#db/schema/index.ts'
import { isShut } from '../shut-accounts.server.ts'
import { isHeldAt } from './held-now.server.ts'

/** The person that a session of this account would give now; null when there is no such account or nobody may use it. */
export async function findPersonNow(userId: string, ctx: Ctx): Promise<Person | null> {
  const [person] = await readPeopleNow([userId], ctx)
  return person ?? null
}

/** The same for many accounts; those that nobody may use are left out. */
export async function readPeopleNow(userIds: readonly string[], ctx: Ctx): Promise<Person[]> {
  if (userIds.length === 0) return []
  const rows = await ctx.db
    .select({ user: users, role: { kind: roles.kind, unitId: roles.unitId, visitId: roles.visitId } })
    .from(users)
    .leftJoin(roles, and(eq(roles.userId, users.id), isHeldAt(ctx.now)))
    .where(isAmong(users.id, [...new Set(userIds)]))
  const people = new Map<string, Person>()
  for (const { user, role } of rows) {
    if (isShut(user)) continue
    const { id, name, email, locale, theme } = user
    const held = people.get(id)?.roles ?? []
    people.set(id, { kind: 'person', id, name, email, locale, theme, roles: role ? [...held, role] : held })
  }
  return [...people.values()]
}
