import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canMove,
  type DayPart,
  dueMoves,
  endedEarly,
  isInCalendars,
  isOpenForForm,
  isOver,
  type Mover,
  moveBetween,
  moves,
  nextMoves,
  partDaysBetween,
  SILENCE_DAYS,
  threadSteps,
  type VisitStatus,
  visitStatuses,
} from '#app/features/visits/rules.ts'
import { addDays, instantAt } from '#app/kernel/days.ts'

const movers = ['host', 'guest', 'both', 'clock'] as const

/** Written by hand from what was agreed about visits, not from the table in the code: from → to → who, for a visit that was asked for. */
const asked: Record<string, readonly Mover[]> = {
  'asked>in_dialogue': ['host'],
  'asked>confirmed': ['host'],
  'asked>declined': ['host'],
  'asked>withdrawn': ['guest', 'clock'],
  'in_dialogue>confirmed': ['host', 'guest'],
  'in_dialogue>declined': ['host'],
  'in_dialogue>withdrawn': ['guest', 'clock'],
  'confirmed>preparing': ['clock'],
  'confirmed>withdrawn': ['guest'],
  'confirmed>cancelled': ['host'],
  'preparing>under_way': ['clock'],
  'preparing>withdrawn': ['guest'],
  'preparing>cancelled': ['host'],
  'under_way>evaluating': ['clock'],
  'under_way>cancelled': ['host', 'guest'],
  'evaluating>summarised': ['both'],
  'evaluating>followed_up': ['clock'],
  'summarised>followed_up': ['clock'],
  'followed_up>closed': ['clock'],
}
/** For an invited visit the host asked and the guests answer, so the first answers change hands. */
const invited: typeof asked = {
  ...asked,
  'asked>in_dialogue': ['guest'],
  'asked>confirmed': ['guest'],
  'asked>declined': ['guest'],
  'asked>withdrawn': ['host', 'clock'],
  'in_dialogue>declined': ['guest'],
  'in_dialogue>withdrawn': ['host', 'clock'],
}

describe.each([
  ['asked', asked],
  ['invited', invited],
] as const)('a visit that was %s', (direction, table) => {
  const every = visitStatuses.flatMap((from) => visitStatuses.map((to) => [from, to] as const))
  test.each(every)('moves from %s to %s only by those who may', (from, to) => {
    const allowed = movers.filter((mover) => canMove({ status: from, direction }, to, mover))
    expect(allowed.toSorted()).toEqual([...(table[`${from}>${to}`] ?? [])].toSorted())
  })

  test('offers exactly the moves that the table allows', () => {
    for (const status of visitStatuses) {
      for (const mover of movers) {
        const wanted = visitStatuses.filter((to) => table[`${status}>${to}`]?.includes(mover))
        expect(nextMoves({ status, direction }, mover).toSorted()).toEqual(wanted.toSorted())
      }
    }
  })
})

test('ending early always takes a reason, and nothing leads out of the end', () => {
  for (const to of ['declined', 'withdrawn', 'cancelled'] as const) {
    expect(moves.filter((move) => move.to === to).every((move) => move.needsReason)).toBe(true)
  }
  const ends = visitStatuses.filter((status) => isOver({ status }))
  expect(ends).toEqual(['closed', 'declined', 'withdrawn', 'cancelled'])
  expect(moves.filter((move) => ends.includes(move.from))).toEqual([])
  expect(endedEarly({ status: 'closed' })).toBe(false)
})

test('from confirmed on no move is made without days, except ending early', () => {
  for (const move of moves) {
    const laterStep = threadSteps.indexOf(move.to) >= threadSteps.indexOf('confirmed')
    expect(move.needsDates, `${move.from} to ${move.to}`).toBe(laterStep)
  }
})

const zone = 'Europe/Stockholm'
const visit = {
  status: 'confirmed' as VisitStatus,
  startsOn: '2027-02-02',
  endsOn: '2027-02-04',
  timeZone: zone,
  followUpMonths: [3, 6],
  lastProposedOn: '2027-02-04',
  lastActivityAt: new Date('2026-11-20T10:00:00Z'),
}
const at = (day: string, time = '12:00', where = zone) => instantAt(day, time, where)
const statusAt = (facts: typeof visit, now: Date) => dueMoves(facts, now).at(-1)?.to ?? facts.status

test('a confirmed visit is prepared at once', () => {
  expect(dueMoves(visit, at('2026-11-20'))).toEqual([{ from: 'confirmed', to: 'preparing', reason: 'days_agreed' }])
})

test('a visit begins at midnight of its first day where it takes place, not where the server stands', () => {
  const preparing = { ...visit, status: 'preparing' as const }
  expect(statusAt(preparing, at('2027-02-01', '23:59'))).toBe('preparing')
  expect(statusAt(preparing, at('2027-02-02', '00:00'))).toBe('under_way')
  const inReykjavik = { ...preparing, timeZone: 'Atlantic/Reykjavik' }
  expect(statusAt(inReykjavik, at('2027-02-02', '00:30'))).toBe('preparing')
  expect(statusAt(inReykjavik, at('2027-02-02', '01:00'))).toBe('under_way')
})

