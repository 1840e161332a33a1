import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { grantRole } from '#app/features/identity/commands/roles.server.ts'
import { newId } from '#app/kernel/ids.ts'
import * as admin from '#app/routes/admin._index.tsx'
import * as adminPerson from '#app/routes/admin.people.$userId._index.tsx'
import * as suspension from '#app/routes/admin.people.$userId.suspension.ts'
import * as offers from '#app/routes/offers.tsx'
import * as unitPage from '#app/routes/units.$unitId._index.tsx'
import * as closedPeriods from '#app/routes/units.$unitId.closed-periods._index.tsx'
import * as edit from '#app/routes/units.$unitId.edit.tsx'
import * as guestPage from '#app/routes/units.$unitId.guests.$roleId._index.tsx'
import * as people from '#app/routes/units.$unitId.people.tsx'
import * as newUnit from '#app/routes/units.new.tsx'
import { roles, units } from '#db/schema/index.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { aUnit, aUser, aVisit } from '#tests/support/factories.ts'
import { callAction, callLoader } from '#tests/support/http.ts'

type Refusal = { result: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> } }
const refusalIn = (data: unknown) => (data as Refusal).result

const profileForm = {
  name: 'Ängen',
  city: 'Örebro',
  language: 'sv',
  isOpen: 'on',
  canShow: 'Hur vi handleder i par.',
  languages: ['sv', 'en'],
  forms: ['on_site', 'digital'],
  groupMin: '2',
  groupMax: '6',
  daysMin: '1',
  daysMax: '3',
  noticeMonths: '3',
  version: '1',
}

test('offers are open to everybody and sorted by the reader’s alphabet', async ({ ctx }) => {
  for (const name of ['Ängen', 'Zinken', 'Åsen', 'Ölandet', 'Aspen']) await aUnit(ctx, { name, profile: true })
  const namesIn = async (locale: 'sv' | 'nb') => {
    const { data } = await callLoader(ctx, offers.loader, { path: '/offers', locale })
    return data.offers.map(({ name }) => name)
  }
  expect(await namesIn('sv')).toEqual(['Aspen', 'Zinken', 'Åsen', 'Ängen', 'Ölandet'])
  expect(await namesIn('nb')).toEqual(['Aspen', 'Zinken', 'Ängen', 'Ölandet', 'Åsen'])
})

test('the page of a unit that invites is open; of a silent one it is not found, like one that never was', async ({ ctx }) => {
  const [open, silent] = [await aUnit(ctx, { profile: true }), await aUnit(ctx)]
  const status = async (unitId: string) =>
    (await callLoader(ctx, unitPage.loader, { path: `/units/${unitId}`, params: { unitId } })).status
  expect(await status(open.id)).toBe(200)
  expect(await status(silent.id)).toBe(404)
  expect(await status(newId())).toBe(404)
  expect(await status('banana')).toBe(404)
})

test('an outsider may read about a unit and change nothing', async ({ ctx }) => {
  const ward = await aUnit(ctx, { profile: true })
  const call = { path: `/units/${ward.id}/edit`, params: { unitId: ward.id }, as: await anOutsider(ctx) }
  expect((await callLoader(ctx, edit.loader, call)).status).toBe(403)
  expect((await callAction(ctx, edit.action, { ...call, form: profileForm })).status).toBe(403)
  expect((await callLoader(ctx, people.loader, call)).status).toBe(404)
  expect(
    (
      await callAction(ctx, closedPeriods.action, {
        ...call,
        form: { id: newId(), startsOn: '2026-07-01', endsOn: '2026-07-02' },
      })
    ).status,
  ).toBe(403)
})

test('a coordinator writes the page as a plain form sends it', async ({ ctx }) => {
  const ward = await aUnit(ctx, { profile: true })
  const as = await aPersonWith(ctx, 'host_coordinator', { unit: ward })
  const call = { path: `/units/${ward.id}/edit`, params: { unitId: ward.id }, as }
  const saved = await callAction(ctx, edit.action, { ...call, form: profileForm })
  expect(saved).toMatchObject({ status: 302, location: `/units/${ward.id}` })
  const { data } = await callLoader(ctx, unitPage.loader, { ...call, as: null })
  expect(data.unit.name).toBe('Ängen')
  expect(data.profile).toMatchObject({
    isOpen: true,
    languages: ['sv', 'en'],
    forms: ['on_site', 'digital'],
    groupMin: 2,
    version: 2,
  })
})

