import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { issueQuestionnaireLink, openDueEvaluations, openDueFollowUps } from '#app/features/evaluations/commands.server.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import * as linkRoute from '#app/routes/e.$token.tsx'
import * as feedbackRoute from '#app/routes/units.$unitId_.feedback.tsx'
import * as evaluationRoute from '#app/routes/visits.$visitId.evaluation.tsx'
import * as followUpRoute from '#app/routes/visits.$visitId.follow-up.tsx'
import * as summaryRoute from '#app/routes/visits.$visitId.summary.tsx'
import * as agreementRoute from '#app/routes/visits.$visitId.summary_.agreement.tsx'
import * as publishingRoute from '#app/routes/visits.$visitId.summary_.publishing.tsx'
import * as answerRoute from '#app/routes/visits.$visitId_.evaluation.answer.tsx'
import { evaluationInbox, evaluations, followUpAnswers, followUps, goalJudgements, summaryAnswers } from '#db/schema/index.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { callAction, callLoader } from '#tests/support/http.ts'
import { aGoal, anEvaluatedVisit } from './visits.ts'

async function withLink(ctx: TestCtx) {
  const world = await anEvaluatedVisit(ctx)
  await openDueEvaluations(world.then)
  const rows = await ctx.db.select().from(evaluations).where(eq(evaluations.visitId, world.visit.id))
  const evaluationId = found(rows.find(({ side }) => side === 'guest')).id
  const token = await issueQuestionnaireLink(world.then, { participantId: world.participants.sindre.id, evaluationId })
  return { ...world, token, call: { path: `/e/${token}`, params: { token } } }
}

const whole = { 'a.GST01': '5', 'a.GST06': 'na', 'a.GST10': '9', 'a.GST11': 'no' }

test('without signing in and without scripts a guest opens the link, answers, looks through and sends', async ({ ctx }) => {
  const { then, call } = await withLink(ctx)
  const opened = await callLoader(then, linkRoute.loader, call)
  expect(opened.data.found).toMatchObject({ kind: 'evaluation', state: 'open' })
  const first = await callAction(then, linkRoute.action, { ...call, form: { at: 'start', go: 'next' } })
  expect(first.data).toMatchObject({ turned: { page: { kind: 'question', item: { id: 'GST01' } } } })
  const looked = await callAction(then, linkRoute.action, { ...call, form: { at: 'GST14', go: 'next', ...whole } })
  expect(looked.data).toMatchObject({ turned: { page: { kind: 'review', missing: [] } } })
  expect(await ctx.db.select().from(evaluationInbox), 'nothing is stored on the way').toEqual([])
  const sent = await callAction(then, linkRoute.action, { ...call, form: { at: 'review', go: 'send', ...whole } })
  expect(sent.location).toBe(call.path)
  const again = await callAction(then, linkRoute.action, { ...call, form: { at: 'review', go: 'send', ...whole } })
  expect(again.location).toBe(`${call.path}?again`)
  expect((await ctx.db.select().from(evaluationInbox)).map(({ answers }) => answers)).toEqual([
    { GST01: 5, GST06: null, GST10: 9, GST11: 'no' },
  ])
})

test('sending with a required question blank shows which, and stores nothing', async ({ ctx }) => {
  const { then, call } = await withLink(ctx)
  const { status, data } = await callAction(then, linkRoute.action, {
    ...call,
    form: { at: 'review', go: 'send', 'a.GST01': '5' },
  })
  expect(status).toBe(200)
  expect(data).toMatchObject({ turned: { page: { kind: 'review', missing: ['GST06', 'GST10', 'GST11'] } } })
  expect(await ctx.db.select().from(evaluationInbox)).toEqual([])
})

test('hostile fields are refused or ignored, never an error of ours', async ({ ctx }) => {
  const { then, call } = await withLink(ctx)
  const forms: Record<string, string>[] = [
    { at: 'GST01', go: 'next', 'a.GST01': '6' },
    { at: 'GST01', go: 'next' },
    { at: 'GST13', go: 'next', 'a.GST13': 'x'.repeat(5000) },
    { at: 'GST13', go: 'next', 'a.GST13': 'a\u0000b' },
  ]
  for (const form of forms) expect((await callAction(then, linkRoute.action, { ...call, form })).status).toBe(400)
  const odd: Record<string, string>[] = [
    { at: '__proto__', go: 'constructor', 'a.__proto__': '5', 'a.constructor': 'x' },
    { at: 'HST01', go: 'next', 'a.HST01': '5' },
    {},
  ]
  for (const form of odd) expect((await callAction(then, linkRoute.action, { ...call, form })).status).toBe(200)
})

