import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { sweepAnswers } from '#app/features/evaluations/commands/sweep.server.ts'
import {
  closeDueEvaluations,
  issueQuestionnaireLink,
  listEvaluationsToRemind,
  openDueEvaluations,
  remindOfEvaluations,
  submitEvaluation,
  submitEvaluationByLink,
} from '#app/features/evaluations/commands.server.ts'
import { findByLink, findEvaluationFor } from '#app/features/evaluations/queries.server.ts'
import { found } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import {
  evaluationInbox,
  evaluationReceipts,
  evaluationResponses,
  evaluations,
  evaluationTexts,
  questionnaireLinks,
  visitParticipants,
} from '#db/schema/index.ts'
import { test } from '#tests/support/db.ts'
import { anEvaluatedVisit, counted, guestAnswers, hostAnswers } from './visits.ts'

const fourteenDaysLater = '2026-09-18T06:00:00Z'

async function sideOf(ctx: Ctx, visitId: string, side: 'guest' | 'host') {
  const rows = await ctx.db.select().from(evaluations).where(eq(evaluations.visitId, visitId))
  return found(rows.find((row) => row.side === side))
}

test('when the days are over both sides get their questionnaire, once', async ({ ctx }) => {
  const { visit, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  await openDueEvaluations(then)
  const rows = await ctx.db.select().from(evaluations).where(eq(evaluations.visitId, visit.id))
  expect(rows.map(({ side, instrument }) => [side, instrument]).sort()).toEqual([
    ['guest', 'colearn_guest'],
    ['host', 'colearn_host'],
  ])
  expect(rows[0]?.closesAt).toEqual(new Date(fourteenDaysLater))
  await then.settled()
  expect(then.jobs.filter(({ data }) => data.event === 'evaluations.opened')).toHaveLength(2)
})

test('a visit that is still under way has no questionnaire', async ({ ctx }) => {
  const { visit, ingrid, then } = await anEvaluatedVisit(ctx)
  await expect(submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, then)).rejects.toThrow('not_found')
})

test('one answer is stored without its person, and counted in the same moment', async ({ ctx }) => {
  const { visit, host, ingrid, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  expect(await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, then)).toBe('sent')
  const [stored] = await ctx.db.select().from(evaluationInbox)
  expect(Object.keys(found(stored)).sort()).toEqual(['answers', 'evaluationId', 'id'])
  expect(stored?.answers).toEqual(guestAnswers())
  expect(await counted(ctx, host, 'CL1', { group: 'guest' })).toEqual([1, 1])
  expect(await counted(ctx, host, 'CL2', { group: 'guest' })).toEqual([1, 1])
  expect(await counted(ctx, host, 'CL3', { group: 'guest' })).toEqual([1, 1])
  expect(await counted(ctx, host, 'CL8', { strand: 'leading', group: 'guest' })).toEqual([1, 1])
  expect(await counted(ctx, host, 'CL8')).toEqual([0, 0])
})

test('sent twice is one answer: the first stands, nothing more is counted', async ({ ctx }) => {
  const { visit, host, ingrid, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers({ GST01: 5 }) }, then)
  expect(await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers({ GST01: 1 }) }, then)).toBe('already')
  expect(await ctx.db.select().from(evaluationInbox)).toHaveLength(1)
  expect(await counted(ctx, host, 'CL1')).toEqual([1, 1])
})

test('the link from the mail and the page are one way to one answer; opening the link uses nothing up', async ({ ctx }) => {
  const { visit, ingrid, participants, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  const evaluationId = (await sideOf(ctx, visit.id, 'guest')).id
  const token = await issueQuestionnaireLink(then, { participantId: participants.ingrid.id, evaluationId })
  expect(await findByLink(token, then)).toMatchObject({ kind: 'evaluation', side: 'guest', state: 'open' })
  expect(await findByLink(token, then)).toMatchObject({ state: 'open' })
  expect(await submitEvaluationByLink({ token, answers: guestAnswers() }, then)).toBe('sent')
  expect(await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, then)).toBe('already')
  expect(await findByLink(token, then)).toMatchObject({ state: 'answered' })
})