test('unticking everything closes the door again', async ({ ctx }) => {
  const ward = await aUnit(ctx, { profile: true })
  const as = await aPersonWith(ctx, 'host_coordinator', { unit: ward })
  const form = { ...profileForm, isOpen: undefined, languages: [], forms: [] }
  await callAction(ctx, edit.action, { path: `/units/${ward.id}/edit`, params: { unitId: ward.id }, as, form })
  const page = await callLoader(ctx, unitPage.loader, { path: `/units/${ward.id}`, params: { unitId: ward.id } })
  expect(page.status).toBe(404)
})

test('what cannot be saved comes back with everything typed and the words at the fields', async ({ ctx }) => {
  const ward = await aUnit(ctx, { profile: true })
  const as = await aPersonWith(ctx, 'host_coordinator', { unit: ward })
  const form = { ...profileForm, name: '', canShow: '', groupMin: '9', noticeMonths: 'soon' }
  const answer = await callAction(ctx, edit.action, { path: '/', params: { unitId: ward.id }, as, form, locale: 'nb' })
  expect(answer.status).toBe(400)
  expect(Object.keys(refusalIn(answer.data).error ?? {})).toEqual(expect.arrayContaining(['name', 'noticeMonths']))
  expect(refusalIn(answer.data).initialValue).toMatchObject({ city: 'Örebro', noticeMonths: 'soon', languages: ['sv', 'en'] })
})

test('an older version is answered with 409, one’s own words, and the new page beside them', async ({ ctx }) => {
  const ward = await aUnit(ctx, { profile: true })
  const as = await aPersonWith(ctx, 'host_coordinator', { unit: ward })
  const call = { path: `/units/${ward.id}/edit`, params: { unitId: ward.id }, as, locale: 'sv' as const }
  await callAction(ctx, edit.action, { ...call, form: { ...profileForm, canShow: 'Det Ingrid skrev' } })
  const late = await callAction(ctx, edit.action, { ...call, form: { ...profileForm, canShow: 'Det Åse skrev' } })
  expect(late.status).toBe(409)
  expect(refusalIn(late.data).initialValue).toMatchObject({ canShow: 'Det Åse skrev', version: '1' })
  expect(refusalIn(late.data).error?.['']?.[0]).toMatch(/Någon annan har sparat/)
  const page = await callLoader(ctx, edit.loader, call)
  expect(page.data.profile).toMatchObject({ canShow: 'Det Ingrid skrev', version: 2 })
})

test('a unit is made once with the id of its form, and its maker goes on to its page', async ({ ctx }) => {
  const region = await aUnit(ctx, { kind: 'region' })
  const as = await aPersonWith(ctx, 'education_lead', { unit: region })
  const form = { id: newId(), parentId: region.id, kind: 'ward', country: 'SE', name: 'Avdelning 9', language: 'sv' }
  for (let press = 0; press < 2; press += 1) {
    const answer = await callAction(ctx, newUnit.action, { path: '/units/new', as, form })
    expect(answer).toMatchObject({ status: 302, location: `/units/${form.id}/edit` })
  }
  expect(await ctx.db.select().from(units).where(eq(units.parentId, region.id))).toHaveLength(1)
})

test('the form for a new unit is not shown to those who may not make one', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const as = await aPersonWith(ctx, 'member', { unit: ward })
  expect((await callLoader(ctx, newUnit.loader, { path: `/units/new?below=${ward.id}`, as })).status).toBe(403)
  expect((await callLoader(ctx, newUnit.loader, { path: '/units/new', as })).status).toBe(403)
})

