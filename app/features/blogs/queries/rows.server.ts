// Rows as they are shown. Unguarded: callers have asked the policy.
import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import type { Ctx } from '#db/context.server.ts'
import { comments, type posts, units, users, visitGuestUnits, visits } from '#db/schema/index.ts'
import { excerptOf } from '../rich-text/to-text.ts'
import { readingMinutes } from '../rules.ts'
import type { Author, CommentView, Meeting, PostCard, PostPage } from '../views.ts'

export type PostRow = typeof posts.$inferSelect
export type CommentRow = typeof comments.$inferSelect

/** The cards of the rows, in their order, with comments counted and takers-down named. */
export async function cardsOf(rows: readonly PostRow[], ctx: Ctx): Promise<PostCard[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const counted = await ctx.db
    .select({ postId: comments.postId, count: count() })
    .from(comments)
    .where(and(inArray(comments.postId, ids), isNull(comments.removedAt)))
    .groupBy(comments.postId)
  const takers = rows.flatMap((row) => row.takenDownBy ?? [])
  const names =
    takers.length > 0
      ? await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, takers))
      : []
  const countOf = new Map(counted.map((row) => [row.postId, row.count]))
  const nameOf = new Map(names.map((row) => [row.id, row.name]))
  return rows.map((row) =>
    cardOf(row, countOf.get(row.id) ?? 0, row.takenDownBy ? (nameOf.get(row.takenDownBy) ?? null) : null),
  )
}

export function cardOf(row: PostRow, commentCount: number, takenDownBy: string | null = null): PostCard {
  const { id, visitId, kind, title, language, phase, visibility, slug, takenDownAt, takenDownReason } = row
  return {
    id,
    visitId,
    kind,
    title,
    excerpt: excerptOf(row.plain),
    language,
    phase,
    visibility,
    slug,
    comments: commentCount,
    author: authorOf(row),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    takenDown: takenDownAt ? { at: takenDownAt.toISOString(), by: takenDownBy, reason: takenDownReason } : null,
  }
}

export function pageOf(row: PostRow, card: PostCard): PostPage {
  return { ...card, text: row.body, minutes: readingMinutes(row.plain), version: row.version }
}

/** The comment as `reader` sees it; without one, as a letter carries it. */
export function commentOf(row: CommentRow, reader?: Actor): CommentView {
  const { id, postId, parentId, authorId, language, version, removedAt } = row
  return {
    id,
    postId,
    parentId,
    byMe: reader?.kind === 'person' && reader.id === authorId,
    author: authorOf(row),
    text: removedAt ? '' : row.text,
    language,
    version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    removed: removedAt ? { by: row.removedBy === authorId ? 'author' : 'host', reason: row.removedReason } : null,
  }
}

type Written = Pick<PostRow, 'authorName' | 'authorProfession' | 'authorOrganisation' | 'authorSide' | 'nameWithdrawnAt'>

/** A withdrawn name takes the profession with it: in a small group it would say the same. */
function authorOf(row: Written): Author {
  const isNamed = row.nameWithdrawnAt === null && row.authorName !== ''
  return {
    name: isNamed ? row.authorName : null,
    profession: isNamed ? row.authorProfession : '',
    organisation: row.authorOrganisation,
    side: row.authorSide,
  }
}

/** Who met whom when, by visit. */
export async function meetingsOf(visitIds: readonly string[], ctx: Ctx): Promise<Map<string, Meeting>> {
  const ids = [...new Set(visitIds)]
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      visitId: visits.id,
      startsOn: visits.startsOn,
      host: units.name,
      guests: sql<string[]>`coalesce(
        (select array_agg(${visitGuestUnits.name} order by ${visitGuestUnits.position}) from ${visitGuestUnits}
         where ${visitGuestUnits.visitId} = ${visits.id}), '{}')`,
    })
    .from(visits)
    .innerJoin(units, eq(units.id, visits.hostUnitId))
    .where(inArray(visits.id, ids))
  return new Map(rows.map((row) => [row.visitId, row]))
}
