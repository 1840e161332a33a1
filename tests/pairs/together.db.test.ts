import { describe, expect, onTestFinished } from 'vitest'
import { acceptPair, bringTogether, declinePair } from '#app/features/pairs/commands/pairs.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import { findPairPageFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { findPairFor } from '#app/features/pairs/queries/pairs.server.ts'
import { findTogetherFor } from '#app/features/pairs/queries/together.server.ts'
import { pairStatus, togetherInput } from '#app/features/pairs/rules/pair.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { openPost } from '#tests/notifications/post.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { ask } from '#tests/support/remix.ts'
import { aUnitWithPeople, pathId, walking } from './pairs.ts'

/** Tove, who leads the region's education, asks Samira and Elsa. */
async function asked(ctx: TestCtx) {
  const people = await aUnitWithPeople(ctx)
  const { unit, samira, elsa, tove } = people
  const two = { id: newId(), pathId, unitId: unit.id, resourcePersonId: samira.id, leaderId: elsa.id }
  await bringTogether(tove, two, ctx)
  return { ...people, two, pairId: two.id }
}

const mineOf = async (who: Person, ctx: TestCtx) => (await findTogetherFor(who, { unitId: null, locale: 'sv' }, ctx)).mine

describe('an education lead', () => {
  test('asks two others, once however often it is pressed; it begins when both have said yes', async ({ ctx }) => {
    const office = openPost()
    onTestFinished(office.close)
    const { samira, elsa, tove, two, pairId } = await asked(ctx)
    expect(await bringTogether(tove, two, ctx)).toBe(pairId)
    await office.work(ctx)
    expect((await office.mails()).map((mail) => mail.subject).sort()).toEqual([
      'Tove Mæhlum föreslår en lärväg för dig och Elsa Öberg',
      'Tove Mæhlum föreslår en lärväg för dig och Samira Nilsson',
    ])
    for (const who of [samira, elsa]) {
      expect(await findPairPageFor(who, { pairId, locale: 'sv' }, ctx)).toMatchObject({ proposer: 'Tove Mæhlum', view: null })
      expect(await listWalkNeedsFor(who, ctx)).toMatchObject([{ kind: 'answer', pairId }])
    }
    await acceptPair(elsa, { pairId }, ctx)
    expect(pairStatus(await findPairFor(elsa, pairId, ctx))).toBe('invited')
    expect(await mineOf(tove, ctx)).toMatchObject([
      { resourcePerson: { name: 'Samira Nilsson', answer: 'waiting' }, leader: { name: 'Elsa Öberg', answer: 'yes' } },
    ])
    await acceptPair(samira, { pairId }, ctx)
    expect(pairStatus(await findPairFor(samira, pairId, ctx))).toBe('under_way')
  })

  test('sees what they answer, and nothing else of the pair', async ({ ctx }) => {
    const { unit, samira, elsa, tove, pairId } = await asked(ctx)
    await declinePair(elsa, { pairId }, ctx)
    await acceptPair(samira, { pairId }, ctx)
    expect(await mineOf(tove, ctx)).toMatchObject([{ resourcePerson: { answer: 'yes' }, leader: { answer: 'over' } }])
    await expect(findPairFor(tove, pairId, ctx)).rejects.toMatchObject({ code: 'not_found' })
    const page = await ask(ctx, { path: `/pairs/together?unit=${unit.id}`, as: tove })
    expect(page.text).toContain('Elsa Öberg har sagt nej')
    expect(page.text).not.toContain(`/pairs/${pairId}`)
  })

  test('brings nobody together elsewhere, nobody from elsewhere, and not one person with themselves', async ({ ctx }) => {
    const { unit, samira, elsa, yusuf, tove } = await aUnitWithPeople(ctx)
    const elsewhere = await aPersonWith(ctx, 'member', { unit: await aUnit(ctx) })
    const two = () => ({ id: newId(), pathId, unitId: unit.id, resourcePersonId: samira.id, leaderId: elsa.id })
    const other = await aPersonWith(ctx, 'education_lead', { unit: await aUnit(ctx) })
    for (const who of [other, elsa, yusuf, await anOutsider(ctx), await anAdmin(ctx)])
      await expect(bringTogether(who, two(), ctx)).rejects.toMatchObject({ code: 'not_found' })
    const foreign = bringTogether(tove, { ...two(), leaderId: elsewhere.id }, ctx)
    await expect(foreign).rejects.toMatchObject({ code: 'invalid' })
    expect(togetherInput.safeParse({ ...two(), leaderId: samira.id }).success).toBe(false)
    await walking(samira, elsa, unit.id, ctx)
    await expect(bringTogether(tove, two(), ctx)).rejects.toMatchObject({ reason: 'pairs_error_walking_already' })
    expect(await mineOf(tove, ctx)).toEqual([])
  })

  test('finds the page from the unit, and others do not', async ({ ctx }) => {
    const { unit, elsa, tove } = await aUnitWithPeople(ctx)
    const link = `href="/pairs/together?unit=${unit.id}"`
    expect((await ask(ctx, { path: `/units/${unit.id}`, as: tove })).text).toContain(link)
    expect((await ask(ctx, { path: `/units/${unit.id}`, as: elsa })).text).not.toContain(link)
    expect((await ask(ctx, { path: `/pairs/together?unit=${unit.id}`, as: elsa })).status).toBe(404)
  })
})
