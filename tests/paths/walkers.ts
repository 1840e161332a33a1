// A path that an organisation has published, with many who walk it and can say what they think.
import { acceptPair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import type { Audience } from '#app/features/paths/words.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import type { TestCtx } from '#tests/support/db.ts'
import { aUser, type Unit } from '#tests/support/factories.ts'
import { aPathBeingMade, publish } from './making.ts'

export async function aWalkedPath(ctx: TestCtx, audience: Audience = 'everyone') {
  const people = await aPathBeingMade(ctx)
  await publish(people.elsa, people.madeId, { audience }, ctx)
  const walkers = async (count: number) => {
    const all: Person[] = []
    for (let number = 0; number < count; number++) all.push(await aWalker(people, ctx))
    return all
  }
  return { ...people, walkers }
}

type Place = { unit: Unit; elsa: Person; madeId: string }

/** Somebody at the unit who walks the path with Elsa. */
async function aWalker({ unit, elsa, madeId }: Place, ctx: TestCtx): Promise<Person> {
  const walker = await aPersonWith(ctx, 'resource_person', { unit }, await aUser(ctx))
  await walkWith(walker, elsa, { unitId: unit.id, pathId: madeId }, ctx)
  return walker
}

export async function walkWith(
  resource: Person,
  leader: Person,
  { unitId, pathId }: { unitId: string; pathId: string },
  ctx: TestCtx,
): Promise<string> {
  const pairId = newId()
  await startPair(resource, { id: pairId, pathId, unitId, as: 'resource_person', colleagueId: leader.id }, ctx)
  await acceptPair(leader, { pairId }, ctx)
  return pairId
}
