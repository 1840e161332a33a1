// What the guests change of the visit itself once the form is locked: size, form, title, and who comes.
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { answerProposal } from '#app/features/preparation/commands/answer-proposal.server.ts'
import { changeFacts, inviteOrPropose } from '#app/features/preparation/commands/change-visit.server.ts'
import { findPreparationFor } from '#app/features/preparation/queries/find-preparation.server.ts'
import { mustPropose } from '#app/features/preparation/queries/must-propose.server.ts'
import type { ParticipantInput } from '#app/features/visits/rules/inputs.ts'
import { newId } from '#app/kernel/ids.ts'
import { changeProposals, invitations, preparations, visitParticipants, visits } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'

async function send(ctx: TestCtx, visitId: string): Promise<void> {
  await ctx.db.insert(preparations).values({ visitId, formVersion: 1, openedAt: ctx.now, sentAt: ctx.now })
}

async function aSentPreparation(ctx: TestCtx) {
  const all = await aVisitWithPeople(ctx)
  await send(ctx, all.visit.id)
  return all
}

const proposalsIn = (ctx: TestCtx, visitId: string) =>
  ctx.db.select().from(changeProposals).where(eq(changeProposals.visitId, visitId)).orderBy(changeProposals.proposedAt)
const facts = (visitId: string, given = {}) => ({
  visitId,
  version: 1,
  title: 'Handledning på riktigt',
  groupSize: 4,
  ...given,
})
const mari = (given: Partial<ParticipantInput> = {}) => ({
  ...{ id: newId(), side: 'guest' as const, name: 'Mari Lunde', email: 'mari@nordvik.example', profession: 'sykepleier' },
  ...{ organisation: 'Nordvik', locale: 'nb' as const, isCoordinator: false, ...given },
})
const visitRow = async (ctx: TestCtx, id: string) => (await ctx.db.select().from(visits).where(eq(visits.id, id)))[0]
const yes = (visitId: string, proposalId = '') => ({ visitId, proposalId, answer: 'accepted' as const, reason: '' })

test('until then the guests change them themselves; the hosts always do', async ({ ctx }) => {
  const { visit, ingrid, karin } = await aVisitWithPeople(ctx)
  expect(await mustPropose(ingrid, visit.id, ctx)).toBe(false)
  expect(await changeFacts(ingrid, facts(visit.id, { groupSize: 6 }), ctx)).toBe('changed')
  await send(ctx, visit.id)
  expect(await mustPropose(ingrid, visit.id, ctx)).toBe(true)
  expect(await mustPropose(karin, visit.id, ctx)).toBe(false)
  expect(await changeFacts(karin, facts(visit.id, { version: 2, groupSize: 7 }), ctx)).toBe('changed')
  expect(await visitRow(ctx, visit.id)).toMatchObject({ groupSize: 7 })
  expect(await proposalsIn(ctx, visit.id)).toEqual([])
})

test('a larger group is a proposal, one at a time, and nothing changes before the host says yes', async ({ ctx }) => {
  const { visit, ingrid, karin, sindre } = await aSentPreparation(ctx)
  await expect(changeFacts(sindre, facts(visit.id, { groupSize: 9 }), ctx)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await changeFacts(ingrid, facts(visit.id), ctx)).toBe('unchanged')
  expect(await changeFacts(ingrid, facts(visit.id, { groupSize: 5 }), ctx)).toBe('proposed')
  const wanted = facts(visit.id, { groupSize: 6, form: 'mixed' })
  expect(await changeFacts(ingrid, wanted, ctx)).toBe('proposed')
  expect(await visitRow(ctx, visit.id)).toMatchObject({ groupSize: 4, form: 'on_site' })
  const [proposal, ...others] = (await findPreparationFor(karin, visit.id, ctx)).proposals
  expect(others).toEqual([])
  expect(proposal).toMatchObject({
    ...{ subject: 'visit', kind: 'change', proposedByName: 'Ingrid Solheim' },
    ...{ before: { groupSize: '4', form: 'on_site' }, after: { groupSize: '6', form: 'mixed' } },
  })
  await expect(answerProposal(ingrid, yes(visit.id, proposal?.id), ctx)).rejects.toMatchObject({ code: 'forbidden' })
  await answerProposal(karin, yes(visit.id, proposal?.id), ctx)
  expect(await visitRow(ctx, visit.id)).toMatchObject({ groupSize: 6, form: 'mixed', title: 'Handledning på riktigt' })
})

