import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import {
  agreeToSummary,
  choosePublishing,
  closeDueEvaluations,
  judgeGoal,
  openDueEvaluations,
  submitEvaluation,
  takeBackAgreement,
  writeSummaryAnswer,
} from '#app/features/evaluations/commands.server.ts'
import { findEvaluationFor, findSummaryFor } from '#app/features/evaluations/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { posts, visitMoves, visitParticipants, visits } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'
import { aGoal, anEvaluatedVisit, counted, guestAnswers, hostAnswers } from './visits.ts'

const said = { comment: '', version: 0, language: 'sv' as const }

async function writeAll(ctx: TestCtx, actor: Person, visitId: string, given: Record<string, string> = {}): Promise<void> {
  const answers = {
    SUM01: 'mostly',
    SUM02: 'At ingen hadde det travelt.',
    SUM03: 'Å ringe på dag to.',
    SUM04: 'Att fråga mer.',
    SUM06: 'Karin provar en ringrunda i oktober.',
    SUM08: 'Allt utom namn.',
    ...given,
  }
  for (const [item, value] of Object.entries(answers)) {
    await writeSummaryAnswer(actor, { visitId, item, value, version: 0, language: 'nb' }, ctx)
  }
}

async function versionOf(ctx: TestCtx, actor: Person, visitId: string): Promise<number> {
  return (await findSummaryFor(actor, visitId, ctx)).version
}

