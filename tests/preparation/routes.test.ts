import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { writePreparation } from '#app/features/preparation/commands/write-preparation.server.ts'
import { listGoalsFor } from '#app/features/preparation/queries.server.ts'
import { type FieldInput, fieldInput, versionOf } from '#app/features/preparation/rules.ts'
import { newId } from '#app/kernel/ids.ts'
import { localeOfCountry } from '#app/kernel/locales.ts'
import * as facts from '#app/routes/visits.$visitId.facts.tsx'
import * as changeGoal from '#app/routes/visits.$visitId.goals.$goalId.tsx'
import * as withdrawal from '#app/routes/visits.$visitId.goals.$goalId_.withdrawal.ts'
import * as newGoal from '#app/routes/visits.$visitId.goals.new.tsx'
import * as invitation from '#app/routes/visits.$visitId.invitation.tsx'
import * as several from '#app/routes/visits.$visitId.invitation_.several.tsx'
import * as page from '#app/routes/visits.$visitId.preparation.tsx'
import * as changes from '#app/routes/visits.$visitId.preparation_.changes.tsx'
import * as autosave from '#app/routes/visits.$visitId.preparation_.field.ts'
import * as proposal from '#app/routes/visits.$visitId.preparation_.proposals.$proposalId.tsx'
import * as takeBack from '#app/routes/visits.$visitId.preparation_.proposals.$proposalId_.withdrawal.ts'
import * as sending from '#app/routes/visits.$visitId.preparation_.sending.ts'
import { visitParticipants } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { callAction, callLoader } from '#tests/support/http.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'

/** A form as the page has it: every field with the version it began from. */
function formOf(fields: readonly (readonly [target: string, text: string, before?: string])[], language = 'nb') {
  const entries = fields.flatMap(([target, text, before = ''], index) => [
    [`fields[${index}].target`, target],
    [`fields[${index}].base`, versionOf(before)],
    [`fields[${index}].text`, text],
  ])
  return { language, ...Object.fromEntries(entries) } as Record<string, string>
}

async function world(ctx: TestCtx, given: Parameters<typeof aVisitWithPeople>[1] = {}) {
  const all = await aVisitWithPeople(ctx, given)
  const at = (path: string) => ({ path: `/visits/${all.visit.id}/${path}`, params: { visitId: all.visit.id } })
  return { ...all, at }
}

async function filled(ctx: TestCtx) {
  const all = await world(ctx)
  const [goal, work] = [newId(), newId()]
  const fields = [
    [`goal.${goal}.text`, 'Forstå samtalen'],
    [`work.${work}.title`, 'Fem dager hjemme'],
    ['answer.PRE09.value', 'yes'],
  ].map(([target, text]) => fieldInput.parse({ target, text })) as FieldInput[]
  await writePreparation(all.ingrid, { visitId: all.visit.id, fields, language: 'nb' }, ctx)
  return { ...all, goal, work }
}

test('guests read the form with what is known, hosts read the same without fields to write', async ({ ctx }) => {
  const { at, ingrid, karin, visit } = await world(ctx)
  const guest = await callLoader(ctx, page.loader, { ...at('preparation'), as: ingrid })
  expect(guest.data.page.fields['answer.PRE01.value']?.text).toBe(visit.inquiry)
  expect(guest.data.page.may).toEqual({ write: true, answer: false, invite: true })
  const host = await callLoader(ctx, page.loader, { ...at('preparation'), as: karin })
  expect(host.data.page.fields).toEqual({})
  expect(host.data.page.may).toEqual({ write: false, answer: true, invite: false })
})

test('strangers, the removed and malformed addresses find no page', async ({ ctx }) => {
  const { at, mikko, ingrid } = await world(ctx)
  expect((await callLoader(ctx, page.loader, { ...at('preparation'), as: mikko })).status).toBe(404)
  const malformed = { path: '/visits/banana/preparation', params: { visitId: 'banana' }, as: ingrid }
  expect((await callLoader(ctx, page.loader, malformed)).status).toBe(404)
  const visitor = await callLoader(ctx, page.loader, at('preparation'))
  expect(visitor.location).toMatch(/^\/login\?to=/)
})