test('a manager invites from the people page; a role beyond theirs is refused and nothing is sent', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const as = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const call = { path: `/units/${ward.id}/people`, params: { unitId: ward.id }, as }
  const form = { id: newId(), email: 'Maeve@Example.org', name: '', locale: 'en', roleKind: 'unit_manager' }
  expect((await callAction(ctx, people.action, { ...call, form })).status).toBe(403)
  expect(ctx.jobs).toEqual([])
  const sent = await callAction(ctx, people.action, { ...call, form: { ...form, roleKind: 'supervisor' } })
  expect(sent).toMatchObject({ status: 302, location: `/units/${ward.id}/people?invited` })
  const { data } = await callLoader(ctx, people.loader, call)
  expect(data.invitations).toMatchObject([{ email: 'maeve@example.org', roleKind: 'supervisor', state: 'open' }])
  const days = { ...form, roleKind: 'supervisor', startsOn: '2026-09-01', endsOn: '2026-08-01' }
  const refused = await callAction(ctx, people.action, { ...call, form: days })
  expect(refused.status).toBe(400)
  expect(JSON.stringify(refused.data)).toContain('Sista dagen ligger före den första.')
})

test('a guest’s last day is the whole day in the host’s country', async ({ ctx }) => {
  const host = await aUnit(ctx, { profile: true })
  const visit = await aVisit(ctx, { host, startsOn: '2026-06-16', endsOn: '2026-06-18' })
  const mikko = await aUser(ctx)
  const as = await aPersonWith(ctx, 'host_coordinator', { unit: host })
  await grantRole(ctx, { userId: mikko.id, kind: 'guest', unitId: null, visitId: visit.id, givenBy: null })
  const [role] = await ctx.db.select().from(roles).where(eq(roles.userId, mikko.id))
  const call = { path: '/', params: { unitId: host.id, roleId: role?.id ?? '' }, as }
  expect((await callAction(ctx, guestPage.action, { ...call, form: { endsOn: '2026-07-03' } })).status).toBe(302)
  const [renewed] = await ctx.db.select().from(roles).where(eq(roles.userId, mikko.id))
  expect(renewed?.endsAt?.toISOString()).toBe('2026-07-03T22:00:00.000Z')
  expect((await callAction(ctx, guestPage.action, { ...call, form: { endsOn: '2026-01-01' } })).status).toBe(422)
  expect((await callAction(ctx, guestPage.action, { ...call, form: { endsOn: 'never' } })).status).toBe(400)
  expect((await callLoader(ctx, guestPage.loader, { ...call, as: await anOutsider(ctx) })).status).toBe(404)
})

test('the admin pages do not exist for anybody else', async ({ ctx }) => {
  const [boss, outsider, yusuf] = [await anAdmin(ctx), await anOutsider(ctx), await aUser(ctx)]
  const params = { userId: yusuf.id }
  for (const as of [outsider, await aPersonWith(ctx, 'education_lead', { unit: await aUnit(ctx) })]) {
    expect((await callLoader(ctx, admin.loader, { path: '/admin', as })).status).toBe(404)
    expect((await callLoader(ctx, adminPerson.loader, { path: '/', params, as })).status).toBe(404)
    expect((await callAction(ctx, suspension.action, { path: '/', params, as })).status).toBe(404)
    const form = { kind: 'admin' }
    expect((await callAction(ctx, adminPerson.action, { path: '/', params, as, form })).status).toBe(404)
  }
  expect((await callLoader(ctx, admin.loader, { path: '/admin?q=%25', as: boss })).status).toBe(200)
  expect(await callAction(ctx, suspension.action, { path: '/', params, as: boss })).toMatchObject({ status: 302 })
})

test('an admin gives a role where it belongs, and is told when the unit is missing', async ({ ctx }) => {
  const [boss, yusuf, ward] = [await anAdmin(ctx), await aUser(ctx), await aUnit(ctx)]
  const call = { path: `/admin/people/${yusuf.id}`, params: { userId: yusuf.id }, as: boss, locale: 'en' as const }
  const missing = await callAction(ctx, adminPerson.action, { ...call, form: { kind: 'supervisor' } })
  expect(refusalIn(missing.data).error?.unitId?.[0]).toBe('Choose a unit.')
  expect((await callAction(ctx, adminPerson.action, { ...call, form: { kind: 'supervisor', unitId: ward.id } })).status).toBe(
    302,
  )
  const { data } = await callLoader(ctx, adminPerson.loader, call)
  expect(data.person.roles).toMatchObject([{ kind: 'supervisor', unit: { id: ward.id } }])
})
