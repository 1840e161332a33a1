import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { writePreparation } from '#app/features/preparation/commands/write-preparation.server.ts'
import { fieldInput } from '#app/features/preparation/rules.ts'
import { calendarInviteFor, slotUid, visitUid } from '#app/features/programme/calendar.server.ts'
import { findCalendarFeedFor, readCalendarFeed } from '#app/features/programme/calendar-feeds.server.ts'
import { addSlot, changeSlot, moveProgramme, removeSlot } from '#app/features/programme/commands/change-programme.server.ts'
import { openCalendarFeed } from '#app/features/programme/commands/open-calendar-feed.server.ts'
import { findPlannedDays, listSlotsFor } from '#app/features/programme/queries.server.ts'
import { type SlotInput, shiftDays, slotInput } from '#app/features/programme/rules.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { calendarFeeds, roles, slots, users, visitParticipants, visits } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'
import { entriesOf, readIcs } from './ics.ts'

const days = { startsOn: '2027-02-02', endsOn: '2027-02-04' }

function aSlot(given: Partial<SlotInput> = {}): SlotInput {
  const words = {
    day: '2027-02-03',
    startsAt: '10:30',
    endsAt: '11:45',
    kind: 'shadow',
    title: 'Följ med på hemgångssamtalet',
    language: 'sv',
  }
  return slotInput.parse({ ...words, ...given })
}

async function planned(ctx: TestCtx) {
  const all = await aVisitWithPeople(ctx, days)
  const slotId = newId()
  await addSlot(all.karin, { visitId: all.visit.id, slotId, slot: aSlot() }, ctx)
  return { ...all, slotId }
}

const change = (actor: Person, visitId: string, slotId: string, version: number, given: Partial<SlotInput>, ctx: TestCtx) =>
  changeSlot(actor, { visitId, slotId, version, slot: aSlot(given) }, ctx)

