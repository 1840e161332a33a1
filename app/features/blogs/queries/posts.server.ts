import { and, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { canReadInside } from '#app/features/visits/policy.ts'
import { findVisitFor, isVisitOfUnits, readFiles } from '#app/features/visits/queries.server.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import { type Actor, homeUnitsOf } from '#app/kernel/actor.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { posts } from '#db/schema/index.ts'
import { canReadPost } from '../policy.ts'
import type { Meeting, PostCard, PostPage } from '../views.ts'
import { cardsOf, meetingsOf, type PostRow, pageOf } from './rows.server.ts'

const PAGE_SIZE = 12

/** A post with its visit's file, for commands and pages. @throws not_found unless the actor may read it. */
export async function findPostFor(
  actor: Actor,
  postId: string,
  ctx: Ctx = here(),
): Promise<{ post: PostPage; row: PostRow; file: VisitFile }> {
  return readable(actor, eq(posts.id, postId), ctx)
}

/** The post at /blog/<slug>, with who met whom. @throws not_found unless the actor may read it. */
export async function findPostBySlugFor(
  actor: Actor,
  slug: string,
  ctx: Ctx = here(),
): Promise<{ post: PostPage; row: PostRow; file: VisitFile; meeting: Meeting }> {
  const one = await readable(actor, eq(posts.slug, slug), ctx)
  const meetings = await meetingsOf([one.post.visitId], ctx)
  return { ...one, meeting: found(meetings.get(one.post.visitId)) }
}

async function readable(actor: Actor, which: SQL, ctx: Ctx) {
  const row = found((await ctx.db.select().from(posts).where(which))[0])
  const file = found((await readFiles([row.visitId], ctx))[0])
  hiddenUnless(canReadPost(actor, row, file))
  const [card] = await cardsOf([row], ctx)
  return { post: pageOf(row, found(card)), row, file }
}

/**
 * The posts of a visit that the actor may read, newest first.
 * @throws not_found unless the actor may read what is written inside the visit.
 */
export async function listPostsFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<PostCard[]> {
  const file = await findVisitFor(actor, visitId, ctx)
  hiddenUnless(canReadInside(actor, file))
  const written = await once(ctx, `posts ${visitId}`, () => readPosts(visitId, ctx))
  return written.flatMap(({ row, card }) => (canReadPost(actor, row, file) ? [card] : []))
}

/** Unguarded: every post of the visit with its card, newest first. */
async function readPosts(visitId: string, ctx: Ctx): Promise<{ row: PostRow; card: PostCard }[]> {
  const rows = await ctx.db
    .select()
    .from(posts)
    .where(eq(posts.visitId, visitId))
    .orderBy(desc(posts.createdAt), desc(posts.id))
  const cards = await cardsOf(rows, ctx)
  return rows.flatMap((row, index) => (cards[index] ? [{ row, card: cards[index] }] : []))
}

/** `page` counts from 1. */
type Paged = { page?: number; limit?: number }
export type BlogPage = { posts: (PostCard & { meeting: Meeting })[]; hasMore: boolean }

/** Public posts, newest first, twelve a page. For everybody, so no actor. */
export async function listPublicPosts({ page = 1, limit = PAGE_SIZE }: Paged = {}, ctx: Ctx = here()): Promise<BlogPage> {
  const rows = await ctx.db
    .select()
    .from(posts)
    .where(and(eq(posts.visibility, 'everyone'), isNull(posts.takenDownAt), isNotNull(posts.slug)))
    .orderBy(desc(posts.publicSince), desc(posts.id))
    .offset((page - 1) * limit)
    .limit(limit + 1)
  return { posts: await withMeetings(rows.slice(0, limit), ctx), hasMore: rows.length > limit }
}

/** Posts meant for the units that the actor belongs to, newest first; public ones stand on the public list. */
export async function listUnitPostsFor(
  actor: Actor,
  { page = 1, limit = PAGE_SIZE }: Paged = {},
  ctx: Ctx = here(),
): Promise<BlogPage> {
  const held = homeUnitsOf(actor)
  if (held.length === 0) return { posts: [], hasMore: false }
  const which = and(eq(posts.visibility, 'unit'), isVisitOfUnits(posts.visitId, held))
  const rows = await newest(which, { page, limit }, ctx)
  const readable = await readableOf(actor, rows.slice(0, limit), ctx)
  return { posts: await withMeetings(readable, ctx), hasMore: rows.length > limit }
}

/** One page, and one row more when there is another. */
function newest(which: SQL | undefined, { page, limit }: Required<Paged>, ctx: Ctx): Promise<PostRow[]> {
  return ctx.db
    .select()
    .from(posts)
    .where(and(isNull(posts.takenDownAt), which))
    .orderBy(desc(posts.createdAt), desc(posts.id))
    .offset((page - 1) * limit)
    .limit(limit + 1)
}

async function readableOf(actor: Actor, rows: readonly PostRow[], ctx: Ctx): Promise<PostRow[]> {
  const files = await readFiles([...new Set(rows.map((row) => row.visitId))], ctx)
  const fileOf = new Map(files.map((file) => [file.visit.id, file]))
  return rows.filter((row) => {
    const file = fileOf.get(row.visitId)
    return file !== undefined && canReadPost(actor, row, file)
  })
}

async function withMeetings(rows: readonly PostRow[], ctx: Ctx): Promise<BlogPage['posts']> {
  const [cards, meetings] = [
    await cardsOf(rows, ctx),
    await meetingsOf(
      rows.map((row) => row.visitId),
      ctx,
    ),
  ]
  return cards.flatMap((card) => {
    const meeting = meetings.get(card.visitId)
    return meeting ? [{ ...card, meeting }] : []
  })
}
