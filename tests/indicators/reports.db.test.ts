import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { reportStatus, withdrawReport } from '#app/features/indicators/commands.server.ts'
import { findIndicatorFor, listGoalTreeFor } from '#app/features/indicators/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import * as page from '#app/routes/indicators.$indicatorId.tsx'
import * as report from '#app/routes/indicators.$indicatorId_.report.tsx'
import * as withdrawal from '#app/routes/indicators.$indicatorId_.report_.withdrawal.tsx'
import { statusReports, units } from '#db/schema/index.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { callAction, callLoader } from '#tests/support/http.ts'

/** A region with a clinic and two wards below it; Anders leads education in the region, Elsa manages ward 41. */
async function aRegion(ctx: TestCtx) {
  const region = await aUnit(ctx, { kind: 'region', name: 'Region Öst' })
  const clinic = await aUnit(ctx, { kind: 'clinic', name: 'Rehabkliniken', parent: region })
  const ward = await aUnit(ctx, { name: 'Avdelning 41', parent: clinic })
  const other = await aUnit(ctx, { name: 'Avdelning 42', parent: clinic })
  const anders = await aPersonWith(ctx, 'education_lead', { unit: region })
  const elsa = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  return { region, clinic, ward, other, anders, elsa }
}

const guidelines = 'I1.2.2'
const said = (unitId: string, given: Partial<Parameters<typeof reportStatus>[1]> = {}) => ({
  ...{ id: newId(), indicatorId: guidelines, unitId, level: 'in_place' as const, onDay: '2026-04-10' },
  ...{ note: 'Beslut i ledningsgruppen den 10 april.', language: 'sv', ...given },
})

test('a report shows at the unit and adds up above it, each unit once', async ({ ctx }) => {
  const { region, clinic, ward, other, anders, elsa } = await aRegion(ctx)
  const at = (unitId: string) => findIndicatorFor(anders, { indicatorId: guidelines, unitId, locale: 'sv' }, ctx)
  const before = await at(region.id)
  expect(before).toMatchObject({ status: { name: 'no_data' }, value: { state: 'no_data' }, report: { own: null, history: [] } })

  await reportStatus(elsa, said(ward.id, { level: 'planned' }), ctx)
  await reportStatus(elsa, said(ward.id), ctx)
  await reportStatus(anders, said(other.id, { level: 'under_way' }), ctx)
  expect((await at(ward.id)).report?.own).toMatchObject({ level: 'in_place', onDay: '2026-04-10', setName: elsa.name })
  expect((await at(ward.id)).report?.history.map(({ level }) => level)).toEqual(['in_place', 'planned'])
  const file = await at(region.id)
  expect(file.value).toEqual({ state: 'shown', shown: { numerator: 1, denominator: 2, answers: 2 } })
  expect(file.status).toEqual({ name: 'not_met', uncertain: false })
  expect(file.units).toMatchObject([{ id: clinic.id, sum: { shown: { numerator: 1, denominator: 2 } } }])

  const tree = await listGoalTreeFor(anders, { unitId: clinic.id, locale: 'sv' }, ctx)
  const row = tree?.goals
    .flatMap((goal) => goal.effectGoals.flatMap(({ indicators }) => indicators))
    .find(({ id }) => id === guidelines)
  expect(row).toMatchObject({ value: { numerator: 1, denominator: 2 }, status: { name: 'not_met' } })
  expect(tree?.counts).toMatchObject({ met: 0, not_met: 1 })

  await reportStatus(anders, said(other.id, { level: 'followed_up' }), ctx)
  expect((await at(region.id)).status.name).toBe('met')
})

test('a report that is taken back, too old, or of a closed unit is no longer counted; nothing is erased', async ({ ctx }) => {
  const { region, ward, other, anders, elsa } = await aRegion(ctx)
  await reportStatus(elsa, said(ward.id), ctx)
  await reportStatus(anders, said(other.id, { level: 'not_started' }), ctx)
  const valueAt = async (instant?: string) => {
    const at = instant ? ctx.at(instant) : ctx
    return (await findIndicatorFor(anders, { indicatorId: guidelines, unitId: region.id, locale: 'sv' }, at)).value
  }
  expect(await valueAt()).toMatchObject({ shown: { numerator: 1, denominator: 2 } })
  expect(await valueAt('2027-04-09T10:00:00Z')).toMatchObject({ shown: { denominator: 2 } })
  expect(await valueAt('2027-04-10T10:00:00Z')).toEqual({ state: 'no_data' })
  await withdrawReport(elsa, { ...said(ward.id), id: newId(), note: 'Fel avdelning.' }, ctx)
  expect(await valueAt()).toMatchObject({ shown: { numerator: 0, denominator: 1 } })
  await ctx.db.update(units).set({ closedAt: ctx.now }).where(eq(units.id, other.id))
  expect(await valueAt()).toEqual({ state: 'no_data' })
  expect(await ctx.db.select().from(statusReports)).toHaveLength(3)
})