test('without scripts one form saves everything and each button does its thing', async ({ ctx }) => {
  const { at, ingrid, visit } = await world(ctx)
  const goal = newId()
  const post = (search: string, fields: Parameters<typeof formOf>[0]) =>
    callAction(ctx, page.action, {
      ...at('preparation'),
      path: `/visits/${visit.id}/preparation${search}`,
      as: ingrid,
      form: formOf(fields),
    })
  const base = `/visits/${visit.id}`
  expect((await post('?stay', [[`goal.${goal}.text`, 'Forstå samtalen']])).location).toBe(`${base}/preparation?done=saved`)
  expect((await post('?later', [['answer.PRE08.value', 'Tolk']])).location).toBe(base)
  expect((await post('?add=goal', [])).location).toBe(`${base}/preparation?add=goal#PRE02`)
  expect((await post('?send', [])).location).toBe(`${base}/preparation?missing`)
  expect(await listGoalsFor(ingrid, visit.id, ctx)).toHaveLength(1)
  expect((await post(`?remove=goal.${goal}`, [[`goal.${goal}.text`, 'Forstå samtalen', 'Forstå samtalen']])).location).toBe(
    `${base}/preparation`,
  )
  expect(await listGoalsFor(ingrid, visit.id, ctx)).toEqual([])
  expect((await post(`?remove=goal.${newId()}`, [])).location).toBe(`${base}/preparation`)
})

test('what is missing is shown at the fields after an attempt to send', async ({ ctx }) => {
  const { at, ingrid, visit } = await world(ctx)
  const { data } = await callLoader(ctx, page.loader, {
    ...at('preparation'),
    path: `/visits/${visit.id}/preparation?missing`,
    as: ingrid,
  })
  expect(data.asked.missing).toBe(true)
  expect(data.page.missing).toEqual(['PRE02', 'PRE03', 'PRE09'])
})

test('two at once without scripts: the second gets both texts back, and everything typed', async ({ ctx }) => {
  const { at, ingrid, sindre } = await world(ctx)
  await callAction(ctx, page.action, { ...at('preparation'), as: ingrid, form: formOf([['answer.PRE04.value', 'Helgene']]) })
  const late = await callAction(ctx, page.action, {
    ...at('preparation'),
    as: sindre,
    form: formOf([
      ['answer.PRE04.value', 'Kveldene'],
      ['answer.PRE08.value', 'Tolk'],
    ]),
  })
  expect(late.status).toBe(409)
  expect(late.data).toMatchObject({
    conflicts: [{ target: 'answer.PRE04.value', text: 'Helgene', by: 'Ingrid Solheim' }],
    fields: [{ target: 'answer.PRE04.value', text: 'Kveldene' }, { text: 'Tolk' }],
  })
})

test('a text that is too long is refused in the reader’s language, with everything typed still there', async ({ ctx }) => {
  const { at, ingrid } = await world(ctx)
  const long = 'x'.repeat(2001)
  const form = formOf([
    [`goal.${newId()}.text`, long],
    ['answer.PRE08.value', 'Tolk'],
  ])
  const refused = await callAction(ctx, page.action, { ...at('preparation'), as: ingrid, locale: 'nb', form })
  expect(refused.status).toBe(400)
  expect(refused.data).toMatchObject({
    result: {
      error: { 'fields[0].text': ['Skriv høyst 2000 tegn.'] },
      initialValue: { fields: [{ text: long }, { text: 'Tolk' }] },
    },
  })
})

