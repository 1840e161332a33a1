import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { canReadInside } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { comments, posts, visits } from '#db/schema/index.ts'
import { canReadPost } from '../policy.ts'
import type { CommentView } from '../views.ts'
import { findPostFor } from './posts.server.ts'
import { commentOf } from './rows.server.ts'

/**
 * The comments of a post, oldest first. Removed ones stay, without their words, while a reply hangs on them or somebody
 * else removed them. @throws not_found unless the actor may read the post.
 */
export async function listCommentsFor(actor: Actor, postId: string, ctx: Ctx = here()): Promise<CommentView[]> {
  await findPostFor(actor, postId, ctx)
  return readComments(postId, ctx)
}

/** Unguarded: for pages that have found the post. */
export async function readComments(postId: string, ctx: Ctx): Promise<CommentView[]> {
  const rows = await ctx.db
    .select()
    .from(comments)
    .where(eq(comments.postId, postId))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  const all = rows.map(commentOf)
  const answered = new Set(all.flatMap((comment) => (comment.removed ? [] : (comment.parentId ?? []))))
  return all.filter((comment) => comment.removed?.by !== 'author' || answered.has(comment.id))
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
  found(canReadInside(actor, file) || null)
  const rows = await ctx.db
    .select({ comment: comments, post: posts })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(posts.visitId, visitId), isNull(posts.takenDownAt), isNull(comments.removedAt)))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(limit)
  return rows
    .filter(({ post }) => canReadPost(actor, post, file))
    .map(({ comment, post }) => ({ ...commentOf(comment), postTitle: post.title, postLanguage: post.language }))
}

export type OwnWriting = {
  visitId: string
  visitTitle: string
  visitLanguage: string
  posts: { id: string; title: string; language: string; slug: string | null; createdAt: Date; takenDownAt: Date | null }[]
  comments: number
  /** Is any of it shown without the name? */
  nameWithdrawn: boolean
}

/** What the person has written, visit by visit, also where their role has ended: it is theirs to sign or not. */
export async function listOwnWriting(actor: Person, ctx: Ctx = here()): Promise<OwnWriting[]> {
  const own = await ctx.db.select().from(posts).where(eq(posts.authorId, actor.id)).orderBy(desc(posts.createdAt))
  const said = await ctx.db
    .select({ visitId: posts.visitId, withdrawn: comments.nameWithdrawnAt })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.authorId, actor.id), isNull(comments.removedAt)))
  const ids = [...new Set([...own, ...said].map((row) => row.visitId))]
  if (ids.length === 0) return []
  const places = await ctx.db
    .select({ id: visits.id, title: visits.title, language: visits.language })
    .from(visits)
    .where(inArray(visits.id, ids))
    .orderBy(desc(visits.createdAt))
  return places.map((visit) => {
    const written = own.filter((row) => row.visitId === visit.id)
    const comments = said.filter((row) => row.visitId === visit.id)
    return {
      visitId: visit.id,
      visitTitle: visit.title,
      visitLanguage: visit.language,
      posts: written.map(({ id, title, language, slug, createdAt, takenDownAt }) => ({
        id,
        title,
        language,
        slug,
        createdAt,
        takenDownAt,
      })),
      comments: comments.length,
      nameWithdrawn: written.some((row) => row.nameWithdrawnAt) || comments.some((row) => row.withdrawn),
    }
  })
}
