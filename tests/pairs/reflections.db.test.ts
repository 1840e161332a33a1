// Whose thoughts reach whom: shared with one reader of one path, never handed on to the next, never carried to another path.
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { makeGroup } from '#app/features/pairs/commands/groups.server.ts'
import { nameLeader } from '#app/features/pairs/commands/keep-pair.server.ts'
import { writeReflection } from '#app/features/pairs/commands/own-track.server.ts'
import { acceptPair } from '#app/features/pairs/commands/pairs.server.ts'
import { findPairWalkFor } from '#app/features/pairs/queries/walk.server.ts'
import { findReflectionFor } from '#app/features/pairs/queries/writing.server.ts'
import { choiceOf } from '#app/features/pairs/rules/group.ts'
import { newId } from '#app/kernel/ids.ts'
import { users } from '#db/schema/index.ts'
import { aWalkedPath, walkWith } from '#tests/paths/walkers.ts'
import { test } from '#tests/support/db.ts'
import { aPair, pathId } from './pairs.ts'

test('what was shared with a manager whose account is gone is not read by the next one', async ({ ctx }) => {
  const { samira, elsa, tove, pairId } = await aPair(ctx)
  await writeReflection(samira, { pathId, moduleId: 'm0', text: 'Till Elsa', share: pairId, language: 'sv' }, ctx)
  await ctx.db.delete(users).where(eq(users.id, elsa.id))
  await nameLeader(samira, { pairId, colleagueId: tove.id }, ctx)
  await acceptPair(tove, { pairId }, ctx)
  expect((await findPairWalkFor(tove, pairId, ctx)).shared).toEqual([])
  expect(await findReflectionFor(samira, { pathId, moduleId: 'M0' }, ctx)).toMatchObject({
    text: 'Till Elsa',
    sharedPairId: null,
  })
})

test('a thought about one path is not shared with those who walk another', async ({ ctx }) => {
  const { unit, samira, elsa, madeId } = await aWalkedPath(ctx)
  const other = await walkWith(samira, elsa, { unitId: unit.id, pathId: madeId }, ctx)
  const group = newId()
  await makeGroup(samira, { id: group, unitId: unit.id, pathId: madeId, name: 'Torsdagsgruppen', language: 'sv' }, ctx)
  for (const share of [other, choiceOf(group)]) {
    const written = writeReflection(samira, { pathId, moduleId: 'm0', text: 'Hit', share, language: 'sv' }, ctx)
    await expect(written).rejects.toMatchObject({ code: 'not_found' })
  }
  expect((await findReflectionFor(samira, { pathId, moduleId: 'M0' }, ctx))?.text).toBe('')
})