test('somebody without an account answers by the link alone', async ({ ctx }) => {
  const { visit, participants, then } = await anEvaluatedVisit(ctx)
  await ctx.db.update(visitParticipants).set({ userId: null }).where(eq(visitParticipants.id, participants.sindre.id))
  await openDueEvaluations(then)
  const evaluationId = (await sideOf(ctx, visit.id, 'guest')).id
  const token = await issueQuestionnaireLink(then, { participantId: participants.sindre.id, evaluationId })
  expect(await submitEvaluationByLink({ token, answers: guestAnswers() }, then)).toBe('sent')
})

test('only the link’s hash is kept, and a made-up link opens nothing', async ({ ctx }) => {
  const { visit, participants, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  const evaluationId = (await sideOf(ctx, visit.id, 'guest')).id
  const token = await issueQuestionnaireLink(then, { participantId: participants.ingrid.id, evaluationId })
  const [link] = await ctx.db.select().from(questionnaireLinks)
  expect(JSON.stringify(link)).not.toContain(token)
  await expect(findByLink(`${token}x`, then)).rejects.toThrow('not_found')
})

test('who has left the visit is asked no more, by no way', async ({ ctx }) => {
  const { visit, ingrid, participants, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  const evaluationId = (await sideOf(ctx, visit.id, 'guest')).id
  const token = await issueQuestionnaireLink(then, { participantId: participants.ingrid.id, evaluationId })
  await ctx.db.update(visitParticipants).set({ leftAt: then.now }).where(eq(visitParticipants.id, participants.ingrid.id))
  await expect(findByLink(token, then)).rejects.toThrow('not_found')
  await expect(submitEvaluationByLink({ token, answers: guestAnswers() }, then)).rejects.toThrow('not_found')
  await expect(submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, then)).rejects.toThrow('not_found')
})

test('an outsider is not found, and a host cannot answer as a guest', async ({ ctx }) => {
  const { visit, mikko, karin, host, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  await expect(submitEvaluation(mikko, { visitId: visit.id, answers: guestAnswers() }, then)).rejects.toThrow('not_found')
  await expect(submitEvaluation(karin, { visitId: visit.id, answers: guestAnswers() }, then)).rejects.toThrow('invalid')
  expect(await counted(ctx, host, 'CL1')).toEqual([0, 0])
  expect(await ctx.db.select().from(evaluationReceipts)).toEqual([])
})

test('answers that do not fit leave no receipt, so the person can send again', async ({ ctx }) => {
  const { visit, ingrid, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  await expect(submitEvaluation(ingrid, { visitId: visit.id, answers: { GST01: 9 } }, then)).rejects.toThrow('invalid')
  expect(await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, then)).toBe('sent')
})

test('after fourteen days it is closed, also before the clock has come by', async ({ ctx }) => {
  const { visit, ingrid, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  const late = ctx.at(fourteenDaysLater)
  await expect(submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, late)).rejects.toThrow('gone')
  const inTime = ctx.at('2026-09-18T05:59:59Z')
  expect(await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, inTime)).toBe('sent')
})

test('people are reminded once, a week after, and the job says nothing of who', async ({ ctx }) => {
  const { visit, ingrid, participants, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, then)
  expect(await listEvaluationsToRemind(ctx, new Date('2026-09-11T05:59:59Z'))).toEqual([])
  const week = ctx.at('2026-09-11T06:00:00Z')
  await remindOfEvaluations(week)
  await remindOfEvaluations(week)
  await week.settled()
  const reminders = week.jobs.filter(({ data }) => data.event === 'evaluations.reminder')
  expect(reminders).toHaveLength(2)
  expect(JSON.stringify(reminders)).not.toContain(participants.ingrid.id)
  expect(JSON.stringify(reminders)).not.toContain(participants.sindre.id)
})

test('at close the answers are stored anew without words, the words apart, and the inbox is empty', async ({ ctx }) => {
  const { visit, ingrid, sindre, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  const words = { text: 'At ingen hadde det travelt.', language: 'nb' }
  await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers({ GST13: words }) }, then)
  await submitEvaluation(sindre, { visitId: visit.id, answers: guestAnswers({ GST01: 2, GST02: null }) }, then)
  const ids = (await ctx.db.select().from(evaluationInbox)).map(({ id }) => id)
  await closeDueEvaluations(ctx.at(fourteenDaysLater))
  expect(await ctx.db.select().from(evaluationInbox)).toEqual([])
  const responses = await ctx.db.select().from(evaluationResponses)
  const stored = responses.map(({ answers }) => answers).sort((a, b) => Number(a.GST01) - Number(b.GST01))
  expect(stored).toEqual([guestAnswers({ GST01: 2, GST02: null }), guestAnswers()])
  expect(responses.some(({ id }) => ids.includes(id))).toBe(false)
  const [text, ...others] = await ctx.db.select().from(evaluationTexts)
  expect(text).toMatchObject({ item: 'GST13', ...words })
  expect(others).toEqual([])
})

