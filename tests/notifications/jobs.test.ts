import { eq } from 'drizzle-orm'
import { expect, onTestFinished } from 'vitest'
import { findLink } from '#app/features/evaluations/queries/links.server.ts'
import { announce } from '#app/features/notifications/commands/announce.server.ts'
import { schedules } from '#app/features/notifications/jobs.server.ts'
import { inviteVisit } from '#app/features/visits/commands/request-visit.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { roomOf } from '#app/live/rooms.ts'
import { transaction } from '#db/context.server.ts'
import {
  dateProposals,
  evaluationReceipts,
  evaluations,
  mails,
  roles,
  slots,
  users,
  visitMoves,
  visitParticipants,
  visits,
} from '#db/schema/index.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aParticipant, aUnit, aUser, aVisit } from '#tests/support/factories.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'
import { openPost } from './post.ts'

function post(smtpUrl?: string) {
  const office = openPost(smtpUrl)
  onTestFinished(office.close)
  return office
}

async function aMove(ctx: TestCtx, visitId: string, given: Partial<typeof visitMoves.$inferInsert>): Promise<string> {
  const id = newId()
  await ctx.db.insert(visitMoves).values({ id, visitId, fromStatus: 'asked', toStatus: 'confirmed', at: ctx.now, ...given })
  await ctx.db
    .update(visits)
    .set({ status: given.toStatus ?? 'confirmed' })
    .where(eq(visits.id, visitId))
  return id
}

test('a request goes to the host coordinators of the unit, with the guests’ own words and days', async ({ ctx }) => {
  const office = post()
  const host = await aUnit(ctx, { name: 'Rehabavdelningen Tallbacken', profile: true })
  const karin = await aPersonWith(ctx, 'host_coordinator', { unit: host }, await aUser(ctx, { name: 'Karin Åkerlund' }))
  await aPersonWith(ctx, 'unit_manager', { unit: host })
  const visit = await aVisit(ctx, { host, status: 'asked', inquiry: 'Vi er nysgjerrige på helgen.', language: 'nb' })
  const days = { startsOn: '2026-09-01', endsOn: '2026-09-03', side: 'guest' as const, position: 0, createdAt: ctx.now }
  await ctx.db.insert(dateProposals).values({ id: newId(), visitId: visit.id, ...days })

  await office.tell({ event: 'visits.requested', visitId: visit.id }, ctx)

  const [mail, ...others] = await office.mails()
  expect(others).toEqual([])
  expect(mail?.receiver).toBe(karin.email)
  expect(mail?.subject).toBe('Svara senast tisdag 21 april 2026: Fjordgløtt sykehjem vill besöka Rehabavdelningen Tallbacken')
  expect(mail?.words).toContain('Vi er nysgjerrige på helgen.')
  expect(mail?.words).toContain('Dagar: tisdag 1 – torsdag 3 september 2026')
  expect(mail?.words).toContain(`http://samlara.test/visits/${visit.id}/dates`)
  expect(mail?.html).toContain('lang="nb"')
})

test('everybody is written to in their own language, with the calendar entry', async ({ ctx }) => {
  const office = post()
  const { visit } = await aVisitWithPeople(ctx, { status: 'preparing' })
  const ailu = await someoneIn(ctx, visit, { user: await aUser(ctx, { name: 'Áilu Sara', locale: 'nb' }) })
  const maeve = await someoneIn(ctx, visit, { user: await aUser(ctx, { name: 'Maeve Byrne', locale: 'en' }), side: 'host' })
  const moveId = await aMove(ctx, visit.id, {})

  await office.tell({ event: 'visits.moved', visitId: visit.id, moveId }, ctx)

  const sent = await office.mails()
  const to = (email: string) => sent.find((mail) => mail.receiver === email)
  expect(sent).toHaveLength(6)
  expect(to(ailu.person.email)?.subject).toMatch(/^Bestemt: Handledning på riktigt, /)
  expect(to(maeve.person.email)?.subject).toMatch(/^Agreed: Handledning på riktigt, /)
  for (const mail of sent) {
    const invite = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    expect(invite?.method).toBe('REQUEST')
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  }
})

