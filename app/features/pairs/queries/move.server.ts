// Where a pair can go on when its unit closes, or somebody changes work.
import type { Person } from '#app/kernel/actor.ts'
import { hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { canMove, walkerOf } from '../policy.ts'
import type { PairFile } from '../rules/pair.ts'
import { findPairFor } from './pairs.server.ts'
import { readHomesFor } from './presence.server.ts'
import { briefOf } from './walk.server.ts'

export type Home = { id: string; name: string; both: boolean }

/** A manager moves only with the resource person, whose walk it is; the resource person also alone. */
export async function listHomesToMoveTo(actor: Person, pair: PairFile, ctx: Ctx): Promise<Home[]> {
  const homes = await readHomesFor(pair, ctx)
  const mine = walkerOf(actor, pair) === 'resource_person' ? homes : homes.filter((home) => home.both)
  return mine.map(({ id, name, both }) => ({ id, name, both }))
}

/** @throws not_found */
export async function findMoveFor(actor: Person, pairId: string, ctx: Ctx = here()) {
  const pair = await findPairFor(actor, pairId, ctx)
  hiddenUnless(canMove(actor, pair))
  return { pair: briefOf(actor, pair), homes: await listHomesToMoveTo(actor, pair, ctx) }
}
