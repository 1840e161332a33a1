import { eq } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { posts, postVisibilityChanges } from '#db/schema/index.ts'
import { canEditPost, canTakeDownPost, needsReason } from '../policy.ts'
import { findPostFor } from '../queries/posts.server.ts'
import type { PostRow } from '../queries/rows.server.ts'
import { wordsOf } from '../typed.ts'
import type { PostPhase } from '../words.ts'
import { contentOf, type NewPost, refuseUnconfirmed } from './create-post.server.ts'
import { freeAddress } from './free-address.server.ts'

type Change = Omit<NewPost, 'id' | 'visitId'> & { postId: string; version: number; phase?: PostPhase | undefined }

/**
 * Changes the author's post; the phase may be another than the one that the dates gave it. A change of who may read it is a row of its own. The address stays once it is given.
 * @throws not_found, forbidden, invalid while a warning is unconfirmed, conflict when it was changed since `version`.
 */
export async function editPost(actor: Person, input: Change, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockPost(input.postId, tx)
    const { row, file } = await findPostFor(actor, input.postId, tx)
    allowed(canEditPost(actor, row, file), 'blogs_error_not_yours')
    refuseUnconfirmed(wordsOf(input), input.confirmed)
    if (row.version !== input.version) throw new DomainError('conflict', 'blogs_error_changed')
    await tx.db
      .update(posts)
      .set({
        ...contentOf(input),
        phase: input.phase ?? row.phase,
        slug: row.slug ?? (input.visibility === 'participants' ? null : await freeAddress(input.title, row.id, tx)),
        publicSince: input.visibility === 'everyone' ? (row.publicSince ?? tx.now) : null,
        version: row.version + 1,
        editedAt: tx.now,
      })
      .where(eq(posts.id, row.id))
    if (row.visibility !== input.visibility) {
      const change = { fromVisibility: row.visibility, toVisibility: input.visibility, changedBy: actor.id, at: tx.now }
      await tx.db.insert(postVisibilityChanges).values({ id: newId(), postId: row.id, ...change })
    }
    ringReaders(tx, row)
  })
}

/**
 * Takes a post down: it stays for its author and the host to read, with who, when and why. Taking down twice is the first.
 * @throws not_found, forbidden, invalid when somebody else's post is taken down without a reason.
 */
export async function takeDownPost(actor: Person, input: { postId: string; reason: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockPost(input.postId, tx)
    const { row, file } = await findPostFor(actor, input.postId, tx)
    allowed(canTakeDownPost(actor, row, file), 'blogs_error_not_yours')
    if (row.takenDownAt) return
    if (needsReason(actor, row) && input.reason === '') throw new DomainError('invalid', 'blogs_error_reason')
    const taken = { takenDownAt: tx.now, takenDownBy: actor.id, takenDownReason: input.reason }
    await tx.db.update(posts).set(taken).where(eq(posts.id, row.id))
    ringReaders(tx, row)
  })
}

/** Readers run their loaders again, each under their own rights. */
function ringReaders(ctx: Ctx, row: Pick<PostRow, 'id' | 'visitId'>): void {
  ring(ctx, roomOf.inside(row.visitId), 'posts')
  ring(ctx, roomOf.post(row.id), 'posts')
}

/** Two who change the same post do so one after the other. */
async function lockPost(postId: string, ctx: Ctx): Promise<void> {
  await ctx.db.select({ id: posts.id }).from(posts).where(eq(posts.id, postId)).for('update')
}
