// The pages themselves, as browsers without scripts get them: what works, and whose name travels to whom.
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { makeTeachingLink } from '#app/features/teaching/commands/links.server.ts'
import { askForSignature } from '#app/features/teaching/commands/sign-off.server.ts'
import { findLogFor } from '#app/features/teaching/queries/log.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { locales } from '#app/kernel/locales.ts'
import { roles, teachingLearners } from '#db/schema/index.ts'
import { anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUser, aVisit } from '#tests/support/factories.ts'
import { ask } from '#tests/support/remix.ts'
import { attend, taught, twoWards, typed } from './people.ts'

const open = (ctx: TestCtx, path: string, as: Person | null, form?: Record<string, string>) =>
  ask(ctx, { path, as, ...(form && { form }) })
const hiddenIn = (text: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(text)?.[1] ?? ''

describe('without scripts', () => {
  test('a session is written down, sent to the manager and signed', async ({ ctx }) => {
    const { ward, samira, yusuf, elsa } = await twoWards(ctx)
    const page = await open(ctx, '/teaching/new', samira)
    const id = hiddenIn(page.text, 'id')
    const { subject, taughtOn, minutes, form, learners } = typed(ward.id)
    const fields = {
      id,
      subject,
      taughtOn,
      minutes: `${minutes}`,
      form,
      learners: `${learners}`,
      where: ward.id,
      named: yusuf.id,
    }
    const refused = await open(ctx, '/teaching/new', samira, { ...fields, subject: '', reflection: 'Sparas kvar' })
    expect([refused.status, refused.text.includes('Sparas kvar')]).toEqual([400, true])
    const saved = await open(ctx, '/teaching/new', samira, fields)
    expect([saved.status, saved.headers.get('location')]).toEqual([302, `/teaching/${id}`])
    expect((await open(ctx, `/teaching/${id}/request`, samira, {})).status).toBe(302)

    const home = await open(ctx, '/home', elsa)
    expect(home.text).toContain(`href="/teaching/${id}"`)
    const asked = await open(ctx, `/teaching/${id}`, elsa)
    expect(asked.text).not.toContain('Yusuf Demir')
    const version = hiddenIn(asked.text, 'version')
    expect((await open(ctx, `/teaching/${id}/signature`, elsa, { version })).status).toBe(302)
    expect((await findLogFor(samira, ctx)).lines).toMatchObject([{ id, signOff: 'signed' }])
    expect((await open(ctx, `/teaching/${id}/edit`, samira)).headers.get('location')).toBe(`/teaching/${id}`)
    expect((await open(ctx, `/teaching/${id}/removal`, samira, {})).status).toBe(409)
  })

  test('learners confirm by the link, once each; opening it counts nobody and leaves no cookie', async ({ ctx }) => {
    const { ward, samira, ali } = await twoWards(ctx)
    const id = await taught(samira, ward.id, ctx, { learners: 2 })
    const made = await open(ctx, `/teaching/${id}/link`, samira, {})
    expect(made.headers.get('cache-control')).toBe('private, no-store')
    const [, address = ''] = /(\/teaching\/attend\/[\w-]{32})/.exec(made.text) ?? []
    expect(made.text).toMatch(/<svg[^>]*class="sl-teaching-code"/)
    expect((await open(ctx, `/teaching/${id}/link`, samira)).text).not.toContain(address)

    for (let scan = 0; scan < 3; scan += 1) await open(ctx, address, null)
    const { text, headers, status } = await open(ctx, address, null)
    expect([status, headers.get('set-cookie'), headers.get('cache-control')]).toEqual([200, null, 'private, no-store'])
    expect(text).not.toContain('<script')
    expect(await ctx.db.select().from(teachingLearners)).toHaveLength(0)
    const press = () => open(ctx, address, null, { id: hiddenIn(text, 'id') })
    const first = await press()
    expect(await open(ctx, first.headers.get('location') ?? '', null)).toMatchObject({ status: 200 })
    await press()
    expect((await findLogFor(samira, ctx)).lines).toMatchObject([{ confirmed: 1 }])

    const asAli = await open(ctx, address, ali)
    expect(asAli.text).toContain('Ali Rezai')
    await open(ctx, address, ali, { id: hiddenIn(asAli.text, 'id') })
    expect((await open(ctx, address, ali)).text).toContain(`/teaching/new?from=${id}`)
    expect((await open(ctx, address, null, { id: hiddenIn((await open(ctx, address, null)).text, 'id') })).status).toBe(400)
    expect((await open(ctx, '/teaching/attend/nobody-knows', null)).status).toBe(410)
  })
})

describe('once', () => {
  const cookieOf = (headers: Headers) => (headers.get('set-cookie') ?? '').split(';')[0] ?? ''

  test('a visitor who comes back to the link is counted already, also by another link to the same lesson', async ({ ctx }) => {
    const { ward, samira } = await twoWards(ctx)
    const id = await taught(samira, ward.id, ctx, { learners: 9 })
    const [one, other] = [await aLink(ctx, id, samira), await aLink(ctx, id, samira)]
    const first = await open(ctx, one, null)
    const confirmed = await open(ctx, one, null, { id: hiddenIn(first.text, 'id') })
    expect(confirmed.headers.get('set-cookie')).toMatch(
      /^attended=[\w-]{36}; Path=\/teaching\/attend; Max-Age=2678400; HttpOnly; SameSite=Lax/,
    )
    const headers = { cookie: cookieOf(confirmed.headers) }
    for (const address of [one, other]) {
      expect(hiddenIn((await ask(ctx, { path: address, headers })).text, 'id')).toBe('')
      const again = await ask(ctx, { path: address, headers, form: { id: newId() } })
      expect([again.status, again.headers.get('set-cookie')]).toEqual([302, null])
    }
    expect((await findLogFor(samira, ctx)).lines).toMatchObject([{ confirmed: 1 }])
    const lesson = await taught(samira, ward.id, ctx, { learners: 9 })
    const next = await ask(ctx, { path: await aLink(ctx, lesson, samira), headers, form: { id: newId() } })
    expect(cookieOf(next.headers).split('.')).toHaveLength(2)
    await ask(ctx, { path: one, headers: { cookie: 'attended=x.y.../etc; attended' }, form: { id: newId() } })
    expect(await ctx.db.select().from(teachingLearners)).toHaveLength(3)
  })

  test('who signs in after having confirmed as a visitor is there as themselves, and counted once', async ({ ctx }) => {
    const { ward, samira, ali } = await twoWards(ctx)
    const id = await taught(samira, ward.id, ctx, { learners: 1 })
    const address = await aLink(ctx, id, samira)
    const confirmed = await open(ctx, address, null, { id: newId() })
    const headers = { cookie: cookieOf(confirmed.headers) }
    const asAli = await ask(ctx, { path: address, as: ali, headers, form: { id: newId() } })
    expect([asAli.status, asAli.headers.get('set-cookie')]).toEqual([302, null])
    const rows = await ctx.db.select().from(teachingLearners)
    expect(rows.map((row) => row.personId !== null)).toEqual([true])
    expect((await findLogFor(samira, ctx)).lines).toMatchObject([{ confirmed: 1 }])
  })
})

async function aLink(ctx: TestCtx, sessionId: string, teacher: Person): Promise<string> {
  const { token } = await makeTeachingLink(teacher, { sessionId }, ctx)
  return `/teaching/attend/${token}`
}

/** Samira taught Yusuf (her ward) and Ali (another); Ali taught Nils and three visitors on; Elsa leads Samira's ward. */
async function aChain(ctx: TestCtx) {
  const world = await twoWards(ctx)
  const { ward, other, samira, yusuf, ali, nils } = world
  const first = await taught(samira, ward.id, ctx, { named: [yusuf.id] })
  await attend(samira, first, [yusuf, ali], ctx)
  const second = await taught(ali, other.id, ctx, { learners: 6, learntFromId: first })
  await attend(ali, second, [nils, visitor, visitor, visitor], ctx)
  return { ...world, first, second }
}

const names = ['Samira Nilsson', 'Yusuf Demir', 'Ali Rezai', 'Nils Rehn', 'Elsa Öberg']
/** Names of other people than the reader in the page, as it travels. */
const namesIn = async (ctx: TestCtx, path: string, as: Person) => {
  const { text, status } = await open(ctx, path, as)
  return [status, ...names.filter((name) => name !== as.name && text.includes(name))]
}

describe('whose name travels to whom', () => {
  test('from a unit: teachers of the units that the reader leads; learners nowhere', async ({ ctx }) => {
    const { region, ward, other, elsa, nils, tove } = await aChain(ctx)
    expect(await namesIn(ctx, `/units/${ward.id}/teaching`, elsa)).toEqual([200, 'Samira Nilsson'])
    expect(await namesIn(ctx, `/units/${other.id}/teaching`, nils)).toEqual([200, 'Ali Rezai'])
    expect(await namesIn(ctx, `/units/${region.id}/teaching`, tove)).toEqual([200, 'Samira Nilsson', 'Ali Rezai'])
    expect((await open(ctx, `/units/${other.id}/teaching`, elsa)).status).toBe(404)
  })

  test('to those who belong to the unit: one number in whole steps, and none below the smallest group', async ({ ctx }) => {
    const { region, ward, other, samira, yusuf, ali } = await aChain(ctx)
    const said = async (unit: { id: string }, who: Person) => {
      expect(await namesIn(ctx, `/units/${unit.id}/teaching`, who)).toEqual([200])
      const { text } = await open(ctx, `/units/${unit.id}/teaching`, who)
      expect(text).not.toMatch(/<svg class="sl-chart|<table/)
      return /Minst \d+|Dolt: för få/.exec(text)?.[0]
    }
    // Two at the one ward and four at the other: six in the region, which is not said either, for it would tell of both.
    expect([await said(ward, yusuf), await said(other, ali), await said(region, samira)]).toEqual(Array(3).fill('Dolt: för få'))
    const third = await taught(samira, ward.id, ctx, { learners: 9 })
    await attend(samira, third, [yusuf, ...Array<typeof visitor>(8).fill(visitor)], ctx)
    expect([await said(ward, yusuf), await said(other, ali), await said(region, samira)]).toEqual([
      'Minst 10',
      'Dolt: för få',
      'Minst 10',
    ])
  })

  test('to nobody else: outsiders, guests, those who have left, visitors', async ({ ctx }) => {
    const { ward, first, second, elsa } = await aChain(ctx)
    const guest = await aPersonWith(ctx, 'guest', { visit: await aVisit(ctx, { host: ward }) }, await aUser(ctx))
    await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, elsa.id))
    for (const who of [await anOutsider(ctx), guest, elsa]) {
      for (const path of [
        `/units/${ward.id}/teaching`,
        `/teaching/${first}`,
        `/teaching/${second}`,
        `/teaching/${first}/link`,
      ]) {
        expect([path, (await open(ctx, path, who)).status]).toEqual([path, 404])
      }
      expect(await namesIn(ctx, '/teaching/tree', who)).toEqual([200])
    }
    expect((await open(ctx, `/units/${ward.id}/teaching`, null)).headers.get('location')).toMatch(/^\/login/)
  })

  test('of one’s own branch: colleagues of one’s units, as long as one belongs there', async ({ ctx }) => {
    const { samira, ali, first } = await aChain(ctx)
    expect(await namesIn(ctx, '/teaching/tree', samira)).toEqual([200, 'Yusuf Demir'])
    expect(await namesIn(ctx, '/teaching/tree', ali)).toEqual([200, 'Nils Rehn'])
    expect(await namesIn(ctx, `/teaching/${first}`, samira)).toEqual([200, 'Yusuf Demir', 'Elsa Öberg'])
    await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, samira.id))
    expect(await namesIn(ctx, '/teaching/tree', samira)).toEqual([200])
    expect(await namesIn(ctx, `/teaching/${first}`, samira)).toEqual([200])
  })

  test('of a session: learners know whose it was, and neither they nor the manager who else came', async ({ ctx }) => {
    const { first, samira, yusuf, elsa } = await aChain(ctx)
    expect(await namesIn(ctx, `/teaching/${first}`, yusuf)).toEqual([200, 'Samira Nilsson'])
    await askForSignature(samira, { sessionId: first }, ctx)
    expect(await namesIn(ctx, `/teaching/${first}`, elsa)).toEqual([200, 'Samira Nilsson'])
  })
})

describe.each(locales)('in %s', (locale) => {
  test('the tree is a picture with its numbers in a sentence and a table', async ({ ctx }) => {
    const { region, tove } = await aChain(ctx)
    const { text, status } = await ask(ctx, { path: `/units/${region.id}/teaching`, as: tove, locale })
    expect(status).toBe(200)
    expect(text.match(/<svg class="sl-chart/g)).toHaveLength(2)
    expect(text).toMatch(/<table[^>]*class="sl-table/)
    expect(text).toMatch(
      { sv: /2 personer har lärt sig direkt/, nb: /2 personer har lært direkte/, en: /2 people have learnt directly/ }[locale],
    )
    expect(text).not.toMatch(/ style="/)
  })
})
