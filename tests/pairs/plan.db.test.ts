import { describe, expect } from 'vitest'
import { pausePair } from '#app/features/pairs/commands/keep-pair.server.ts'
import { clearPlan, planWalk } from '#app/features/pairs/commands/plan.server.ts'
import { findPairPageFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { findPlanFor } from '#app/features/pairs/queries/plan.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { closedPeriods } from '#db/schema/index.ts'
import { anOutsider } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { ask } from '#tests/support/remix.ts'
import { aPair } from './pairs.ts'

const viewOf = async (who: Person, pairId: string, ctx: TestCtx) =>
  (await findPairPageFor(who, { pairId, locale: 'sv' }, ctx)).view
const planOf = (who: Person, pairId: string, ctx: TestCtx, from: string | null = null) =>
  findPlanFor(who, { pairId, from, locale: 'sv' }, ctx)

describe('a plan', () => {
  test('is proposed around the unit’s holidays, kept, followed on the page, and let go of again', async ({ ctx }) => {
    const { unit, samira, elsa, pairId } = await aPair(ctx)
    const holidays = { id: newId(), unitId: unit.id, startsOn: '2026-06-29', endsOn: '2026-07-31' }
    await ctx.db.insert(closedPeriods).values(holidays)
    const proposed = await planOf(samira, pairId, ctx, '2026-05-13')
    expect(proposed.modules.slice(0, 2).map((module) => module.day)).toEqual(['2026-06-15', '2026-08-03'])
    expect((await viewOf(elsa, pairId, ctx))?.late).toBeNull()

    const days = Object.fromEntries(proposed.modules.map(({ id, day }) => [id, day]))
    await planWalk(samira, { pairId, version: 0, startsOn: '2026-05-13', days: { ...days, M99: '2026-06-01' } }, ctx)
    expect((await planOf(elsa, pairId, ctx)).modules.map((module) => module.day)).toEqual(Object.values(days))
    expect((await viewOf(elsa, pairId, ctx))?.late).toEqual([])
    const after = await viewOf(elsa, pairId, ctx.at('2026-07-01T08:00:00Z'))
    expect(after?.late).toEqual([after?.modules[0]?.title])
    await clearPlan(elsa, { pairId }, ctx)
    expect((await viewOf(samira, pairId, ctx))?.late).toBeNull()
  })

  test('stands beside each module, on the page of the two and on the path’s, and says where a day has passed: to both alike', async ({
    ctx,
  }) => {
    const { samira, elsa, yusuf, pairId } = await aPair(ctx)
    const days = { M0: '2026-04-20', M1: '2026-06-15' }
    await planWalk(samira, { pairId, version: 0, startsOn: '2026-03-20', days }, ctx)
    const later = ctx.at('2026-04-21T08:00:00Z')
    const [first, second, third] = (await viewOf(elsa, pairId, later))?.modules ?? []
    expect([first, second, third].map((one) => [one?.until, one?.isLate])).toEqual([
      ['2026-04-20', true],
      ['2026-06-15', false],
      [null, false],
    ])
    const path = '/paths/learn-to-teach-on'
    const read = async (as: Person, address: string, locale: 'sv' | 'nb' | 'en' = 'sv') =>
      (await ask(later, { path: address, as, locale })).text.split('<script')[0] ?? ''
    for (const who of [samira, elsa]) {
      const overview = await read(who, path)
      expect(overview.match(/Klar till \d+/g)).toHaveLength(2)
      expect(overview.match(/Dagen har passerat/g)).toHaveLength(1)
      expect((await read(who, `/pairs/${pairId}`)).match(/Dagen har passerat/g)).toHaveLength(1)
      expect(await read(who, `${path}/m0`)).toContain('Dagen har passerat')
      expect(await read(who, `${path}/m1`)).not.toContain('Dagen har passerat')
    }
    expect(await read(elsa, path, 'nb')).toContain('Dagen er passert')
    expect(await read(elsa, path, 'en')).toContain('The day has passed')
    expect(await read(yusuf, path)).not.toContain('Klar till')
  })

  test('takes nobody’s days away: who saves from an older one is told', async ({ ctx }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    const plan = { pairId, version: 0, startsOn: '2026-05-13', days: { M0: '2026-06-15' } }
    await planWalk(samira, plan, ctx)
    await expect(planWalk(elsa, plan, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await planWalk(elsa, { ...plan, version: 1, days: { M0: '' } }, ctx)
    expect((await viewOf(samira, pairId, ctx))?.modules[0]?.until).toBeNull()
  })

  test('is the two’s alone, while they walk', async ({ ctx }) => {
    const { samira, yusuf, tove, pairId } = await aPair(ctx)
    const plan = { pairId, version: 0, startsOn: '2026-05-13', days: {} }
    for (const who of [yusuf, tove, await anOutsider(ctx)]) {
      await expect(planOf(who, pairId, ctx)).rejects.toMatchObject({ code: 'not_found' })
      await expect(planWalk(who, plan, ctx)).rejects.toMatchObject({ code: 'not_found' })
    }
    await pausePair(samira, { pairId }, ctx)
    await expect(planWalk(samira, plan, ctx)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is made with a form alone', async ({ ctx }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    const path = `/pairs/${pairId}/plan`
    expect((await ask(ctx, { path: `${path}?from=2026-05-13`, as: samira })).text).toContain('value="2026-06-15"')
    expect((await ask(ctx, { path: `${path}?from=nonsense`, as: samira })).status).toBe(200)
    const form = { version: '0', startsOn: '2026-05-13', 'days.M0': '2026-06-16', 'days.M1': '' }
    expect((await ask(ctx, { path, as: samira, form })).status).toBe(302)
    expect((await viewOf(elsa, pairId, ctx))?.modules[0]?.until).toBe('2026-06-16')
    const stale = await ask(ctx, { path, as: elsa, form: { ...form, 'days.M0': '2026-06-17' } })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('value="2026-06-17"')
  })
})
