import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { sweepLinks } from '#app/features/evaluations/commands/sweep.server.ts'
import {
  answerFollowUp,
  answerFollowUpByLink,
  closeDueEvaluations,
  closeDueFollowUps,
  issueQuestionnaireLink,
  judgeGoal,
  openDueEvaluations,
  openDueFollowUps,
  remindOfFollowUps,
} from '#app/features/evaluations/commands.server.ts'
import { jobs } from '#app/features/evaluations/jobs.server.ts'
import { findByLink, findFollowUpsFor, listGoalThreadsFor } from '#app/features/evaluations/queries.server.ts'
import { advanceVisits } from '#app/features/visits/commands/advance-visits.server.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { evaluations, followUps, questionnaireLinks, slotGoals, slots, visits } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'
import { aGoal, anEvaluatedVisit, aWork, counted, visitDays } from './visits.ts'

async function roundsOf(ctx: Ctx, visitId: string) {
  return ctx.db.select().from(followUps).where(eq(followUps.visitId, visitId)).orderBy(followUps.months)
}

async function clockAt(ctx: TestCtx, now: string): Promise<void> {
  const then = ctx.at(now)
  await advanceVisits(then)
  const clock = found(jobs.find(({ name }) => name === 'evaluations.clock'))
  await clock.run({}, then)
}

const nothing = { language: 'sv' as const, steps: [], version: 0 }
const used = { FUP01: 4, FUP02: 'no' }

test('everyone is asked three and six months after, once each, and reminded once', async ({ ctx }) => {
  const { visit } = await anEvaluatedVisit(ctx)
  for (const now of ['2026-12-03T06:59:00Z', '2026-12-03T07:00:00Z', '2026-12-03T08:00:00Z'])
    await openDueFollowUps(ctx.at(now))
  const [three, ...others] = await roundsOf(ctx, visit.id)
  expect(three).toMatchObject({
    months: 3,
    opensAt: new Date('2026-12-03T07:00:00Z'),
    closesAt: new Date('2026-12-16T23:00:00Z'),
  })
  expect(others).toEqual([])
  const week = ctx.at('2026-12-10T07:00:00Z')
  await remindOfFollowUps(week)
  await remindOfFollowUps(week)
  await week.settled()
  expect(week.jobs.filter(({ data }) => data.event === 'evaluations.follow_up_opened')).toHaveLength(1)
  expect(week.jobs.filter(({ data }) => data.event === 'evaluations.follow_up_reminder')).toHaveLength(1)
})

test('a person answers goal by goal in their own name, and can change it while the round is open', async ({ ctx }) => {
  const { visit, karin, ingrid, participants, then } = await anEvaluatedVisit(ctx)
  const goalId = await aGoal(then, visit, participants.ingrid, 'Følge opp etter hjemreise.')
  const open = ctx.at('2026-12-03T08:00:00Z')
  await openDueFollowUps(open)
  const followUpId = found((await roundsOf(ctx, visit.id))[0]).id
  const step = { kind: 'goal' as const, id: goalId, progress: 'testing' as const, words: 'Två kvällar i veckan.' }
  const own = { visitId: visit.id, followUpId, ...nothing, answers: used }
  await answerFollowUp(karin, { ...own, steps: [step] }, open)
  await expect(answerFollowUp(karin, { ...own, steps: [] }, open)).rejects.toThrow('conflict')
  await answerFollowUp(karin, { ...own, steps: [{ ...step, progress: 'implemented' }], version: 1 }, open)
  const page = await findFollowUpsFor(ingrid, visit.id, open)
  expect(page.rounds[0]?.said).toMatchObject([
    {
      name: karin.name,
      side: 'host',
      steps: [{ followedId: goalId, progress: 'implemented', words: 'Två kvällar i veckan.' }],
    },
  ])
  expect(page.form?.own.version).toBe(0)
  const closed = ctx.at('2026-12-16T23:00:00Z')
  await expect(answerFollowUp(ingrid, { ...own, followUpId }, closed)).rejects.toThrow('gone')
})

