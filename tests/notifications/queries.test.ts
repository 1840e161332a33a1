import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { countNeedsFor, listNeedsFor } from '#app/features/notifications/queries/needs.server.ts'
import { readFactsAbove, readKnownAbove } from '#app/features/notifications/queries/step-facts.server.ts'
import { currentRulesVersion } from '#app/features/visits/reference.server.ts'
import { visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import {
  dateProposals,
  entryConfirmations,
  evaluationReceipts,
  evaluations,
  goals,
  preparations,
  slotGoals,
  slots,
  summaryAgreements,
  visitParticipants,
  visits,
} from '#db/schema/index.ts'
import { anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, aVisit, type Participant } from '#tests/support/factories.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'

const kinds = async (...[actor, ctx]: Parameters<typeof listNeedsFor>) =>
  (await listNeedsFor(actor, ctx)).map((need) => need.kind)

async function confirmed(ctx: TestCtx, ...people: Participant[]) {
  const rows = people.map(({ id: participantId }) => ({ participantId, rulesVersion: currentRulesVersion() }))
  await ctx.db.insert(entryConfirmations).values(rows.map((row) => ({ ...row, id: newId(), confirmedAt: ctx.now })))
}

async function aGoal(ctx: TestCtx, visitId: string, side: 'host' | 'guest', position = 0): Promise<string> {
  const id = newId()
  const row = { id, visitId, side, text: 'Se morgonmötet', language: 'sv', position, createdAt: ctx.now, updatedAt: ctx.now }
  await ctx.db.insert(goals).values(row)
  return id
}

test('a request waits for the host coordinator above the unit, and for nobody else', async ({ ctx }) => {
  const clinic = await aUnit(ctx)
  const host = await aUnit(ctx, { parent: clinic, name: 'Rehabavdelningen Tallbacken', profile: true })
  const karin = await aPersonWith(ctx, 'host_coordinator', { unit: clinic })
  const lead = await aPersonWith(ctx, 'education_lead', { unit: clinic })
  const visit = await aVisit(ctx, { host, status: 'asked' })
  const maeve = await someoneIn(ctx, visit, { isCoordinator: true })

  expect(await listNeedsFor(karin, ctx)).toMatchObject([
    { kind: 'answer_request', side: 'host', path: `/visits/${visit.id}/dates`, hostName: 'Rehabavdelningen Tallbacken' },
  ])
  expect(await countNeedsFor(karin, ctx)).toBe(1)
  expect(await countNeedsFor(maeve.person, ctx)).toBe(0)
  expect(await countNeedsFor(lead, ctx)).toBe(0)
  expect(await countNeedsFor(await anOutsider(ctx), ctx)).toBe(0)
  expect(await countNeedsFor(visitor, ctx)).toBeNull()
})

test('when one side wants to move the visit, the other one’s coordinator is asked', async ({ ctx }) => {
  const { visit, karin, ingrid } = await aVisitWithPeople(ctx, { status: 'preparing' })
  const days = { startsOn: '2026-09-01', endsOn: '2026-09-02', position: 0, createdAt: ctx.now }
  await ctx.db.insert(dateProposals).values({ id: newId(), visitId: visit.id, side: 'guest', ...days })
  expect(await kinds(karin, ctx)).toContain('answer_new_dates')
  expect(await kinds(ingrid, ctx)).not.toContain('answer_new_dates')
  await ctx.db.update(dateProposals).set({ retiredAt: ctx.now }).where(eq(dateProposals.visitId, visit.id))
  expect(await kinds(karin, ctx)).not.toContain('answer_new_dates')
})

test('who answers for the unit is not asked to do what somebody at the table plans', async ({ ctx }) => {
  const { visit, host, karin } = await aVisitWithPeople(ctx, { status: 'preparing' })
  const elsa = await aPersonWith(ctx, 'unit_manager', { unit: host })
  await ctx.db.insert(preparations).values({ visitId: visit.id, formVersion: 1, openedAt: ctx.now, sentAt: ctx.now })
  await aGoal(ctx, visit.id, 'guest')
  expect(await kinds(karin, ctx)).toEqual(['answer_preparation'])
  expect(await kinds(elsa, ctx)).toEqual([])
  await ctx.db.update(visitParticipants).set({ isCoordinator: false }).where(eq(visitParticipants.userId, karin.id))
  expect(await kinds(elsa, ctx)).toEqual(['answer_preparation'])
})

test('days on the table wait for the side that has not marked them', async ({ ctx }) => {
  const { visit, karin, ingrid, sindre } = await aVisitWithPeople(ctx, { status: 'in_dialogue' })
  const range = { startsOn: '2026-09-01', endsOn: '2026-09-02', position: 0, createdAt: ctx.now }
  const id = newId()
  await ctx.db.insert(dateProposals).values({ id, visitId: visit.id, side: 'guest', ...range })
  expect(await kinds(karin, ctx)).toEqual(['mark_dates'])
  expect(await kinds(ingrid, ctx)).toEqual([])
  expect(await kinds(sindre, ctx)).toEqual([])
  await ctx.db.update(dateProposals).set({ fits: true }).where(eq(dateProposals.id, id))
  expect(await kinds(ingrid, ctx)).toEqual(['agree_dates'])
})

test('before the visit each has their own: the form, the rules, the programme', async ({ ctx }) => {
  const given = { status: 'preparing' as const, preparationDueOn: '2026-06-29', groupSize: 2 }
  const { visit, karin, ingrid, sindre, participants } = await aVisitWithPeople(ctx, given)
  expect(await listNeedsFor(ingrid, ctx)).toMatchObject([
    { kind: 'write_preparation', dueOn: '2026-06-29', path: `/visits/${visit.id}/preparation` },
    { kind: 'confirm_rules', path: `/visits/${visit.id}/rules` },
  ])
  expect(await kinds(sindre, ctx)).toEqual(['confirm_rules'])
  // Hosts are bound by their own employer's rules.
  expect(await kinds(karin, ctx)).toEqual([])

  await confirmed(ctx, participants.sindre)
  expect(await kinds(sindre, ctx)).toEqual([])
  await ctx.db
    .insert(preparations)
    .values({ visitId: visit.id, formVersion: 1, openedAt: ctx.now, sentAt: ctx.now, sentBy: ingrid.id })
  const wish = await aGoal(ctx, visit.id, 'guest')
  expect(await kinds(karin, ctx)).toEqual(['answer_preparation'])
  const hope = await aGoal(ctx, visit.id, 'host')
  expect(await kinds(karin, ctx)).toEqual(['plan_programme'])
  const slotId = newId()
  const point = { title: 'Morgonmötet', language: 'sv', createdAt: ctx.now, updatedAt: ctx.now }
  const when = { day: '2026-07-13', startsAt: '08:00', endsAt: '08:15' }
  await ctx.db.insert(slots).values({ id: slotId, visitId: visit.id, kind: 'show', ...when, ...point })
  await ctx.db.insert(slotGoals).values({ slotId, goalId: wish })
  expect(await kinds(karin, ctx)).toEqual(['place_goals'])
  await ctx.db.insert(slotGoals).values({ slotId, goalId: hope })
  expect(await kinds(karin, ctx)).toEqual([])
})

test('after the days: the questionnaire until it is sent, the goals, the summary until the side agrees', async ({ ctx }) => {
  const { visit, karin, ingrid, sindre, participants } = await aVisitWithPeople(ctx, {
    status: 'evaluating',
    startsOn: '2026-04-08',
    endsOn: '2026-04-10',
  })
  const evaluationId = newId()
  const closesAt = new Date('2026-04-25T08:00:00Z')
  const form = { instrument: 'colearn_guest', instrumentVersion: 1, opensAt: ctx.now, closesAt }
  await ctx.db.insert(evaluations).values({ id: evaluationId, visitId: visit.id, side: 'guest', ...form })
  expect(await kinds(ingrid, ctx)).toEqual(['answer_questionnaire', 'write_summary'])
  expect(await kinds(sindre, ctx)).toEqual(['answer_questionnaire'])
  await ctx.db.insert(evaluationReceipts).values({ evaluationId, participantId: participants.sindre.id })
  expect(await kinds(sindre, ctx)).toEqual([])
  expect(await kinds(sindre, ctx.at('2026-05-01T08:00:00Z'))).toEqual([])
  await aGoal(ctx, visit.id, 'guest')
  expect(await kinds(sindre, ctx)).toEqual(['judge_goals'])
  const agreed = { side: 'host' as const, version: 1, agreedBy: karin.id, agreedName: karin.name, agreedAt: ctx.now }
  await ctx.db.insert(summaryAgreements).values({ visitId: visit.id, ...agreed })
  expect(await kinds(karin, ctx)).toEqual(['judge_goals'])
})

test('what is over and what one was taken out of needs nothing', async ({ ctx }) => {
  const { visit, sindre, ingrid, participants } = await aVisitWithPeople(ctx, { status: 'preparing' })
  await ctx.db.update(visitParticipants).set({ leftAt: ctx.now }).where(eq(visitParticipants.id, participants.sindre.id))
  expect(await countNeedsFor(sindre, ctx)).toBe(0)
  await ctx.db.update(visits).set({ status: 'cancelled' }).where(eq(visits.id, visit.id))
  expect(await countNeedsFor(ingrid, ctx)).toBe(0)
})

test('a guest whose role has ended is counted nothing', async ({ ctx }) => {
  const { ingrid } = await aVisitWithPeople(ctx, { status: 'preparing' })
  expect(await countNeedsFor({ ...ingrid, roles: [] }, ctx)).toBe(0)
})

test('lists of visits get the same facts', async ({ ctx }) => {
  const { visit, karin, ingrid } = await aVisitWithPeople(ctx, { status: 'preparing' })
  await aGoal(ctx, visit.id, 'guest')
  const facts = (await readFactsAbove(karin, [visit.id], ctx)).get(visit.id)
  expect(facts).toMatchObject({ hasForm: true, formSentAt: null, slots: 0, unslottedGoals: 1, openChangeProposals: 0 })
  expect((await readFactsAbove(ingrid, [], ctx)).size).toBe(0)
  const { seen } = await readKnownAbove(karin, visit.id, ctx)
  expect(seen).toMatchObject({ formSent: { done: false }, programmePlanned: { done: false } })
})