test('a visit is evaluated from the day after its last', () => {
  const underWay = { ...visit, status: 'under_way' as const }
  expect(statusAt(underWay, at('2027-02-04', '23:59'))).toBe('under_way')
  expect(statusAt(underWay, at('2027-02-05', '00:00'))).toBe('evaluating')
})

test('a summarised visit is followed up when the six-month round is over, and closes two weeks later', () => {
  const summarised = { ...visit, status: 'summarised' as const }
  // 4 February + 6 months = 4 August; the round is open for 14 days, 4–17 August.
  expect(statusAt(summarised, at('2027-08-17', '23:59'))).toBe('summarised')
  expect(statusAt(summarised, at('2027-08-18', '00:00'))).toBe('followed_up')
  expect(statusAt(summarised, at('2027-08-31', '23:59'))).toBe('followed_up')
  expect(statusAt(summarised, at('2027-09-01', '00:00'))).toBe('closed')
})

test('a visit whose summary never came does not hang: it closes on the same day as the others, and says why', () => {
  const evaluating = { ...visit, status: 'evaluating' as const }
  expect(dueMoves(evaluating, at('2027-08-17'))).toEqual([])
  expect(dueMoves(evaluating, at('2027-09-01'))).toEqual([
    { from: 'evaluating', to: 'followed_up', reason: 'no_summary' },
    { from: 'followed_up', to: 'closed', reason: 'done' },
  ])
})

test('a request that nobody answers is let go sixty days after its last proposed day', () => {
  const silent = { ...visit, status: 'asked' as const, startsOn: null, endsOn: null } as never as typeof visit
  const last = addDays('2027-02-04', SILENCE_DAYS)
  expect(dueMoves(silent, at(last))).toEqual([])
  expect(dueMoves(silent, at(addDays(last, 1)))).toEqual([{ from: 'asked', to: 'withdrawn', reason: 'no_answer' }])
  const talking = { ...silent, status: 'in_dialogue' as const, lastActivityAt: at('2027-03-01') }
  expect(dueMoves(talking, at(addDays(last, 1)))).toEqual([])
})

const someStatus = fc.constantFrom(...visitStatuses)
const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days))
const someInstant = fc.date({ min: new Date('2023-01-01Z'), max: new Date('2038-01-01Z'), noInvalidDate: true })
const someVisit = fc.record({ status: someStatus, startsOn: someDay, length: fc.integer({ min: 0, max: 30 }) })

test('the clock only makes moves of the table that are its own', () => {
  fc.assert(
    fc.property(someVisit, someInstant, ({ status, startsOn, length }, now) => {
      const facts = { ...visit, status, startsOn, endsOn: addDays(startsOn, length), lastProposedOn: startsOn }
      for (const due of dueMoves(facts, now)) {
        expect(canMove({ status: due.from, direction: 'asked' }, due.to, 'clock')).toBe(true)
        expect(moveBetween(due.from, due.to)).toBeDefined()
      }
    }),
  )
})

test('waking often or seldom leads to the same place', () => {
  fc.assert(
    fc.property(someVisit, fc.array(someInstant, { minLength: 1, maxLength: 12 }), ({ status, startsOn, length }, instants) => {
      const facts = { ...visit, status, startsOn, endsOn: addDays(startsOn, length), lastProposedOn: startsOn }
      const inOrder = instants.toSorted((a, b) => a.getTime() - b.getTime())
      let often = status
      for (const now of inOrder) often = statusAt({ ...facts, status: often }, now)
      expect(often).toBe(statusAt(facts, inOrder.at(-1) as Date))
    }),
  )
})

test('how the sides meet can change until the days have been, and never after', () => {
  const open = visitStatuses.filter((status) => isOpenForForm({ status }))
  expect(open).toEqual(['asked', 'in_dialogue', 'confirmed', 'preparing', 'under_way'])
  expect(open.filter((status) => isInCalendars({ status }))).toEqual(['confirmed', 'preparing', 'under_way'])
})

test('part days lie between clock times in the visit’s zone, whole days do not', () => {
  const days = { startsOn: '2026-10-24', endsOn: '2026-10-26' }
  const between = (startPart: DayPart, endPart: DayPart) => partDaysBetween({ ...days, startPart, endPart }, 'Europe/Oslo')
  expect(between('full', 'full')).toBeUndefined()
  // Said the long way, these are whole days too.
  expect(between('morning', 'afternoon')).toBeUndefined()
  // Summer time ends in the night between.
  expect(between('afternoon', 'morning')).toEqual({
    start: new Date('2026-10-24T10:00:00Z'),
    end: new Date('2026-10-26T11:00:00Z'),
  })
  expect(between('full', 'morning')?.start).toEqual(new Date('2026-10-24T06:00:00Z'))
  expect(between('afternoon', 'full')?.end).toEqual(new Date('2026-10-26T15:00:00Z'))
})