test('whoever is asked to move the visit reads why and what stands; a no goes back with its words', async ({ ctx }) => {
  const office = post()
  const days = { startsOn: '2026-07-06', endsOn: '2026-07-08' }
  const { visit, karin, ingrid } = await aVisitWithPeople(ctx, { status: 'preparing', ...days })
  const id = newId()
  const asked = { startsOn: '2026-08-03', endsOn: '2026-08-05', position: 0, createdAt: ctx.now }
  const words = { proposedBy: ingrid.id, reason: 'Flyet er innstilt.', markedBy: karin.id, answer: 'Då är vi stängda.' }
  await ctx.db.insert(dateProposals).values({ id, visitId: visit.id, side: 'guest', ...asked, ...words })
  await office.tell({ event: 'visits.dates_proposed', visitId: visit.id }, ctx)
  const [question] = await office.mails()
  expect(question?.receiver).toBe(karin.email)
  expect(question?.subject).toBe(
    'Svara: Hjemmetjenesten Nordvik och Rosslea Community Rehab vill flytta Handledning på riktigt',
  )
  expect(question?.words).toContain('De bestämda dagarna, måndag 6 – onsdag 8 juli 2026, gäller tills ni har svarat')
  expect(question?.words).toContain('måndag 3 – onsdag 5 augusti 2026')
  expect(question?.words).toContain('Flyet er innstilt.')
  await office.tell({ event: 'visits.dates_kept', visitId: visit.id, proposalId: id }, ctx)
  const answer = (await office.mails()).find((mail) => mail.receiver === ingrid.email)
  expect(answer?.subject).toBe('Rehabavdelningen Tallbacken behåller dagarna: Handledning på riktigt')
  expect(answer?.words).toContain('Då är vi stängda.')
})

test('those who plan for the guests read until when the preparation is expected', async ({ ctx }) => {
  const office = post()
  const { visit, ingrid } = await aVisitWithPeople(ctx, { status: 'preparing', preparationDueOn: '2026-06-29' })
  const moveId = await aMove(ctx, visit.id, {})
  await office.tell({ event: 'visits.moved', visitId: visit.id, moveId }, ctx)
  const mail = (await office.mails()).find((one) => one.receiver === ingrid.email)
  expect(mail?.subject).toBe('Skriv ert underlag senast måndag 29 juni 2026: Handledning på riktigt')
  expect(mail?.words).toContain(`/visits/${visit.id}/preparation`)
})

test('nothing is written or sent for a command that was rolled back', async ({ ctx }) => {
  const office = post()
  const { visit } = await aVisitWithPeople(ctx, { status: 'preparing' })
  const moveId = await aMove(ctx, visit.id, {})
  const failing = transaction(ctx, async (inner) => {
    expect(await announce({ event: 'visits.moved', visitId: visit.id, moveId }, newId(), inner)).toBe(4)
    throw new Error('the command failed')
  })
  await expect(failing).rejects.toThrow('the command failed')
  await office.work(ctx)
  expect(await office.mails()).toEqual([])
  expect(await ctx.db.select().from(mails)).toEqual([])
})

test('work that is tried again tells nobody twice', async ({ ctx }) => {
  const office = post()
  const { visit } = await aVisitWithPeople(ctx, { status: 'preparing' })
  const work = { id: newId(), name: 'notify', data: { event: 'visits.dates_changed', visitId: visit.id } }
  await office.run(work, ctx)
  const [first] = office.waiting
  await office.run(work, ctx)
  expect(office.waiting).toHaveLength(4)
  if (first) await office.run(first, ctx)
  await office.work(ctx)
  if (first) await office.run(first, ctx)
  expect(await office.mails()).toHaveLength(4)
  const log = await ctx.db.select().from(mails)
  expect(log.map(({ state }) => state)).toEqual(Array(4).fill('sent'))
  expect(log.every(({ subject }) => subject.startsWith('Nya dagar'))).toBe(true)
})

test('somebody who was taken out between the event and the mail is not told', async ({ ctx }) => {
  const office = post()
  const { visit, sindre, participants } = await aVisitWithPeople(ctx, { status: 'preparing' })
  const moveId = await aMove(ctx, visit.id, {})
  await office.run({ id: newId(), name: 'notify', data: { event: 'visits.moved', visitId: visit.id, moveId } }, ctx)
  await ctx.db.update(visitParticipants).set({ leftAt: ctx.now }).where(eq(visitParticipants.id, participants.sindre.id))
  await office.work(ctx)
  expect((await office.mails()).map((mail) => mail.receiver)).not.toContain(sindre.email)
  const log = await ctx.db.select().from(mails).where(eq(mails.receiver, sindre.email))
  expect(log.map(({ state }) => state)).toEqual(['dropped'])
})

