import { and, eq, ne, sql } from 'drizzle-orm'
import type { Ctx } from '#db/context.server.ts'
import { posts } from '#db/schema/index.ts'
import { addressFor, slugOf } from '../slug.ts'

/** An address under /blog that no other post has. Two posts of the same title wait for each other, so that neither fails. */
export async function freeAddress(title: string, postId: string, ctx: Ctx): Promise<string> {
  const slug = slugOf(title)
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`blog ${slug}`}))`)
  const taken = await ctx.db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.slug, slug), ne(posts.id, postId)))
  return addressFor(slug, postId, taken.length > 0)
}