test('a link that nobody sent is not found', async ({ ctx }) => {
  await withLink(ctx)
  const call = { path: '/e/made-up', params: { token: 'made-up' } }
  expect((await callLoader(ctx, linkRoute.loader, call)).status).toBe(404)
  expect((await callAction(ctx, linkRoute.action, { ...call, form: { go: 'send' } })).status).toBe(404)
})

test('after the close the link says so kindly, and sending says gone', async ({ ctx }) => {
  const { call } = await withLink(ctx)
  const late = ctx.at('2026-09-18T06:00:00Z')
  expect((await callLoader(late, linkRoute.loader, call)).data.found).toMatchObject({ state: 'closed' })
  expect((await callAction(late, linkRoute.action, { ...call, form: { at: 'review', go: 'send', ...whole } })).status).toBe(410)
})

test('the signed-in page asks the person’s own side, and sends strangers away', async ({ ctx }) => {
  const { visit, karin, mikko, then } = await withLink(ctx)
  const call = { path: `/visits/${visit.id}/evaluation/answer`, params: { visitId: visit.id } }
  expect((await callLoader(then, answerRoute.loader, { ...call, as: karin })).data.instrument.id).toBe('colearn_host')
  expect((await callLoader(then, answerRoute.loader, { ...call, as: mikko })).status).toBe(404)
  expect((await callLoader(then, answerRoute.loader, call)).location).toMatch(/^\/login/)
  expect((await callLoader(then, answerRoute.loader, { ...call, as: karin, params: { visitId: 'banana' } })).status).toBe(404)
})

