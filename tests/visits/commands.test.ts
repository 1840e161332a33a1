import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { advanceVisits } from '#app/features/visits/commands/advance-visits.server.ts'
import { cancelVisit, declineVisit, openDialogue, withdrawVisit } from '#app/features/visits/commands/answer-visit.server.ts'
import { keepDates, proposeNewDates, takeBackNewDates } from '#app/features/visits/commands/move-dates.server.ts'
import { moveVisit } from '#app/features/visits/commands/move-visit.server.ts'
import { renameVisit } from '#app/features/visits/commands/rename-visit.server.ts'
import { inviteVisit, requestVisit } from '#app/features/visits/commands/request-visit.server.ts'
import { agreeDates, markDates, proposeDates } from '#app/features/visits/commands/settle-dates.server.ts'
import { historyOf } from '#app/features/visits/queries/history.server.ts'
import { findNewVisitPageFor } from '#app/features/visits/queries/new-visit.server.ts'
import { listProposalsFor } from '#app/features/visits/queries/overview.server.ts'
import { findVisitPageFor } from '#app/features/visits/queries/visit-page.server.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { InviteInput, RequestInput } from '#app/features/visits/rules/inputs.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { dateProposals, invitations, roles, units, visitMoves, visitReferrals, visits } from '#db/schema/index.ts'
import { anOutsider, aPersonWith, personOf } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, aUser, type Unit } from '#tests/support/factories.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'

const spring = { startsOn: '2026-10-06', endsOn: '2026-10-08', startPart: 'full', endPart: 'full' } as const
const later = { startsOn: '2026-10-20', endsOn: '2026-10-21', startPart: 'afternoon', endPart: 'morning' } as const

function request(host: Unit, given: Partial<RequestInput> = {}): RequestInput {
  return {
    id: newId(),
    hostUnitId: host.id,
    kind: 'co_learning',
    form: 'on_site',
    title: 'Trygg hemgång',
    inquiry: 'Vi er nysgjerrige på hjemreisesamtalen.',
    language: 'nb',
    groupSize: 4,
    organisations: [
      { name: 'Hjemmetjenesten Nordvik', country: 'NO' },
      { name: 'Rosslea Community Rehab', country: 'IE' },
    ],
    ranges: [spring, later],
    profession: 'avdelingsleder',
    ...given,
  }
}

/** The person as they come back with the roles that the tables give them now. */
async function again(ctx: TestCtx, person: Person): Promise<Person> {
  const held = await ctx.db.select().from(roles).where(eq(roles.userId, person.id))
  const now = held.filter((role) => role.startsAt <= ctx.now && (!role.endsAt || role.endsAt > ctx.now))
  return { ...person, roles: now.map(({ kind, unitId, visitId }) => ({ kind, unitId, visitId })) }
}

async function aRequest(ctx: TestCtx, given: Partial<RequestInput> = {}) {
  const host = await aUnit(ctx, { name: 'Tallbacken', profile: true })
  const karin = await aPersonWith(ctx, 'host_coordinator', { unit: host })
  const asker = personOf(await aUser(ctx, { name: 'Ingrid Solheim', locale: 'nb' }))
  const { id } = await requestVisit(asker, request(host, given), ctx)
  return { host, karin, ingrid: await again(ctx, asker), id }
}

const rowOf = async (ctx: TestCtx, id: string) => {
  const [row] = await ctx.db.select().from(visits).where(eq(visits.id, id))
  if (!row) throw new Error('no such visit')
  return row
}
const proposalsOf = (ctx: TestCtx, visitId: string) =>
  ctx.db.select().from(dateProposals).where(eq(dateProposals.visitId, visitId)).orderBy(dateProposals.position)
const movesOf = async (ctx: TestCtx, visitId: string) => {
  const rows = await ctx.db.select().from(visitMoves).where(eq(visitMoves.visitId, visitId)).orderBy(visitMoves.position)
  return rows.map((move) => `${move.fromStatus ?? ''}>${move.toStatus}${move.actorId ? '' : ' by the clock'}`)
}

