import { and, count, eq, gt } from 'drizzle-orm'
import { participantOf } from '#app/features/visits/policy.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { post, ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { comments } from '#db/schema/index.ts'
import { canComment, canEditComment, canRemoveComment, needsReason } from '../policy.ts'
import { findPostFor } from '../queries/posts.server.ts'
import { type CommentRow, commentOf, type PostRow } from '../queries/rows.server.ts'
import { gatheredUntil, pace } from '../rules.ts'
import { authorOf, refuseUnconfirmed } from './create-post.server.ts'

export type NewComment = {
  /** Made by the form: the same id a second time is the same comment. */
  id: string
  postId: string
  /** The comment that is answered; an answer to an answer joins the same thread. */
  parentId?: string | undefined
  text: string
  language: string
  confirmed: string[]
}

/**
 * Comments on a post, and tells those who follow it, with the finished comment as the letter.
 * @throws not_found, forbidden, invalid while a warning is unconfirmed, gone when what is answered was removed, too_many.
 */
export async function addComment(actor: Person, input: NewComment, ctx: Ctx = here()): Promise<string> {
  return transaction(ctx, async (tx) => {
    const { row: onPost, file } = await findPostFor(actor, input.postId, tx)
    allowed(canComment(actor, onPost, file), 'blogs_error_no_comment')
    refuseUnconfirmed(input.text, input.confirmed)
    if (await isSentAgain(actor, input, tx)) return input.id
    await keepPace(actor, tx)
    const parentId = input.parentId ? await threadOf(input.parentId, input.postId, tx) : null
    const { participantId: _, ...author } = authorOf(actor, participantOf(actor, file), file)
    const { id, postId, text, language, confirmed } = input
    const [row] = await tx.db
      .insert(comments)
      .values({
        id,
        postId,
        parentId,
        text,
        language,
        confirmedWarnings: confirmed,
        createdAt: tx.now,
        ...author,
      })
      .onConflictDoNothing({ target: comments.id })
      .returning()
    // Sent twice at once: the second waits here for the first, and finds its own comment.
    if (row) await tell(row, onPost, tx)
    else await isSentAgain(actor, input, tx)
    return id
  })
}

/** @throws not_found, forbidden, invalid while a warning is unconfirmed, conflict when it was changed since `version`. */
export async function editComment(
  actor: Person,
  input: { commentId: string; text: string; language: string; version: number; confirmed: string[] },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { comment, onPost, file } = await findComment(actor, input.commentId, tx)
    allowed(canEditComment(actor, comment, onPost, file), 'blogs_error_not_yours')
    refuseUnconfirmed(input.text, input.confirmed)
    if (comment.version !== input.version) throw new DomainError('conflict', 'blogs_error_changed')
    const { text, language, confirmed } = input
    await tx.db
      .update(comments)
      .set({ text, language, confirmedWarnings: confirmed, version: comment.version + 1, editedAt: tx.now })
      .where(eq(comments.id, comment.id))
    ringComments(tx, onPost)
  })
}

/**
 * Removes a comment: the words no longer leave the server; who, when and why stays. Removing twice is the first.
 * @throws not_found, forbidden, invalid when somebody else's comment is removed without a reason.
 */
export async function removeComment(
  actor: Person,
  input: { commentId: string; reason: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { comment, onPost, file } = await findComment(actor, input.commentId, tx)
    if (comment.removedAt) return
    allowed(canRemoveComment(actor, comment, file), 'blogs_error_not_yours')
    if (needsReason(actor, comment) && input.reason === '') throw new DomainError('invalid', 'blogs_error_reason')
    const removed = { removedAt: tx.now, removedBy: actor.id, removedReason: input.reason }
    await tx.db.update(comments).set(removed).where(eq(comments.id, comment.id))
    ringComments(tx, onPost)
  })
}

async function findComment(actor: Person, commentId: string, ctx: Ctx) {
  const [row] = await ctx.db.select().from(comments).where(eq(comments.id, commentId)).for('update')
  const comment = found(row)
  const { row: onPost, file } = await findPostFor(actor, comment.postId, ctx)
  return { comment, onPost, file }
}

/** The comment that heads the thread which an answer joins. */
async function threadOf(parentId: string, postId: string, ctx: Ctx): Promise<string> {
  const [parent] = await ctx.db
    .select()
    .from(comments)
    .where(and(eq(comments.id, parentId), eq(comments.postId, postId)))
  if (found(parent).removedAt) throw new DomainError('gone', 'blogs_error_comment_gone')
  return found(parent).parentId ?? parentId
}

/**
 * Those inside get the finished comment; readers of the post get it only while everybody may read it, else a bell. Whom it
 * answers is mailed when the hour is over.
 */
async function tell(row: CommentRow, onPost: PostRow, ctx: Ctx): Promise<void> {
  const letter = { ...commentOf(row), postTitle: onPost.title, postLanguage: onPost.language }
  post(ctx, roomOf.inside(onPost.visitId), 'comment.posted', letter)
  if (onPost.visibility === 'everyone') post(ctx, roomOf.post(onPost.id), 'comment.posted', letter)
  else ring(ctx, roomOf.post(onPost.id), 'comments')
  const until = gatheredUntil(ctx.now)
  const event = { event: 'blogs.commented' as const, postId: onPost.id, until: until.toISOString() }
  await enqueue(ctx, 'notify', event, { startAfter: until, singletonKey: `${event.event}/${onPost.id}/${event.until}` })
}

function ringComments(ctx: Ctx, onPost: PostRow): void {
  ring(ctx, roomOf.inside(onPost.visitId), 'comments')
  ring(ctx, roomOf.post(onPost.id), 'comments')
}

async function isSentAgain(actor: Person, input: NewComment, ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db.select().from(comments).where(eq(comments.id, input.id))
  if (!row) return false
  if (row.authorId !== actor.id || row.postId !== input.postId) throw new DomainError('conflict')
  if (row.text === input.text || row.editedAt || row.removedAt) return true
  throw new DomainError('conflict', 'blogs_error_already_sent')
}

async function keepPace(actor: Person, ctx: Ctx): Promise<void> {
  const since = new Date(ctx.now.getTime() - pace.commentMinutes * 60_000)
  const [recent] = await ctx.db
    .select({ count: count() })
    .from(comments)
    .where(and(eq(comments.authorId, actor.id), gt(comments.createdAt, since)))
  if ((recent?.count ?? 0) >= pace.comments) throw new DomainError('too_many', 'blogs_error_pace')
}
