import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { inviteInput, proposalsInput } from '#app/features/visits/rules/inputs.ts'
import { readForm } from '#app/http/form.server.ts'
import { problemInsteadOfPage, problemOf, responseFor } from '#app/http/problems.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'

const asking = (accept: string) => new Request('http://samlara.test/nowhere', { headers: { accept } })
const program = asking('application/json')
const browser = asking('text/html,application/xhtml+xml,application/json;q=0.9')

/** An error as Remix hands it on; `internal` when its own router made it. */
const errorResponse = (status: number, data: unknown, internal = false) => ({ status, statusText: '', internal, data })

/** What Remix hands to the page when a loader threw the problem. */
async function thrownAs(error: DomainError, request: Request) {
  const problem = problemOf(error)
  if (!problem) throw new Error('a DomainError is always a problem')
  const response = responseFor(problem, request)
  const isJson = /\bapplication\/json\b/.test(response.headers.get('content-type') ?? '')
  const data = isJson ? await response.json() : await response.text()
  return { errors: { root: errorResponse(response.status, data) } }
}

test('a program that asks for an unknown address is answered with a problem in JSON', async () => {
  const answer = problemInsteadOfPage(await thrownAs(new DomainError('not_found'), program), program)
  expect(answer?.status).toBe(404)
  expect(answer?.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(await answer?.json()).toEqual({ type: 'about:blank', title: expect.any(String), status: 404, code: 'not_found' })
})

test('a program hears how long to wait', async () => {
  const answer = problemInsteadOfPage(await thrownAs(new DomainError('too_many'), program), program)
  expect(answer?.headers.get('retry-after')).toBe('60')
})

test('a program that uses the wrong method, or meets a bug, is told so without the inside of the server', async () => {
  const wrongMethod = { root: errorResponse(405, 'Error: no action in routes/about', true) }
  const refused = problemInsteadOfPage({ errors: wrongMethod }, program)
  expect(refused?.status).toBe(405)
  expect(await refused?.text()).not.toContain('routes/about')
  const broken = problemInsteadOfPage({ errors: { root: new Error('select * from users') } }, program)
  expect(broken?.status).toBe(500)
  expect(await broken?.text()).not.toContain('users')
})

test('people get the page, and so does a page without an error', async () => {
  expect(problemInsteadOfPage(await thrownAs(new DomainError('not_found'), browser), browser)).toBeUndefined()
  expect(problemInsteadOfPage({ errors: null }, program)).toBeUndefined()
})

const sent = (fields: [string, string][]) =>
  new Request('http://samlara.test/', { method: 'POST', body: new URLSearchParams(fields) })

test('a list whose rows are numbered without end is refused before anybody walks through it', async () => {
  for (const name of ['ranges[500].startsOn', 'ranges[4294967294].startsOn', 'unknown[99999999]']) {
    await expect(readForm(sent([[name, '2027-02-02']]), proposalsInput)).rejects.toThrow(DomainError)
  }
  const few = await readForm(sent([['ranges[4].startsOn', '2027-02-02']]), proposalsInput)
  expect(few.ok).toBe(false)
})

test('a form of thousands of fields is refused', async () => {
  const many = Array.from({ length: 2_001 }, (_, index): [string, string] => [`field${index}`, ''])
  await expect(readForm(sent(many), inviteInput)).rejects.toThrow(DomainError)
})

test.each(['', 'tolv'])('a number that is typed as “%s” is asked for in digits', async (typed) => {
  const read = await readForm(sent([['minutes', typed]]), z.object({ minutes: z.coerce.number().int() }))
  expect(!read.ok && JSON.stringify(read.refused())).toContain(m.common_field_number())
})

const anyIndex = fc.oneof(fc.constantFrom('', '0', '1', '-1', '1e9', 'x'), fc.nat(600).map(String))
const anyName = fc.oneof(
  fc.constantFrom('ranges', 'version', '__proto__', 'constructor', '', '[', ']', 'a.b', 'ranges.b', '__state__', '__intent__'),
  anyIndex.map((index) => `ranges[${index}]`),
  anyIndex.map((index) => `ranges[${index}].startsOn`),
  fc.string({ maxLength: 12 }),
)
const anyPress = fc.oneof(
  fc.json(),
  fc.string(),
  fc
    .record({
      type: fc.constantFrom('insert', 'remove', 'reorder', 'update', 'reset', 'validate'),
      name: anyName,
      index: fc.nat(),
    })
    .map(({ type, ...payload }) => JSON.stringify({ type, payload })),
  fc
    .record({ name: anyName, from: fc.nat(600), to: fc.nat(600) })
    .map((payload) => JSON.stringify({ type: 'reorder', payload })),
)

test('whatever fields and buttons somebody makes up, a form is read or refused, and never breaks', async () => {
  const madeUp = fc.array(fc.tuple(anyName, fc.oneof(anyPress, fc.string())), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(madeUp, fc.option(anyPress, { nil: undefined }), async (fields, press) => {
      const body: [string, string][] = press === undefined ? fields : [...fields, ['__intent__', press]]
      const read = await readForm(sent(body), proposalsInput).catch((error: unknown) => error)
      if (read instanceof Error) expect(read).toBeInstanceOf(DomainError)
    }),
    { numRuns: 500 },
  )
})

test.each(['constructor', '__proto__', 'ranges.constructor', '__proto__.ranges', 'version'])(
  'a button for a row in %s is refused',
  async (name) => {
    const press = JSON.stringify({ type: 'insert', payload: { name, index: 0 } })
    const body: [string, string][] = [
      ['version', '1'],
      ['__intent__', press],
    ]
    await expect(readForm(sent(body), proposalsInput)).rejects.toThrow(DomainError)
  },
)

test('a button that moves a row gives the form back in the new order, also for rows inside a part of the form', async () => {
  const schema = z.object({ joint: z.object({ ask: z.array(z.object({ sv: z.string() })) }) })
  const form = await readForm(
    sent([
      ['joint.title', 'Samtalet'],
      ['joint.ask[0].sv', 'Ett'],
      ['joint.ask[1].sv', 'Två'],
      ['__intent__', JSON.stringify({ type: 'reorder', payload: { name: 'joint.ask', from: 1, to: 0 } })],
    ]),
    schema,
  )
  expect(form.ok).toBe(false)
  if (form.ok) return
  const { data, init } = form.refused()
  expect(init?.status).toBe(200)
  expect(data.result.initialValue?.joint).toEqual({ title: 'Samtalet', ask: [{ sv: 'Två' }, { sv: 'Ett' }] })
})

test('a button for one row more gives the form back with what was typed', async () => {
  const press = JSON.stringify({ type: 'insert', payload: { name: 'ranges' } })
  const form = await readForm(
    sent([
      ['ranges[0].startsOn', '2027-02-02'],
      ['__intent__', press],
    ]),
    proposalsInput,
  )
  expect(form.ok).toBe(false)
  if (form.ok) return
  const { data, init } = form.refused()
  expect(init?.status).toBe(200)
  expect(data.result.initialValue?.ranges).toEqual([{ startsOn: '2027-02-02' }, undefined])
})