describe('planning', () => {
  test('a host adds a slot with host person, goals and work, and pressing twice makes one', async ({ ctx }) => {
    const { visit, ingrid, yusuf, participants } = await aVisitWithPeople(ctx, days)
    const [goal, work, slotId] = [newId(), newId(), newId()]
    const fields = [`goal.${goal}.text`, `work.${work}.title`].map((target) =>
      fieldInput.parse({ target, text: 'Fem dager hjemme' }),
    )
    await writePreparation(ingrid, { visitId: visit.id, fields, language: 'nb' }, ctx)
    const slot = aSlot({ hostParticipantId: participants.yusuf.id, goalIds: [goal], improvementWorkId: work })
    await addSlot(yusuf, { visitId: visit.id, slotId, slot }, ctx)
    await addSlot(yusuf, { visitId: visit.id, slotId, slot }, ctx)
    expect(await listSlotsFor(ingrid, visit.id, ctx)).toMatchObject([
      { id: slotId, goalIds: [goal], improvementWorkId: work, hostParticipantId: participants.yusuf.id, version: 1 },
    ])
  })

  test('a day that is not agreed is refused, and so are people, goals and works of another visit', async ({ ctx }) => {
    const { visit, karin, participants } = await aVisitWithPeople(ctx, days)
    const there = await aVisitWithPeople(ctx, days)
    const goal = newId()
    const fields = [fieldInput.parse({ target: `goal.${goal}.text`, text: 'Deres' })]
    await writePreparation(there.ingrid, { visitId: there.visit.id, fields, language: 'nb' }, ctx)
    const add = (given: Partial<SlotInput>) => addSlot(karin, { visitId: visit.id, slotId: newId(), slot: aSlot(given) }, ctx)
    await expect(add({ day: '2027-02-05' })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'programme_error_day_not_agreed',
    })
    await expect(add({ hostParticipantId: there.participants.karin.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(add({ hostParticipantId: participants.ingrid.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(add({ goalIds: [goal] })).rejects.toMatchObject({ code: 'not_found' })
    await expect(add({ improvementWorkId: newId() })).rejects.toMatchObject({ code: 'not_found' })
    expect(await listSlotsFor(karin, visit.id, ctx)).toEqual([])
  })

  test('two change the same slot: the second is shown what stands, and nothing of it is overwritten', async ({ ctx }) => {
    const { visit, karin, yusuf, slotId } = await planned(ctx)
    expect(await change(karin, visit.id, slotId, 1, { title: 'Hemgångssamtal, två och två' }, ctx)).toEqual({
      outcome: 'changed',
    })
    const second = await change(yusuf, visit.id, slotId, 1, { place: 'Dagrummet' }, ctx)
    expect(second).toMatchObject({ outcome: 'conflict', standing: { title: 'Hemgångssamtal, två och två', version: 2 } })
    expect(await listSlotsFor(karin, visit.id, ctx)).toMatchObject([{ place: '', version: 2 }])
    expect(await change(yusuf, visit.id, slotId, 2, { place: 'Dagrummet' }, ctx)).toEqual({ outcome: 'changed' })
  })

  test('changing what was removed is a conflict too; removing twice is removing once', async ({ ctx }) => {
    const { visit, karin, yusuf, slotId } = await planned(ctx)
    expect(await removeSlot(karin, { visitId: visit.id, slotId, version: 1 }, ctx)).toEqual({ outcome: 'removed' })
    expect(await removeSlot(yusuf, { visitId: visit.id, slotId, version: 1 }, ctx)).toEqual({ outcome: 'removed' })
    expect(await change(yusuf, visit.id, slotId, 1, {}, ctx)).toEqual({ outcome: 'conflict', standing: null })
    await expect(change(yusuf, visit.id, newId(), 1, {}, ctx)).rejects.toMatchObject({ code: 'not_found' })
    expect((await ctx.db.select().from(slots)).map((slot) => [slot.version, slot.removedBy])).toEqual([[2, karin.id]])
  })

  test('guests’ coordinators plan what the guests present; other guests and outsiders plan nothing', async ({ ctx }) => {
    const { visit, ingrid, sindre, mikko, slotId } = await planned(ctx)
    const own = newId()
    await addSlot(ingrid, { visitId: visit.id, slotId: own, slot: aSlot({ kind: 'guest_presents' }) }, ctx)
    await expect(change(ingrid, visit.id, own, 1, { kind: 'show' }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(change(ingrid, visit.id, slotId, 1, {}, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      addSlot(sindre, { visitId: visit.id, slotId: newId(), slot: aSlot({ kind: 'guest_presents' }) }, ctx),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addSlot(mikko, { visitId: visit.id, slotId: newId(), slot: aSlot() }, ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('a slot’s id of another visit is not found, whoever asks', async ({ ctx }) => {
    const { slotId } = await planned(ctx)
    const there = await aVisitWithPeople(ctx, days)
    await expect(change(there.karin, there.visit.id, slotId, 1, {}, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(addSlot(there.karin, { visitId: there.visit.id, slotId, slot: aSlot() }, ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(removeSlot(there.karin, { visitId: there.visit.id, slotId, version: 1 }, ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('when the days move, the slots move along once, or stay when told to', async ({ ctx }) => {
    const { visit, karin, slotId } = await planned(ctx)
    await ctx.db.update(visits).set({ startsOn: '2027-03-09', endsOn: '2027-03-11' }).where(eq(visits.id, visit.id))
    const offer = async () => shiftDays((await findPlannedDays(visit.id, ctx))?.plannedFrom ?? null, '2027-03-09')
    expect(await offer()).toBe(35)
    expect(await moveProgramme(karin, { visitId: visit.id, keep: false }, ctx)).toEqual({ days: 35 })
    expect(await moveProgramme(karin, { visitId: visit.id, keep: false }, ctx)).toEqual({ days: 0 })
    expect(await listSlotsFor(karin, visit.id, ctx)).toMatchObject([{ id: slotId, day: '2027-03-10', version: 2 }])
    await ctx.db.update(visits).set({ startsOn: '2027-03-10' }).where(eq(visits.id, visit.id))
    expect(await moveProgramme(karin, { visitId: visit.id, keep: true }, ctx)).toEqual({ days: 0 })
    expect(await offer()).toBe(-1)
    expect(await listSlotsFor(karin, visit.id, ctx)).toMatchObject([{ day: '2027-03-10', version: 2 }])
  })

  test('eight change one slot at once: one wins, seven see its words', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { visit, karin, slotId } = await planned(ctx)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, number) => change(karin, visit.id, slotId, 1, { title: `Titel ${number}` }, freshDb.ctx())),
    )
    expect(answers.filter((answer) => answer.outcome === 'changed')).toHaveLength(1)
    const [stands] = await listSlotsFor(karin, visit.id, ctx)
    expect(stands?.version).toBe(2)
    for (const answer of answers) if (answer.outcome === 'conflict') expect(answer.standing?.title).toBe(stands?.title)
  })
})

describe('calendars', () => {
  const tokenIn = (address: string) => /\/calendar\/([\w-]{32})\.ics$/.exec(address)?.[1] ?? ''

  async function feedOf(actor: Person, visitId: string, ctx: TestCtx) {
    const token = tokenIn(await openCalendarFeed(actor, { visitId }, ctx))
    return { token, entries: async () => entriesOf(await readCalendarFeed(token, ctx)) }
  }

  test('the feed has the visit as whole days and each slot at its instant', async ({ ctx }) => {
    const { visit, sindre, slotId } = await planned(ctx)
    const { entries } = await feedOf(sindre, visit.id, ctx)
    const all = await entries()
    expect(all.get(visitUid(visit.id))).toMatchObject({ 'DTSTART;VALUE=DATE': '20270202', 'DTEND;VALUE=DATE': '20270205' })
    expect(all.get(slotUid(slotId))).toMatchObject({
      DTSTART: '20270203T093000Z',
      DTEND: '20270203T104500Z',
      SUMMARY: 'Följ med på hemgångssamtalet',
      STATUS: 'CONFIRMED',
    })
  })

  test('a visit from lunch to lunch has clock times in the host’s zone', async ({ ctx }) => {
    const { visit, sindre } = await planned(ctx)
    const parts = { startPart: 'afternoon', endPart: 'morning' } as const
    await ctx.db.update(visits).set(parts).where(eq(visits.id, visit.id))
    const { entries } = await feedOf(sindre, visit.id, ctx)
    const entry = (await entries()).get(visitUid(visit.id))
    expect(entry).toMatchObject({ DTSTART: '20270202T110000Z', DTEND: '20270204T110000Z' })
  })

  test('an entry keeps its UID, its SEQUENCE grows with every change, and a removed slot is cancelled', async ({ ctx }) => {
    const { visit, karin, sindre, slotId } = await planned(ctx)
    const { entries } = await feedOf(sindre, visit.id, ctx)
    const sequence = async () => Number((await entries()).get(slotUid(slotId))?.SEQUENCE)
    const seen = [await sequence()]
    await change(karin, visit.id, slotId, 1, { startsAt: '10:45' }, ctx)
    seen.push(await sequence())
    await ctx.db.update(visits).set({ calendarSequence: 1 }).where(eq(visits.id, visit.id))
    seen.push(await sequence())
    await removeSlot(karin, { visitId: visit.id, slotId, version: 2 }, ctx)
    seen.push(await sequence())
    expect(seen).toEqual([0, 1, 2, 3])
    expect((await entries()).get(slotUid(slotId))?.STATUS).toBe('CANCELLED')
    expect((await entries()).get(visitUid(visit.id))?.STATUS).toBe('CONFIRMED')
  })

  test('a cancelled visit cancels every entry', async ({ ctx }) => {
    const { visit, sindre } = await planned(ctx)
    const { entries } = await feedOf(sindre, visit.id, ctx)
    await ctx.db.update(visits).set({ status: 'cancelled', calendarSequence: 1 }).where(eq(visits.id, visit.id))
    expect([...(await entries()).values()].map((entry) => entry.STATUS)).toEqual(['CANCELLED', 'CANCELLED'])
  })

  test('people’s words cannot break out of their line', async ({ ctx }) => {
    const { visit, karin, sindre, slotId } = await planned(ctx)
    const title = 'Rond; "kaffe", sen\\BEGIN:VEVENT'
    const notes = 'Första raden\nBEGIN:VEVENT\nUID:evil\nEND:VEVENT'
    await change(karin, visit.id, slotId, 1, { title, notes }, ctx)
    const { entries } = await feedOf(sindre, visit.id, ctx)
    const all = await entries()
    expect(all.size).toBe(2)
    expect(all.get(slotUid(slotId))).toMatchObject({ SUMMARY: title, DESCRIPTION: notes })
  })

  test('the address is known to its owner only, and ends when it is replaced and when the person leaves', async ({ ctx }) => {
    const { visit, sindre, mikko, participants } = await planned(ctx)
    const { token } = await feedOf(sindre, visit.id, ctx)
    expect(await findCalendarFeedFor(sindre, visit.id, ctx)).toEqual(ctx.now)
    expect(JSON.stringify(await ctx.db.select().from(calendarFeeds))).not.toContain(token)
    const renewed = await feedOf(sindre, visit.id, ctx)
    await expect(readCalendarFeed(token, ctx)).rejects.toMatchObject({ code: 'not_found' })
    expect((await renewed.entries()).size).toBe(2)
    await ctx.db.update(visitParticipants).set({ leftAt: ctx.now }).where(eq(visitParticipants.id, participants.sindre.id))
    await expect(readCalendarFeed(renewed.token, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(openCalendarFeed(mikko, { visitId: visit.id }, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('the address outlives neither the role nor the account of its owner', async ({ ctx }) => {
    const { visit, sindre, ingrid } = await planned(ctx)
    const ended = await feedOf(sindre, visit.id, ctx)
    await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, sindre.id))
    await expect(ended.entries()).rejects.toMatchObject({ code: 'not_found' })
    const shut = await feedOf(ingrid, visit.id, ctx)
    expect((await shut.entries()).size).toBe(2)
    await ctx.db.update(users).set({ suspendedAt: ctx.now }).where(eq(users.id, ingrid.id))
    await expect(shut.entries()).rejects.toMatchObject({ code: 'not_found' })
  })

  test('the invitation in a mail is for the person, and its cancellation has the same UID', async ({ ctx }) => {
    const { visit, karin } = await planned(ctx)
    const file = await findVisitFor(karin, visit.id, ctx)
    const guest = { name: 'Siobhán "Shiv" O’Neill', email: 'siobhan@example.ie' }
    const request = readIcs(calendarInviteFor(file, guest, 'REQUEST', ctx.now) ?? '')
    const cancel = readIcs(calendarInviteFor(file, guest, 'CANCEL', ctx.now) ?? '')
    expect(request.calendar.METHOD).toBe('REQUEST')
    expect(cancel.calendar.METHOD).toBe('CANCEL')
    expect(request.events[0]?.UID).toBe(cancel.events[0]?.UID)
    expect(cancel.events[0]?.STATUS).toBe('CANCELLED')
    const attendee = Object.entries(request.events[0] ?? {}).find(([name]) => name.startsWith('ATTENDEE'))
    expect(attendee?.[1]).toBe('MAILTO:siobhan@example.ie')
  })

  test('without agreed days there is nothing to invite to', async ({ ctx }) => {
    const { visit, karin } = await aVisitWithPeople(ctx, { status: 'in_dialogue' })
    const file = await findVisitFor(karin, visit.id, ctx)
    expect(calendarInviteFor(file, { name: 'Ingrid', email: 'ingrid@example.no' }, 'REQUEST', ctx.now)).toBe(null)
  })
})