test('hostile fields, NUL, half characters and foreign ids are 4xx and write nothing', async ({ ctx }) => {
  const here = await filled(ctx)
  const there = await filled(ctx)
  const post = (fields: Parameters<typeof formOf>[0]) =>
    callAction(ctx, autosave.action, { ...here.at('preparation/field'), as: here.ingrid, form: formOf(fields) })
  expect((await post([['visit.title', 'x']])).status).toBe(400)
  expect((await post([[`goal.${there.goal}.text`, 'Min nå']])).status).toBe(404)
  expect((await post([['answer.PRE99.value', 'x']])).status).toBe(404)
  expect((await post([['answer.PRE08.value', 'a\u0000b']])).status).toBe(400)
  const many = Array.from({ length: 201 }, () => ['answer.PRE08.value', 'x'] as const)
  expect((await post(many)).status).toBe(400)
  expect((await listGoalsFor(there.ingrid, there.visit.id, ctx))[0]?.text).toBe('Forstå samtalen')
})

test('the autosave answers what stands now, field by field', async ({ ctx }) => {
  const { at, ingrid } = await world(ctx)
  const form = formOf([
    ['answer.PRE08.value', 'Tolk'],
    ['answer.PRE04.value', ''],
  ])
  const { text } = await callAction(ctx, autosave.action, { ...at('preparation/field'), as: ingrid, form })
  expect(JSON.parse(text)).toMatchObject({
    written: [
      { target: 'answer.PRE08.value', outcome: 'saved', version: versionOf('Tolk') },
      { target: 'answer.PRE04.value', outcome: 'unchanged' },
    ],
  })
})

test('from sending to an accepted change, as pages without scripts', async ({ ctx }) => {
  const { at, ingrid, karin, yusuf, visit, goal } = await filled(ctx)
  const sent = await callAction(ctx, sending.action, { ...at('preparation/sending'), as: ingrid, form: {} })
  expect(sent.location).toBe(`/visits/${visit.id}/preparation?done=sent`)
  const form = formOf([[`goal.${goal}.text`, 'Forstå samtalen og tavlen', 'Forstå samtalen']])
  const proposed = await callAction(ctx, changes.action, { ...at('preparation/changes'), as: ingrid, form })
  expect(proposed.location).toBe(`/visits/${visit.id}/preparation?done=proposed`)
  const { data } = await callLoader(ctx, page.loader, { ...at('preparation'), as: karin })
  const proposalId = data.page.proposals[0]?.id ?? ''
  const there = { path: `/visits/${visit.id}/preparation/proposals/${proposalId}`, params: { visitId: visit.id, proposalId } }
  const wordless = await callAction(ctx, proposal.action, { ...there, as: karin, form: { answer: 'declined', reason: ' ' } })
  expect(wordless.data).toMatchObject({ result: { error: { reason: ['Skriv varför, så att gästerna förstår.'] } } })
  expect((await callAction(ctx, proposal.action, { ...there, as: yusuf, form: { answer: 'accepted' } })).status).toBe(403)
  const accepted = await callAction(ctx, proposal.action, { ...there, as: karin, form: { answer: 'accepted' } })
  expect(accepted.location).toBe(`/visits/${visit.id}/preparation?done=answered`)
  expect((await listGoalsFor(karin, visit.id, ctx))[0]?.text).toBe('Forstå samtalen og tavlen')
})

test('without scripts: after the last day the guests’ facts and invitations are proposals, and no address is told', async ({
  ctx,
}) => {
  const { visit, ingrid, karin, at } = await world(ctx, { preparationDueOn: '2026-04-10' })
  for (const loader of [facts.loader, invitation.loader]) {
    expect((await callLoader(ctx, loader, { ...at('facts'), as: ingrid })).data).toMatchObject({ proposes: true })
    expect((await callLoader(ctx, loader, { ...at('facts'), as: karin })).data).toMatchObject({ proposes: false })
  }
  const size = { version: '1', title: visit.title, groupSize: '6' }
  const done = `/visits/${visit.id}/preparation?done=proposed`
  expect((await callAction(ctx, facts.action, { ...at('facts'), as: ingrid, form: size })).location).toBe(done)
  const mari = { id: newId(), side: 'guest', name: 'Mari Lunde', email: 'mari@nordvik.example', locale: 'nb' }
  expect((await callAction(ctx, invitation.action, { ...at('invitation'), as: ingrid, form: mari })).location).toBe(done)
  const list = { id: newId(), side: 'guest', addresses: 'aoife@galway.example', organisation: 'Galway', locale: 'en' }
  await callAction(ctx, several.action, { ...at('invitation/several'), as: ingrid, form: list })
  const { data } = await callLoader(ctx, page.loader, { ...at('preparation'), as: karin })
  expect(data.page.proposals.map(({ subject }) => subject).toSorted()).toEqual(['person', 'person', 'visit'])
  expect(JSON.stringify(data)).not.toContain('mari@nordvik.example')
})

