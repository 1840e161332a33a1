// Places in the chain of who taught whom: one for each account, made when it is first needed.
import { inArray } from 'drizzle-orm'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { cascadePeople } from '#db/schema/index.ts'

/** By account. Runs inside a command. */
export async function placesOf(ctx: Ctx, userIds: readonly string[]): Promise<(userId: string) => string> {
  const ids = [...new Set(userIds)]
  if (ids.length > 0) {
    const rows = ids.map((userId) => ({ id: newId(), userId }))
    await ctx.db.insert(cascadePeople).values(rows).onConflictDoNothing({ target: cascadePeople.userId })
  }
  const rows = ids.length > 0 ? await ctx.db.select().from(cascadePeople).where(inArray(cascadePeople.userId, ids)) : []
  const byUser = new Map(rows.map(({ id, userId }) => [userId, id]))
  return (userId) => found(byUser.get(userId))
}
