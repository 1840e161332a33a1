// Counts blog visitors without cookies. A reader is told apart within one day by a hash with that day's random salt; when the
// day is over salt and hashes are deleted, and only the number is left. Addresses and browsers are never stored.
import { createHash, randomBytes } from 'node:crypto'
import { lt, sql } from 'drizzle-orm'
import { isbot } from 'isbot'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { postReaders, readingMarks, readingSalts } from '#db/schema/index.ts'
import { countsAsReader } from '../policy.ts'

export type Reading = {
  postId: string
  file: VisitFile
  /** The reader's address and browser, for today's hash alone. */
  ip: string
  request: Request
}

/**
 * Counts the reader once for this post and day. Not counted: those who meet (policy), robots, prefetching, and programs
 * that do not say what they are.
 */
export async function countReading(actor: Actor, { postId, file, ip, request }: Reading, ctx: Ctx = here()): Promise<void> {
  const agent = request.headers.get('user-agent') ?? ''
  if (!countsAsReader(actor, file) || isPrefetch(request) || agent === '' || isbot(agent)) return
  const day = dayAt(ctx.now, HOME_ZONE)
  await transaction(ctx, async (tx) => {
    const salt = await saltOf(day, tx)
    const who = actor.kind === 'person' ? actor.id : `${ip}\n${agent}`
    const mark = createHash('sha256').update(`${salt}\n${postId}\n${who}`).digest('base64url')
    const marked = await tx.db.insert(readingMarks).values({ day, postId, mark }).onConflictDoNothing().returning()
    if (marked.length === 0) return
    await tx.db
      .insert(postReaders)
      .values({ postId, day, readers: 1 })
      .onConflictDoUpdate({ target: [postReaders.postId, postReaders.day], set: { readers: sql`${postReaders.readers} + 1` } })
  })
}

/** Deletes what could tell readers of earlier days apart. Run every night, and by the first reading of a day. */
export async function forgetReaders(ctx: Ctx = here()): Promise<void> {
  const today = dayAt(ctx.now, HOME_ZONE)
  await transaction(ctx, async (tx) => {
    await tx.db.delete(readingSalts).where(lt(readingSalts.day, today))
    await tx.db.delete(readingMarks).where(lt(readingMarks.day, today))
  })
}

async function saltOf(day: string, ctx: Ctx): Promise<string> {
  const [today] = await ctx.db.select().from(readingSalts).where(sql`${readingSalts.day} = ${day}`)
  if (today) return today.salt
  await forgetReaders(ctx)
  const fresh = randomBytes(32).toString('base64url')
  const [row] = await ctx.db
    .insert(readingSalts)
    .values({ day, salt: fresh })
    // Two first readers of a day: the second takes the salt of the first.
    .onConflictDoUpdate({ target: readingSalts.day, set: { day } })
    .returning()
  return found(row).salt
}

function isPrefetch(request: Request): boolean {
  const purpose = request.headers.get('sec-purpose') ?? request.headers.get('purpose') ?? ''
  return request.method !== 'GET' || purpose.includes('prefetch')
}