describe('asking and inviting', () => {
  test('a guest asks: organisations from two countries, days on the table, a seat as coordinator and a role that ends', async ({
    ctx,
  }) => {
    const { ingrid, karin, id } = await aRequest(ctx)
    const file = await findVisitFor(ingrid, id, ctx)
    expect(file.visit).toMatchObject({ status: 'asked', direction: 'asked', language: 'nb', timeZone: 'Europe/Stockholm' })
    expect(file.guestUnits.map((unit) => `${unit.name} ${unit.country}`)).toEqual([
      'Hjemmetjenesten Nordvik NO',
      'Rosslea Community Rehab IE',
    ])
    expect(file.participants).toMatchObject([
      { userId: ingrid.id, side: 'guest', isCoordinator: true, profession: 'avdelingsleder' },
    ])
    expect(await proposalsOf(ctx, id)).toMatchObject([
      { startsOn: '2026-10-06', side: 'guest', fits: null },
      { startsOn: '2026-10-20', startPart: 'afternoon', endPart: 'morning' },
    ])
    // Last proposed day 21 October; six months later a round is open 21 April–4 May; it closes with 18 May, Stockholm midnight.
    expect((await ctx.db.select().from(roles).where(eq(roles.visitId, id)))[0]).toMatchObject({
      kind: 'guest',
      endsAt: new Date('2027-05-18T22:00:00Z'),
    })
    expect((await findVisitFor(karin, id, ctx)).visit.id).toBe(id)
    expect(ctx.jobs.map((job) => job.data)).toContainEqual({ event: 'visits.requested', visitId: id })
  })

  test('pressing twice asks once; somebody else with the same id learns nothing', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const ingrid = await anOutsider(ctx)
    const input = request(host)
    await requestVisit(ingrid, input, ctx)
    await expect(requestVisit(ingrid, input, ctx)).resolves.toEqual({ id: input.id })
    expect(await proposalsOf(ctx, input.id)).toHaveLength(2)
    await expect(requestVisit(await anOutsider(ctx), input, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a unit that does not invite is not asked', async ({ ctx }) => {
    const closed = await aUnit(ctx, { profile: { isOpen: false } })
    const gone = await aUnit(ctx, { profile: true, closedAt: ctx.now })
    const ingrid = await anOutsider(ctx)
    await expect(requestVisit(ingrid, request(closed), ctx)).rejects.toMatchObject({ reason: 'visits_error_not_open' })
    await expect(requestVisit(ingrid, request(gone), ctx)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('nobody asks in the name of a unit they do not belong to', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const home = await aUnit(ctx, { country: 'NO' })
    const member = await aPersonWith(ctx, 'member', { unit: home })
    const input = request(host, { guestUnitId: home.id, organisations: [] })
    await expect(requestVisit(await anOutsider(ctx), input, ctx)).rejects.toMatchObject({
      reason: 'visits_error_not_your_unit',
    })
    await requestVisit(member, input, ctx)
    expect((await findVisitFor(member, input.id, ctx)).guestUnits).toMatchObject([{ unitId: home.id, country: 'NO' }])
  })

  test('further units here come along, each once; who asks comes from one of them or from an organisation of their own', async ({
    ctx,
  }) => {
    const host = await aUnit(ctx, { profile: true })
    const [home, other] = [await aUnit(ctx, { country: 'NO' }), await aUnit(ctx, { name: 'Fjordgløtt', country: 'NO' })]
    const member = await aPersonWith(ctx, 'member', { unit: home })
    const along = [{ unitId: other.id, name: '' }]
    const input = request(host, { guestUnitId: home.id, organisations: [...along, { unitId: home.id, name: '' }] })
    await requestVisit(member, input, ctx)
    expect((await findVisitFor(member, input.id, ctx)).guestUnits).toMatchObject([
      { unitId: home.id, name: home.name },
      { unitId: other.id, name: 'Fjordgløtt', country: 'NO', lineage: [other.id] },
    ])
    const outsider = await anOutsider(ctx)
    const onlyTheirs = requestVisit(outsider, request(host, { organisations: along }), ctx)
    await expect(onlyTheirs).rejects.toMatchObject({ reason: 'visits_error_not_your_unit' })
    const rosslea = { name: 'Rosslea Community Rehab', country: 'IE' }
    const together = request(host, { organisations: [rosslea, ...along] })
    await requestVisit(outsider, together, ctx)
    const { guestUnits } = await findVisitFor(await again(ctx, outsider), together.id, ctx)
    expect(guestUnits.map((unit) => unit.unitId)).toEqual([null, other.id])
  })

  test('a host invites a unit that is here, and those who answer for it plan the guests’ side', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const ward = await aUnit(ctx, { name: 'Fjordgløtt', country: 'NO' })
    const closed = await aUnit(ctx, { closedAt: ctx.now })
    const karin = await aPersonWith(ctx, 'host_coordinator', { unit: host })
    const bjørn = await aPersonWith(ctx, 'unit_manager', { unit: ward })
    const { profession, ...asked } = request(host, { organisations: [{ unitId: ward.id, name: '' }] })
    const contact = { contactName: 'Tove Mæhlum', contactEmail: 'tove@fjord.example', contactLocale: 'nb' as const }
    await inviteVisit(karin, { ...asked, ...contact }, ctx)
    expect((await findVisitPageFor(bjørn, asked.id, ctx)).me.coordinates).toBe('guest')
    const gone = { ...asked, ...contact, id: newId(), organisations: [{ unitId: closed.id, name: '' }] }
    await expect(inviteVisit(karin, gone, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a visit has the form that is usual for its kind unless another is chosen', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const asker = await anOutsider(ctx)
    const formOf = async (given: Partial<RequestInput>) => {
      const { id } = await requestVisit(asker, request(host, given), ctx)
      return (await rowOf(ctx, id)).form
    }
    expect(await formOf({ kind: 'digital_seminar', form: undefined })).toBe('digital')
    expect(await formOf({ kind: 'co_learning', form: undefined })).toBe('on_site')
    expect(await formOf({ kind: 'digital_seminar', form: 'mixed' })).toBe('mixed')
  })

  test('guests do not come from the unit that receives them', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const member = await aPersonWith(ctx, 'host_coordinator', { unit: host })
    const { profession, ...own } = request(host, { guestUnitId: host.id, organisations: [] })
    await expect(requestVisit(member, { ...own, profession }, ctx)).rejects.toMatchObject({ reason: 'visits_error_own_unit' })
    const contact = { contactName: 'Maeve Byrne', contactEmail: 'maeve@rosslea.example', contactLocale: 'en' as const }
    await expect(inviteVisit(member, { ...own, ...contact }, ctx)).rejects.toMatchObject({ reason: 'visits_error_own_unit' })
    const row = { ...own, ...contact, guestUnitId: undefined, organisations: [{ unitId: host.id, name: '' }] }
    await expect(inviteVisit(member, row, ctx)).rejects.toMatchObject({ reason: 'visits_error_own_unit' })
    expect(await ctx.db.select().from(visits).where(eq(visits.id, own.id))).toEqual([])
  })

  test('a manager of the whole region who asks as a guest acts for the guests, not for the ward below', async ({ ctx }) => {
    const region = await aUnit(ctx, { kind: 'region' })
    const host = await aUnit(ctx, { parent: region, profile: true })
    const lena = await aPersonWith(ctx, 'unit_manager', { unit: region })
    const { id } = await requestVisit(lena, request(host), ctx)
    const guest = { ...lena, roles: [...lena.roles, { kind: 'guest' as const, unitId: null, visitId: id }] }
    expect((await findVisitPageFor(guest, id, ctx)).me).toMatchObject({ side: 'guest', coordinates: 'guest' })
    const { version } = await rowOf(ctx, id)
    await expect(openDialogue(guest, { visitId: id, version, reason: '' }, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await proposeDates(guest, { visitId: id, version, ranges: [later] }, ctx)
    expect((await proposalsOf(ctx, id)).map((proposal) => proposal.side)).toEqual(['guest', 'guest', 'guest'])
    expect((await rowOf(ctx, id)).status).toBe('asked')
    await withdrawVisit(guest, { visitId: id, version: version + 1, reason: 'Vi väntar till nästa år.' }, ctx)
    expect((await rowOf(ctx, id)).status).toBe('withdrawn')
  })

  test('a return visit follows one that the asker knows of', async ({ ctx }) => {
    const { visit, karin, mikko } = await aVisitWithPeople(ctx, { status: 'closed' })
    const home = await aUnit(ctx, { profile: true })
    const again = request(home, { kind: 'return_visit', returnOf: visit.id })
    await expect(requestVisit(mikko, again, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await requestVisit(karin, again, ctx)
    expect(await rowOf(ctx, again.id)).toMatchObject({ kind: 'return_visit', returnOf: visit.id })
  })

  test('who returns a visit finds the guests filled in: the former hosts, or the former guests once more', async ({ ctx }) => {
    const [ward, home] = [await aUnit(ctx, { profile: true }), await aUnit(ctx, { country: 'NO', profile: true })]
    const { visit, host, karin } = await aVisitWithPeople(ctx, { host: ward, status: 'closed', guests: [home] })
    const hostess = { ...karin, roles: [...karin.roles, { kind: 'host_coordinator' as const, unitId: ward.id, visitId: null }] }
    const pageFor = async (choice: { host?: string; from?: string }) => {
      const page = await findNewVisitPageFor(hostess, { ...choice, returnOf: visit.id }, ctx)
      return page.mode === 'choose' ? null : page
    }
    expect((await pageFor({ host: home.id }))?.returnOf?.guests).toMatchObject({ homeId: host.id, organisations: [] })
    const again = await pageFor({ from: host.id })
    expect(again?.returnOf?.guests).toEqual({
      homeId: '',
      organisations: [{ unitId: home.id, name: '', country: '' }],
      contact: 'Ingrid Solheim',
    })
    expect(again?.units.map((unit) => unit.value)).toContain(home.id)
    expect(again?.units.map((unit) => unit.value)).not.toContain(host.id)
  })

  test('a host invites: the contact gets one invitation, bound to the visit, with the host as sponsor', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const karin = await aPersonWith(ctx, 'host_coordinator', { unit: host })
    const { profession, ...asked } = request(host)
    const input: InviteInput = {
      ...asked,
      contactName: 'Maeve Byrne',
      contactEmail: 'maeve@rosslea.example',
      contactLocale: 'en',
    }
    await inviteVisit(karin, input, ctx)
    await inviteVisit(karin, input, ctx)
    const file = await findVisitFor(karin, input.id, ctx)
    expect(file.visit.direction).toBe('invited')
    expect(file.participants.toSorted((a, b) => b.side.localeCompare(a.side))).toMatchObject([
      { userId: karin.id, side: 'host', isCoordinator: true },
      { userId: null, side: 'guest', isCoordinator: true, email: 'maeve@rosslea.example' },
    ])
    expect(await ctx.db.select().from(invitations).where(eq(invitations.visitId, input.id))).toMatchObject([
      { roleKind: 'guest', sponsorId: karin.id, locale: 'en' },
    ])
    await expect(inviteVisit(await anOutsider(ctx), { ...input, id: newId() }, ctx)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('settling days', () => {
  test('marking opens the dialogue, agreeing confirms and prepares, and every move is a row', async ({ ctx }) => {
    const { karin, ingrid, id } = await aRequest(ctx)
    const [first, second] = await proposalsOf(ctx, id)
    const marks = [
      { id: first?.id ?? '', fits: 'no' as const },
      { id: second?.id ?? '', fits: 'yes' as const },
    ]
    await markDates(karin, { visitId: id, version: 1, marks }, ctx)
    expect((await rowOf(ctx, id)).status).toBe('in_dialogue')
    const { version } = await rowOf(ctx, id)
    await agreeDates(ingrid, { visitId: id, version, proposalId: second?.id ?? '' }, ctx)
    expect(await rowOf(ctx, id)).toMatchObject({
      status: 'preparing',
      startsOn: '2026-10-20',
      endsOn: '2026-10-21',
      startPart: 'afternoon',
      endPart: 'morning',
      // Ten working days before Tuesday 20 October.
      preparationDueOn: '2026-10-06',
      calendarSequence: 0,
    })
    expect(await movesOf(ctx, id)).toEqual([
      '>asked',
      'asked>in_dialogue',
      'in_dialogue>confirmed',
      'confirmed>preparing by the clock',
    ])
    const table = await proposalsOf(ctx, id)
    expect(table.map((proposal) => proposal.retiredAt !== null)).toEqual([true, true])
    expect(table.map((proposal) => proposal.agreedAt !== null)).toEqual([false, true])
    const file = await findVisitFor(karin, id, ctx)
    expect(file.participants.find((person) => person.userId === karin.id)).toMatchObject({ side: 'host', isCoordinator: true })
  })

  test('agreed days are meant by the clock that the host unit has then', async ({ ctx }) => {
    const { host, karin, id } = await aRequest(ctx)
    await ctx.db.update(units).set({ country: 'FI', timeZone: 'Europe/Helsinki' }).where(eq(units.id, host.id))
    const [first] = await proposalsOf(ctx, id)
    await agreeDates(karin, { visitId: id, version: 1, proposalId: first?.id ?? '' }, ctx)
    expect(await rowOf(ctx, id)).toMatchObject({ status: 'preparing', timeZone: 'Europe/Helsinki' })
  })

  test('a side does not agree to its own days before the other has said that they fit', async ({ ctx }) => {
    const { ingrid, id } = await aRequest(ctx)
    const [first] = await proposalsOf(ctx, id)
    await expect(agreeDates(ingrid, { visitId: id, version: 1, proposalId: first?.id ?? '' }, ctx)).rejects.toMatchObject({
      reason: 'visits_error_other_side_agrees',
    })
  })

  test('the host may agree at once', async ({ ctx }) => {
    const { karin, id } = await aRequest(ctx)
    const [first] = await proposalsOf(ctx, id)
    await agreeDates(karin, { visitId: id, version: 1, proposalId: first?.id ?? '' }, ctx)
    expect(await movesOf(ctx, id)).toEqual(['>asked', 'asked>confirmed', 'confirmed>preparing by the clock'])
  })

  test('days that have passed are not agreed', async ({ ctx }) => {
    const { karin, id } = await aRequest(ctx)
    const [first] = await proposalsOf(ctx, id)
    const autumn = ctx.at('2026-10-09T08:00:00Z')
    await expect(agreeDates(karin, { visitId: id, version: 1, proposalId: first?.id ?? '' }, autumn)).rejects.toMatchObject({
      reason: 'visits_error_days_passed',
    })
  })

  test('new days take the place of the side’s own, and the other side’s stay', async ({ ctx }) => {
    const { karin, ingrid, id } = await aRequest(ctx)
    await proposeDates(karin, { visitId: id, version: 1, ranges: [later] }, ctx)
    expect((await rowOf(ctx, id)).status).toBe('in_dialogue')
    const { version } = await rowOf(ctx, id)
    await proposeDates(ingrid, { visitId: id, version, ranges: [spring] }, ctx)
    const open = await listProposalsFor(ingrid, id, ctx)
    expect(open.map((proposal) => `${proposal.side} ${proposal.startsOn} ${proposal.mayAgree}`).toSorted()).toEqual([
      'guest 2026-10-06 false',
      'host 2026-10-20 true',
    ])
  })

  test('whoever looked at an older state is told instead of overwriting', async ({ ctx }) => {
    const { karin, ingrid, id } = await aRequest(ctx)
    await proposeDates(ingrid, { visitId: id, version: 1, ranges: [later] }, ctx)
    await expect(proposeDates(karin, { visitId: id, version: 1, ranges: [spring] }, ctx)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'visits_error_changed_meanwhile',
    })
  })

  test('short notice and a closed period are warnings that both sides see', async ({ ctx }) => {
    const { ingrid, id } = await aRequest(ctx, { ranges: [{ ...spring, startsOn: '2026-05-04', endsOn: '2026-05-05' }] })
    const [proposal] = await listProposalsFor(ingrid, id, ctx)
    expect(proposal?.warnings.map((warning) => warning.kind)).toEqual(['short_notice'])
  })

  test('days that stand move only when the other side agrees; calendar, deadline and history follow', async ({ ctx }) => {
    const { visit, karin, ingrid } = await aVisitWithPeople(ctx)
    const reason = 'Ombyggnad på avdelningen'
    await proposeNewDates(karin, { visitId: visit.id, version: 1, ...later, reason }, ctx)
    const unmoved = { startsOn: visit.startsOn, calendarSequence: 0, preparationDueOn: visit.preparationDueOn }
    expect(await rowOf(ctx, visit.id)).toMatchObject({ status: 'preparing', version: 2, ...unmoved })
    expect(ctx.jobs.map((job) => job.data)).toContainEqual({ event: 'visits.dates_proposed', visitId: visit.id })
    const [proposal] = await listProposalsFor(ingrid, visit.id, ctx)
    expect(proposal).toMatchObject({ side: 'host', startsOn: '2026-10-20', reason, mayAgree: true })
    const wanted = { visitId: visit.id, version: 2, proposalId: proposal?.id ?? '' }
    await expect(agreeDates(karin, wanted, ctx)).rejects.toMatchObject({ reason: 'visits_error_other_side_agrees' })
    await agreeDates(ingrid, wanted, ctx)
    expect(await rowOf(ctx, visit.id)).toMatchObject({
      status: 'preparing',
      startsOn: '2026-10-20',
      calendarSequence: 1,
      preparationDueOn: '2026-10-06',
      version: 3,
    })
    expect((await historyOf(ingrid, visit.id, ctx)).at(-1)).toMatchObject({
      what: 'changed',
      change: 'dates',
      before: `${visit.startsOn}/${visit.endsOn}`,
      reason,
      by: 'Karin Åkerlund',
    })
    expect(ctx.jobs.map((job) => job.data)).toContainEqual({ event: 'visits.dates_changed', visitId: visit.id })
    expect(await listProposalsFor(ingrid, visit.id, ctx)).toEqual([])
  })

  test('neither side moves agreed days alone: the guests ask, the host keeps them, and says why', async ({ ctx }) => {
    const { visit, karin, ingrid, sindre } = await aVisitWithPeople(ctx)
    const move = { visitId: visit.id, ...later, reason: 'Flyet er innstilt' }
    await expect(proposeNewDates(sindre, { ...move, version: 1 }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await proposeNewDates(ingrid, { ...move, version: 1 }, ctx)
    await expect(keepDates(ingrid, { visitId: visit.id, version: 2, reason: 'nei' }, ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
    await keepDates(karin, { visitId: visit.id, version: 2, reason: 'Då är vi stängda.' }, ctx)
    const [refused] = await ctx.db.select().from(dateProposals).where(eq(dateProposals.visitId, visit.id))
    expect(refused).toMatchObject({ fits: false, answer: 'Då är vi stängda.', agreedAt: null })
    const kept = { event: 'visits.dates_kept', visitId: visit.id, proposalId: refused?.id }
    expect(ctx.jobs.map((job) => job.data)).toContainEqual(kept)
    const late = { visitId: visit.id, version: 3, proposalId: refused?.id ?? '' }
    await expect(agreeDates(karin, late, ctx)).rejects.toMatchObject({ code: 'conflict' })
    expect(await rowOf(ctx, visit.id)).toMatchObject({ startsOn: visit.startsOn, endsOn: visit.endsOn, calendarSequence: 0 })
  })

  test('a proposal to move can be taken back, and is refused once the days have come', async ({ ctx }) => {
    const { visit, karin, ingrid } = await aVisitWithPeople(ctx)
    await proposeNewDates(ingrid, { visitId: visit.id, version: 1, ...later, reason: 'Kurs' }, ctx)
    await takeBackNewDates(ingrid, { visitId: visit.id, version: 2 }, ctx)
    expect(await listProposalsFor(karin, visit.id, ctx)).toEqual([])
    await ctx.db.update(visits).set({ status: 'under_way' }).where(eq(visits.id, visit.id))
    const move = { visitId: visit.id, version: 3, ...later, reason: 'Kurs' }
    await expect(proposeNewDates(ingrid, move, ctx)).rejects.toMatchObject({ reason: 'visits_error_days_stand' })
  })

  test('only those who coordinate settle days; for an outsider there is no visit', async ({ ctx }) => {
    const { visit, sindre, yusuf, mikko } = await aVisitWithPeople(ctx, { status: 'in_dialogue' })
    const input = { visitId: visit.id, version: 1, ranges: [spring] }
    await expect(proposeDates(sindre, input, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(proposeDates(yusuf, input, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(proposeDates(mikko, input, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('ending early', () => {
  test('a host declines with a reason and points to others', async ({ ctx }) => {
    const { karin, ingrid, id, host } = await aRequest(ctx)
    const other = await aUnit(ctx, { name: 'Älvkroken', profile: true })
    const shut = await aUnit(ctx, { profile: { isOpen: false } })
    const input = { visitId: id, version: 1, reason: 'Vi bygger om hela hösten.' }
    await expect(declineVisit(karin, { ...input, referrals: [shut.id] }, ctx)).rejects.toMatchObject({ code: 'invalid' })
    await expect(declineVisit(karin, { ...input, referrals: [host.id] }, ctx)).rejects.toMatchObject({ code: 'invalid' })
    expect((await rowOf(ctx, id)).status).toBe('asked')
    await declineVisit(karin, { ...input, referrals: [other.id] }, ctx)
    expect((await rowOf(ctx, id)).status).toBe('declined')
    expect(await ctx.db.select().from(visitReferrals)).toMatchObject([{ visitId: id, unitId: other.id }])
    expect((await historyOf(ingrid, id, ctx)).at(-1)).toMatchObject({ to: 'declined', reason: 'Vi bygger om hela hösten.' })
  })

  test('the guest does not decline and the host does not withdraw what the guest asked', async ({ ctx }) => {
    const { karin, ingrid, id } = await aRequest(ctx)
    const input = { visitId: id, reason: 'Nej' }
    await expect(declineVisit(ingrid, { ...input, referrals: [] }, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await expect(withdrawVisit(karin, input, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await withdrawVisit(ingrid, input, ctx)
    expect((await rowOf(ctx, id)).status).toBe('withdrawn')
    await expect(openDialogue(karin, input, ctx)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('without a reason nothing ends', async ({ ctx }) => {
    const { visit, karin } = await aVisitWithPeople(ctx)
    await expect(cancelVisit(karin, { visitId: visit.id, reason: '  ' }, ctx)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('a cancelled visit counts the calendar, and its guests can read why for thirty days', async ({ ctx }) => {
    const { visit, karin, ingrid } = await aVisitWithPeople(ctx)
    await cancelVisit(karin, { visitId: visit.id, reason: 'Maginfluensa' }, ctx)
    expect(await rowOf(ctx, visit.id)).toMatchObject({ status: 'cancelled', calendarSequence: 1 })
    expect((await findVisitFor(await again(ctx, ingrid), visit.id, ctx)).visit.status).toBe('cancelled')
    const afterwards = ctx.at(new Date(ctx.now.getTime() + 31 * 86_400_000))
    await expect(findVisitFor(await again(afterwards, ingrid), visit.id, afterwards)).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('the clock', () => {
  test('a year is played through: prepared, under way, evaluated, summarised, followed up, closed, guests gone', async ({
    ctx,
  }) => {
    const { karin, ingrid, id } = await aRequest(ctx)
    const [first] = await proposalsOf(ctx, id)
    await agreeDates(karin, { visitId: id, version: 1, proposalId: first?.id ?? '' }, ctx)
    const wake = async (now: string) => {
      const later = ctx.at(now)
      await advanceVisits(later)
      return (await rowOf(ctx, id)).status
    }
    expect(await wake('2026-10-05T21:59:00Z')).toBe('preparing')
    expect(await wake('2026-10-05T22:00:00Z')).toBe('under_way')
    expect(await wake('2026-10-08T21:59:00Z')).toBe('under_way')
    expect(await wake('2026-10-08T22:00:00Z')).toBe('evaluating')
    await moveVisit(ctx.at('2026-10-09T12:00:00Z'), { visitId: id, to: 'summarised', actorId: ingrid.id })
    expect(await wake('2027-04-21T12:00:00Z')).toBe('summarised')
    expect(await wake('2027-04-22T12:00:00Z')).toBe('followed_up')
    expect(await wake('2027-05-06T12:00:00Z')).toBe('closed')
    expect(await movesOf(ctx, id)).toEqual([
      '>asked',
      'asked>confirmed',
      'confirmed>preparing by the clock',
      'preparing>under_way by the clock',
      'under_way>evaluating by the clock',
      'evaluating>summarised',
      'summarised>followed_up by the clock',
      'followed_up>closed by the clock',
    ])
    const spring2027 = ctx.at('2027-05-06T12:00:01Z')
    await expect(findVisitFor(await again(spring2027, ingrid), id, spring2027)).rejects.toMatchObject({ code: 'not_found' })
    expect((await findVisitFor(karin, id, spring2027)).visit.status).toBe('closed')
  })

  test('a server that slept catches up step by step, and says when no summary came', async ({ ctx }) => {
    const { visit } = await aVisitWithPeople(ctx, { startsOn: '2026-05-04', endsOn: '2026-05-05' })
    await advanceVisits(ctx.at('2027-06-01T12:00:00Z'))
    expect(await movesOf(ctx, visit.id)).toEqual([
      '>preparing by the clock',
      'preparing>under_way by the clock',
      'under_way>evaluating by the clock',
      'evaluating>followed_up by the clock',
      'followed_up>closed by the clock',
    ])
    const rows = await ctx.db.select().from(visitMoves).where(eq(visitMoves.visitId, visit.id))
    expect(rows.find((move) => move.toStatus === 'followed_up')?.reason).toBe('no_summary')
  })

  test('a visit that cannot be moved holds up no other, and the clock says so in the end', async ({ ctx }) => {
    const days = { startsOn: '2026-05-04', endsOn: '2026-05-05' }
    const broken = await aVisitWithPeople(ctx, { ...days, timeZone: 'Europe/Atlantis' })
    const sound = await aVisitWithPeople(ctx, days)
    await expect(advanceVisits(ctx.at('2026-05-04T12:00:00Z'))).rejects.toThrow(RangeError)
    expect((await rowOf(ctx, broken.visit.id)).status).toBe('preparing')
    expect((await rowOf(ctx, sound.visit.id)).status).toBe('under_way')
  })

  test('a request nobody answers is let go', async ({ ctx }) => {
    const { id } = await aRequest(ctx)
    await advanceVisits(ctx.at('2026-12-20T12:00:00Z'))
    expect((await rowOf(ctx, id)).status).toBe('asked')
    await advanceVisits(ctx.at('2026-12-21T12:00:00Z'))
    expect((await rowOf(ctx, id)).status).toBe('withdrawn')
  })

  test('a move that is not in the table is refused', async ({ ctx }) => {
    const { visit, karin } = await aVisitWithPeople(ctx)
    await expect(moveVisit(ctx, { visitId: visit.id, to: 'closed', actorId: karin.id })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(moveVisit(ctx, { visitId: newId(), to: 'closed', actorId: null })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('ten servers that wake at once make each move once', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { visit } = await aVisitWithPeople(ctx, { startsOn: '2026-05-04', endsOn: '2026-05-05' })
    const now = new Date('2026-05-06T12:00:00Z')
    const made = await Promise.all(Array.from({ length: 10 }, () => advanceVisits(freshDb.ctx(now))))
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(await movesOf(ctx, visit.id)).toHaveLength(3)
  })

  test('two who answer at the same time: one wins, the other is told', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { visit, karin, ingrid } = await aVisitWithPeople(ctx)
    const answers = await Promise.allSettled([
      cancelVisit(karin, { visitId: visit.id, version: 1, reason: 'Nej' }, freshDb.ctx()),
      withdrawVisit(ingrid, { visitId: visit.id, version: 1, reason: 'Nei' }, freshDb.ctx()),
    ])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const ends = await ctx.db
      .select()
      .from(visitMoves)
      .where(and(eq(visitMoves.visitId, visit.id), eq(visitMoves.fromStatus, 'preparing')))
    expect(ends).toHaveLength(1)
  })
})

describe('small facts', () => {
  test('a new title is remembered with the old one, and calendars follow', async ({ ctx }) => {
    const { visit, karin, ingrid } = await aVisitWithPeople(ctx)
    const facts = { visitId: visit.id, version: 1, title: 'Trygg hemgång', groupSize: 5 }
    await renameVisit(karin, { ...facts, meetingUrl: 'https://meet.example/abc' }, ctx)
    expect(await rowOf(ctx, visit.id)).toMatchObject({
      title: 'Trygg hemgång',
      groupSize: 5,
      meetingUrl: 'https://meet.example/abc',
      calendarSequence: 1,
      form: visit.form,
    })
    expect((await historyOf(ingrid, visit.id, ctx)).at(-1)).toMatchObject({ change: 'title', before: visit.title })
    await expect(renameVisit(ingrid, facts, ctx)).rejects.toMatchObject({ reason: 'visits_error_changed_meanwhile' })
    await renameVisit(ingrid, { ...facts, version: 2, groupSize: 3 }, ctx)
    expect(await rowOf(ctx, visit.id)).toMatchObject({ groupSize: 3, meetingUrl: 'https://meet.example/abc' })
  })

  test('a visit goes digital without being called off, and the history says what it was', async ({ ctx }) => {
    const { visit, ingrid } = await aVisitWithPeople(ctx)
    const { title, groupSize } = visit
    await renameVisit(ingrid, { visitId: visit.id, version: 1, title, groupSize, form: 'digital' }, ctx)
    expect(await rowOf(ctx, visit.id)).toMatchObject({ form: 'digital', status: 'preparing', calendarSequence: 1 })
    const last = (await historyOf(ingrid, visit.id, ctx)).at(-1)
    expect(last).toMatchObject({ change: 'form', before: 'on_site', by: 'Ingrid Solheim' })
    await ctx.db.update(visits).set({ status: 'evaluating' }).where(eq(visits.id, visit.id))
    const back = renameVisit(ingrid, { visitId: visit.id, version: 2, title, groupSize, form: 'mixed' }, ctx)
    await expect(back).rejects.toMatchObject({ reason: 'visits_error_form_stands' })
  })
})