test('a guest whose role has ended and a suspended colleague are not told either', async ({ ctx }) => {
  const office = post()
  const { visit, sindre, yusuf } = await aVisitWithPeople(ctx, { status: 'preparing' })
  await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, sindre.id))
  await ctx.db.update(users).set({ suspendedAt: ctx.now }).where(eq(users.id, yusuf.id))
  await office.tell({ event: 'visits.dates_changed', visitId: visit.id }, ctx)
  const receivers = (await office.mails()).map((mail) => mail.receiver)
  expect(receivers).toHaveLength(2)
  expect(receivers).not.toContain(sindre.email)
  expect(receivers).not.toContain(yusuf.email)
})

test('who was removed gets one mail, without a way back in, that takes the entry out of the calendar', async ({ ctx }) => {
  const office = post()
  const { visit, sindre, ingrid, participants } = await aVisitWithPeople(ctx, { status: 'preparing' })
  const left = { leftAt: ctx.now, leftBy: ingrid.id }
  await ctx.db.update(visitParticipants).set(left).where(eq(visitParticipants.id, participants.sindre.id))
  const event = { event: 'visits.participant_removed' as const, visitId: visit.id, participantId: participants.sindre.id }
  await office.tell(event, ctx)
  const [mail, ...others] = await office.mails()
  expect(others).toEqual([])
  expect(mail?.receiver).toBe(sindre.email)
  expect(mail?.words).not.toContain('/visits/')
  expect(mail?.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.method).toBe('CANCEL')
})

test('a cancelled visit leaves everybody’s calendar, also that of somebody who has not answered the invitation', async ({
  ctx,
}) => {
  const office = post()
  const { visit, karin } = await aVisitWithPeople(ctx, { status: 'preparing' })
  await aParticipant(ctx, visit, { name: 'Tove Mæhlum', email: 'tove@example.no', locale: 'nb' })
  const moveId = await aMove(ctx, visit.id, {
    fromStatus: 'preparing',
    toStatus: 'cancelled',
    actorId: karin.id,
    reason: 'Avdelningen byggs om.',
  })
  await office.tell({ event: 'visits.moved', visitId: visit.id, moveId }, ctx)
  const sent = await office.mails()
  expect(sent.map((mail) => mail.receiver)).toContain(karin.email)
  expect(sent).toHaveLength(5)
  const tove = sent.find((mail) => mail.receiver === 'tove@example.no')
  expect(tove?.subject).toMatch(/^Avlyst: Handledning på riktigt, /)
  expect(tove?.words).toContain('Avdelningen byggs om.\n  Karin Åkerlund')
  expect(tove?.html).toMatch(/lang="sv"[^>]*>Avdelningen byggs om\./)
  expect(tove?.words).not.toContain(`/visits/${visit.id}`)
  for (const mail of sent) {
    const entry = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    expect(entry?.method).toBe('CANCEL')
    expect(new TextDecoder().decode(entry?.content as ArrayBuffer)).toContain(`UID:visit-${visit.id}@samlara`)
  }
})

async function anEvaluation(ctx: TestCtx, visitId: string): Promise<string> {
  const id = newId()
  const closesAt = new Date('2026-04-28T08:00:00Z')
  const row = { id, visitId, side: 'guest' as const, instrument: 'colearn_guest', instrumentVersion: 1 }
  await ctx.db.insert(evaluations).values({ ...row, opensAt: ctx.now, closesAt })
  return id
}

test('each guest gets a questionnaire link of their own, and the log forgets to whom it went', async ({ ctx }) => {
  const office = post()
  const days = { startsOn: '2026-04-08', endsOn: '2026-04-10' }
  const { visit, ingrid, sindre } = await aVisitWithPeople(ctx, { status: 'evaluating', ...days })
  const evaluationId = await anEvaluation(ctx, visit.id)
  await office.tell({ event: 'evaluations.opened', evaluationId }, ctx)
  const sent = await office.mails()
  expect(sent.map((mail) => mail.receiver)).toEqual([ingrid.email, sindre.email].toSorted())
  expect(sent[0]?.subject).toBe('Svara senast måndag 27 april 2026: hur var Handledning på riktigt?')
  const tokens = sent.map((mail) => /\/e\/(\S+)/.exec(mail.words)?.[1] ?? '')
  expect(new Set(tokens).size).toBe(2)
  for (const token of tokens) expect((await findLink(token, ctx)).evaluationId).toBe(evaluationId)
  const log = await ctx.db.select().from(mails)
  expect(log.map(({ state, receiver }) => ({ state, receiver }))).toEqual(Array(2).fill({ state: 'sent', receiver: '' }))
})

