import { expect } from 'vitest'
import { recordObservations } from '#app/features/indicators/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import * as tree from '#app/routes/indicators._index.tsx'
import * as indicator from '#app/routes/indicators.$indicatorId.tsx'
import * as target from '#app/routes/indicators.$indicatorId_.target.tsx'
import * as withdrawal from '#app/routes/indicators.$indicatorId_.target_.withdrawal.tsx'
import * as csv from '#app/routes/indicators.$indicatorId[.csv].ts'
import * as feedback from '#app/routes/units.$unitId_.feedback.tsx'
import * as unitResults from '#app/routes/units.$unitId_.results.tsx'
import * as visitResults from '#app/routes/visits.$visitId.results.tsx'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aRole, aUnit, aUser, aVisit } from '#tests/support/factories.ts'
import { callAction, callLoader } from '#tests/support/http.ts'

async function anArea(ctx: TestCtx) {
  const area = await aUnit(ctx, { kind: 'area', name: '=Område "Norr"' })
  const ward = await aUnit(ctx, { name: 'Avdelning 41', parent: area })
  const elsa = await aUser(ctx, { name: 'Elsa Öberg' })
  await aRole(ctx, elsa, 'education_lead', { unit: area })
  const given = { indicatorId: 'I1.6.3', strand: 'main', unitId: ward.id, day: '2026-04-10' } as const
  await recordObservations(ctx, [
    { ...given, group: 'student', numerator: 7, denominator: 8 },
    { ...given, group: 'pupil', numerator: 1, denominator: 3 },
  ])
  return { area, ward, elsa }
}

const at = (unitId: string) => `/indicators/I1.6.3?unit=${unitId}`
const params = { indicatorId: 'I1.6.3' }

test('visitors are asked to sign in, strangers get 404, and crooked ids too', async ({ ctx }) => {
  const { area, elsa } = await anArea(ctx)
  const stranger = await aUser(ctx)
  expect(await callLoader(ctx, indicator.loader, { path: at(area.id), params })).toMatchObject({ status: 302 })
  expect((await callLoader(ctx, indicator.loader, { path: at(area.id), params, as: stranger })).status).toBe(404)
  expect((await callLoader(ctx, csv.loader, { path: at(area.id), params, as: stranger })).status).toBe(404)
  expect((await callLoader(ctx, tree.loader, { path: `/indicators?unit=${area.id}`, as: stranger })).status).toBe(404)
  expect((await callLoader(ctx, indicator.loader, { path: at('banana'), params, as: elsa })).status).toBe(404)
  expect((await callLoader(ctx, indicator.loader, { path: at(newId()), params, as: elsa })).status).toBe(404)
  const path = '/indicators/toString'
  expect((await callLoader(ctx, indicator.loader, { path, params: { indicatorId: 'toString' }, as: elsa })).status).toBe(404)
})

test('an unknown goal set in the address is the strategy', async ({ ctx }) => {
  const { elsa } = await anArea(ctx)
  const { data } = await callLoader(ctx, tree.loader, { path: '/indicators?set=__proto__', as: elsa })
  expect(data.tree?.set.id).toBe('strategy')
})

test('the page comes with a drawn chart, in the reader’s language', async ({ ctx }) => {
  const { area, elsa } = await anArea(ctx)
  const { data } = await callLoader(ctx, indicator.loader, { path: at(area.id), params, as: elsa, locale: 'nb' })
  expect(data.drawing?.wide.lastLabel?.text).toMatch(/^87,5.%$/)
  expect(data.file.indicator.title).toContain('veilederne')
})

test('the spreadsheet holds what the page shows, a dash for what is hidden, and no formula', async ({ ctx }) => {
  const { area, elsa } = await anArea(ctx)
  const answer = await callLoader(ctx, csv.loader, { path: at(area.id), params, as: elsa })
  expect(answer.headers.get('content-type')).toContain('text/csv')
  const lines = answer.text.replace('\uFEFF', '').trim().split('\r\n')
  expect(lines[1]).toBe(`"'=Område ""Norr""";;kvartal 2 2026;87.5;7;8;8`)
  expect(lines).toContain(`"'=Område ""Norr""";Elever;kvartal 3 2025 – kvartal 2 2026;–;–;–;–`)
  expect(lines.at(-1)).toBe('Avdelning 41;;kvartal 3 2025 – kvartal 2 2026;87.5;7;8;8')
})

