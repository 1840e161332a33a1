// What goes over the wire on a walk: pages as they are sent, to the two, to those who are not of the pair, and to everybody.
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { locales } from '#app/kernel/locales.ts'
import { activitiesDone, jointSteps, learningPairs, reflections } from '#db/schema/index.ts'
import { shippedPath } from '#tests/paths/shipped.ts'
import { anAdmin, anOutsider } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { ask } from '#tests/support/remix.ts'
import { aPair, aUnitWithPeople, pathId } from './pairs.ts'

const home = `/paths/${pathId}`
const path = shippedPath

/** Every page on which anything of a walk could stand, as a document and as the data that scripts fetch. */
function pagesOf(pairId: string): string[] {
  const pages = [
    home,
    `${home}/start`,
    `/pairs/${pairId}`,
    `/pairs/${pairId}/leader`,
    '/home',
    ...path.modules.flatMap(({ id, tracks }) => [
      `${home}/${id.toLowerCase()}?pair=${pairId}`,
      `${home}/${id.toLowerCase()}/reflection`,
      `/pairs/${pairId}/joint/${id.toLowerCase()}`,
      ...(id === 'M0' ? [...tracks.leader, ...tracks.resource_person].map((one) => `${home}/m0/${one.id}`) : []),
    ]),
  ]
  return pages.flatMap((page) => [page, page.replace(/(\?.*)?$/, '.data$1')])
}

const post = (ctx: TestCtx, as: { id: string }, url: string, form: Record<string, string> = {}) =>
  ask(ctx, { path: url, as, form, locale: 'sv' })

test('no page ever sends the manager a private reflection; a shared one stands on the page of the two', {
  timeout: 300_000,
}, async ({ ctx }) => {
  const { samira, elsa, tove, pairId } = await aPair(ctx)
  const secret = 'Nattdjupt hemligt'
  for (const { id } of path.modules) await post(ctx, samira, `${home}/${id.toLowerCase()}/reflection`, { text: secret })
  expect(await ctx.db.select().from(reflections)).toHaveLength(path.modules.length)
  const sendsTo = async (as: { id: string }) => {
    const sending: string[] = []
    for (const url of pagesOf(pairId)) {
      if ((await ask(ctx, { path: url, as })).text.includes(secret)) sending.push(url)
    }
    return sending
  }
  expect(await sendsTo(elsa)).toEqual([])
  expect((await ask(ctx, { path: `${home}/m0`, as: samira })).text).toContain(secret)

  await post(ctx, samira, `${home}/m0/reflection`, { text: `${secret} m0`, share: pairId })
  expect(await sendsTo(elsa)).toEqual([`/pairs/${pairId}`, `/pairs/${pairId}.data`])
  expect(await sendsTo(tove)).toEqual([])
})

test('whoever is not of the pair finds nothing, education leads and admins neither', async ({ ctx }) => {
  const { samira, yusuf, tove, pairId } = await aPair(ctx)
  const strangers = [yusuf, tove, await anAdmin(ctx), await anOutsider(ctx)]
  const pages = [`/pairs/${pairId}`, `/pairs/${pairId}/leader`, `/pairs/${pairId}/joint/m0`]
  for (const as of strangers) {
    for (const url of pages) expect([url, (await ask(ctx, { path: url, as })).status]).toEqual([url, 404])
    for (const act of ['acceptance', 'refusal', 'pause', 'resumption', 'end', 'joint/m0/confirmation']) {
      const { status } = await post(ctx, as, `/pairs/${pairId}/${act}`, { version: '1' })
      expect([act, [404, 410].includes(status)]).toEqual([act, true])
    }
  }
  for (const url of pages) expect((await ask(ctx, { path: url, as: samira })).status).toBe(200)
  const [row] = await ctx.db.select().from(learningPairs).where(eq(learningPairs.id, pairId))
  expect([row?.pausedAt, row?.endedAt]).toEqual([null, null])
})