test('the reminder reaches those who have not answered, once, and its log tells nobody who', async ({ ctx }) => {
  const office = post()
  const days = { startsOn: '2026-04-08', endsOn: '2026-04-10' }
  const { visit, ingrid, participants } = await aVisitWithPeople(ctx, { status: 'evaluating', ...days })
  const evaluationId = await anEvaluation(ctx, visit.id)
  await ctx.db.insert(evaluationReceipts).values({ evaluationId, participantId: participants.sindre.id })
  const work = { id: newId(), name: 'notify', data: { event: 'evaluations.reminder', evaluationId } }
  await office.run(work, ctx)
  await office.work(ctx)
  await office.run(work, ctx)
  await office.work(ctx)
  expect((await office.mails()).map((mail) => mail.receiver)).toEqual([ingrid.email])
  const log = JSON.stringify(await ctx.db.select().from(mails))
  expect(log).not.toContain(ingrid.email)
  expect(log).not.toContain(participants.sindre.email)
})

test('somebody who answers while the reminder waits is not reminded', async ({ ctx }) => {
  const office = post()
  const days = { startsOn: '2026-04-08', endsOn: '2026-04-10' }
  const { visit, participants } = await aVisitWithPeople(ctx, { status: 'evaluating', ...days })
  const evaluationId = await anEvaluation(ctx, visit.id)
  await office.run({ id: newId(), name: 'notify', data: { event: 'evaluations.reminder', evaluationId } }, ctx)
  const rows = [participants.sindre, participants.ingrid].map(({ id: participantId }) => ({ evaluationId, participantId }))
  await ctx.db.insert(evaluationReceipts).values(rows)
  await office.work(ctx)
  expect(await office.mails()).toEqual([])
  expect((await ctx.db.select().from(mails)).every((row) => row.state === 'dropped' && row.receiver === '')).toBe(true)
})

test('the clock reminds of an unanswered request after five working days, once', async ({ ctx }) => {
  const office = post()
  const host = await aUnit(ctx, { profile: true })
  const karin = await aPersonWith(ctx, 'host_coordinator', { unit: host })
  const visit = await aVisit(ctx, { host, status: 'asked' })
  const ring = async (now: string) => {
    await office.run({ id: newId(), name: 'notifications.remind', data: {} }, ctx.at(now))
    await office.work(ctx.at(now))
  }
  await ring('2026-04-20T06:00:00Z')
  expect(await office.mails()).toEqual([])
  await ring('2026-04-21T06:00:00Z')
  await ring('2026-04-21T06:00:00Z')
  await ring('2026-04-22T06:00:00Z')
  const sent = await office.mails()
  expect(sent.map((mail) => [mail.receiver, mail.subject])).toEqual([
    [karin.email, 'Fjordgløtt sykehjem väntar på svar om Handledning på riktigt'],
  ])
  expect(await ctx.db.select().from(mails).where(eq(mails.visitId, visit.id))).toHaveLength(1)
})

