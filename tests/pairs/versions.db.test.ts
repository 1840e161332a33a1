// Two walk a version; another is published, or theirs is withdrawn. They go on, or over, and lose nothing.
import { describe, expect } from 'vitest'
import { confirmJointStep, writeJointStep } from '#app/features/pairs/commands/joint-step.server.ts'
import { moveToVersion } from '#app/features/pairs/commands/move-version.server.ts'
import { markDone } from '#app/features/pairs/commands/own-track.server.ts'
import { acceptPair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import { findPairPageFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { withdrawVersion } from '#app/features/paths/commands/publish.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { activitiesDone, jointSteps } from '#db/schema/index.ts'
import { aModule, aPathBeingMade, publish, say, write } from '#tests/paths/making.ts'
import { anOutsider } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { ask } from '#tests/support/remix.ts'

const words = {
  goals: [{ text: 'Tryggare hemgång', link: null }],
  time: '',
  mandate: '',
  notes: '',
  version: 0,
  language: 'sv',
} as const

/** Samira and Elsa walk version 1 with A1 and A2; version 2 has A1 under a new name and A3. */
async function aWalkWithNews(ctx: TestCtx) {
  const people = await aPathBeingMade(ctx)
  const { elsa, samira, unit, madeId: pathId } = people
  await publish(elsa, pathId, {}, ctx)
  const pairId = newId()
  await startPair(samira, { id: pairId, pathId, unitId: unit.id, as: 'resource_person', colleagueId: elsa.id }, ctx)
  await acceptPair(elsa, { pairId }, ctx)
  for (const moduleId of ['a1', 'a2']) {
    await markDone(samira, { pathId, moduleId, activityId: 'resource-1' }, ctx)
    await writeJointStep(samira, { ...words, goals: [{ text: `Mål ${moduleId}`, link: null }], pairId, moduleId }, ctx)
    await confirmJointStep(samira, { pairId, moduleId, version: 1 }, ctx)
  }
  await write(
    elsa,
    pathId,
    (draft) => ({ ...draft, modules: [aModule('A1', { title: say('Nytt namn') }), aModule('A3')] }),
    ctx,
  )
  await publish(elsa, pathId, { note: 'Kortare och bättre' }, ctx)
  return { ...people, pathId, pairId, home: `/paths/${pathId}` }
}

async function pageOf(actor: Person, pairId: string, ctx: TestCtx) {
  const page = await findPairPageFor(actor, { pairId, locale: 'sv' }, ctx)
  if (!page.view) throw new Error('they are one of the two')
  return page.view
}

describe('a newer version', () => {
  test('is told to those who walk the old one, who read on in theirs', async ({ ctx }) => {
    const { samira, elsa, yusuf, pairId, home } = await aWalkWithNews(ctx)
    for (const as of [samira, elsa]) {
      expect((await pageOf(as, pairId, ctx)).version).toMatchObject({ number: 1, newer: { number: 2 }, withdrawn: null })
      const page = await ask(ctx, { path: `/pairs/${pairId}`, as, locale: 'sv' })
      expect(page.text).toContain('Kortare och bättre')
      expect(page.text).toContain(`action="/pairs/${pairId}/version"`)
      const own = await ask(ctx, { path: home, as, locale: 'sv' })
      expect(own.text).toContain('Modul A2')
      expect(own.text).toContain('Ni går version 1. Det finns en nyare.')
      expect((await ask(ctx, { path: `${home}/a2`, as })).status).toBe(200)
    }
    expect((await ask(ctx, { path: home, as: yusuf, locale: 'sv' })).text).toContain('Nytt namn')
    expect((await ask(ctx, { path: `${home}/a2`, as: yusuf })).status).toBe(404)
  })

  test('either takes both over; what the new one has not is shown as done earlier, with all that was written', async ({
    ctx,
  }) => {
    const { samira, elsa, pairId, home } = await aWalkWithNews(ctx)
    const moved = await ask(ctx, { path: `/pairs/${pairId}/version`, as: elsa, form: { version: '2' } })
    expect(moved.headers.get('location')).toBe(`/pairs/${pairId}`)
    await moveToVersion(samira, { pairId, version: 2 }, ctx)
    for (const as of [samira, elsa]) {
      const { version, modules, agreed } = await pageOf(as, pairId, ctx)
      expect(modules.map(({ id, resource_person }) => [id, resource_person.done])).toEqual([
        ['A1', 1],
        ['A3', 0],
      ])
      expect(agreed.map(({ moduleId }) => moduleId)).toEqual(['A1'])
      expect(version).toMatchObject({ number: 2, newer: null, moves: [{ from: 1, to: 2, by: elsa.name }] })
      expect(version.earlier.done.map(({ key, by }) => [key, by])).toEqual([['A2/resource-1', samira.name]])
      expect(version.earlier.steps).toMatchObject([{ moduleId: 'A2', title: 'Modul A2', goals: [{ text: 'Mål a2' }] }])
      const { text } = await ask(ctx, { path: `/pairs/${pairId}`, as, locale: 'sv' })
      for (const said of ['Gjort tidigare', 'Mål a2', `${home}?version=1`]) expect(text).toContain(said)
      expect((await ask(ctx, { path: `${home}/a2?version=1`, as, locale: 'sv' })).text).toContain('Modul A2')
      expect((await ask(ctx, { path: home, as, locale: 'sv' })).text).toContain('Nytt namn')
    }
    expect(await ctx.db.select().from(activitiesDone)).toHaveLength(2)
    expect(await ctx.db.select().from(jointSteps)).toHaveLength(2)
    expect((await listWalkNeedsFor(elsa, ctx)).map((need) => ('moduleId' in need ? need.moduleId : need.kind))).toEqual(['A1'])
  })

  test('nobody else moves them, nobody moves them back, and not to what is not there', async ({ ctx }) => {
    const { samira, elsa, yusuf, tove, pairId } = await aWalkWithNews(ctx)
    for (const one of [yusuf, tove, await anOutsider(ctx)])
      await expect(moveToVersion(one, { pairId, version: 2 }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(moveToVersion(samira, { pairId, version: 9 }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await moveToVersion(elsa, { pairId, version: 2 }, ctx)
    await expect(moveToVersion(elsa, { pairId, version: 1 }, ctx)).rejects.toMatchObject({ code: 'conflict' })
  })
})

test('the two see what differs between their withdrawn version and the newer one; nobody else reads the withdrawn one', async ({
  ctx,
}) => {
  const { samira, elsa, yusuf, pathId, pairId, home } = await aWalkWithNews(ctx)
  await withdrawVersion(elsa, { pathId, version: 1, reason: 'Fel dos i A2' }, ctx)
  const changes = `${home}/changes?from=1&to=2`
  for (const as of [samira, elsa]) {
    const page = await ask(ctx, { path: `/pairs/${pairId}`, as, locale: 'sv' })
    expect(page.text).toContain(`href="${changes.replace('&', '&amp;')}"`)
    const differing = await ask(ctx, { path: changes, as, locale: 'sv' })
    expect(differing.status).toBe(200)
    for (const title of ['Modul A2', 'Nytt']) expect(differing.text).toContain(title)
  }
  expect((await ask(ctx, { path: changes, as: yusuf })).status).toBe(410)
  await moveToVersion(samira, { pairId, version: 2 }, ctx)
  expect((await ask(ctx, { path: changes, as: samira })).status).toBe(200)
})

test('a version withdrawn under way can be walked to its end, or left for a newer one; newcomers get none', async ({ ctx }) => {
  const { samira, elsa, yusuf, pathId, pairId, home } = await aWalkWithNews(ctx)
  await withdrawVersion(elsa, { pathId, version: 1, reason: 'Fel dos i A2' }, ctx)
  await withdrawVersion(elsa, { pathId, version: 2, reason: 'Också' }, ctx)
  const page = await ask(ctx, { path: `/pairs/${pairId}`, as: samira, locale: 'sv' })
  for (const said of ['drogs tillbaka', 'Fel dos i A2', 'Ni kan gå klart den ändå']) expect(page.text).toContain(said)
  expect(page.text).not.toContain(`action="/pairs/${pairId}/version"`)
  await expect(moveToVersion(samira, { pairId, version: 2 }, ctx)).rejects.toMatchObject({ code: 'gone' })
  const own = await ask(ctx, { path: `${home}/a2/resource-1`, as: samira, locale: 'sv' })
  expect([own.status, own.text.includes('Läs.')]).toEqual([200, true])
  await markDone(samira, { pathId, moduleId: 'a2', activityId: 'resource-1' }, ctx)
  for (const as of [null, yusuf]) expect((await ask(ctx, { path: home, as })).status).toBe(410)
  const start = { id: newId(), pathId, unitId: '', as: 'resource_person', colleagueId: elsa.id } as const
  await expect(startPair(yusuf, start, ctx)).rejects.toMatchObject({ code: 'gone' })
  await publish(elsa, pathId, {}, ctx)
  await moveToVersion(samira, { pairId, version: 3 }, ctx)
  expect((await pageOf(elsa, pairId, ctx)).version).toMatchObject({ number: 3, withdrawn: null })
})