test('two walk with forms alone: asked, accepted, done, written, confirmed by both', async ({ ctx }) => {
  const { unit, samira, elsa } = await aUnitWithPeople(ctx)
  const id = newId()
  expect((await ask(ctx, { path: `${home}/start`, as: samira })).text).toContain('Elsa Öberg')
  const form = { id, unitId: unit.id, as: 'resource_person', colleagueId: elsa.id }
  expect((await post(ctx, samira, `${home}/start`, form)).headers.get('location')).toBe(`/pairs/${id}`)
  const asked = await ask(ctx, { path: `/pairs/${id}`, as: elsa })
  expect(asked.text).toContain('Samira Nilsson vill gå lärvägen med dig')
  expect((await ask(ctx, { path: '/home', as: elsa })).text).toContain(`href="/pairs/${id}"`)
  expect((await post(ctx, elsa, `/pairs/${id}/acceptance`)).status).toBe(302)

  const first = path.modules[0]?.tracks.resource_person[0]?.id ?? ''
  await post(ctx, samira, `${home}/m0/${first}/done`)
  expect(await ctx.db.select().from(activitiesDone)).toMatchObject([{ personId: samira.id, activityId: first }])
  const joint = `/pairs/${id}/joint/m0`
  await post(ctx, samira, joint, { version: '0', 'goals[0].text': 'Tryggare hemgång' })
  await post(ctx, samira, `${joint}/confirmation`, { version: '1' })
  expect((await ask(ctx, { path: joint, as: elsa })).text).toContain('Samira Nilsson har godkänt')
  await post(ctx, elsa, `${joint}/confirmation`, { version: '1' })
  const [step] = await ctx.db
    .select()
    .from(jointSteps)
    .where(and(eq(jointSteps.pairId, id), eq(jointSteps.moduleId, 'M0')))
  expect(step?.completedAt).toEqual(ctx.now)
  for (const as of [samira, elsa]) {
    const { text } = await ask(ctx, { path: `/pairs/${id}`, as })
    expect(text).toContain('Tryggare hemgång')
    expect(text).toContain('Klar: ni har båda godkänt')
  }
})

test('what was typed into a refused joint step comes back beside what is saved', async ({ ctx }) => {
  const { samira, elsa, pairId } = await aPair(ctx)
  const joint = `/pairs/${pairId}/joint/m0`
  await post(ctx, samira, joint, { version: '0', 'goals[0].text': 'Samiras mål' })
  const refused = await post(ctx, elsa, joint, { version: '0', 'goals[0].text': 'Elsas mål' })
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('Elsas mål</textarea>')
  expect(refused.text).toContain('Samiras mål')
  expect(refused.text).toMatch(/name="version" value="1"/)
  const long = await post(ctx, samira, `${home}/m0/reflection`, { text: 'Lång '.repeat(2_000) })
  expect(long.status).toBe(400)
  expect(long.text).toContain('Lång Lång')
})

test('signed-out readers get the path without a trace of anybody’s walk', async ({ ctx }) => {
  const { samira, elsa, unit, pairId } = await aPair(ctx)
  await post(ctx, samira, `/pairs/${pairId}/joint/m0`, { version: '0', 'goals[0].text': 'Tryggare hemgång' })
  for (const locale of locales) {
    const step = path.modules[0]?.tracks.leader[0]?.id
    for (const url of [home, `${home}/m0`, `${home}/m0?pair=${pairId}`, `${home}/m0/${step}`]) {
      const { status, headers, text } = await ask(ctx, { path: url, locale })
      expect([status, headers.get('set-cookie')]).toEqual([200, null])
      expect(text).not.toMatch(/<script|<form method="post" action="\/(pairs|paths)/)
      for (const name of [samira.name, elsa.name, unit.name, 'Tryggare', '/pairs/']) expect(text).not.toContain(name)
    }
  }
  expect((await ask(ctx, { path: `/pairs/${pairId}` })).headers.get('location')).toMatch(/^\/login/)
  expect((await ask(ctx, { path: `${home}/start` })).headers.get('location')).toMatch(/^\/login/)
})
