import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { comments, posts } from '#db/schema/index.ts'

type Wish = { visitId: string; withdraw: boolean }

/**
 * Takes the actor's name off (or puts it back on) all they wrote on a visit's blog. The texts stay. It is theirs to decide
 * also when their role has ended; on a visit where they wrote nothing it does nothing.
 */
export async function withdrawName(actor: Person, { visitId, withdraw }: Wish, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (tx) => {
    const at = { nameWithdrawnAt: withdraw ? tx.now : null }
    const changed = (column: typeof posts.nameWithdrawnAt | typeof comments.nameWithdrawnAt) =>
      withdraw ? isNull(column) : isNotNull(column)
    await tx.db
      .update(posts)
      .set(at)
      .where(and(eq(posts.authorId, actor.id), eq(posts.visitId, visitId), changed(posts.nameWithdrawnAt)))
    const here = tx.db.select({ id: posts.id }).from(posts).where(eq(posts.visitId, visitId))
    await tx.db
      .update(comments)
      .set(at)
      .where(and(eq(comments.authorId, actor.id), inArray(comments.postId, here), changed(comments.nameWithdrawnAt)))
    ring(tx, roomOf.inside(visitId), 'posts')
  })
}
