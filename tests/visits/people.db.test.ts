import { eq, isNull } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { createInvitation } from '#app/features/identity/commands/invitations.server.ts'
import { openDialogue } from '#app/features/visits/commands/answer-visit.server.ts'
import { confirmEntryRules, tickChecklist } from '#app/features/visits/commands/prepare-entry.server.ts'
import { correctSeatInvitation, renewSeatInvitation } from '#app/features/visits/commands/renew-invitation.server.ts'
import { requestVisit } from '#app/features/visits/commands/request-visit.server.ts'
import { inviteParticipant, removeParticipant, setCoordinator } from '#app/features/visits/commands/seat-people.server.ts'
import { acceptVisitInvitation, takeInvitedSeat } from '#app/features/visits/commands/take-invited-seat.server.ts'
import { findChecklistFor, findEntryRulesFor, findOverviewFor } from '#app/features/visits/queries/overview.server.ts'
import { listThisWeekFor } from '#app/features/visits/queries/this-week.server.ts'
import { listVisitsFor } from '#app/features/visits/queries/visit-cards.server.ts'
import { findVisitPageFor } from '#app/features/visits/queries/visit-page.server.ts'
import { findWaitingSeatFor, listWaitingFor } from '#app/features/visits/queries/waiting.server.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import { currentRulesVersion } from '#app/features/visits/reference.server.ts'
import type { ParticipantInput } from '#app/features/visits/rules/inputs.ts'
import { mayJoin } from '#app/features/visits/socket.server.ts'
import { type Person, visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { checklistTicks, invitations, preparations, roles, users, visitParticipants } from '#db/schema/index.ts'
import { anAdmin, aPersonWith, personOf } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { aParticipant, aRole, aUnit, aUser } from '#tests/support/factories.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'

const mari = (given: Partial<ParticipantInput> = {}): ParticipantInput => ({
  id: newId(),
  side: 'guest',
  name: 'Mari Olsen',
  email: 'mari@nordvik.example',
  profession: 'hjelpepleier',
  organisation: 'Nordvik',
  locale: 'nb',
  isCoordinator: false,
  ...given,
})

describe('inviting and leaving', () => {
  test('who asked for a visit gets a sponsor when the hosts answer, and a new one when that host leaves', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const karin = await aPersonWith(ctx, 'host_coordinator', { unit: host }, await aUser(ctx, { name: 'Karin Åkerlund' }))
    const yusuf = await aPersonWith(ctx, 'host_coordinator', { unit: host }, await aUser(ctx, { name: 'Yusuf Demir' }))
    const ingrid = personOf(await aUser(ctx, { name: 'Ingrid Solheim' }))
    const asked = {
      ...{
        id: newId(),
        hostUnitId: host.id,
        kind: 'co_learning' as const,
        form: 'on_site' as const,
        title: 'Helgen',
        inquiry: 'Vi undrer.',
      },
      ...{ language: 'nb', groupSize: 4, organisations: [{ name: 'Nordvik', country: 'NO' }], profession: '' },
      ranges: [{ startsOn: '2026-09-01', endsOn: '2026-09-03', startPart: 'full' as const, endPart: 'full' as const }],
    }
    await requestVisit(ingrid, asked, ctx)
    const sponsorsNow = async () => {
      const rows = await ctx.db.select().from(roles).where(eq(roles.visitId, asked.id))
      return rows.filter((role) => role.kind === 'guest').map((role) => [role.userId, role.sponsorId])
    }
    expect(await sponsorsNow()).toEqual([[ingrid.id, null]])
    await openDialogue(karin, { visitId: asked.id, reason: '' }, ctx)
    expect(await sponsorsNow()).toEqual([[ingrid.id, karin.id]])

    const [seat] = await ctx.db.select().from(visitParticipants).where(eq(visitParticipants.userId, karin.id))
    const his = { ...mari({ side: 'host', email: yusuf.email, name: yusuf.name, isCoordinator: true }), visitId: asked.id }
    await inviteParticipant(karin, his, ctx)
    await removeParticipant(karin, { visitId: asked.id, participantId: seat?.id ?? '' }, ctx)
    expect(await sponsorsNow()).toEqual([[ingrid.id, yusuf.id]])
  })

  test('an invitation is sent again before or after it ran out; the old link opens nothing', async ({ ctx }) => {
    const { visit, ingrid, karin, sindre } = await aVisitWithPeople(ctx)
    const input = { ...mari(), visitId: visit.id }
    await inviteParticipant(ingrid, input, ctx)
    const tokens = () => ctx.jobs.flatMap(({ data }) => (data.event === 'identity.invitation' ? [String(data.token)] : []))
    const week = ctx.at(new Date(ctx.now.getTime() + 7 * 86_400_000))
    const seat = { visitId: visit.id, participantId: input.id }
    await expect(renewSeatInvitation(sindre, seat, week)).rejects.toMatchObject({ code: 'forbidden' })
    await renewSeatInvitation(karin, seat, week)
    const [first = '', second = ''] = tokens()
    await expect(takeInvitedSeat(visitor, { token: first, locale: 'nb' }, week)).rejects.toMatchObject({ code: 'gone' })
    expect(await listWaitingFor(ingrid, visit.id, week)).toMatchObject([
      { participantId: input.id, hasExpired: false, mayRenew: true },
    ])
    expect(await listWaitingFor(sindre, visit.id, week)).toMatchObject([{ mayRenew: false }])

    const month = week.at(new Date(week.now.getTime() + 31 * 86_400_000))
    expect(await listWaitingFor(ingrid, visit.id, month)).toMatchObject([{ hasExpired: true }])
    await expect(takeInvitedSeat(visitor, { token: second, locale: 'nb' }, month)).rejects.toMatchObject({ code: 'gone' })
    await renewSeatInvitation(ingrid, seat, month)
    await takeInvitedSeat(visitor, { token: tokens().at(-1) ?? '', locale: 'nb' }, month)
    await expect(renewSeatInvitation(ingrid, seat, month)).rejects.toMatchObject({ reason: 'visits_error_not_waiting' })
    expect(await listWaitingFor(ingrid, visit.id, month)).toEqual([])
  })

  test('an address written wrongly is put right: the new one gets a way in, the wrong one loses it', async ({ ctx }) => {
    const { visit, ingrid, sindre, karin } = await aVisitWithPeople(ctx)
    const input = { ...mari({ email: 'mari@nordvig.example' }), visitId: visit.id }
    await inviteParticipant(ingrid, input, ctx)
    const seat = { visitId: visit.id, participantId: input.id }
    const right = { ...seat, name: 'Mari Olsen', email: 'mari@nordvik.example' }
    expect(await findWaitingSeatFor(ingrid, seat, ctx)).toEqual({ name: 'Mari Olsen', email: 'mari@nordvig.example' })
    await expect(findWaitingSeatFor(sindre, seat, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(correctSeatInvitation(sindre, right, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    const taken = correctSeatInvitation(ingrid, { ...right, email: karin.email }, ctx)
    await expect(taken).rejects.toMatchObject({ reason: 'visits_error_already_there' })
    await correctSeatInvitation(ingrid, right, ctx)
    await ctx.settled()
    const letters = ctx.jobs.filter((job) => job.data.event === 'identity.invitation').map((job) => String(job.data.token))
    const [wrong = '', corrected = ''] = letters
    await expect(takeInvitedSeat(visitor, { token: wrong, locale: 'nb' }, ctx)).rejects.toMatchObject({ code: 'gone' })
    const accepted = await takeInvitedSeat(visitor, { token: corrected, locale: 'nb' }, ctx)
    expect(accepted.email).toBe('mari@nordvik.example')
    const { participants } = await findVisitFor(ingrid, visit.id, ctx)
    expect(participants.find((person) => person.id === input.id)).toMatchObject({ userId: accepted.userId, side: 'guest' })
    await expect(correctSeatInvitation(ingrid, right, ctx)).rejects.toMatchObject({ reason: 'visits_error_not_waiting' })
  })

  test('the hosts put right whom they invited as the guests’ contact', async ({ ctx }) => {
    const { visit, karin } = await aVisitWithPeople(ctx, { direction: 'invited', status: 'asked' })
    const maeve = await aParticipant(ctx, visit, { name: 'Maeve Bryne', email: 'maeve@rosslea.exmple', isCoordinator: true })
    const invitation = { email: maeve.email, locale: 'en' as const, roleKind: 'guest' as const, visitId: visit.id }
    await createInvitation(ctx, { ...invitation, invitedBy: karin.id })
    const right = { name: 'Maeve Byrne', email: 'maeve@rosslea.example' }
    await correctSeatInvitation(karin, { visitId: visit.id, participantId: maeve.id, ...right }, ctx)
    const open = await ctx.db.select().from(invitations).where(isNull(invitations.revokedAt))
    expect(open).toMatchObject([{ ...right, visitId: visit.id, roleKind: 'guest', sponsorId: karin.id }])
  })

  test('a colleague whose address is put right sits down at once', async ({ ctx }) => {
    const { visit, host, karin } = await aVisitWithPeople(ctx)
    const samira = await aUser(ctx, { name: 'Samira Nilsson', email: 'samira@region.example' })
    await aRole(ctx, samira, 'member', { unit: host })
    const input = { ...mari({ side: 'host', email: 'samria@region.example' }), visitId: visit.id }
    await inviteParticipant(karin, input, ctx)
    const seat = { visitId: visit.id, participantId: input.id }
    await correctSeatInvitation(karin, { ...seat, name: samira.name, email: samira.email }, ctx)
    const { participants } = await findVisitFor(karin, visit.id, ctx)
    expect(participants.find((person) => person.id === input.id)).toMatchObject({ userId: samira.id, name: 'Samira Nilsson' })
    expect(await listWaitingFor(karin, visit.id, ctx)).toEqual([])
  })

  test('a guest is invited for this visit, with a sponsor among the hosts and an end', async ({ ctx }) => {
    const { visit, ingrid, karin } = await aVisitWithPeople(ctx, { startsOn: '2026-10-06', endsOn: '2026-10-08' })
    const input = { ...mari(), visitId: visit.id }
    await inviteParticipant(ingrid, input, ctx)
    await inviteParticipant(ingrid, input, ctx)
    expect(await ctx.db.select().from(invitations).where(eq(invitations.visitId, visit.id))).toMatchObject([
      {
        email: 'mari@nordvik.example',
        roleKind: 'guest',
        sponsorId: karin.id,
        invitedBy: ingrid.id,
        roleEndsAt: new Date('2027-05-05T22:00:00Z'),
      },
    ])
    await expect(inviteParticipant(ingrid, { ...input, id: newId() }, ctx)).rejects.toMatchObject({
      reason: 'visits_error_already_there',
    })
    await ctx.settled()
    const token = String(ctx.jobs.find((job) => job.data.event === 'identity.invitation')?.data.token)
    const accepted = await takeInvitedSeat(visitor, { token, locale: 'nb' }, ctx)
    const [user] = await ctx.db.select().from(users).where(eq(users.id, accepted.userId))
    if (!user) throw new Error('no account was made')
    const person = personOf(user, [{ kind: 'guest', unitId: null, visitId: visit.id }])
    const file = await findVisitFor(person, visit.id, ctx)
    expect(file.participants.find((seat) => seat.email === 'mari@nordvik.example')?.userId).toBe(user.id)
  })

  test('a colleague with a role at the unit sits down at once, another is invited for the visit only', async ({ ctx }) => {
    const { visit, host, karin } = await aVisitWithPeople(ctx)
    const samira = await aUser(ctx, { name: 'Samira Nilsson', email: 'samira@region.example' })
    await aRole(ctx, samira, 'member', { unit: host })
    await inviteParticipant(karin, { ...mari({ side: 'host', email: samira.email }), visitId: visit.id }, ctx)
    await inviteParticipant(karin, { ...mari({ side: 'host', email: 'elsa@region.example' }), visitId: visit.id }, ctx)
    const seats = (await findVisitFor(karin, visit.id, ctx)).participants
    expect(seats.find((seat) => seat.email === samira.email)?.userId).toBe(samira.id)
    expect(seats.find((seat) => seat.email === 'elsa@region.example')?.userId).toBeNull()
    expect(await ctx.db.select().from(invitations).where(eq(invitations.visitId, visit.id))).toMatchObject([
      { email: 'elsa@region.example', roleKind: 'member', unitId: null },
    ])
  })

  test('each side invites its own, and outsiders nobody', async ({ ctx }) => {
    const { visit, ingrid, sindre, karin, mikko } = await aVisitWithPeople(ctx)
    const input = { ...mari(), visitId: visit.id }
    await expect(inviteParticipant(karin, input, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(inviteParticipant(sindre, input, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(inviteParticipant(mikko, input, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(inviteParticipant(ingrid, { ...input, side: 'host' }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('whoever is removed loses the role and the live room at once; the seat and what they wrote stay', async ({ ctx }) => {
    const { visit, ingrid, sindre, participants } = await aVisitWithPeople(ctx)
    await removeParticipant(ingrid, { visitId: visit.id, participantId: participants.sindre.id }, ctx)
    await ctx.settled()
    const [seat] = await ctx.db.select().from(visitParticipants).where(eq(visitParticipants.id, participants.sindre.id))
    expect(seat).toMatchObject({ leftAt: ctx.now, leftBy: ingrid.id })
    const [role] = await ctx.db.select().from(roles).where(eq(roles.userId, sindre.id))
    expect(role).toMatchObject({ endsAt: ctx.now, endedBy: ingrid.id })
    expect(ctx.rings).toContainEqual({ kind: 'access', userId: sindre.id })
    await expect(findVisitFor(sindre, visit.id, ctx)).rejects.toMatchObject({ code: 'not_found' })
    expect(await mayJoin(sindre, visit.id, ctx)).toBeUndefined()
    await inviteParticipant(ingrid, { ...mari({ email: sindre.email }), visitId: visit.id }, ctx)
    const file = await findVisitFor(ingrid, visit.id, ctx)
    expect(file.participants.find((person) => person.email === sindre.email)).toMatchObject({ leftAt: null, userId: null })
  })

  test('an open invitation is taken back with its seat', async ({ ctx }) => {
    const { visit, ingrid } = await aVisitWithPeople(ctx)
    const input = { ...mari(), visitId: visit.id }
    await inviteParticipant(ingrid, input, ctx)
    await removeParticipant(ingrid, { visitId: visit.id, participantId: input.id }, ctx)
    const [invitation] = await ctx.db.select().from(invitations).where(eq(invitations.visitId, visit.id))
    expect(invitation?.revokedAt).toEqual(ctx.now)
    await expect(
      acceptVisitInvitation(ctx, { visitId: visit.id, userId: ingrid.id, email: input.email, name: input.name }),
    ).rejects.toMatchObject({ code: 'gone' })
  })

  test('a side is never left without a coordinator; planning is handed over first', async ({ ctx }) => {
    const { visit, ingrid, sindre, karin, participants } = await aVisitWithPeople(ctx)
    const own = { visitId: visit.id, participantId: participants.ingrid.id }
    await expect(removeParticipant(ingrid, own, ctx)).rejects.toMatchObject({ reason: 'visits_error_last_coordinator' })
    await expect(removeParticipant(karin, own, ctx)).rejects.toMatchObject({ reason: 'visits_error_last_coordinator' })
    await expect(setCoordinator(ingrid, { ...own, isCoordinator: false }, ctx)).rejects.toMatchObject({ code: 'conflict' })
    const theirs = { visitId: visit.id, participantId: participants.sindre.id, isCoordinator: true }
    await expect(setCoordinator(sindre, theirs, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await setCoordinator(ingrid, theirs, ctx)
    await removeParticipant(ingrid, own, ctx)
    await expect(findVisitFor(ingrid, visit.id, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('somebody who has not answered yet does not take over planning', async ({ ctx }) => {
    const { visit, ingrid, participants } = await aVisitWithPeople(ctx)
    await inviteParticipant(ingrid, { ...mari({ isCoordinator: true }), visitId: visit.id }, ctx)
    const own = { visitId: visit.id, participantId: participants.ingrid.id }
    await expect(removeParticipant(ingrid, own, ctx)).rejects.toMatchObject({ reason: 'visits_error_last_coordinator' })
  })

  test('when the visit is over, also the last coordinator may leave', async ({ ctx }) => {
    const { visit, ingrid, participants } = await aVisitWithPeople(ctx, { status: 'cancelled' })
    await removeParticipant(ingrid, { visitId: visit.id, participantId: participants.ingrid.id }, ctx)
    await expect(findVisitFor(ingrid, visit.id, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('hosts may show a guest out, guests may not show a host out, and everybody may leave', async ({ ctx }) => {
    const { visit, ingrid, karin, yusuf, participants } = await aVisitWithPeople(ctx)
    const seat = (participantId: string) => ({ visitId: visit.id, participantId })
    await expect(removeParticipant(ingrid, seat(participants.yusuf.id), ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await removeParticipant(karin, seat(participants.sindre.id), ctx)
    await removeParticipant(yusuf, seat(participants.yusuf.id), ctx)
    const { people } = await findVisitPageFor(karin, visit.id, ctx)
    expect(people.map((person) => person.name).toSorted()).toEqual(['Ingrid Solheim', 'Karin Åkerlund'])
    await expect(removeParticipant(karin, seat(newId()), ctx)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('before entry', () => {
  test('the rules are confirmed once, in the version that was shown', async ({ ctx }) => {
    const { visit, sindre, ingrid } = await aVisitWithPeople(ctx)
    const version = currentRulesVersion()
    await expect(confirmEntryRules(sindre, { visitId: visit.id, rulesVersion: '2019-1' }, ctx)).rejects.toMatchObject({
      reason: 'visits_error_rules_changed',
    })
    await confirmEntryRules(sindre, { visitId: visit.id, rulesVersion: version }, ctx)
    await confirmEntryRules(sindre, { visitId: visit.id, rulesVersion: version }, ctx.at('2026-05-01T08:00:00Z'))
    const seen = await findEntryRulesFor(ingrid, visit.id, ctx)
    expect(seen.confirmed).toEqual([{ id: expect.any(String), name: 'Sindre Nygård', at: ctx.now }])
    expect(seen.missing).toEqual(['Ingrid Solheim'])
    expect(seen.mine).toBeNull()
    const manager = await aPersonWith(ctx, 'unit_manager', { unit: { id: visit.hostUnitId } })
    await expect(confirmEntryRules(manager, { visitId: visit.id, rulesVersion: version }, ctx)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('a digital seminar has no rules on hygiene', async ({ ctx }) => {
    const { visit, sindre } = await aVisitWithPeople(ctx, { form: 'digital' })
    const { rules } = await findEntryRulesFor(sindre, visit.id, ctx)
    expect(rules.sections.map((section) => section.key)).toEqual(['confidentiality', 'photos', 'blog'])
  })

  test('lines are ticked by those whom they concern, and the others are seen by the product', async ({ ctx }) => {
    const { visit, karin, ingrid, sindre, participants } = await aVisitWithPeople(ctx)
    const tick = (item: string, done: 'yes' | 'no' = 'yes') => ({ visitId: visit.id, item, done })
    const lineFor = async (who: Person, key: string) =>
      (await findChecklistFor(who, visit.id, {}, ctx)).find((line) => line.key === key)
    await tickChecklist(karin, tick('access_ready'), ctx)
    await expect(tickChecklist(ingrid, tick('access_ready'), ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(tickChecklist(sindre, tick('travel_booked'), ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(tickChecklist(karin, tick('programme_read'), ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(tickChecklist(karin, tick('dates_agreed'), ctx)).rejects.toMatchObject({ code: 'not_found' })
    expect(await lineFor(karin, 'access_ready')).toMatchObject({ done: true, doneBy: 'Karin Åkerlund', mayTick: true })
    expect(await lineFor(karin, 'travel_booked')).toMatchObject({ done: false, mayTick: false })
    expect((await lineFor(karin, 'rules_confirmed'))?.count).toEqual({ done: 0, of: 2 })
    await tickChecklist(karin, tick('access_ready', 'no'), ctx)
    expect((await lineFor(karin, 'access_ready'))?.done).toBe(false)

    for (const _ of [1, 2]) await tickChecklist(sindre, tick('programme_read'), ctx)
    expect(await ctx.db.select().from(checklistTicks)).toMatchObject([
      { item: 'programme_read', participantId: participants.sindre.id },
    ])
    await tickChecklist(ingrid, tick('programme_read', 'no'), ctx)
    expect(await lineFor(sindre, 'programme_read')).toMatchObject({ isMine: true, done: true })
    expect(await lineFor(ingrid, 'programme_read')).toMatchObject({ isMine: true, done: false })
    expect(await lineFor(karin, 'programme_read')).toMatchObject({ isMine: false, count: { done: 1, of: 2 } })
  })

  test('the guests’ manager has lines of their own, which the coordinator may tick for them', async ({ ctx }) => {
    const home = await aUnit(ctx, { name: 'Fjordgløtt sykehjem', country: 'NO' })
    const { visit, karin, ingrid, sindre } = await aVisitWithPeople(ctx, { guests: [home] })
    const tove = await aPersonWith(ctx, 'unit_manager', { unit: home })
    const own = (await findChecklistFor(tove, visit.id, {}, ctx)).filter((line) => line.role === 'guest_leader')
    expect(own.map((line) => [line.key, line.isMine])).toEqual([
      ['leader_agrees', true],
      ['leader_gives_time', true],
      ['leader_agrees_next', true],
    ])
    const tick = { visitId: visit.id, item: 'leader_agrees', done: 'yes' as const }
    await tickChecklist(ingrid, tick, ctx)
    await tickChecklist(tove, { ...tick, item: 'leader_gives_time' }, ctx)
    for (const other of [karin, sindre]) {
      await expect(tickChecklist(other, tick, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    }
    const { checklist } = await findOverviewFor(ingrid, visit.id, {}, ctx)
    expect(checklist.filter((line) => line.role === 'guest_leader' && line.done)).toMatchObject([
      { key: 'leader_agrees', doneBy: 'Ingrid Solheim' },
      { key: 'leader_gives_time' },
    ])
  })
})

describe('reading', () => {
  test('a page never carries addresses, and those who look on read facts only', async ({ ctx }) => {
    const { visit, ingrid } = await aVisitWithPeople(ctx, { meetingUrl: 'https://meet.example/abc' })
    const admin = await anAdmin(ctx)
    const seen = await findVisitPageFor(admin, visit.id, ctx)
    expect(JSON.stringify(seen)).not.toContain('@')
    expect(seen.visit).toMatchObject({ inquiry: '', meetingUrl: '', title: visit.title })
    expect(seen.me).toMatchObject({ inside: false, coordinates: null, moves: [] })
    const own = await findVisitPageFor(ingrid, visit.id, ctx)
    expect(own.visit.meetingUrl).toBe('https://meet.example/abc')
    expect(JSON.stringify(own)).not.toContain('@')
    expect((await findOverviewFor(admin, visit.id, {}, ctx)).checklist).toEqual([])
  })

  test('lists show what one may know of, what needs one first', async ({ ctx }) => {
    const region = await aUnit(ctx, { kind: 'region', name: 'Region Jönköpings län' })
    const host = await aUnit(ctx, { parent: region, profile: true })
    const home = await aUnit(ctx, { country: 'NO' })
    const preparing = await aVisitWithPeople(ctx, { host, title: 'Trygg hemgång' })
    const asked = await aVisitWithPeople(ctx, { host, status: 'asked', title: 'Morgonmötet', guests: [home] })
    const over = await aVisitWithPeople(ctx, { host, status: 'cancelled', title: 'Inställt' })
    await aVisitWithPeople(ctx, { title: 'Någon annans' })
    const titles = async (person: Parameters<typeof listVisitsFor>[0], scope: 'open' | 'over' = 'open') =>
      (await listVisitsFor(person, { scope }, ctx)).map((card) => card.title)

    const coordinator = await aPersonWith(ctx, 'host_coordinator', { unit: host })
    expect(await titles(coordinator)).toEqual(['Morgonmötet', 'Trygg hemgång'])
    expect(await titles(coordinator, 'over')).toEqual(['Inställt'])
    expect((await titles(await aPersonWith(ctx, 'education_lead', { unit: region }))).toSorted()).toEqual([
      'Morgonmötet',
      'Trygg hemgång',
    ])
    expect(await titles(await aPersonWith(ctx, 'unit_manager', { unit: home }))).toEqual(['Morgonmötet'])
    expect(await titles(await aPersonWith(ctx, 'member', { unit: host }))).toEqual([])
    expect(await titles(preparing.sindre)).toEqual(['Trygg hemgång'])
    expect(await titles(preparing.mikko)).toEqual([])
    expect(await titles(over.sindre, 'over')).toEqual(['Inställt'])
    const [first] = await listVisitsFor(coordinator, { scope: 'open' }, ctx)
    expect(first?.step).toMatchObject({ kind: 'answer_request', needs: true })
    expect(asked.visit.id).toBe(first?.id)
  })

  test('the week names beginnings, ends and deadlines of one’s own visits', async ({ ctx }) => {
    const { ingrid, mikko, visit } = await aVisitWithPeople(ctx, {
      startsOn: '2026-04-16',
      endsOn: '2026-04-17',
      preparationDueOn: '2026-04-14',
    })
    const week = (await listThisWeekFor(ingrid, ctx)).map((entry) => `${entry.day} ${entry.kind}`)
    expect(week).toEqual(['2026-04-14 due', '2026-04-16 begins', '2026-04-17 ends'])
    await ctx.db.insert(preparations).values({ visitId: visit.id, formVersion: 1, openedAt: ctx.now, sentAt: ctx.now })
    const sent = (await listThisWeekFor(ingrid, ctx)).map((entry) => `${entry.day} ${entry.kind}`)
    expect(sent).toEqual(['2026-04-16 begins', '2026-04-17 ends'])
    expect(await listThisWeekFor(ingrid, ctx.at('2026-04-18T08:00:00Z'))).toEqual([])
    expect(await listThisWeekFor(mikko, ctx)).toEqual([])
  })

  test('both sides follow live under their names; a manager unseen; nobody else', async ({ ctx }) => {
    const { visit, host, sindre, karin, mikko, participants } = await aVisitWithPeople(ctx)
    expect(await mayJoin(sindre, visit.id, ctx)).toEqual({ id: participants.sindre.id, name: 'Sindre Nygård', side: 'guest' })
    expect(await mayJoin(karin, visit.id, ctx)).toMatchObject({ side: 'host' })
    expect(await mayJoin(await aPersonWith(ctx, 'unit_manager', { unit: host }), visit.id, ctx)).toBeNull()
    for (const actor of [mikko, visitor, await anAdmin(ctx)]) expect(await mayJoin(actor, visit.id, ctx)).toBeUndefined()
    expect(await mayJoin(sindre, newId(), ctx)).toBeUndefined()
  })
})
