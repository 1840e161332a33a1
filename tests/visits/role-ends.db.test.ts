import { and, eq, isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import { cancelVisit } from '#app/features/visits/commands/answer-visit.server.ts'
import { proposeNewDates } from '#app/features/visits/commands/move-dates.server.ts'
import { moveVisit } from '#app/features/visits/commands/move-visit.server.ts'
import { inviteParticipant } from '#app/features/visits/commands/seat-people.server.ts'
import { agreeDates, proposeDates } from '#app/features/visits/commands/settle-dates.server.ts'
import { takeInvitedSeat } from '#app/features/visits/commands/take-invited-seat.server.ts'
import { listProposalsFor } from '#app/features/visits/queries/overview.server.ts'
import type { ParticipantInput } from '#app/features/visits/rules/inputs.ts'
import { visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { invitations, roles } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'

const october = { startsOn: '2026-10-06', endsOn: '2026-10-08', startPart: 'full', endPart: 'full' } as const
const november = { startsOn: '2026-11-10', endsOn: '2026-11-12', startPart: 'full', endPart: 'full' } as const
/** Six months, a round of fourteen days and fourteen more after the last day; midnight in Stockholm. */
const octobersEnd = new Date('2027-05-05T22:00:00Z')
const novembersEnd = new Date('2027-06-08T22:00:00Z')

function newPerson(side: 'host' | 'guest', email: string): ParticipantInput {
  return { id: newId(), side, name: 'Mari Olsen', email, profession: '', organisation: '', locale: 'nb', isCoordinator: false }
}

async function lastToken(ctx: TestCtx): Promise<string> {
  await ctx.settled()
  return String(ctx.jobs.filter((job) => job.data.event === 'identity.invitation').at(-1)?.data.token)
}

test('an invitation written before the days were agreed gives the end that the agreed days make', async ({ ctx }) => {
  const { visit, karin, ingrid } = await aVisitWithPeople(ctx, { status: 'in_dialogue' })
  await proposeDates(ingrid, { visitId: visit.id, version: 1, ranges: [october, november] }, ctx)
  await inviteParticipant(ingrid, { ...newPerson('guest', 'mari@nordvik.example'), visitId: visit.id }, ctx)
  const token = await lastToken(ctx)
  const [invited] = await ctx.db.select().from(invitations).where(eq(invitations.visitId, visit.id))
  expect(invited?.roleEndsAt).toEqual(novembersEnd)
  const first = (await listProposalsFor(karin, visit.id, ctx)).find((each) => each.startsOn === october.startsOn)
  await agreeDates(karin, { visitId: visit.id, version: 2, proposalId: first?.id ?? '' }, ctx)
  expect(await ctx.db.select().from(invitations).where(eq(invitations.visitId, visit.id))).toMatchObject([
    { roleEndsAt: octobersEnd },
  ])
  const { userId } = await takeInvitedSeat(visitor, { token, locale: 'nb' }, ctx)
  expect(await ctx.db.select().from(roles).where(eq(roles.userId, userId))).toMatchObject([
    { kind: 'guest', visitId: visit.id, endsAt: octobersEnd },
  ])
})

test('when the days move, a colleague invited for the visit stays as long as the guests, and nobody who was sent away', async ({
  ctx,
}) => {
  const { visit, karin, ingrid, sindre } = await aVisitWithPeople(ctx, october)
  await inviteParticipant(karin, { ...newPerson('host', 'elsa@region.example'), visitId: visit.id }, ctx)
  const elsa = await takeInvitedSeat(visitor, { token: await lastToken(ctx), locale: 'sv' }, ctx)
  await ctx.db.update(roles).set({ endsAt: ctx.now, endedBy: karin.id }).where(eq(roles.userId, sindre.id))
  const { version } = visit
  await proposeNewDates(karin, { visitId: visit.id, version, ...november, reason: 'Influensa på avdelningen' }, ctx)
  const [proposal] = await listProposalsFor(ingrid, visit.id, ctx)
  await agreeDates(ingrid, { visitId: visit.id, version: version + 1, proposalId: proposal?.id ?? '' }, ctx)
  const ends = async (userId: string) => (await ctx.db.select().from(roles).where(eq(roles.userId, userId)))[0]?.endsAt
  expect(await ends(elsa.userId)).toEqual(novembersEnd)
  expect(await ends(sindre.id)).toEqual(ctx.now)
})

test('when a visit is called off, everybody can read why for a month and open invitations open nothing', async ({ ctx }) => {
  const { visit, karin, ingrid, yusuf } = await aVisitWithPeople(ctx, october)
  await inviteParticipant(ingrid, { ...newPerson('guest', 'mari@nordvik.example'), visitId: visit.id }, ctx)
  const token = await lastToken(ctx)
  await cancelVisit(karin, { visitId: visit.id, version: visit.version, reason: 'Avdelningen stänger' }, ctx)
  const farewell = new Date('2026-05-14T08:00:00Z')
  for (const { id } of [karin, yusuf, ingrid]) {
    expect(await ctx.db.select().from(roles).where(eq(roles.userId, id))).toMatchObject([{ endsAt: farewell }])
  }
  await expect(takeInvitedSeat(visitor, { token, locale: 'nb' }, ctx)).rejects.toMatchObject({ code: 'gone' })
  const open = and(eq(invitations.visitId, visit.id), isNull(invitations.revokedAt))
  expect(await ctx.db.select().from(invitations).where(open)).toEqual([])
})

test('when a visit closes, open invitations close with it', async ({ ctx }) => {
  const { visit, ingrid } = await aVisitWithPeople(ctx, { ...october, status: 'followed_up' })
  await inviteParticipant(ingrid, { ...newPerson('guest', 'mari@nordvik.example'), visitId: visit.id }, ctx)
  const token = await lastToken(ctx)
  await moveVisit(ctx, { visitId: visit.id, to: 'closed', actorId: null })
  await expect(takeInvitedSeat(visitor, { token, locale: 'nb' }, ctx)).rejects.toMatchObject({ code: 'gone' })
})