test('a follow-up knows only its own visit’s goals and people', async ({ ctx }) => {
  const { visit, karin, mikko } = await anEvaluatedVisit(ctx)
  const other = await anEvaluatedVisit(ctx)
  const strange = await aGoal(other.then, other.visit, other.participants.ingrid, 'Noe annet.')
  const open = ctx.at('2026-12-03T08:00:00Z')
  await openDueFollowUps(open)
  const followUpId = found((await roundsOf(ctx, visit.id))[0]).id
  const otherId = found((await roundsOf(ctx, other.visit.id))[0]).id
  const own = { visitId: visit.id, ...nothing, answers: used }
  const step = { kind: 'goal' as const, id: strange, progress: 'idea' as const, words: '' }
  await expect(answerFollowUp(karin, { ...own, followUpId, steps: [step] }, open)).rejects.toThrow('invalid')
  await expect(answerFollowUp(karin, { ...own, followUpId: otherId }, open)).rejects.toThrow('not_found')
  await expect(answerFollowUp(mikko, { ...own, followUpId }, open)).rejects.toThrow('not_found')
})

test('by the link in the mail a guest without an account answers, and the link outlives the round by a month', async ({
  ctx,
}) => {
  const { visit, participants } = await anEvaluatedVisit(ctx)
  const open = ctx.at('2026-12-03T08:00:00Z')
  await openDueFollowUps(open)
  const followUpId = found((await roundsOf(ctx, visit.id))[0]).id
  const token = await issueQuestionnaireLink(open, { participantId: participants.sindre.id, followUpId })
  expect(await findByLink(token, open)).toMatchObject({ kind: 'follow_up', state: 'open', months: 3 })
  await answerFollowUpByLink({ token, ...nothing, answers: used }, open)
  await closeDueFollowUps(ctx.at('2026-12-17T00:00:00Z'))
  await sweepLinks(ctx.at('2027-01-15T00:00:00Z'))
  expect(await findByLink(token, ctx.at('2027-01-15T00:00:00Z'))).toMatchObject({ state: 'closed' })
  await sweepLinks(ctx.at('2027-01-17T00:00:01Z'))
  expect(await ctx.db.select().from(questionnaireLinks)).toEqual([])
})

test('one yes of anybody in any round is one visit in CL8, counted when the last round is over', async ({ ctx }) => {
  const { visit, host, karin, ingrid } = await anEvaluatedVisit(ctx)
  const three = ctx.at('2026-12-03T08:00:00Z')
  await openDueFollowUps(three)
  const [first] = await roundsOf(ctx, visit.id)
  const own = { visitId: visit.id, ...nothing }
  for (const actor of [karin, ingrid]) {
    await answerFollowUp(actor, { ...own, followUpId: found(first).id, answers: { FUP01: 5, FUP02: 'yes' } }, three)
  }
  await closeDueFollowUps(ctx.at('2026-12-17T08:00:00Z'))
  expect(await counted(ctx, host, 'CL8')).toEqual([0, 0])
  const six = ctx.at('2027-03-03T08:00:00Z')
  await openDueFollowUps(six)
  const second = found((await roundsOf(ctx, visit.id))[1])
  await answerFollowUp(karin, { ...own, followUpId: second.id, answers: { FUP01: 5, FUP02: 'yes' } }, six)
  const over = ctx.at('2027-03-17T08:00:00Z')
  await closeDueFollowUps(over)
  await closeDueFollowUps(over)
  expect(await counted(ctx, host, 'CL8')).toEqual([1, 1])
})

test('a visit that led to nothing, or that nobody answered about, is in CL8’s denominator', async ({ ctx }) => {
  const { host } = await anEvaluatedVisit(ctx)
  await openDueFollowUps(ctx.at('2027-03-03T08:00:00Z'))
  await closeDueFollowUps(ctx.at('2027-03-17T08:00:00Z'))
  expect(await counted(ctx, host, 'CL8')).toEqual([0, 1])
})

