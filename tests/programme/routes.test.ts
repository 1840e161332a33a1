import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { addSlot } from '#app/features/programme/commands/change-programme.server.ts'
import { listSlotsFor } from '#app/features/programme/queries.server.ts'
import { slotInput } from '#app/features/programme/rules.ts'
import { newId } from '#app/kernel/ids.ts'
import * as feed from '#app/routes/calendar.$token[.ics].ts'
import * as page from '#app/routes/visits.$visitId.programme.tsx'
import * as changeSlot from '#app/routes/visits.$visitId.programme_.$slotId.tsx'
import * as removal from '#app/routes/visits.$visitId.programme_.$slotId_.removal.ts'
import * as calendar from '#app/routes/visits.$visitId.programme_.calendar.tsx'
import * as move from '#app/routes/visits.$visitId.programme_.move.ts'
import * as newSlot from '#app/routes/visits.$visitId.programme_.new.tsx'
import * as print from '#app/routes/visits_.$visitId.programme.print.tsx'
import { visits } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { callAction, callLoader } from '#tests/support/http.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'
import { entriesOf } from './ics.ts'

const words = { day: '2027-02-03', startsAt: '10:30', endsAt: '11:45', kind: 'shadow', title: 'Hemgångssamtal', language: 'sv' }

async function world(ctx: TestCtx) {
  const all = await aVisitWithPeople(ctx, { startsOn: '2027-02-02', endsOn: '2027-02-04' })
  const at = (path: string, params: Record<string, string> = {}) => ({
    path: `/visits/${all.visit.id}/${path}`,
    params: { visitId: all.visit.id, ...params },
  })
  const slotId = newId()
  await addSlot(all.karin, { visitId: all.visit.id, slotId, slot: slotInput.parse(words) }, ctx)
  return { ...all, at, slotId }
}

test('both sides read the programme; strangers and malformed ids find nothing', async ({ ctx }) => {
  const { at, karin, sindre, mikko } = await world(ctx)
  const host = await callLoader(ctx, page.loader, { ...at('programme?day=2027-02-03'), as: karin })
  expect(host.data).toMatchObject({
    askedDay: '2027-02-03',
    page: { days: ['2027-02-02', '2027-02-03', '2027-02-04'], may: { move: true } },
  })
  const guest = await callLoader(ctx, page.loader, { ...at('programme'), as: sindre })
  expect(guest.data.page.may.kinds).toEqual([])
  for (const loader of [page.loader, print.loader]) {
    expect((await callLoader(ctx, loader, { ...at('programme'), as: mikko })).status).toBe(404)
  }
  expect(
    (await callLoader(ctx, page.loader, { path: '/visits/1/programme', params: { visitId: '1' }, as: karin })).status,
  ).toBe(404)
})

test('a new slot begins where the day’s last one ended, with the goal its link named', async ({ ctx }) => {
  const { at, karin, sindre } = await world(ctx)
  const { data } = await callLoader(ctx, newSlot.loader, { ...at('programme/new?day=2027-02-03&goal=banana'), as: karin })
  expect(data.values).toMatchObject({ day: '2027-02-03', startsAt: '11:45', endsAt: '12:45', goalIds: [] })
  expect((await callLoader(ctx, newSlot.loader, { ...at('programme/new'), as: sindre })).status).toBe(403)
})

test('adding answers with the day, twice is once, and what is wrong is said at its field', async ({ ctx }) => {
  const { at, karin, visit } = await world(ctx)
  const form = { id: newId(), ...words, title: 'Rond', startsAt: '8.15', endsAt: '09:00' }
  const add = (given: Record<string, string> = {}) =>
    callAction(ctx, newSlot.action, { ...at('programme/new'), as: karin, form: { ...form, ...given } })
  expect((await add()).location).toBe(`/visits/${visit.id}/programme?day=2027-02-03&done=added`)
  await add()
  expect(await listSlotsFor(karin, visit.id, ctx)).toHaveLength(2)
  const wrong = await add({ id: newId(), title: '', startsAt: 'nio', endsAt: '25:00', day: '2027-13-40' })
  expect(wrong.status).toBe(400)
  expect(wrong.data).toMatchObject({
    result: {
      error: { title: ['Fyll i det här.'], startsAt: ['Skriv en tid, till exempel 09:30.'], day: [expect.any(String)] },
    },
  })
  const backwards = await add({ id: newId(), startsAt: '10:00', endsAt: '09:00' })
  expect(backwards.data).toMatchObject({ result: { error: { endsAt: ['Sluttiden måste vara efter starttiden.'] } } })
  const elsewhere = await add({ id: newId(), day: '2027-02-09' })
  expect(elsewhere).toMatchObject({ status: 409, data: { result: { error: { '': ['Den dagen ingår inte i besöket.'] } } } })
})