test('the page for proposals keeps what was typed when a row is added, and proposes nothing yet', async ({ ctx }) => {
  const { at, ingrid, visit, goal } = await filled(ctx)
  await callAction(ctx, sending.action, { ...at('preparation/sending'), as: ingrid, form: {} })
  const form = formOf([[`goal.${goal}.text`, 'Noe nytt', 'Forstå samtalen']])
  const added = await callAction(ctx, changes.action, {
    ...at('x'),
    path: `/visits/${visit.id}/preparation/changes?add=goal`,
    as: ingrid,
    form,
  })
  expect(added.data).toMatchObject({ conflicts: [], fields: [{ text: 'Noe nytt' }] })
  const { data } = await callLoader(ctx, page.loader, { ...at('preparation'), as: ingrid })
  expect(data.page.proposals).toEqual([])
})

test('a proposal of another visit is not found, a guest takes back their own', async ({ ctx }) => {
  const here = await filled(ctx)
  const there = await filled(ctx)
  await callAction(ctx, sending.action, { ...there.at('preparation/sending'), as: there.ingrid, form: {} })
  const form = formOf([['answer.PRE08.value', 'Tolk']])
  await callAction(ctx, changes.action, { ...there.at('preparation/changes'), as: there.ingrid, form })
  const { data } = await callLoader(ctx, page.loader, { ...there.at('preparation'), as: there.karin })
  const proposalId = data.page.proposals[0]?.id ?? ''
  const stolen = { path: '/x', params: { visitId: here.visit.id, proposalId }, as: here.karin, form: { answer: 'accepted' } }
  expect((await callAction(ctx, proposal.action, stolen)).status).toBe(404)
  const own = { path: '/x', params: { visitId: there.visit.id, proposalId }, as: there.ingrid, form: {} }
  expect((await callAction(ctx, takeBack.action, own)).location).toBe(`/visits/${there.visit.id}/preparation#proposals`)
})

test('one goal is added, changed against somebody else’s change, and withdrawn on its own page', async ({ ctx }) => {
  const { at, ingrid, sindre, karin, visit } = await world(ctx)
  const id = newId()
  const add = { ...at('goals/new'), as: sindre, form: { id, base: '', text: 'Se tavlen', language: 'se' } }
  expect((await callAction(ctx, newGoal.action, add)).location).toBe(`/visits/${visit.id}`)
  await callAction(ctx, newGoal.action, add)
  expect(await listGoalsFor(ingrid, visit.id, ctx)).toMatchObject([{ id, language: 'se' }])
  const goalAt = { path: `/visits/${visit.id}/goals/${id}`, params: { visitId: visit.id, goalId: id } }
  expect((await callLoader(ctx, changeGoal.loader, { ...goalAt, as: karin })).status).toBe(403)
  const changed = (text: string, before: string) => ({ id, base: versionOf(before), text, language: 'nb' })
  await callAction(ctx, changeGoal.action, { ...goalAt, as: ingrid, form: changed('Se tavlen og møtet', 'Se tavlen') })
  const late = await callAction(ctx, changeGoal.action, { ...goalAt, as: sindre, form: changed('Se kartet', 'Se tavlen') })
  expect(late).toMatchObject({
    status: 409,
    data: { theirs: { text: 'Se tavlen og møtet' }, result: { initialValue: { text: 'Se kartet' } } },
  })
  const blank = await callAction(ctx, changeGoal.action, { ...goalAt, as: sindre, form: changed('  ', 'Se tavlen') })
  expect(blank.data).toMatchObject({ result: { error: { text: ['Skriv några ord.'] } } })
  await callAction(ctx, withdrawal.action, { ...goalAt, as: sindre, form: {} })
  expect(await listGoalsFor(ingrid, visit.id, ctx)).toEqual([])
})

