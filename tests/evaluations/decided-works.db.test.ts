import { expect } from 'vitest'
import { closeDueFollowUps, openDueFollowUps, writeSummaryAnswer } from '#app/features/evaluations/commands.server.ts'
import { findFollowUpsFor, findSummaryFor } from '#app/features/evaluations/queries.server.ts'
import { decideWork, withdrawDecidedWork } from '#app/features/preparation/commands/decide-work.server.ts'
import { readWorks } from '#app/features/preparation/queries.server.ts'
import type { DecidedWorkInput } from '#app/features/preparation/rules.ts'
import { newId } from '#app/kernel/ids.ts'
import * as improvement from '#app/routes/visits.$visitId.summary_.improvement.tsx'
import { visits } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { callAction, callLoader } from '#tests/support/http.ts'
import { anEvaluatedVisit, aWork, counted } from './visits.ts'

const aRound = (given: Partial<DecidedWorkInput> = {}): DecidedWorkInput => ({
  ...{ id: newId(), title: 'Ringrunda dag två', aim: 'Karin börjar i oktober.', language: 'sv' },
  ...given,
})

async function playTheYear(ctx: TestCtx): Promise<void> {
  for (const now of ['2026-12-03T08:00:00Z', '2026-12-17T00:00:00Z', '2027-03-03T08:00:00Z', '2027-03-20T00:00:00Z']) {
    await openDueFollowUps(ctx.at(now))
    await closeDueFollowUps(ctx.at(now))
  }
}

test('what a side decides to try is its own, is asked about again, and is no gift from the preparation', async ({ ctx }) => {
  const { visit, karin, ingrid, participants, then } = await anEvaluatedVisit(ctx)
  await aWork(then, visit, participants.ingrid, 'Samtalskort')
  const work = aRound()
  await decideWork(karin, { ...work, visitId: visit.id }, then)
  await decideWork(karin, { ...work, visitId: visit.id }, then)
  const page = await findSummaryFor(ingrid, visit.id, then)
  expect(page.decided).toMatchObject([{ id: work.id, side: 'host', title: 'Ringrunda dag två', authorName: karin.name }])
  expect(page.decides).toBe('guest')
  expect((await readWorks(visit.id, then)).map(({ title }) => title)).toEqual(['Samtalskort'])

  const open = ctx.at('2026-12-03T08:00:00Z')
  await openDueFollowUps(open)
  const { followed } = await findFollowUpsFor(ingrid, visit.id, open)
  expect(followed.map(({ kind, side, text }) => [kind, side, text])).toEqual([
    ['improvement_work', 'guest', 'Samtalskort'],
    ['improvement_work', 'host', 'Ringrunda dag två'],
  ])
})

test('a side takes back its own and nobody else’s; outsiders know of none', async ({ ctx }) => {
  const { visit, karin, yusuf, ingrid, mikko, then } = await anEvaluatedVisit(ctx)
  const work = aRound()
  await decideWork(karin, { ...work, visitId: visit.id }, then)
  const it = { visitId: visit.id, workId: work.id }
  await expect(withdrawDecidedWork(ingrid, it, then)).rejects.toMatchObject({ code: 'not_found' })
  await expect(withdrawDecidedWork(mikko, it, then)).rejects.toMatchObject({ code: 'not_found' })
  await expect(decideWork(mikko, { ...aRound(), visitId: visit.id }, then)).rejects.toMatchObject({ code: 'not_found' })
  await withdrawDecidedWork(yusuf, it, then)
  await withdrawDecidedWork(yusuf, it, then)
  expect((await findSummaryFor(ingrid, visit.id, then)).decided).toEqual([])
})

test('nothing is decided before the visit, nor when it is closed, and ten are enough', async ({ ctx }) => {
  const { visit, karin, then } = await anEvaluatedVisit(ctx)
  const decide = () => decideWork(karin, { ...aRound(), visitId: visit.id }, then)
  for (const status of ['preparing', 'closed'] as const) {
    await then.db.update(visits).set({ status })
    await expect(decide()).rejects.toMatchObject({ code: 'conflict', reason: 'preparation_error_not_decidable' })
  }
  await then.db.update(visits).set({ status: 'evaluating' })
  for (let count = 0; count < 10; count += 1) await decide()
  await expect(decide()).rejects.toMatchObject({ reason: 'preparation_error_many_works' })
})

test('a work decided within six months makes the visit one that led to improvement work, counted once', async ({ ctx }) => {
  const { visit, host, karin, then } = await anEvaluatedVisit(ctx)
  await decideWork(karin, { ...aRound(), visitId: visit.id }, then)
  expect(await counted(ctx, host, 'CL8')).toEqual([0, 0])
  await playTheYear(ctx)
  expect(await counted(ctx, host, 'CL8')).toEqual([1, 1])
})

test('a work that was taken back, or decided on after six months, does not count', async ({ ctx }) => {
  const { visit, host, karin, then } = await anEvaluatedVisit(ctx)
  const work = aRound()
  await decideWork(karin, { ...work, visitId: visit.id }, then)
  await withdrawDecidedWork(karin, { visitId: visit.id, workId: work.id }, then)
  await decideWork(karin, { ...aRound(), visitId: visit.id }, ctx.at('2027-03-03T12:00:00Z'))
  await playTheYear(ctx)
  expect(await counted(ctx, host, 'CL8')).toEqual([0, 1])
})

test('the page begins with what both sides answered, and a bad form comes back with what was typed', async ({ ctx }) => {
  const { visit, karin, mikko, then } = await anEvaluatedVisit(ctx)
  const value = 'Vi provar en ringrunda. Karin börjar i oktober.'
  await writeSummaryAnswer(karin, { visitId: visit.id, item: 'SUM06', value, version: 0, language: 'sv' }, then)
  const call = { path: `/visits/${visit.id}/summary/improvement`, params: { visitId: visit.id }, as: karin }
  const { data } = await callLoader(then, improvement.loader, call)
  expect(data.start).toMatchObject({ title: 'Vi provar en ringrunda', aim: value, language: 'sv' })
  const form = { id: data.start.id, title: ' ', aim: 'Vem?', language: 'sv' }
  const refused = await callAction(then, improvement.action, { ...call, form })
  expect(refused.status).toBe(400)
  expect(JSON.stringify(refused.data)).toContain('Vem?')
  const made = await callAction(then, improvement.action, { ...call, form: { ...form, title: 'Ringrunda' } })
  expect(made).toMatchObject({ status: 302, location: `/visits/${visit.id}/summary#improvement` })
  expect((await findSummaryFor(karin, visit.id, then)).decided).toMatchObject([{ title: 'Ringrunda', aim: 'Vem?' }])
  expect((await callLoader(then, improvement.loader, { ...call, as: mikko })).status).toBe(404)
})
