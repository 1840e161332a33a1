import { expect } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import * as register from '#app/routes/units.$unitId.training._index.tsx'
import * as employeePage from '#app/routes/units.$unitId.training.$employeeId._index.tsx'
import * as courseNew from '#app/routes/units.$unitId.training.$employeeId.courses.new.tsx'
import * as removal from '#app/routes/units.$unitId.training.$employeeId.removal.ts'
import * as counting from '#app/routes/units.$unitId.training.counting._index.tsx'
import * as addRoute from '#app/routes/units.$unitId.training.new.tsx'
import { anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { callAction, callLoader } from '#tests/support/http.ts'
import { ask } from '#tests/support/remix.ts'
import { anEmployee } from './registers.ts'

type Refusal = { result: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> } }
const refusalIn = (data: unknown) => (data as Refusal).result

async function aKeptRegister(ctx: TestCtx) {
  const ward = await aUnit(ctx, { name: 'Tallbacken' })
  const as = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  return { ward, as, call: { path: `/units/${ward.id}/training`, params: { unitId: ward.id }, as } }
}

test('everybody reads the steps, in three languages, without a cookie', async ({ ctx }) => {
  const pages = { sv: 'Handledarutbildning steg 1', nb: 'Veilederutdanning trinn 1', en: 'Supervisor training step 1' }
  for (const [language, title] of Object.entries(pages)) {
    const answer = await ask(ctx, { path: '/training', locale: language as 'sv' | 'nb' | 'en' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.text).toContain(title)
    expect(answer.text).toContain(`lang="${language}"`)
  }
})

test('a manager adds an employee and a course with plain forms, and reads whom they may supervise', async ({ ctx }) => {
  const { ward, call, as } = await aKeptRegister(ctx)
  const id = newId()
  const form = { id, name: 'Åse Solheim', email: 'Ase@Example.org', reference: '', supervising: 'supervises', employedFrom: '' }
  expect((await callAction(ctx, addRoute.action, { ...call, form })).location).toBe(`/units/${ward.id}/training/${id}`)
  const params = { ...call.params, employeeId: id }
  const course = { id: newId(), step: '1', takenOn: '2025-02-03', provider: 'Omvårdnadslyftet', place: '', note: '' }
  expect((await callAction(ctx, courseNew.action, { ...call, params, form: course })).status).toBe(302)
  const { data } = await callLoader(ctx, employeePage.loader, { ...call, params })
  expect(data.page.employee).toMatchObject({ name: 'Åse Solheim', email: 'ase@example.org', isTrained: true })
  const page = await ask(ctx, { path: `/units/${ward.id}/training`, as })
  expect(page.text).toContain('Åse Solheim')
  expect(page.text).toContain('100,0')
})

test('what looks like a national identity number is refused, and the rest of what was typed is kept', async ({ ctx }) => {
  const { call } = await aKeptRegister(ctx)
  const form = { id: newId(), name: 'Åse Solheim', supervising: 'supervises', employedFrom: '', employedUntil: '' }
  for (const reference of ['19800131-1234', '31018012345', '8001311235']) {
    const { status, data } = await callAction(ctx, addRoute.action, { ...call, form: { ...form, reference } })
    expect(status).toBe(400)
    expect(refusalIn(data).error?.reference?.[0]).toContain('personnummer')
    expect(refusalIn(data).initialValue?.name).toBe('Åse Solheim')
  }
  const fine = await callAction(ctx, addRoute.action, { ...call, form: { ...form, reference: '8001311236' } })
  expect(fine.status, 'ten figures whose check figure is another').toBe(302)
})

test('days in the wrong order and a missing choice are said beside their fields', async ({ ctx }) => {
  const { call } = await aKeptRegister(ctx)
  const form = { id: newId(), name: 'Jón', supervising: 'supervises', employedFrom: '2026-02-01', employedUntil: '2026-01-01' }
  const { data } = await callAction(ctx, addRoute.action, { ...call, form })
  expect(refusalIn(data).error).toEqual({ employedUntil: ['Sista dagen kan inte komma före den första.'] })
})

test('an employee is taken out with one press, and the empty register says how to begin', async ({ ctx }) => {
  const { ward, call, as } = await aKeptRegister(ctx)
  const { id: employeeId } = await anEmployee(ctx, ward)
  const taken = await callAction(ctx, removal.action, { ...call, params: { ...call.params, employeeId } })
  expect(taken.location).toBe(`/units/${ward.id}/training`)
  expect((await ask(ctx, { path: `/units/${ward.id}/training`, as })).text).toContain('Börja med dem som handleder')
})

test('an outsider finds no register, and a visitor is sent to sign in', async ({ ctx }) => {
  const { call } = await aKeptRegister(ctx)
  expect((await callLoader(ctx, register.loader, { ...call, as: await anOutsider(ctx) })).status).toBe(404)
  expect((await callLoader(ctx, register.loader, { ...call, as: null })).location).toContain('/login')
})

test('an education lead signs who is counted, and is told when the reason is missing', async ({ ctx }) => {
  const { ward, call } = await aKeptRegister(ctx)
  const as = await aPersonWith(ctx, 'education_lead', { unit: ward })
  const form = { id: newId(), base: 'everybody', basicStep: '1', validMonths: '60', validFrom: '2026-04-01', reason: 'Kort' }
  const refused = await callAction(ctx, counting.action, { ...call, as, form })
  expect(refusalIn(refused.data).error).toHaveProperty('reason')
  const signed = { ...form, reason: 'Alla ska kunna ta emot en elev.' }
  expect((await callAction(ctx, counting.action, { ...call, as, form: signed })).status).toBe(302)
  const page = await ask(ctx, { path: `/units/${ward.id}/training/counting`, as })
  expect(page.text).toContain('Alla medarbetare räknas.')
  expect(page.text).toContain('En kurs gäller i 60 månader.')
})
