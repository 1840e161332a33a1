// `?pair=` says whose walk a path's page shows: only among one's own, and it stays from page to page.
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { endPair } from '#app/features/pairs/commands/keep-pair.server.ts'
import { findPairWalkFor } from '#app/features/pairs/queries/walk.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { activitiesDone, roles } from '#db/schema/index.ts'
import { shippedPath } from '#tests/paths/shipped.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'
import { ask } from '#tests/support/remix.ts'
import { aPair, pathId, walking } from './pairs.ts'

const step = shippedPath.modules[0]?.tracks.resource_person[0]?.id ?? ''
const activity = `/paths/${pathId}/m0/${step}`
const textAt = async (ctx: TestCtx, path: string, as: { id: string } | null) => (await ask(ctx, { path, as })).text

test('somebody else’s pair, one’s own that is left, and what is no pair show nothing and change nothing there', async ({
  ctx,
}) => {
  const { samira, elsa, yusuf, tove, pairId } = await aPair(ctx)
  await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, elsa.id))
  const admin = await aPersonWith(ctx, 'admin', {}, await aUser(ctx, { name: 'Karin Åkerlund' }))
  for (const as of [null, yusuf, tove, elsa, admin, await aUser(ctx, { name: 'Ailu Sara' })]) {
    for (const page of [`/paths/${pathId}`, `/paths/${pathId}/m0`, activity, `/paths/${pathId}/questionnaire`]) {
      for (const id of [pairId, newId(), 'x', "'; drop table"]) {
        const text = await textAt(ctx, `${page}?pair=${encodeURIComponent(id)}`, as)
        expect([page, id, text.includes('Samira Nilsson')]).toEqual([page, id, false])
      }
    }
  }
  await ask(ctx, { path: `${activity}/done?pair=${pairId}`, as: yusuf, form: {} })
  expect(await ctx.db.select({ who: activitiesDone.personId }).from(activitiesDone)).toEqual([{ who: yusuf.id }])
  expect((await findPairWalkFor(samira, pairId, ctx)).walk.done.resource_person).toEqual({})
})

test('a manager of two walks sees the one that was chosen, also further on from module to activity and back', async ({
  ctx,
}) => {
  const { unit, samira, elsa, yusuf, pairId } = await aPair(ctx)
  const other = await walking(yusuf, elsa, unit.id, ctx)
  for (const [id, shown] of [
    [pairId, samira.name],
    [other, yusuf.name],
  ] as const) {
    const page = await textAt(ctx, `/paths/${pathId}/m0?pair=${id}`, elsa)
    expect(page).toContain(shown)
    const links = [...page.matchAll(/href="(\/paths\/learn-to-teach-on\/m0\/[a-z0-9-]+)(\?[^"]*)?"/g)]
    expect(links.length).toBeGreaterThan(0)
    expect([...new Set(links.map(([, , search]) => search))]).toEqual([`?pair=${id}`])
  }
  await endPair(samira, { pairId }, ctx)
  const back = await textAt(ctx, `${activity}?pair=${other}`, elsa)
  expect(back).toContain(`href="/paths/${pathId}/m0?pair=${other}"`)
})
