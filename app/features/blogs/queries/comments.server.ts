import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { canReadInside } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { comments, posts } from '#db/schema/index.ts'
import { canReadPost } from '../policy.ts'
import type { CommentView } from '../views.ts'
import { findPostFor } from './posts.server.ts'
import { commentOf } from './rows.server.ts'

/**
 * The comments of a post, oldest first. Removed ones stay, without their words, while a reply hangs on them or somebody
 * else removed them. Unguarded: for pages that have found the post.
 */
export async function readComments(actor: Actor, postId: string, ctx: Ctx): Promise<CommentView[]> {
  const rows = await ctx.db
    .select()
    .from(comments)
    .where(eq(comments.postId, postId))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  const all = rows.map((row) => commentOf(row, actor))
  const answered = new Set(all.flatMap((comment) => (comment.removed ? [] : (comment.parentId ?? []))))
  return all.filter((comment) => comment.removed?.by !== 'author' || answered.has(comment.id))
}

/** One comment that still stands, with its post and visit. @throws not_found unless the actor may read the post. */
export async function findCommentFor(actor: Actor, commentId: string, ctx: Ctx = here()) {
  const comment = found(
    (
      await ctx.db
        .select()
        .from(comments)
        .where(and(eq(comments.id, commentId), isNull(comments.removedAt)))
    )[0],
  )
  const { row: onPost, file } = await findPostFor(actor, comment.postId, ctx)
  return { comment, onPost, file }
}

export type CommentInRoom = CommentView & { postTitle: string; postLanguage: string }

/** The latest comments on all posts of a visit, newest first. @throws not_found unless the actor may read inside the visit. */
export async function latestCommentsFor(
  actor: Actor,
  visitId: string,
  limit = 20,
  ctx: Ctx = here(),
): Promise<CommentInRoom[]> {
  const file = await findVisitFor(actor, visitId, ctx)
  hiddenUnless(canReadInside(actor, file))
  const rows = await ctx.db
    .select({ comment: comments, post: posts })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(posts.visitId, visitId), isNull(posts.takenDownAt), isNull(comments.removedAt)))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(limit)
  return rows
    .filter(({ post }) => canReadPost(actor, post, file))
    .map(({ comment, post }) => ({ ...commentOf(comment, actor), postTitle: post.title, postLanguage: post.language }))
}