test('what the host changed meanwhile is not overwritten by saying yes to an older wish', async ({ ctx }) => {
  const { visit, ingrid, karin } = await aSentPreparation(ctx)
  await changeFacts(ingrid, facts(visit.id, { groupSize: 6 }), ctx)
  await changeFacts(karin, facts(visit.id, { groupSize: 3 }), ctx)
  const [proposal] = await proposalsIn(ctx, visit.id)
  await expect(answerProposal(karin, yes(visit.id, proposal?.id), ctx)).rejects.toMatchObject({
    reason: 'preparation_error_overtaken',
  })
  expect(await visitRow(ctx, visit.id)).toMatchObject({ groupSize: 3 })
})

test('one more who comes is invited only when the host says yes, in the name of whoever proposed it', async ({ ctx }) => {
  const { visit, ingrid, karin } = await aSentPreparation(ctx)
  const person = mari()
  expect(await inviteOrPropose(ingrid, { ...person, visitId: visit.id }, ctx)).toBe('proposed')
  expect(await inviteOrPropose(ingrid, { ...person, visitId: visit.id }, ctx)).toBe('proposed')
  await expect(inviteOrPropose(ingrid, { ...mari(), visitId: visit.id }, ctx)).rejects.toMatchObject({ code: 'conflict' })
  expect(await ctx.db.select().from(invitations)).toEqual([])
  const { proposals } = await findPreparationFor(karin, visit.id, ctx)
  expect(proposals).toHaveLength(1)
  expect(proposals[0]?.after).toEqual({ name: 'Mari Lunde', profession: 'sykepleier', organisation: 'Nordvik' })
  await answerProposal(karin, yes(visit.id, proposals[0]?.id), ctx)
  const seats = await ctx.db.select().from(visitParticipants).where(eq(visitParticipants.id, person.id))
  expect(seats).toMatchObject([{ side: 'guest', email: person.email, locale: 'nb', addedBy: ingrid.id, leftAt: null }])
  expect(await ctx.db.select().from(invitations)).toMatchObject([{ email: person.email, invitedBy: ingrid.id }])
})

test('a no leaves everything as it was; hosts invite their own as before', async ({ ctx }) => {
  const { visit, ingrid, karin } = await aSentPreparation(ctx)
  await inviteOrPropose(ingrid, { ...mari(), visitId: visit.id }, ctx)
  const [proposal] = await proposalsIn(ctx, visit.id)
  const no = { ...yes(visit.id, proposal?.id), answer: 'declined' as const, reason: 'Rummet är för litet.' }
  await answerProposal(karin, no, ctx)
  expect(await ctx.db.select().from(invitations)).toEqual([])
  const elsa = mari({ side: 'host', email: 'elsa@region.example', locale: 'sv' })
  expect(await inviteOrPropose(karin, { ...elsa, visitId: visit.id }, ctx)).toBe('changed')
  expect(await ctx.db.select().from(invitations)).toMatchObject([{ email: 'elsa@region.example' }])
})

test('when the host moves the last day, the form opens again and the guests write themselves; guests do not move it', async ({
  ctx,
}) => {
  const { visit, ingrid, karin } = await aVisitWithPeople(ctx, { preparationDueOn: '2026-04-10' })
  expect(await mustPropose(ingrid, visit.id, ctx)).toBe(true)
  await changeFacts(ingrid, facts(visit.id, { groupSize: 6, preparationDueOn: '2026-05-10' }), ctx)
  expect(await visitRow(ctx, visit.id)).toMatchObject({ preparationDueOn: '2026-04-10' })
  await changeFacts(karin, facts(visit.id, { preparationDueOn: '2026-05-10' }), ctx)
  expect(await mustPropose(ingrid, visit.id, ctx)).toBe(false)
  const [proposal] = await proposalsIn(ctx, visit.id)
  await answerProposal(karin, yes(visit.id, proposal?.id), ctx)
  expect(await visitRow(ctx, visit.id)).toMatchObject({ groupSize: 6, preparationDueOn: '2026-05-10' })
})