test('closing counts the response rate, the finished visit and the guests’ sharing, each once', async ({ ctx }) => {
  const { visit, host, ingrid, karin, yusuf, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, then)
  await submitEvaluation(karin, { visitId: visit.id, answers: hostAnswers({ HST06: 'no' }) }, then)
  await submitEvaluation(yusuf, { visitId: visit.id, answers: hostAnswers({ HST06: 'yes' }) }, then)
  expect(await counted(ctx, host, 'CL10')).toEqual([0, 0])
  const late = ctx.at(fourteenDaysLater)
  await closeDueEvaluations(late)
  await closeDueEvaluations(late)
  expect(await counted(ctx, host, 'CL6')).toEqual([3, 4])
  expect(await counted(ctx, host, 'CL7')).toEqual([0, 1])
  expect(await counted(ctx, host, 'CL10')).toEqual([1, 1])
  expect(await counted(ctx, host, 'CL4')).toEqual([4, 4])
  expect(await counted(ctx, host, 'CL1', { group: 'host' })).toEqual([2, 2])
})

test('turnout is told from five asked on, and never who', async ({ ctx }) => {
  const { visit, ingrid, karin, then } = await anEvaluatedVisit(ctx, { guests: 3 })
  await openDueEvaluations(then)
  await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, then)
  const page = await findEvaluationFor(karin, visit.id, then)
  expect(page.turnouts.find(({ side }) => side === 'guest')).toMatchObject({ asked: 5, answered: 1 })
  expect(page.turnouts.find(({ side }) => side === 'host')).toMatchObject({ asked: null, answered: null })
  expect(page.own).toBe('open')
  expect((await findEvaluationFor(ingrid, visit.id, then)).own).toBe('answered')
})

test('answers and words are deleted two years after the close; what was counted stays', async ({ ctx }) => {
  const { visit, host, ingrid, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  await submitEvaluation(
    ingrid,
    { visitId: visit.id, answers: guestAnswers({ GST13: { text: 'Roen.', language: 'nb' } }) },
    then,
  )
  await closeDueEvaluations(ctx.at(fourteenDaysLater))
  await sweepAnswers(ctx.at('2028-09-18T08:00:00Z'))
  expect(await ctx.db.select().from(evaluationResponses)).toHaveLength(1)
  expect(await ctx.db.select().from(evaluationTexts)).toHaveLength(1)
  await sweepAnswers(ctx.at('2028-09-19T08:00:00Z'))
  expect(await ctx.db.select().from(evaluationResponses)).toEqual([])
  expect(await ctx.db.select().from(evaluationTexts)).toEqual([])
  expect(await counted(ctx, host, 'CL1')).toEqual([1, 1])
})
