import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayToShow,
  doOverlap,
  inOrder,
  instantsOf,
  momentOf,
  nowAndNext,
  overlapsIn,
  shiftDays,
  slotInput,
  slotsOutside,
  turnAfter,
  unpresentedWorks,
  unservedGoals,
} from '#app/features/programme/rules.ts'
import type { Slot } from '#app/features/programme/words.ts'
import { addDays, dayAt } from '#app/kernel/days.ts'

const zone = 'Europe/Stockholm'

function aSlot(given: Partial<Slot> = {}): Slot {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    visitId: '00000000-0000-4000-8000-0000000000aa',
    day: '2027-02-03',
    startsAt: '09:00',
    endsAt: '10:00',
    kind: 'dialogue',
    title: 'Fem dagar hemma',
    place: '',
    notes: '',
    language: 'sv',
    hostParticipantId: null,
    goalIds: [],
    improvementWorkId: null,
    version: 1,
    ...given,
  }
}

const clock = fc.integer({ min: 0, max: 1439 }).map(time)
function time(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
// Days around both changes of the clock in 2027 (28 March, 31 October) and around New Year.
const someDay = fc.constantFrom(
  '2027-02-03',
  '2027-02-04',
  '2027-03-27',
  '2027-03-28',
  '2027-10-31',
  '2027-12-31',
  '2028-01-01',
)
const anySlot = fc
  .record({ id: fc.uuid(), day: someDay, ends: fc.uniqueArray(clock, { minLength: 2, maxLength: 2 }), host: fc.boolean() })
  .map(({ id, day, ends, host }) => {
    const [startsAt, endsAt] = [...ends].sort() as [string, string]
    return aSlot({ id, day, startsAt, endsAt, hostParticipantId: host ? 'karin' : null })
  })
const someSlots = fc.uniqueArray(anySlot, { maxLength: 12, selector: (slot) => slot.id })
const instant = fc.date({ min: new Date('2027-01-30T00:00Z'), max: new Date('2028-01-03T00:00Z'), noInvalidDate: true })

test('the order of the day does not depend on the order the slots were written in, and loses none', () => {
  fc.assert(
    fc.property(
      someSlots.chain((slots) => fc.tuple(fc.constant(slots), fc.shuffledSubarray(slots, { minLength: slots.length }))),
      ([slots, shuffled]) => {
        const ordered = inOrder(slots)
        expect(inOrder(shuffled)).toEqual(ordered)
        expect(ordered).toHaveLength(slots.length)
        ordered.slice(1).forEach((slot, index) => {
          const before = ordered[index] as Slot
          expect(`${before.day} ${before.startsAt}` <= `${slot.day} ${slot.startsAt}`).toBe(true)
        })
      },
    ),
  )
})

test('overlap is mutual, needs the same day, and touching is not overlapping', () => {
  fc.assert(
    fc.property(anySlot, anySlot, (a, b) => {
      expect(doOverlap(a, b)).toBe(doOverlap(b, a))
      if (a.day !== b.day) expect(doOverlap(a, b)).toBe(false)
      expect(doOverlap(a, a)).toBe(true)
      expect(doOverlap(a, { ...a, startsAt: a.endsAt, endsAt: '23:59:59' })).toBe(false)
    }),
  )
})

test('every overlapping pair is warned of once, and only those', () => {
  fc.assert(
    fc.property(someSlots, (slots) => {
      const pairs = overlapsIn(slots).map(({ first, second }) => [first.id, second.id].sort().join())
      expect(new Set(pairs).size).toBe(pairs.length)
      const expected = slots.flatMap((a, index) =>
        slots
          .slice(index + 1)
          .filter((b) => a.day === b.day && minutesShared(a, b) > 0)
          .map((b) => [a.id, b.id].sort().join()),
      )
      expect(new Set(pairs)).toEqual(new Set(expected))
    }),
  )
})

/** Counted minute by minute, the slow and certain way. */
function minutesShared(a: Slot, b: Slot): number {
  let shared = 0
  for (let minute = 0; minute < 1440; minute += 1) {
    const at = time(minute)
    if (a.startsAt <= at && at < a.endsAt && b.startsAt <= at && at < b.endsAt) shared += 1
  }
  return shared
}

test('two slots at once are parallel tracks, but not for one and the same host person', () => {
  const early = aSlot({ id: 'a', startsAt: '09:00', endsAt: '10:00', hostParticipantId: 'karin' })
  const late = aSlot({ id: 'b', startsAt: '09:30', endsAt: '10:30', hostParticipantId: 'yusuf' })
  expect(overlapsIn([early, late])).toMatchObject([{ sameHost: false }])
  expect(overlapsIn([early, { ...late, hostParticipantId: 'karin' }])).toMatchObject([{ sameHost: true }])
  expect(
    overlapsIn([
      { ...early, hostParticipantId: null },
      { ...late, hostParticipantId: null },
    ]),
  ).toMatchObject([{ sameHost: false }])
})

test('slots on days that are no longer agreed are found', () => {
  const kept = aSlot({ id: 'a', day: '2027-02-03' })
  const lost = aSlot({ id: 'b', day: '2027-02-05' })
  expect(slotsOutside([lost, kept], ['2027-02-02', '2027-02-03'])).toEqual([lost])
})

test('a goal is unserved until a slot serves it, a work unpresented until a slot presents it', () => {
  const goals = [{ id: 'ingrid' }, { id: 'ailu' }]
  const works = [{ id: 'five days' }]
  expect(unservedGoals(goals, [])).toEqual(goals)
  expect(unservedGoals(goals, [aSlot({ goalIds: ['ingrid'] })])).toEqual([{ id: 'ailu' }])
  expect(unpresentedWorks(works, [aSlot()])).toEqual(works)
  expect(unpresentedWorks(works, [aSlot({ improvementWorkId: 'five days' })])).toEqual([])
})

test('at any instant a slot is done, now or ahead, and now-and-next agrees with each of them', () => {
  fc.assert(
    fc.property(someSlots, instant, (slots, now) => {
      const answer = nowAndNext(slots, now, zone)
      for (const slot of slots) {
        const moment = momentOf(slot, now, zone)
        expect(answer.now.some((each) => each.id === slot.id)).toBe(moment === 'now')
        if (answer.next.some((each) => each.id === slot.id)) expect(moment).toBe('ahead')
      }
      const ahead = slots.filter((slot) => momentOf(slot, now, zone) === 'ahead')
      expect(answer.next.length > 0).toBe(ahead.length > 0)
      const first = Math.min(...ahead.map((slot) => instantsOf(slot, zone).start.getTime()))
      for (const slot of answer.next) expect(instantsOf(slot, zone).start.getTime()).toBe(first)
      if (answer.now.length > 0) expect(answer.minutesLeft).toBeGreaterThan(0)
      if (answer.next.length > 0) expect(answer.minutesUntil).toBeGreaterThan(0)
    }),
  )
})

test('until the next turn the same slots are now and next, and at the turn others are', () => {
  fc.assert(
    fc.property(someSlots, instant, (slots, now) => {
      const at = (when: Date) => {
        const { now: present, next } = nowAndNext(slots, when, zone)
        return JSON.stringify([present, next])
      }
      const turn = turnAfter(slots, now, zone)
      expect(turn === null).toBe(slots.every((slot) => momentOf(slot, now, zone) === 'done'))
      if (!turn) return
      expect(turn.getTime()).toBeGreaterThan(now.getTime())
      expect(at(new Date(turn.getTime() - 1))).toBe(at(now))
      const turns = (slot: Slot) => Object.values(instantsOf(slot, zone)).some((each) => each.getTime() === turn.getTime())
      expect(slots.some(turns)).toBe(true)
      if (slots.every((slot) => instantsOf(slot, zone).end > instantsOf(slot, zone).start)) expect(at(turn)).not.toBe(at(now))
    }),
  )
})

test('in the middle of a slot the minutes left are real minutes', () => {
  const morning = aSlot({ id: 'a', startsAt: '10:30', endsAt: '11:45' })
  const afternoon = aSlot({ id: 'b', startsAt: '13:00', endsAt: '14:30' })
  expect(nowAndNext([afternoon, morning], new Date('2027-02-03T09:55:00Z'), zone)).toEqual({
    now: [morning],
    minutesLeft: 50,
    next: [afternoon],
    minutesUntil: 125,
  })
})

test('a slot that ends at the minute is over, and one that begins at the minute has begun', () => {
  const first = aSlot({ id: 'a', startsAt: '09:00', endsAt: '10:00' })
  const second = aSlot({ id: 'b', startsAt: '10:00', endsAt: '11:00' })
  const at = nowAndNext([first, second], new Date('2027-02-03T09:00:00Z'), zone)
  expect(at.now).toEqual([second])
  expect(at.next).toEqual([])
})

test('around midnight the day is the host’s, not the server’s', () => {
  const late = aSlot({ id: 'a', day: '2027-02-03', startsAt: '22:00', endsAt: '23:59' })
  const early = aSlot({ id: 'b', day: '2027-02-04', startsAt: '00:05', endsAt: '01:00' })
  // 23.30 in Stockholm is 22.30 UTC: still the third of February there and here.
  expect(nowAndNext([late, early], new Date('2027-02-03T22:30:00Z'), zone)).toMatchObject({ now: [late], next: [early] })
  // 00.30 in Stockholm is 23.30 UTC the day before.
  expect(nowAndNext([late, early], new Date('2027-02-03T23:30:00Z'), zone)).toMatchObject({ now: [early], next: [] })
  // The same instants seen from Reykjavík, where the clock is an hour behind.
  expect(nowAndNext([late, early], new Date('2027-02-03T23:30:00Z'), 'Atlantic/Reykjavik')).toMatchObject({ now: [late] })
})

test('the night the clock is put forward, a slot from 1.30 to 3.30 lasts one hour', () => {
  const night = aSlot({ day: '2027-03-28', startsAt: '01:30', endsAt: '03:30' })
  const { start, end } = instantsOf(night, zone)
  expect(start.toISOString()).toBe('2027-03-28T00:30:00.000Z')
  expect(end.toISOString()).toBe('2027-03-28T01:30:00.000Z')
  expect(nowAndNext([night], new Date('2027-03-28T01:00:00Z'), zone).minutesLeft).toBe(30)
})

test('a slot never ends before it begins, also in the hour that does not exist', () => {
  fc.assert(
    fc.property(anySlot, fc.constantFrom(zone, 'Europe/Oslo', 'Atlantic/Reykjavik', 'Europe/Helsinki'), (slot, place) => {
      const { start, end } = instantsOf(slot, place)
      expect(end.getTime()).toBeGreaterThanOrEqual(start.getTime())
      expect(Math.abs(Date.parse(`${dayAt(start, place)}T00:00Z`) - Date.parse(`${slot.day}T00:00Z`))).toBeLessThan(86_400_001)
    }),
  )
})

test('moving along keeps the distance between any two slots', () => {
  fc.assert(
    fc.property(someDay, someDay, someDay, (from, to, slotDay) => {
      const days = shiftDays(from, to)
      expect(addDays(from, days)).toBe(to)
      expect(addDays(addDays(slotDay, days), -days)).toBe(slotDay)
    }),
  )
  expect(shiftDays(null, '2027-02-03')).toBe(0)
})

test('the page opens on the day asked for, else today, else the first', () => {
  const days = ['2027-02-02', '2027-02-03']
  expect(dayToShow(days, '2027-02-03', '2026-01-01')).toBe('2027-02-03')
  expect(dayToShow(days, '2027-09-09', '2027-02-03')).toBe('2027-02-03')
  expect(dayToShow(days, null, '2026-01-01')).toBe('2027-02-02')
  expect(dayToShow([], null, '2026-01-01')).toBe(null)
})

test('times are read as people write them, and a slot has to end after it begins', () => {
  const typed = { day: '2027-02-03', kind: 'show', title: ' Rond ', language: 'sv', startsAt: '8.15', endsAt: '0900' }
  expect(slotInput.parse(typed)).toMatchObject({ startsAt: '08:15', endsAt: '09:00', title: 'Rond', goalIds: [] })
  for (const bad of ['24:00', '9', '09:60', 'nio', '']) {
    expect(slotInput.safeParse({ ...typed, endsAt: bad }).success).toBe(false)
  }
  expect(slotInput.safeParse({ ...typed, endsAt: '08:15' }).error?.issues[0]?.path).toEqual(['endsAt'])
})
