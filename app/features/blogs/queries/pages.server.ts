// What the pages need at once. Each part is read through the guarded queries.
import { canReadInside } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { hiddenUnless } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { canComment, canEditPost, canRemoveComment, canTakeDownPost, canWritePost } from '../policy.ts'
import { phaseAt } from '../rules.ts'
import { latestCommentsFor, readComments } from './comments.server.ts'
import { visitorsOf } from './measures.server.ts'
import { findPostFor, listPostsFor } from './posts.server.ts'
import type { PostRow } from './rows.server.ts'

/** The blog of a visit: its posts, the phase of today, and whether the actor may write. @throws not_found */
export async function findBlogFor(actor: Actor, visitId: string, ctx: Ctx = here()) {
  const file = await findVisitFor(actor, visitId, ctx)
  const posts = await listPostsFor(actor, visitId, ctx)
  return { visitId, posts, phase: phaseAt(file.visit, ctx.now), mayWrite: canWritePost(actor, file) }
}

/** The newest post for the overview of a visit; null for those who may only know of the visit. @throws not_found */
export async function findLatestPostsFor(actor: Actor, visitId: string, ctx: Ctx = here()) {
  const file = await findVisitFor(actor, visitId, ctx)
  if (!canReadInside(actor, file)) return null
  const posts = (await listPostsFor(actor, visitId, ctx)).filter((post) => post.takenDown === null).slice(0, 1)
  return { visitId, posts, phase: phaseAt(file.visit, ctx.now), mayWrite: canWritePost(actor, file) }
}

/** A post inside its visit. @throws not_found unless it is the visit's and the actor may read inside. */
export async function findPostInVisitFor(actor: Actor, visitId: string, postId: string, ctx: Ctx = here()) {
  const { post, row, file } = await findPostFor(actor, postId, ctx)
  hiddenUnless(post.visitId === visitId && canReadInside(actor, file))
  const visitors = (await visitorsOf([postId], ctx)).get(postId) ?? 0
  const may = { edit: canEditPost(actor, row, file), takeDown: row.takenDownAt === null && canTakeDownPost(actor, row, file) }
  return {
    post,
    visitors,
    may,
    zone: file.visit.timeZone,
    confirmed: row.confirmedWarnings,
    ...(await conversationOf(actor, row, file, ctx)),
  }
}

/** The comments of a post that was found for the actor, what they may do with them, and where new ones arrive. */
export async function conversationOf(actor: Actor, row: PostRow, file: VisitFile, ctx: Ctx) {
  const me =
    actor.kind === 'person'
      ? {
          id: actor.id,
          locale: actor.locale,
          mayComment: canComment(actor, row, file),
          // As for a comment of somebody else: one's own can always be removed.
          mayRemove: canRemoveComment(actor, { authorId: '', removedAt: null }, file),
        }
      : null
  const room = me ? (canReadInside(actor, file) ? roomOf.inside(row.visitId) : roomOf.post(row.id)) : null
  return { comments: await readComments(actor, row.id, ctx), me, room, newId: newId() }
}

/** The room of a visit: the latest posts and comments together. @throws not_found */
export async function findRoomFor(actor: Actor, visitId: string, ctx: Ctx = here()) {
  const blog = await findBlogFor(actor, visitId, ctx)
  const comments = await latestCommentsFor(actor, visitId, 30, ctx)
  const file = await findVisitFor(actor, visitId, ctx)
  const posts = blog.posts.filter((post) => post.takenDown === null).slice(0, 15)
  return { ...blog, posts, comments, zone: file.visit.timeZone, meId: actor.kind === 'person' ? actor.id : '' }
}