test('a target is set from a plain form, and a refused one keeps what was typed', async ({ ctx }) => {
  const { area, elsa } = await anArea(ctx)
  const call = { path: `/indicators/I1.6.3/target?unit=${area.id}`, params, as: elsa }
  const form = { id: newId(), unitId: area.id, comparator: '>', limit: 'hög', reason: 'kort' }
  const refused = await callAction(ctx, target.action, { ...call, form })
  expect(refused.status).toBe(400)
  const { result } = refused.data as unknown as {
    result: { error: Record<string, string[]>; initialValue: Record<string, unknown> }
  }
  expect(result.error).toEqual({
    limit: ['Skriv gränsen som ett tal med högst en decimal, till exempel 85 eller 85,5.'],
    reason: ['Skriv varför, med minst tio tecken.'],
  })
  expect(result.initialValue).toMatchObject({ limit: 'hög', reason: 'kort' })
  const right = { ...form, limit: '85,5', reason: 'Dit nådde de bästa i fjol.' }
  const done = await callAction(ctx, target.action, { ...call, form: right })
  expect(done).toMatchObject({ status: 302, location: `/indicators/I1.6.3?unit=${area.id}#target` })
  const { data } = await callLoader(ctx, indicator.loader, { path: at(area.id), params, as: elsa })
  expect(data.file.target).toMatchObject({ target: { numerator: 171, denominator: 200 }, row: { language: 'sv' } })
  const back = { id: newId(), unitId: area.id, reason: 'Vi väntar ett år till.' }
  expect((await callAction(ctx, withdrawal.action, { ...call, form: back })).status).toBe(302)
  const after = await callLoader(ctx, indicator.loader, { path: at(area.id), params, as: elsa })
  expect(after.data.file.target).toBeNull()
})

test('the form is for education leads: a manager is refused', async ({ ctx }) => {
  const { ward } = await anArea(ctx)
  const manager = await aUser(ctx)
  await aRole(ctx, manager, 'unit_manager', { unit: ward })
  const path = `/indicators/I1.6.3/target?unit=${ward.id}`
  expect((await callLoader(ctx, target.loader, { path, params, as: manager })).status).toBe(403)
})

test('the answers question by question are only led to by those who may open them', async ({ ctx }) => {
  const { ward, area, elsa } = await anArea(ctx)
  const nurse = await aUser(ctx)
  await aRole(ctx, nurse, 'member', { unit: ward })
  const admin = await aUser(ctx)
  await aRole(ctx, admin, 'admin')
  for (const as of [elsa, nurse, admin]) {
    for (const { id } of [area, ward]) {
      const at = { params: { unitId: id }, as }
      const { data } = await callLoader(ctx, unitResults.loader, { ...at, path: `/units/${id}/results` })
      const { status } = await callLoader(ctx, feedback.loader, { ...at, path: `/units/${id}/feedback` })
      expect(status).toBe(data.mayReadAnswers ? 200 : 404)
    }
  }
  const up = { path: `/units/${area.id}/results`, params: { unitId: area.id }, as: nurse }
  expect((await callLoader(ctx, unitResults.loader, up)).data.mayReadAnswers).toBe(false)
})

test('a unit’s results gather the co-learning indicators, the blog and the summaries', async ({ ctx }) => {
  const { ward, area, elsa } = await anArea(ctx)
  const given = { indicatorId: 'CL1', strand: 'main', unitId: ward.id, group: 'guest', day: '2026-04-10' } as const
  await recordObservations(ctx, [{ ...given, numerator: 5, denominator: 6 }])
  const visit = await aVisit(ctx, { host: ward, status: 'evaluating' })
  const call = { path: `/units/${area.id}/results`, params: { unitId: area.id } }
  const { data } = await callLoader(ctx, unitResults.loader, { ...call, as: elsa })
  const rows = data.results.tree.goals.flatMap((goal) => goal.effectGoals).flatMap((goal) => goal.indicators)
  expect(rows.map((row) => row.id)).toEqual(Array.from({ length: 10 }, (_, index) => `CL${index + 1}`))
  expect(rows[0]?.value).toMatchObject({ numerator: 5, denominator: 6 })
  expect(data.results.blog.ever).toEqual({ posts: 0, comments: 0, visitors: 0 })
  expect(data.evaluated).toMatchObject({ turnout: null, summariesAgreed: 0, visits: 1 })
  expect((await callLoader(ctx, unitResults.loader, { ...call, as: await aUser(ctx) })).status).toBe(404)
  // Those who work below, and administrators, see the counts; what people answered is for the unit's own and those above.
  const below = await aUser(ctx)
  await aRole(ctx, below, 'member', { unit: ward })
  expect(data.mayReadAnswers).toBe(true)
  expect((await callLoader(ctx, unitResults.loader, { ...call, as: below })).data.mayReadAnswers).toBe(false)
  const ofVisit = { path: `/visits/${visit.id}/results`, params: { visitId: visit.id } }
  const page = await callLoader(ctx, visitResults.loader, { ...ofVisit, as: elsa })
  expect(page.data).toMatchObject({ host: { id: ward.id, isOpen: true }, blog: { visitors: 0 }, evaluated: { visits: 1 } })
  expect((await callLoader(ctx, visitResults.loader, { ...ofVisit, as: await aUser(ctx) })).status).toBe(404)
})
