// Talks for calendars: one as a file, and all of a person's behind an address of their own.
import { eq } from 'drizzle-orm'
import { findPersonNow } from '#app/features/identity/queries.server.ts'
import { hashOf } from '#app/features/identity/secrets.server.ts'
import { inLanguage } from '#app/i18n/language.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { addDays } from '#app/kernel/days.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { talkFeeds } from '#db/schema/index.ts'
import { talkCalendar } from '../calendar.server.ts'
import { canReadInside } from '../policy.ts'
import { nameOfOther, type PairFile } from '../rules/pair.ts'
import { listPairsFor } from './pairs.server.ts'
import { findTalkFileFor, readTalks, todayOf } from './talks.server.ts'

/** How far back a feed goes. */
const KEPT_DAYS = 180

/** One talk as a calendar file. @throws not_found */
export async function findTalkEntryFor(
  actor: Person,
  about: { pairId: string; talkId: string },
  ctx: Ctx = here(),
): Promise<string> {
  const { pair, talk } = await findTalkFileFor(actor, about, ctx)
  return talkCalendar([{ pair, talk, leader: leaderIn(pair) }], ctx.now)
}

/** When the actor's own address was made; null while there is none. */
export async function findTalkFeedFor(actor: Person, ctx: Ctx = here()): Promise<Date | null> {
  const [feed] = await ctx.db.select({ madeAt: talkFeeds.madeAt }).from(talkFeeds).where(eq(talkFeeds.personId, actor.id))
  return feed?.madeAt ?? null
}

/**
 * What a person's address shows: the talks of all pairs that they walk in now, in their language. The token stands for its
 * owner, with the rights they have now. Null when it is nobody's.
 */
export async function readTalkFeed(token: string, ctx: Ctx = here()): Promise<string | null> {
  const [feed] = await ctx.db
    .select()
    .from(talkFeeds)
    .where(eq(talkFeeds.tokenHash, hashOf(token)))
  const owner = feed ? await findPersonNow(feed.personId, ctx) : null
  if (!owner) return null
  const pairs = (await listPairsFor(owner, {}, ctx)).filter((pair) => canReadInside(owner, pair))
  const talks = await readTalks(
    pairs.map((pair) => pair.id),
    ctx,
  )
  const entries = pairs.flatMap((pair) =>
    talks
      .filter((talk) => talk.pairId === pair.id && talk.onDay >= addDays(todayOf(pair, ctx), -KEPT_DAYS))
      .map((talk) => ({ pair, talk, leader: leaderIn(pair) })),
  )
  return inLanguage(owner.locale, () => talkCalendar(entries, ctx.now))
}

function leaderIn(pair: PairFile): string | null {
  return nameOfOther(pair, 'resource_person')
}