test('a whole year by the clock alone: from the last day to closed, each thing once', async ({ ctx }) => {
  const start = ctx.at('2026-08-20T08:00:00Z')
  const { visit, host, karin, ingrid, participants } = await aVisitWithPeople(start, { ...visitDays, status: 'preparing' })
  const goalId = await aGoal(start, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  const workId = await aWork(start, visit, participants.sindre, 'Fem dager hjemme')
  const slot = { visitId: visit.id, day: '2026-09-02', startsAt: '10:30', endsAt: '11:30', title: 'Hemgångssamtal' }
  const slotId = newId()
  const made = { id: slotId, kind: 'shadow' as const, language: 'sv', createdAt: start.now, updatedAt: start.now }
  await ctx.db.insert(slots).values({ ...slot, ...made, improvementWorkId: workId })
  await ctx.db.insert(slotGoals).values({ slotId, goalId })
  const stops = async (now: string) => (await listGoalThreadsFor(karin, visit.id, ctx.at(now))).goals[0]?.stops
  expect(await stops('2026-08-20T08:00:00Z')).toEqual(['written', 'planned'])

  for (const now of ['2026-09-01T06:00:00Z', '2026-09-03T20:00:00Z', '2026-09-04T06:00:00Z', '2026-09-04T06:15:00Z']) {
    await clockAt(ctx, now)
  }
  const said = { visitId: visit.id, goalId, comment: '', version: 0, language: 'sv' as const }
  for (const actor of [karin, ingrid]) await judgeGoal(actor, { ...said, level: 'mostly' }, ctx.at('2026-09-04T07:00:00Z'))
  expect(await stops('2026-09-04T08:00:00Z')).toEqual(['written', 'planned', 'judged'])

  await clockAt(ctx, '2026-09-18T06:00:00Z')
  expect(await counted(ctx, host, 'CL6')).toEqual([0, 4])
  await clockAt(ctx, '2026-12-03T07:00:00Z')
  const open = ctx.at('2026-12-04T08:00:00Z')
  const followUpId = found((await roundsOf(ctx, visit.id))[0]).id
  const step = { kind: 'improvement_work' as const, id: workId, progress: 'implemented' as const, words: '' }
  await answerFollowUp(
    karin,
    { visitId: visit.id, followUpId, ...nothing, steps: [step], answers: { FUP01: 4, FUP02: 'yes' } },
    open,
  )
  const threads = await listGoalThreadsFor(karin, visit.id, open)
  expect(threads.works[0]?.stops).toEqual(['offered', 'presented', 'tried', 'introduced'])
  expect(threads.goals[0]?.stops).toContain('asked_again')

  for (const now of ['2026-12-18T00:00:00Z', '2027-03-03T07:00:00Z', '2027-03-16T23:00:00Z', '2027-03-31T23:00:00Z']) {
    await clockAt(ctx, now)
  }
  const [row] = await ctx.db.select().from(visits).where(eq(visits.id, visit.id))
  expect(row?.status).toBe('closed')
  expect((await roundsOf(ctx, visit.id)).map(({ months, asked, answered }) => [months, asked, answered])).toEqual([
    [3, 4, 1],
    [6, 4, 0],
  ])
  expect(await counted(ctx, host, 'CL8')).toEqual([1, 1])
  expect(await counted(ctx, host, 'CL7')).toEqual([0, 1])
  expect(await counted(ctx, host, 'CL10')).toEqual([0, 1])
  expect(await stops('2027-04-01T08:00:00Z')).toEqual(['written', 'planned', 'judged', 'asked_again', 'counted'])
})

test('one visit that cannot be closed does not keep the others open', async ({ ctx }) => {
  const broken = await anEvaluatedVisit(ctx)
  const { visit } = await anEvaluatedVisit(ctx)
  await openDueEvaluations(ctx.at('2026-09-04T06:00:00Z'))
  await ctx.db.update(visits).set({ endsOn: null }).where(eq(visits.id, broken.visit.id))
  await expect(clockAt(ctx, '2026-09-18T06:00:00Z')).rejects.toThrow()
  const rows = await ctx.db.select().from(evaluations).where(eq(evaluations.visitId, visit.id))
  expect(rows.every(({ closedAt }) => closedAt !== null)).toBe(true)
})

test('a cancelled visit is never asked about', async ({ ctx }) => {
  const { visit, then } = await anEvaluatedVisit(ctx)
  await ctx.db.update(visits).set({ status: 'cancelled' }).where(eq(visits.id, visit.id))
  await openDueEvaluations(then)
  await closeDueEvaluations(ctx.at('2026-10-01T08:00:00Z'))
  await openDueFollowUps(ctx.at('2026-12-03T08:00:00Z'))
  expect(await roundsOf(ctx, visit.id)).toEqual([])
})