test('the preparation is asked for at weekends too, after missed mornings, once a stage, and anew when its last day moves', async ({
  ctx,
}) => {
  const office = post()
  expect(schedules.find(({ job }) => job === 'notifications.remind')?.cron).toMatch(/^\d+ \d+ \* \* \*$/)
  const days = { startsOn: '2026-07-06', endsOn: '2026-07-08', preparationDueOn: '2026-06-22' }
  const { visit, ingrid } = await aVisitWithPeople(ctx, { status: 'preparing', ...days })
  const subjectsOn = async (day: string) => {
    const before = (await office.mails()).map(({ messageId }) => messageId)
    await office.run({ id: newId(), name: 'notifications.remind', data: {} }, ctx.at(`${day}T06:00:00Z`))
    await office.work(ctx.at(`${day}T06:00:00Z`))
    const fresh = (await office.mails()).filter(({ messageId }) => !before.includes(messageId))
    expect(fresh.every((mail) => mail.receiver === ingrid.email)).toBe(true)
    return fresh.map((mail) => mail.subject)
  }
  const asked = ['Skicka underlaget senast måndag 22 juni 2026: Handledning på riktigt']
  expect(await subjectsOn('2026-06-14')).toEqual([])
  expect(await subjectsOn('2026-06-17')).toEqual(asked)
  expect(await subjectsOn('2026-06-18')).toEqual([])
  expect(await subjectsOn('2026-06-20')).toEqual(asked)
  expect(await subjectsOn('2026-06-22')).toEqual([])
  expect(await subjectsOn('2026-06-27')).toEqual(['Underlaget till Handledning på riktigt saknas'])
  expect(await subjectsOn('2026-06-28')).toEqual([])
  await ctx.db.update(visits).set({ preparationDueOn: '2026-06-29' }).where(eq(visits.id, visit.id))
  expect(await subjectsOn('2026-06-29')).toEqual(['Skicka underlaget i dag: Handledning på riktigt'])
})

test('changes of the programme are told once a day, close to the visit, not to the one who made them', async ({ ctx }) => {
  const office = post()
  const days = { startsOn: '2026-04-20', endsOn: '2026-04-21' }
  const { visit, karin } = await aVisitWithPeople(ctx, { status: 'preparing', ...days })
  const point = { title: 'Morgonmötet', place: 'Expeditionen', language: 'sv', kind: 'show' as const }
  const when = { day: '2026-04-20', startsAt: '08:00', endsAt: '08:15', createdAt: ctx.now, updatedAt: ctx.now }
  await ctx.db.insert(slots).values({ id: newId(), visitId: visit.id, ...point, ...when, updatedBy: karin.id })
  for (const minute of ['00', '05']) {
    await office.run({ id: newId(), name: 'notifications.programme', data: {} }, ctx.at(`2026-04-14T15:${minute}:00Z`))
    await office.work(ctx.at(`2026-04-14T15:${minute}:00Z`))
  }
  const sent = await office.mails()
  expect(sent).toHaveLength(3)
  expect(sent.map((mail) => mail.receiver)).not.toContain(karin.email)
  expect(sent[0]?.words).toContain('08:00–08:15: Morgonmötet, Expeditionen')
})

test('whoever is invited for a visit reads why, and a second mail does not follow', async ({ ctx }) => {
  const office = post()
  const host = await aUnit(ctx, { name: 'Rehabavdelningen Tallbacken', profile: true })
  const karin = await aPersonWith(ctx, 'host_coordinator', { unit: host }, await aUser(ctx, { name: 'Karin Åkerlund' }))
  const visitId = newId()
  await inviteVisit(
    karin,
    {
      ...{ id: visitId, hostUnitId: host.id, kind: 'co_learning', form: 'on_site', title: 'Målet på tavlan' },
      ...{ inquiry: 'Kom och se vår tavla.', language: 'sv', groupSize: 3 },
      organisations: [{ name: 'Rosslea Community Rehab', country: 'IE' }],
      ranges: [{ startsOn: '2026-09-01', endsOn: '2026-09-02', startPart: 'full', endPart: 'full' }],
      ...{ contactName: 'Maeve Byrne', contactEmail: 'maeve@example.ie', contactLocale: 'en' as const },
    },
    ctx,
  )
  await office.work(ctx)
  const [mail, ...others] = await office.mails()
  expect(others).toEqual([])
  expect(mail?.receiver).toBe('maeve@example.ie')
  expect(mail?.subject).toMatch(/^Answer by .*: Karin Åkerlund invites you to Målet på tavlan$/)
  expect(mail?.words).toContain('Kom och se vår tavla.')
  expect(mail?.words).toMatch(/http:\/\/samlara\.test\/i\/\S{20,}/)
})

test('those who have something new to do hear it on their open pages, after the commit', async ({ ctx }) => {
  const office = post()
  const host = await aUnit(ctx, { profile: true })
  const karin = await aPersonWith(ctx, 'host_coordinator', { unit: host })
  const visit = await aVisit(ctx, { host, status: 'asked' })
  await office.tell({ event: 'visits.requested', visitId: visit.id }, ctx)
  expect(ctx.rings).toContainEqual({ kind: 'ring', room: roomOf.person(karin.id), topic: 'needs' })
})
