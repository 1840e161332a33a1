import { and, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { canReadInside } from '#app/features/visits/policy.ts'
import { findVisitFor, readFiles } from '#app/features/visits/queries.server.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { posts, units, visitGuestUnits, visitParticipants, visits } from '#db/schema/index.ts'
import { canReadPost } from '../policy.ts'
import type { Meeting, PostCard, PostPage } from '../views.ts'
import { cardsOf, meetingsOf, type PostRow, pageOf } from './rows.server.ts'

export const PAGE_SIZE = 12

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
  found(canReadPost(actor, row, file) || null)
  const [card] = await cardsOf([row], ctx)
  return { post: pageOf(row, found(card)), row, file }
}

/**
 * The posts of a visit that the actor may read, newest first.
 * @throws not_found unless the actor may read what is written inside the visit.
 */
export async function listPostsFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<PostCard[]> {
  const file = await findVisitFor(actor, visitId, ctx)
  found(canReadInside(actor, file) || null)
  const rows = await ctx.db
    .select()
    .from(posts)
    .where(eq(posts.visitId, visitId))
    .orderBy(desc(posts.createdAt), desc(posts.id))
  return cardsOf(
    rows.filter((row) => canReadPost(actor, row, file)),
    ctx,
  )
}

export type BlogPage = { posts: (PostCard & { meeting: Meeting })[]; hasMore: boolean }

/** Public posts, newest first, twelve a page. For everybody, so no actor. `page` counts from 1. */
export async function listPublicPosts(
  { page = 1, limit = PAGE_SIZE }: { page?: number; limit?: number } = {},
  ctx: Ctx = here(),
): Promise<BlogPage> {
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
export async function listUnitPostsFor(actor: Actor, limit = 20, ctx: Ctx = here()): Promise<BlogPage['posts']> {
  const near = ofOwnUnits(actor)
  if (!near) return []
  const rows = await newest(and(eq(posts.visibility, 'unit'), near), limit, ctx)
  return withMeetings(await readableOf(actor, rows, ctx), ctx)
}

/** The newest posts of the visits the actor takes part in and of their units, for the start page. */
export async function latestPostsFor(actor: Actor, limit = 5, ctx: Ctx = here()): Promise<BlogPage['posts']> {
  if (actor.kind !== 'person') return []
  const own = sql`exists (select 1 from ${visitParticipants} where ${visitParticipants.visitId} = ${posts.visitId}
    and ${visitParticipants.userId} = ${actor.id} and ${visitParticipants.leftAt} is null)`
  const rows = await newest(
    or(own, and(sql`${posts.visibility} <> 'participants'`, ofOwnUnits(actor) ?? sql`false`)),
    limit * 4,
    ctx,
  )
  return withMeetings((await readableOf(actor, rows, ctx)).slice(0, limit), ctx)
}

function newest(which: SQL | undefined, limit: number, ctx: Ctx): Promise<PostRow[]> {
  return ctx.db
    .select()
    .from(posts)
    .where(and(isNull(posts.takenDownAt), which))
    .orderBy(desc(posts.createdAt), desc(posts.id))
    .limit(limit)
}

/** Posts of visits to or from a unit where the actor holds a role; the policy then looks at each. */
function ofOwnUnits(actor: Actor): SQL | undefined {
  if (actor.kind !== 'person') return undefined
  const ids = actor.roles.flatMap((role) => role.unitId ?? [])
  if (ids.length === 0) return undefined
  const held = sql`array[${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )}]`
  return sql`(exists (select 1 from ${visits} join ${units} on ${units.id} = ${visits.hostUnitId}
      where ${visits.id} = ${posts.visitId} and ${units.lineage} && ${held})
    or exists (select 1 from ${visitGuestUnits} join ${units} on ${units.id} = ${visitGuestUnits.unitId}
      where ${visitGuestUnits.visitId} = ${posts.visitId} and ${units.lineage} && ${held}))`
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