test('each side judges each goal in its own name, side by side', async ({ ctx }) => {
  const { visit, ingrid, karin, participants, then } = await anEvaluatedVisit(ctx)
  const goalId = await aGoal(then, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  const both = { visitId: visit.id, goalId, ...said }
  await judgeGoal(ingrid, { ...both, level: 'fully', comment: 'Vi fikk være med.', language: 'nb' }, then)
  await judgeGoal(karin, { ...both, level: 'partly' }, then)
  const [goal] = (await findEvaluationFor(karin, visit.id, then)).goals
  expect(goal).toMatchObject({
    guest: { level: 'fully', comment: 'Vi fikk være med.', language: 'nb', judgedName: ingrid.name },
    host: { level: 'partly', judgedName: karin.name },
    accord: 'apart',
  })
})

test('two colleagues judge at once: the slower one is told and overwrites nothing', async ({ ctx }) => {
  const { visit, karin, yusuf, participants, then } = await anEvaluatedVisit(ctx)
  const goalId = await aGoal(then, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  const both = { visitId: visit.id, goalId, ...said }
  await judgeGoal(karin, { ...both, level: 'mostly' }, then)
  await expect(judgeGoal(yusuf, { ...both, level: 'not' }, then)).rejects.toThrow('conflict')
  await judgeGoal(yusuf, { ...both, level: 'not', version: 1 }, then)
  await expect(judgeGoal(karin, { ...both, level: 'fully', version: 1 }, then)).rejects.toThrow('conflict')
  expect((await findEvaluationFor(karin, visit.id, then)).goals[0]?.host).toMatchObject({ level: 'not', version: 2 })
})

test('goals are judged from the first day on, by those who met, and only the visit’s own goals', async ({ ctx }) => {
  const { visit, mikko, ingrid, participants, then } = await anEvaluatedVisit(ctx)
  const goalId = await aGoal(then, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  const elsewhere = await anEvaluatedVisit(ctx)
  const judged = { goalId, level: 'fully' as const, ...said }
  await expect(judgeGoal(mikko, { visitId: visit.id, ...judged }, then)).rejects.toThrow('not_found')
  await expect(judgeGoal(elsewhere.ingrid, { visitId: elsewhere.visit.id, ...judged }, then)).rejects.toThrow('not_found')
  await ctx.db.update(visits).set({ status: 'preparing' }).where(eq(visits.id, visit.id))
  await expect(judgeGoal(ingrid, { visitId: visit.id, ...judged }, then)).rejects.toThrow('forbidden')
  await ctx.db.update(visits).set({ status: 'under_way' }).where(eq(visits.id, visit.id))
  await judgeGoal(ingrid, { visitId: visit.id, ...judged }, then)
})

test('the summary is written by both sides; who comes second is shown what the first one wrote', async ({ ctx }) => {
  const { visit, ingrid, karin, then } = await anEvaluatedVisit(ctx)
  const field = { visitId: visit.id, item: 'SUM02', language: 'sv' as const }
  expect(await writeSummaryAnswer(ingrid, { ...field, value: 'Roen.', version: 0, language: 'nb' }, then)).toBe(1)
  await expect(writeSummaryAnswer(karin, { ...field, value: 'Frågorna.', version: 0 }, then)).rejects.toThrow('conflict')
  expect((await findSummaryFor(karin, visit.id, then)).answers).toMatchObject([
    { item: 'SUM02', value: 'Roen.', writtenName: ingrid.name },
  ])
  expect(await writeSummaryAnswer(karin, { ...field, value: 'Roen. Frågorna.', version: 1 }, then)).toBe(2)
})

test('what is no answer to the question is refused', async ({ ctx }) => {
  const { visit, ingrid, mikko, then } = await anEvaluatedVisit(ctx)
  const field = { visitId: visit.id, value: 'completely', version: 0, language: 'sv' as const }
  await expect(writeSummaryAnswer(ingrid, { ...field, item: 'SUM01' }, then)).rejects.toThrow('invalid')
  await expect(writeSummaryAnswer(ingrid, { ...field, item: 'SUM99' }, then)).rejects.toThrow('not_found')
  await expect(writeSummaryAnswer(mikko, { ...field, item: 'SUM02' }, then)).rejects.toThrow('not_found')
  const choice = { visitId: visit.id, visibility: 'unit' as const, version: 0 }
  await expect(choosePublishing(ingrid, { ...choice, publishItems: ['SUM08'] }, then)).rejects.toThrow('invalid')
})

test('nobody can stand behind a summary that lacks an answer, or that has changed since it was read', async ({ ctx }) => {
  const { visit, ingrid, karin, then } = await anEvaluatedVisit(ctx)
  await writeSummaryAnswer(ingrid, { visitId: visit.id, item: 'SUM02', value: 'Roen.', version: 0, language: 'nb' }, then)
  const early = await versionOf(then, karin, visit.id)
  await expect(agreeToSummary(karin, { visitId: visit.id, version: early }, then)).rejects.toThrow('invalid')
  await writeAll(then, karin, visit.id, { SUM02: '' }).catch(() => {})
  await expect(agreeToSummary(karin, { visitId: visit.id, version: early }, then)).rejects.toThrow('conflict')
})

test('a change takes back what the other side had agreed to', async ({ ctx }) => {
  const { visit, ingrid, karin, then } = await anEvaluatedVisit(ctx)
  await writeAll(then, ingrid, visit.id)
  const version = await versionOf(then, karin, visit.id)
  expect(await agreeToSummary(karin, { visitId: visit.id, version }, then)).toBe('waiting')
  await writeSummaryAnswer(ingrid, { visitId: visit.id, item: 'SUM02', value: 'Alt.', version: 1, language: 'nb' }, then)
  expect((await findSummaryFor(karin, visit.id, then)).agreements).toEqual([])
  await agreeToSummary(karin, { visitId: visit.id, version: version + 1 }, then)
  await takeBackAgreement(karin, { visitId: visit.id }, then)
  expect((await findSummaryFor(karin, visit.id, then)).agreements).toEqual([])
  await choosePublishing(ingrid, { visitId: visit.id, publishItems: [], visibility: 'unit', version: 0 }, then)
  expect(await versionOf(then, karin, visit.id)).toBe(version + 2)
})

test('when both agree the visit is summarised, published as far as allowed, counted, and locked', async ({ ctx }) => {
  const { visit, host, ingrid, karin, participants, then } = await anEvaluatedVisit(ctx)
  const goalId = await aGoal(then, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  await writeAll(then, ingrid, visit.id, { SUM05: 'Fem dager hjemme' })
  const publishing = { publishItems: ['SUM02', 'SUM05'], visibility: 'everyone' as const, version: 0 }
  await choosePublishing(karin, { visitId: visit.id, ...publishing }, then)
  const version = await versionOf(then, karin, visit.id)
  expect(await agreeToSummary(karin, { visitId: visit.id, version }, then)).toBe('waiting')
  expect(await counted(ctx, host, 'CL7')).toEqual([0, 0])
  expect(await agreeToSummary(ingrid, { visitId: visit.id, version }, then)).toBe('summarised')

  const [row] = await ctx.db.select().from(visits).where(eq(visits.id, visit.id))
  expect(row?.status).toBe('summarised')
  const moved = and(eq(visitMoves.visitId, visit.id), eq(visitMoves.toStatus, 'summarised'))
  expect(await ctx.db.select().from(visitMoves).where(moved)).toHaveLength(1)
  expect(await counted(ctx, host, 'CL7')).toEqual([1, 1])
  expect(await counted(ctx, host, 'CL10')).toEqual([1, 1])

  const [post] = await ctx.db.select().from(posts).where(eq(posts.visitId, visit.id))
  expect(post).toMatchObject({ kind: 'summary', visibility: 'everyone', authorId: null })
  expect(post?.plain).toContain('At ingen hadde det travelt.')
  expect(post?.plain).toContain('Fem dager hjemme')
  expect(post?.plain).not.toContain('Allt utom namn.')
  expect(post?.plain).not.toContain('Karin provar')
  expect((await findSummaryFor(ingrid, visit.id, then)).postId).toBe(post?.id)

  const late = { visitId: visit.id, language: 'sv' as const }
  await expect(writeSummaryAnswer(karin, { ...late, item: 'SUM02', value: 'Nej.', version: 1 }, then)).rejects.toThrow(
    'forbidden',
  )
  await expect(judgeGoal(karin, { ...late, goalId, level: 'not', comment: '', version: 0 }, then)).rejects.toThrow('forbidden')
  await expect(agreeToSummary(karin, { visitId: visit.id, version }, then)).rejects.toThrow('forbidden')
})

test('when nothing may be published there is no post', async ({ ctx }) => {
  const { visit, ingrid, karin, then } = await anEvaluatedVisit(ctx)
  await writeAll(then, ingrid, visit.id)
  const version = await versionOf(then, karin, visit.id)
  await agreeToSummary(ingrid, { visitId: visit.id, version }, then)
  await agreeToSummary(karin, { visitId: visit.id, version }, then)
  expect(await ctx.db.select().from(posts)).toEqual([])
})

test('a visit enters CL7 and CL10 once, whichever comes first: the summary or the questionnaires’ close', async ({ ctx }) => {
  const { visit, host, ingrid, karin, then } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(then)
  await submitEvaluation(ingrid, { visitId: visit.id, answers: guestAnswers() }, then)
  await submitEvaluation(karin, { visitId: visit.id, answers: hostAnswers({ HST06: 'yes' }) }, then)
  await writeAll(then, ingrid, visit.id, { SUM05: 'Fem dager hjemme' })
  const version = await versionOf(then, karin, visit.id)
  await agreeToSummary(ingrid, { visitId: visit.id, version }, then)
  await agreeToSummary(karin, { visitId: visit.id, version }, then)
  await closeDueEvaluations(ctx.at('2026-09-18T06:00:00Z'))
  expect(await counted(ctx, host, 'CL7')).toEqual([1, 1])
  expect(await counted(ctx, host, 'CL10')).toEqual([1, 1])
})

test('a summary agreed after fourteen days leaves the visit in CL7’s denominator only', async ({ ctx }) => {
  const { visit, host, ingrid, karin, then } = await anEvaluatedVisit(ctx)
  await writeAll(then, ingrid, visit.id)
  const late = ctx.at('2026-09-18T06:00:00Z')
  const version = await versionOf(late, karin, visit.id)
  await agreeToSummary(ingrid, { visitId: visit.id, version }, late)
  await agreeToSummary(karin, { visitId: visit.id, version }, late)
  expect(await counted(ctx, host, 'CL7')).toEqual([0, 1])
  expect(await counted(ctx, host, 'CL10')).toEqual([0, 1])
})

test('the summary is agreed to when the days are over, not before', async ({ ctx }) => {
  const people = await aVisitWithPeople(ctx, { status: 'under_way' })
  await writeAll(ctx, people.ingrid, people.visit.id)
  const version = await versionOf(ctx, people.karin, people.visit.id)
  await expect(agreeToSummary(people.karin, { visitId: people.visit.id, version }, ctx)).rejects.toThrow('forbidden')
})

test('who was removed neither judges, writes, agrees nor reads', async ({ ctx }) => {
  const { visit, sindre, participants, then } = await anEvaluatedVisit(ctx)
  const goalId = await aGoal(then, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  await ctx.db.update(visitParticipants).set({ leftAt: then.now }).where(eq(visitParticipants.id, participants.sindre.id))
  const own = { visitId: visit.id, language: 'nb' as const }
  const refused = [
    judgeGoal(sindre, { ...own, goalId, level: 'fully', comment: '', version: 0 }, then),
    writeSummaryAnswer(sindre, { ...own, item: 'SUM02', value: 'Roen.', version: 0 }, then),
    agreeToSummary(sindre, { visitId: visit.id, version: 0 }, then),
    findEvaluationFor(sindre, visit.id, then),
    findSummaryFor(sindre, visit.id, then),
  ]
  for (const attempt of await Promise.allSettled(refused)) {
    expect(attempt).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } })
  }
})
