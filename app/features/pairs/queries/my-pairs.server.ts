// All pairs of a person, as either of the two: where each stands, and when they talk next.
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Person } from '#app/kernel/actor.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { invitedAs, walkerOf } from '../policy.ts'
import { nextTalk } from '../rules/talks.ts'
import type { Walker } from '../words.ts'
import { listPairsFor } from './pairs.server.ts'
import { readStandings } from './standings.server.ts'
import { readTalks, todayOf } from './talks.server.ts'
import { briefOf, type PairBrief } from './walk.server.ts'

export type MyPair = PairBrief & {
  path: string
  /** Joint steps: complete, and how many there are. */
  steps: { done: number; of: number }
  talk: { onDay: string; startsAt: string | null } | null
}

/** The newest first, ended ones last. Of those that the actor is only asked to join, nothing but who asks. */
export async function listMyPairsFor(actor: Person, locale: Locale, ctx: Ctx = here()): Promise<MyPair[]> {
  const pairs = await listPairsFor(actor, {}, ctx)
  const walkers = new Map<string, Walker>()
  for (const pair of pairs) {
    const me = walkerOf(actor, pair)
    if (me && !invitedAs(actor, pair)) walkers.set(pair.id, me)
  }
  const standings = await readStandings(walkers, ctx)
  const talks = await readTalks([...walkers.keys()], ctx)
  return Promise.all(
    pairs.map(async (pair) => {
      const path = await readPath(pair, ctx)
      const done = standings.filter(({ pairId, standing }) => pairId === pair.id && standing === 'complete').length
      const next = nextTalk(
        talks.filter((talk) => talk.pairId === pair.id),
        todayOf(pair, ctx),
      )
      return {
        ...briefOf(actor, pair),
        path: path.title[languageFor(path.languages, locale)],
        steps: { done, of: path.modules.filter((module) => module.joint !== null).length },
        talk: next && { onDay: next.onDay, startsAt: next.startsAt },
      }
    }),
  )
}
