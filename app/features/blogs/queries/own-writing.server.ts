import { and, desc, eq, isNull } from 'drizzle-orm'
import { readFiles } from '#app/features/visits/queries.server.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import type { Person } from '#app/kernel/actor.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { comments, posts } from '#db/schema/index.ts'
import { postAddress } from '../addresses.ts'
import { canReadPost } from '../policy.ts'
import type { PostRow } from './rows.server.ts'

export type OwnPost = { id: string; title: string; language: string; createdAt: Date; isTakenDown: boolean; to: string | null }

export type OwnWriting = {
  visitId: string
  visitTitle: string
  visitLanguage: string
  posts: OwnPost[]
  comments: number
  /** Is any of it shown without the name? */
  nameWithdrawn: boolean
}

/** What the person has written, visit by visit, also where their role has ended: it is theirs to sign or not. */
export async function listOwnWriting(actor: Person, ctx: Ctx = here()): Promise<OwnWriting[]> {
  const own = await ctx.db.select().from(posts).where(eq(posts.authorId, actor.id)).orderBy(desc(posts.createdAt))
  const said = await ctx.db
    .select({ visitId: posts.visitId, nameWithdrawnAt: comments.nameWithdrawnAt })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.authorId, actor.id), isNull(comments.removedAt)))
    .orderBy(desc(comments.createdAt))
  const visitIds = [...new Set([...own, ...said].map((row) => row.visitId))]
  const files = await readFiles(visitIds, ctx)
  return files.map((file) => {
    const { id, title, language } = file.visit
    const written = own.filter((row) => row.visitId === id)
    const remarks = said.filter((row) => row.visitId === id)
    return {
      visitId: id,
      visitTitle: title,
      visitLanguage: language,
      posts: written.map((row) => lineOf(actor, row, file)),
      comments: remarks.length,
      nameWithdrawn: [...written, ...remarks].some((row) => row.nameWithdrawnAt !== null),
    }
  })
}

/** `to` is null where the writer can no longer read it: a role has ended and the post is not open. */
function lineOf(actor: Person, row: PostRow, file: VisitFile): OwnPost {
  const { id, title, language, createdAt, takenDownAt } = row
  const isThere = canReadPost(actor, row, file) && (takenDownAt === null || postAddress(actor, row, file).startsWith('/visits'))
  const to = isThere ? postAddress(actor, row, file) : null
  return { id, title, language, createdAt, isTakenDown: takenDownAt !== null, to }
}