test('a judgement without a level comes back with what was typed', async ({ ctx }) => {
  const { visit, karin, participants, then } = await withLink(ctx)
  const goalId = await aGoal(then, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  const call = { path: `/visits/${visit.id}/evaluation`, params: { visitId: visit.id }, as: karin }
  const refused = await callAction(then, evaluationRoute.action, {
    ...call,
    form: { goalId, comment: 'Nästan.', version: '0' },
  })
  expect(refused.status).toBe(400)
  expect(refused.data).toMatchObject({
    result: { initialValue: { goalId, comment: 'Nästan.' }, error: { level: [expect.any(String)] } },
  })
  const saved = await callAction(then, evaluationRoute.action, {
    ...call,
    form: { goalId, level: 'mostly', comment: 'Nästan.', version: '0' },
  })
  expect(saved.location).toBe(`/visits/${visit.id}/evaluation#goal-${goalId}`)
  const conflict = await callAction(then, evaluationRoute.action, {
    ...call,
    form: { goalId, level: 'not', comment: 'Nej.', version: '0' },
  })
  expect(conflict.status).toBe(409)
  expect(conflict.data).toMatchObject({ result: { initialValue: { comment: 'Nej.' } } })
  expect((await ctx.db.select().from(goalJudgements)).map(({ comment }) => comment)).toEqual(['Nästan.'])
  const endless = { goalId, level: 'not', version: '99999999999999999999' }
  expect((await callAction(then, evaluationRoute.action, { ...call, form: endless })).status).toBe(400)
  const strange = await callAction(then, evaluationRoute.action, {
    ...call,
    form: { goalId: newId(), level: 'not', version: '0' },
  })
  expect(strange.status).toBe(404)
})

test('a summary field in conflict keeps what was typed; saving by itself answers with the version', async ({ ctx }) => {
  const { visit, karin, ingrid, then } = await withLink(ctx)
  const call = { path: `/visits/${visit.id}/summary`, params: { visitId: visit.id } }
  const field = { item: 'SUM02', version: '0' }
  const saved = await callAction(then, summaryRoute.action, {
    ...call,
    as: ingrid,
    form: { ...field, value: 'Roen.', live: 'yes' },
  })
  expect(saved.data).toMatchObject({ saved: 1 })
  const conflict = await callAction(then, summaryRoute.action, { ...call, as: karin, form: { ...field, value: 'Frågorna.' } })
  expect(conflict.status).toBe(409)
  expect(conflict.data).toMatchObject({ result: { initialValue: { value: 'Frågorna.' } } })
  const next = await callAction(then, summaryRoute.action, {
    ...call,
    as: karin,
    form: { item: 'SUM02', version: '1', value: 'Båda.' },
  })
  expect(next.location).toBe(`/visits/${visit.id}/summary#part-SUM02`)
  const emptied = await callAction(then, summaryRoute.action, {
    ...call,
    as: karin,
    form: { item: 'SUM02', version: '2', value: '' },
  })
  expect(emptied.location).not.toBeNull()
  expect((await ctx.db.select().from(summaryAnswers)).map(({ value }) => value)).toEqual([''])
  const long = await callAction(then, summaryRoute.action, {
    ...call,
    as: karin,
    form: { item: 'SUM03', version: '0', value: 'x'.repeat(4001) },
  })
  expect(long.status).toBe(400)
})

test('publishing and agreeing refuse what is stale, and show the page again', async ({ ctx }) => {
  const { visit, karin, then } = await withLink(ctx)
  const call = { path: `/visits/${visit.id}/summary/publishing`, params: { visitId: visit.id }, as: karin }
  const chosen = { publishItems: ['SUM02', 'SUM03'], visibility: 'unit', version: '0' }
  expect((await callAction(then, publishingRoute.action, { ...call, form: chosen })).location).toContain('#publishing')
  expect((await callAction(then, publishingRoute.action, { ...call, form: chosen })).status).toBe(409)
  expect((await callLoader(then, publishingRoute.loader, call)).data.publishing.items).toEqual(['SUM02', 'SUM03'])
  const agree = await callAction(then, agreementRoute.action, { ...call, form: { version: '1' } })
  expect(agree.status).toBe(422)
  expect((await callAction(then, agreementRoute.action, { ...call, form: { version: '0' } })).status).toBe(409)
  expect((await callAction(then, agreementRoute.action, { ...call, form: { version: 'one' } })).status).toBe(400)
})

test('a follow-up names what stands in the way and keeps every word', async ({ ctx }) => {
  const { visit, karin, participants, then } = await withLink(ctx)
  const goalId = await aGoal(then, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  const open = ctx.at('2026-12-03T08:00:00Z')
  await openDueFollowUps(open)
  const call = { path: `/visits/${visit.id}/follow-up`, params: { visitId: visit.id }, as: karin }
  const typed = { version: '0', [`w.${goalId}`]: 'Vi ringer.', 'a.FUP04': 'Tiden.' }
  const refused = await callAction(open, followUpRoute.action, { ...call, form: typed })
  expect(refused.status).toBe(400)
  expect(refused.data).toMatchObject({
    refused: {
      fields: typed,
      problems: { FUP01: 'required', FUP02: 'required', [goalId]: 'step' },
    },
  })
  const good = { ...typed, [`s.${goalId}`]: 'testing', 'a.FUP01': '4', 'a.FUP02': 'no' }
  expect((await callAction(open, followUpRoute.action, { ...call, form: good })).location).toBe(
    `/visits/${visit.id}/follow-up?saved`,
  )
  const other = await callAction(open, followUpRoute.action, { ...call, form: { ...good, 'a.FUP01': '1' } })
  expect(other.status).toBe(409)
  expect(other.data).toMatchObject({ refused: { changed: true, fields: { 'a.FUP01': '1' } } })
  expect((await ctx.db.select().from(followUpAnswers)).map(({ answers }) => answers.FUP01)).toEqual([4])
})

test('the follow-up link takes the same form without signing in', async ({ ctx }) => {
  const { visit, participants } = await withLink(ctx)
  const open = ctx.at('2026-12-03T08:00:00Z')
  await openDueFollowUps(open)
  const [round] = await ctx.db.select().from(followUps).where(eq(followUps.visitId, visit.id))
  const token = await issueQuestionnaireLink(open, { participantId: participants.sindre.id, followUpId: found(round).id })
  const call = { path: `/e/${token}`, params: { token } }
  const form = { version: '0', 'a.FUP01': 'na', 'a.FUP02': 'no' }
  expect((await callAction(open, linkRoute.action, { ...call, form })).location).toBe(`${call.path}?saved`)
  expect((await callAction(open, linkRoute.action, { ...call, form: { version: '0' } })).status).toBe(400)
})

test('feedback is for the unit’s people and hidden until five have answered', async ({ ctx }) => {
  const { host, ingrid, then } = await withLink(ctx)
  const call = { path: `/units/${host.id}/feedback`, params: { unitId: host.id } }
  const manager = await aPersonWith(then, 'unit_manager', { unit: host })
  const page = (await callLoader(then, feedbackRoute.loader, { ...call, as: manager })).data
  expect(page.feedback.every(({ questions }) => questions.every(({ people }) => people === 0))).toBe(true)
  expect((await callLoader(then, feedbackRoute.loader, { ...call, as: ingrid })).status).toBe(404)
  expect((await callLoader(then, feedbackRoute.loader, call)).location).toMatch(/^\/login/)
})