test('two change one slot: the second gets what stands and everything typed, and can save again', async ({ ctx }) => {
  const { at, karin, yusuf, visit, slotId } = await world(ctx)
  const change = (as: typeof karin, given: Record<string, string>) =>
    callAction(ctx, changeSlot.action, {
      ...at(`programme/${slotId}`, { slotId }),
      as,
      form: { ...words, version: '1', ...given },
    })
  await change(karin, { title: 'Två och två' })
  const late = await change(yusuf, { place: 'Dagrummet' })
  expect(late.status).toBe(409)
  expect(late.data).toMatchObject({
    standing: { title: 'Två och två', version: 2 },
    result: { initialValue: { place: 'Dagrummet', title: 'Hemgångssamtal' } },
  })
  expect((await change(yusuf, { place: 'Dagrummet', version: '2' })).status).toBe(302)
  expect(await listSlotsFor(karin, visit.id, ctx)).toMatchObject([{ place: 'Dagrummet', version: 3 }])
})

test('somebody removed it meanwhile: the page still has what was typed, and adds it again', async ({ ctx }) => {
  const { at, karin, yusuf, slotId } = await world(ctx)
  const there = at(`programme/${slotId}`, { slotId })
  await callAction(ctx, removal.action, { ...there, as: karin, form: { version: '1' } })
  const late = await callAction(ctx, changeSlot.action, {
    ...there,
    as: yusuf,
    form: { ...words, version: '1', place: 'Dagrummet' },
  })
  expect(late).toMatchObject({ status: 409, data: { standing: null, result: { initialValue: { place: 'Dagrummet' } } } })
  const { data } = await callLoader(ctx, changeSlot.loader, { ...there, as: yusuf })
  expect(data).toMatchObject({ removed: true, values: { title: 'Hemgångssamtal' } })
})

test('removing what somebody changed meanwhile removes nothing and says so', async ({ ctx }) => {
  const { at, karin, yusuf, visit, slotId } = await world(ctx)
  const there = at(`programme/${slotId}`, { slotId })
  await callAction(ctx, changeSlot.action, { ...there, as: yusuf, form: { ...words, version: '1', title: 'Nytt' } })
  const late = await callAction(ctx, removal.action, { ...there, as: karin, form: { version: '1' } })
  expect(late.location).toContain('done=overtaken')
  expect(await listSlotsFor(karin, visit.id, ctx)).toHaveLength(1)
  expect((await callAction(ctx, removal.action, { ...there, as: karin, form: { version: 'x' } })).status).toBe(422)
})

test('slots of other visits are not found, and guests who do not plan are refused', async ({ ctx }) => {
  const here = await world(ctx)
  const there = await world(ctx)
  const foreign = here.at(`programme/${there.slotId}`, { slotId: there.slotId })
  expect((await callLoader(ctx, changeSlot.loader, { ...foreign, as: here.karin })).status).toBe(404)
  expect(
    (await callAction(ctx, changeSlot.action, { ...foreign, as: here.karin, form: { ...words, version: '1' } })).status,
  ).toBe(404)
  const own = here.at(`programme/${here.slotId}`, { slotId: here.slotId })
  expect((await callLoader(ctx, changeSlot.loader, { ...own, as: here.sindre })).status).toBe(403)
  expect((await callAction(ctx, removal.action, { ...own, as: here.ingrid, form: { version: '1' } })).status).toBe(403)
})

test('the offer to move along is shown when the days have changed, and answered once', async ({ ctx }) => {
  const { at, karin, ingrid, visit } = await world(ctx)
  await ctx.db.update(visits).set({ startsOn: '2027-02-09', endsOn: '2027-02-11' }).where(eq(visits.id, visit.id))
  const before = await callLoader(ctx, page.loader, { ...at('programme'), as: karin })
  expect(before.data.page).toMatchObject({ shift: 7, slots: [], outside: [{ title: 'Hemgångssamtal' }] })
  expect((await callAction(ctx, move.action, { ...at('programme/move'), as: ingrid, form: { keep: 'no' } })).status).toBe(403)
  const moved = await callAction(ctx, move.action, { ...at('programme/move'), as: karin, form: { keep: 'no' } })
  expect(moved.location).toBe(`/visits/${visit.id}/programme?done=moved`)
  const after = await callLoader(ctx, page.loader, { ...at('programme'), as: karin })
  expect(after.data.page).toMatchObject({ shift: 0, outside: [], slots: [{ day: '2027-02-10' }] })
})

test('a participant makes an address, and a calendar without a session reads it', async ({ ctx }) => {
  const { at, sindre, mikko } = await world(ctx)
  expect((await callLoader(ctx, calendar.loader, { ...at('programme/calendar'), as: sindre })).data.madeAt).toBe(null)
  const { data } = await callAction(ctx, calendar.action, { ...at('programme/calendar'), as: sindre, form: {} })
  const token = /\/calendar\/([\w-]{32})\.ics$/.exec(data.address)?.[1] ?? ''
  const read = await callLoader(ctx, feed.loader, { path: `/calendar/${token}.ics`, params: { token } })
  expect(read.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(entriesOf(read.text).size).toBe(2)
  expect((await callLoader(ctx, feed.loader, { path: '/calendar/x.ics', params: { token: 'x' } })).status).toBe(404)
  expect((await callLoader(ctx, calendar.loader, { ...at('programme/calendar'), as: mikko })).status).toBe(404)
})
