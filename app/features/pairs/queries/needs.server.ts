// What waits for a person on learning paths: an invitation to answer, a joint step that the other one stands behind.

import { readPath } from '#app/features/paths/queries/library.server.ts'
import { moduleOf } from '#app/features/paths/rules/places.ts'
import type { Person } from '#app/kernel/actor.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { type Ctx, here, once } from '#db/context.server.ts'
import { invitedAs, walkerOf } from '../policy.ts'
import { nameOfOther, pairStatus } from '../rules/pair.ts'
import type { Walker } from '../words.ts'
import { listPairsFor } from './pairs.server.ts'
import { readStandings } from './standings.server.ts'

export type WalkNeed =
  | { kind: 'answer'; pairId: string; other: string }
  | { kind: 'confirm'; pairId: string; other: string; moduleId: string; title: string }

/** Counted in every page's head, so that it is read once a request and ends early for those who walk no path. */
export function listWalkNeedsFor(actor: Person, ctx: Ctx = here()): Promise<WalkNeed[]> {
  return once(ctx, `walk needs ${actor.id} ${getLocale()}`, () => readNeeds(actor, ctx))
}

async function readNeeds(actor: Person, ctx: Ctx): Promise<WalkNeed[]> {
  const pairs = await listPairsFor(actor, {}, ctx)
  const walkers = new Map<string, Walker>()
  for (const pair of pairs) {
    const me = walkerOf(actor, pair)
    if (me && pairStatus(pair) === 'under_way') walkers.set(pair.id, me)
  }
  const waiting = (await readStandings(walkers, ctx)).filter(({ standing }) => standing === 'waits_for_me')
  const needs = await Promise.all(
    pairs.map(async (pair): Promise<WalkNeed[]> => {
      const asked = invitedAs(actor, pair)
      const me = walkers.get(pair.id)
      const steps = waiting.filter(({ pairId }) => pairId === pair.id)
      const path = steps.length > 0 ? await readPath(pair, ctx) : null
      return [
        ...(asked ? [{ kind: 'answer' as const, pairId: pair.id, other: nameOfOther(pair, asked) ?? '' }] : []),
        ...steps.flatMap(({ moduleId }) =>
          path
            ? [
                {
                  ...{ kind: 'confirm' as const, pairId: pair.id, moduleId },
                  other: (me && nameOfOther(pair, me)) ?? '',
                  title: moduleOf(path, moduleId).module.title[getLocale()],
                },
              ]
            : [],
        ),
      ]
    }),
  )
  return needs.flat()
}