test('a participant named in the form gets a seat and an invitation, half a row is asked to be finished', async ({ ctx }) => {
  const { at, ingrid, sindre, visit } = await world(ctx)
  const row = {
    id: newId(),
    name: 'Mari Holm',
    email: 'mari@nordvik.example',
    profession: 'hjelpepleier',
    organisation: 'Hjemmetjenesten Nordvik',
  }
  const post = (as: typeof ingrid, given: Partial<typeof row>) => {
    const people = Object.entries({ ...row, ...given }).map(([name, value]) => [`people[0].${name}`, value])
    const form = { ...formOf([['answer.PRE08.value', 'Tolk']]), ...Object.fromEntries(people) }
    return callAction(ctx, page.action, { ...at('preparation'), path: `/visits/${visit.id}/preparation?add=person`, as, form })
  }
  const half = await post(ingrid, { email: '' })
  expect(half.data).toMatchObject({
    result: {
      error: { 'people[0].email': ['Skriv en e-postadress, till exempel namn@region.se.'] },
      initialValue: { people: [{ name: 'Mari Holm' }] },
    },
  })
  expect((await post(ingrid, {})).location).toBe(`/visits/${visit.id}/preparation?add=person#PRE05`)
  await post(ingrid, {})
  const { data } = await callLoader(ctx, page.loader, { ...at('preparation'), as: sindre })
  expect(data.page.participants.filter((person) => person.name === 'Mari Holm')).toMatchObject([
    { side: 'guest', joined: false },
  ])
  expect(data.page.may.invite).toBe(false)
  const seats = await ctx.db.select().from(visitParticipants).where(eq(visitParticipants.visitId, visit.id))
  expect(seats.find((person) => person.name === 'Mari Holm')?.locale, 'her organisation is Norwegian').toBe('nb')
  expect((await post(sindre, { id: newId(), email: 'ailu@nordvik.example' })).status).toBe(403)
})

test('each who is named is written to in the language chosen, else that of their organisation’s country, else in English', async ({
  ctx,
}) => {
  const { at, ingrid, visit } = await world(ctx)
  const name = async (email: string, organisation: string, locale: string) => {
    const row = { id: newId(), name: 'Mari Holm', email, organisation, locale }
    const people = Object.entries(row).map(([field, value]) => [`people[0].${field}`, value])
    const form = { ...formOf([]), ...Object.fromEntries(people) } as Record<string, string>
    const path = `/visits/${visit.id}/preparation?add=person`
    expect((await callAction(ctx, page.action, { ...at('preparation'), path, as: ingrid, form })).status).toBe(302)
    const [seat] = await ctx.db.select().from(visitParticipants).where(eq(visitParticipants.id, row.id))
    return seat?.locale
  }
  expect(await name('a@nordvik.example', 'Hjemmetjenesten Nordvik', '')).toBe('nb')
  expect(await name('b@rosslea.example', 'Rosslea Community Rehab', '')).toBe('en')
  expect(await name('c@nordvik.example', 'Hjemmetjenesten Nordvik', 'sv')).toBe('sv')
  expect(await name('d@else.example', '', '')).toBe('en')
  expect([...'SE NO AX DK FI IE'.split(' '), undefined].map((country) => localeOfCountry(country))).toEqual([
    ...['sv', 'nb', 'sv', 'en', 'en', 'en', 'en'],
  ])
})