test('a verdict is reported of a review and nothing else; counted indicators and days to come are refused', async ({ ctx }) => {
  const { region, anders } = await aRegion(ctx)
  const review = said(region.id, { indicatorId: 'I1.7.1' })
  await expect(reportStatus(anders, review, ctx)).rejects.toMatchObject({ code: 'invalid', reason: 'indicators_error_level' })
  await reportStatus(anders, { ...review, level: 'good' }, ctx)
  await expect(reportStatus(anders, said(region.id, { indicatorId: 'I1.1.1' }), ctx)).rejects.toMatchObject({
    reason: 'indicators_error_counted',
  })
  await expect(reportStatus(anders, said(region.id, { onDay: '2026-04-15' }), ctx)).rejects.toMatchObject({
    reason: 'indicators_error_day_to_come',
  })
  await expect(reportStatus(anders, said(region.id, { indicatorId: 'I9.9.9' }), ctx)).rejects.toMatchObject({
    code: 'not_found',
  })
  const file = await findIndicatorFor(anders, { indicatorId: 'I1.7.1', unitId: region.id, locale: 'sv' }, ctx)
  expect(file.status.name).toBe('met')
})

test('managers report for their own unit and below, members read, strangers find nothing, and a second press adds nothing', async ({
  ctx,
}) => {
  const { region, ward, other, elsa } = await aRegion(ctx)
  const nurse = await aPersonWith(ctx, 'member', { unit: ward })
  const stranger = await aPersonWith(ctx, 'unit_manager', { unit: await aUnit(ctx) })
  await expect(reportStatus(nurse, said(ward.id), ctx)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(reportStatus(elsa, said(region.id), ctx)).rejects.toMatchObject({ code: 'forbidden' })
  for (const unitId of [ward.id, other.id]) {
    await expect(reportStatus(stranger, said(unitId), ctx)).rejects.toMatchObject({ code: 'not_found' })
  }
  const once = said(ward.id)
  for (const _ of [1, 2]) await reportStatus(elsa, once, ctx)
  expect(await ctx.db.select().from(statusReports)).toHaveLength(1)
  const anders = await aPersonWith(ctx, 'education_lead', { unit: region })
  await expect(reportStatus(anders, once, ctx)).rejects.toMatchObject({ code: 'not_found' })
})

test('the form works without scripts, keeps what was typed, and is only for those who may', async ({ ctx }) => {
  const { ward, elsa } = await aRegion(ctx)
  const nurse = await aPersonWith(ctx, 'member', { unit: ward })
  const call = (path: string, as = elsa) => ({
    path: `/indicators/${guidelines}${path}?unit=${ward.id}`,
    params: { indicatorId: guidelines },
    as,
  })
  expect((await callLoader(ctx, report.loader, call('/report', nurse))).status).toBe(403)
  const counted = { path: `/indicators/CL1/report?unit=${ward.id}`, params: { indicatorId: 'CL1' }, as: elsa }
  expect((await callLoader(ctx, report.loader, counted)).status).toBe(404)
  const { data } = await callLoader(ctx, report.loader, call('/report'))
  expect(data.file.report?.levels.map(({ title }) => title)[3]).toBe('Finns på plats')
  const form = { id: data.newId, unitId: ward.id, level: 'in_place', onDay: '2026-04-10', note: 'x' }
  const refused = await callAction(ctx, report.action, { ...call('/report'), form })
  expect(refused.status).toBe(400)
  expect(refused.data).toMatchObject({
    result: { error: { note: ['Skriv vad det bygger på.'] }, initialValue: { level: 'in_place' } },
  })
  const done = await callAction(ctx, report.action, { ...call('/report'), form: { ...form, note: 'Riktlinje 12' } })
  expect(done.location).toBe(`/indicators/${guidelines}?unit=${ward.id}#report`)
  expect((await callLoader(ctx, page.loader, call('', nurse))).data.file).toMatchObject({
    status: { name: 'met' },
    report: { own: { note: 'Riktlinje 12', language: 'sv' }, mayReport: false },
  })
  const back = { id: newId(), unitId: ward.id, note: 'Riktlinjen är upphävd' }
  expect((await callAction(ctx, withdrawal.action, { ...call('/report/withdrawal'), form: back })).status).toBe(302)
  expect((await callLoader(ctx, page.loader, call(''))).data.file.status.name).toBe('no_data')
})
