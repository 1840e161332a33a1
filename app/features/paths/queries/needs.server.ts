// What waits for a person on learning paths: an invitation to answer, a joint step that the other one stands behind.
import type { Person } from '#app/kernel/actor.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { type Ctx, here, once } from '#db/context.server.ts'
import { invitedAs, walkerOf } from '../policy.ts'
import { moduleOf, pathOf } from '../reference.server.ts'
import { nameOfOther, pairStatus } from '../rules/pair.ts'
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
  const needs: WalkNeed[] = []
  for (const pair of pairs) {
    const asked = invitedAs(actor, pair)
    const me = walkerOf(actor, pair)
    if (asked) needs.push({ kind: 'answer', pairId: pair.id, other: nameOfOther(pair, asked) ?? '' })
    if (!me || pairStatus(pair) !== 'under_way') continue
    const other = nameOfOther(pair, me) ?? ''
    for (const [moduleId, standing] of Object.entries(await readStandings(pair.id, me, ctx))) {
      if (standing !== 'waits_for_me') continue
      const title = moduleOf(pathOf(pair.pathId), moduleId).module.title[getLocale()]
      needs.push({ kind: 'confirm', pairId: pair.id, other, moduleId, title })
    }
  }
  return needs
}
