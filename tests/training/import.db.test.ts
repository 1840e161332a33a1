import { expect } from 'vitest'
import { importRegister } from '#app/features/training/commands/import-register.server.ts'
import { exportRegisterFor, previewImportFor } from '#app/features/training/queries/import.server.ts'
import { findRegisterFor } from '#app/features/training/queries/register.server.ts'
import * as importRoute from '#app/routes/units.$unitId.training.import._index.tsx'
import * as confirmation from '#app/routes/units.$unitId.training.import.confirmation.ts'
import * as csvRoute from '#app/routes/units.$unitId.training[.csv].ts'
import { trainingCourses, trainingEmployees } from '#db/schema/index.ts'
import { anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { callAction, callLoader, requestFor } from '#tests/support/http.ts'
import { ask } from '#tests/support/remix.ts'
import { anEmployee } from './registers.ts'

const table = [
  'namn;e-post;handledning;steg;kursdag;anordnare',
  'Åse Solheim;ase@example.org;handleder;1;2025-02-03;VOC',
  'Åse Solheim;ase@example.org;;2;2025-09-01;VOC',
  'Jón Þórsson;;kan få handleda;;;',
].join('\n')

async function aKeptRegister(ctx: TestCtx) {
  const ward = await aUnit(ctx, { name: 'Tallbacken' })
  const as = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  return { ward, as, call: { path: `/units/${ward.id}/training/import`, params: { unitId: ward.id }, as } }
}

async function stored(ctx: TestCtx) {
  return { employees: await ctx.db.select().from(trainingEmployees), courses: await ctx.db.select().from(trainingCourses) }
}

test('a table is looked at before anything changes, imported once, and the second time changes nothing', async ({ ctx }) => {
  const { ward, as, call } = await aKeptRegister(ctx)
  const looked = await callAction(ctx, importRoute.action, { ...call, form: { text: table } })
  expect(looked.data).toMatchObject({ preview: { faults: [], same: 0, planned: [{ id: null }, { id: null }] } })
  expect((await stored(ctx)).employees).toEqual([])
  const confirmed = await callAction(ctx, confirmation.action, { ...call, form: { text: table } })
  expect(confirmed.location).toBe(`/units/${ward.id}/training`)
  const { employees } = await findRegisterFor(as, ward.id, 'en', ctx)
  expect(new Map(employees.map(({ name, holds }) => [name, holds.length]))).toEqual(
    new Map([
      ['Åse Solheim', 2],
      ['Jón Þórsson', 0],
    ]),
  )
  const before = await stored(ctx)
  await importRegister(as, { unitId: ward.id, text: table }, ctx)
  expect(await stored(ctx)).toEqual(before)
  expect(await previewImportFor(as, { unitId: ward.id, text: table, locale: 'sv' }, ctx)).toMatchObject({
    planned: [],
    same: 2,
  })
})

test('one fault refuses the whole table: nothing half-made, the text is kept, the fault has its line and column', async ({
  ctx,
}) => {
  const { as, call } = await aKeptRegister(ctx)
  const broken = `${table}\nFreja;19800131-1234;handleder;;;`
  const { data } = await callAction(ctx, importRoute.action, { ...call, form: { text: broken } })
  expect(data).toMatchObject({ preview: { text: broken, faults: [{ line: 5, column: 'email' }] } })
  const page = await ask(ctx, { path: `${call.path}?index`, as, form: { text: broken } })
  expect(page.text).toContain('Det här ser ut som ett personnummer.')
  const confirmed = await callAction(ctx, confirmation.action, { ...call, form: { text: broken } })
  expect(confirmed.status).toBe(409)
  expect((await stored(ctx)).employees).toEqual([])
})

test('a file is read like pasted text, and an empty form asks for a table', async ({ ctx }) => {
  const { call } = await aKeptRegister(ctx)
  const body = new FormData()
  body.append('text', '')
  body.append('file', new File([table], 'register.csv', { type: 'text/csv' }))
  const request = await requestFor(ctx, call, { method: 'POST', body })
  const handler = (args: Parameters<typeof importRoute.action>[0]) => importRoute.action({ ...args, request })
  const { data } = await callAction(ctx, handler, call)
  expect(data).toMatchObject({ preview: { planned: [{}, {}] } })
  const empty = await callAction(ctx, importRoute.action, { ...call, form: { text: '  ' } })
  expect(empty.status).toBe(400)
})

test('what is exported can be imported again and changes nothing; a name cannot become a formula', async ({ ctx }) => {
  const { ward, as, call } = await aKeptRegister(ctx)
  await anEmployee(ctx, ward, { name: '=HYPERLINK("x";"y")', took: [[1, '2025-02-03']], employedFrom: '2020-01-01' })
  await anEmployee(ctx, ward, { name: 'Jón Þórsson', supervising: 'neither' })
  const { text, headers } = await callLoader(ctx, csvRoute.loader, call)
  expect(headers.get('content-type')).toContain('text/csv')
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(text).toContain(`"'=HYPERLINK(""x"";""y"")"`)
  for (const locale of ['sv', 'nb', 'en'] as const) {
    const exported = await exportRegisterFor(as, ward.id, locale, ctx)
    const preview = await previewImportFor(as, { unitId: ward.id, text: exported, locale: 'sv' }, ctx)
    expect(preview).toMatchObject({ faults: [], planned: [], same: 2 })
  }
})

test('nobody else looks at, imports into or exports a register', async ({ ctx }) => {
  const { call } = await aKeptRegister(ctx)
  const stranger = { ...call, as: await anOutsider(ctx) }
  expect((await callLoader(ctx, csvRoute.loader, stranger)).status).toBe(404)
  expect((await callAction(ctx, importRoute.action, { ...stranger, form: { text: table } })).status).toBe(404)
  expect((await callAction(ctx, confirmation.action, { ...stranger, form: { text: table } })).status).toBe(404)
})
