// That the manager has opened the pair's page is told to the resource person: the day, and nothing else.
import { expect } from 'vitest'
import { nameLeader } from '#app/features/pairs/commands/keep-pair.server.ts'
import { findPairFor } from '#app/features/pairs/queries/pairs.server.ts'
import { leaderNow } from '#app/features/pairs/rules/pair.ts'
import { m } from '#app/paraglide/messages.js'
import { aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'
import { ask } from '#tests/support/remix.ts'
import { aPair } from './pairs.ts'

const sv = { locale: 'sv' } as const
const open = (ctx: TestCtx, pairId: string, as: { id: string } | null) => ask(ctx, { path: `/pairs/${pairId}`, as })
const openedOn = async (ctx: TestCtx, pairId: string, as: Parameters<typeof findPairFor>[0]) =>
  leaderNow(await findPairFor(as, pairId, { ...ctx }))?.openedOn

test('the resource person sees on which day the manager last opened the page of the two', async ({ ctx }) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  expect((await open(ctx, pairId, samira)).text).toContain(m.pairs_seen_unopened({ name: elsa.name }, sv))
  const own = (await open(ctx, pairId, elsa)).text
  expect(own).toContain(m.pairs_seen_opened_told({ name: samira.name }, sv))
  const seen = (await open(ctx, pairId, samira)).text
  expect(seen).not.toContain(m.pairs_seen_unopened({ name: elsa.name }, sv))
  expect(seen).toContain(`${elsa.name} öppnade er sida senast`)
})

test('who is not the manager of the two leaves no trace', async ({ ctx }) => {
  const { unit, samira, yusuf, tove, pairId } = await aPair(ctx)
  for (const as of [null, samira, yusuf, tove]) await open(ctx, pairId, as)
  expect(await openedOn(ctx, pairId, samira)).toBeNull()
  const next = await aPersonWith(ctx, 'unit_manager', { unit }, await aUser(ctx, { name: 'Bo Lind' }))
  await nameLeader(samira, { pairId, colleagueId: next.id }, ctx)
  await open(ctx, pairId, next)
  expect(await openedOn(ctx, pairId, samira)).toBeNull()
})
