import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canAgree,
  type DateRange,
  dateRange,
  dateWarnings,
  dayParts,
  followUpRounds,
  guestRoleEndsAt,
  halfDays,
  MAX_VISIT_DAYS,
  openRound,
  overlaps,
  phaseOf,
  preparationDueOn,
  unmarkedFor,
  visitClosesOn,
  visitDays,
} from '#app/features/visits/rules.ts'
import { addDays, daysBetween, weekday } from '#app/kernel/days.ts'

const visit = { startsOn: '2027-02-02', endsOn: '2027-02-04' }

test('the days of a visit are counted with both ends', () => {
  expect(visitDays(visit)).toEqual(['2027-02-02', '2027-02-03', '2027-02-04'])
  expect(visitDays({ startsOn: null, endsOn: null })).toEqual([])
})

test('the phase is before, during and after, and before as long as no days are agreed', () => {
  expect(phaseOf({ startsOn: null, endsOn: null }, '2030-01-01')).toBe('before')
  expect(['2027-02-01', '2027-02-02', '2027-02-04', '2027-02-05'].map((day) => phaseOf(visit, day))).toEqual([
    'before',
    'during',
    'during',
    'after',
  ])
})

test('the preparation form is due ten working days before', () => {
  // Tuesday 2 February 2027 minus ten working days is Tuesday 19 January.
  expect(preparationDueOn('2027-02-02', '2026-11-20')).toBe('2027-01-19')
})

test('a visit at short notice gets until the day before, and never a day that has passed', () => {
  expect(preparationDueOn('2027-02-02', '2027-01-28')).toBe('2027-02-01')
  expect(preparationDueOn('2027-02-02', '2027-02-01')).toBe('2027-02-01')
})

test('the rounds of follow-up open three and six months after the last day, for fourteen days', () => {
  expect(followUpRounds(visit)).toEqual([
    { months: 3, opensOn: '2027-05-04', closesOn: '2027-05-17' },
    { months: 6, opensOn: '2027-08-04', closesOn: '2027-08-17' },
  ])
  expect(followUpRounds({ startsOn: '2026-08-31', endsOn: '2026-08-31' })[1]?.opensOn).toBe('2027-02-28')
  expect(openRound(visit, '2027-05-17')?.months).toBe(3)
  expect(openRound(visit, '2027-05-18')).toBeUndefined()
})

test('guest roles end at midnight in the place of the visit when it closes', () => {
  expect(guestRoleEndsAt({ ...visit, timeZone: 'Europe/Stockholm' })).toEqual(new Date('2027-08-31T22:00:00Z'))
})

const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days))
const someRange: fc.Arbitrary<DateRange> = fc
  .record({
    startsOn: someDay,
    length: fc.integer({ min: 0, max: MAX_VISIT_DAYS - 1 }),
    startPart: fc.constantFrom(...dayParts),
    endPart: fc.constantFrom(...dayParts),
  })
  .map(({ startsOn, length, ...parts }) => ({ startsOn, endsOn: addDays(startsOn, length), ...parts }))
  .filter((range) => halfDays(range).from < halfDays(range).to)

test('one group can leave at noon on the day another comes at noon', () => {
  const first: DateRange = { startsOn: '2027-02-02', endsOn: '2027-02-04', startPart: 'full', endPart: 'morning' }
  const next: DateRange = { startsOn: '2027-02-04', endsOn: '2027-02-05', startPart: 'afternoon', endPart: 'full' }
  expect(overlaps(first, next)).toBe(false)
  expect(overlaps({ ...first, endPart: 'full' }, next)).toBe(true)
})

test('ranges overlap when they share a half day, whichever way one asks', () => {
  fc.assert(
    fc.property(someRange, someRange, (a, b) => {
      const halves = (range: DateRange) => {
        const { from, to } = halfDays(range)
        return new Set(Array.from({ length: to - from }, (_, index) => from + index))
      }
      const shared = [...halves(a)].some((half) => halves(b).has(half))
      expect(overlaps(a, b)).toBe(shared)
      expect(overlaps(b, a)).toBe(shared)
    }),
  )
})

test('a range that can be is accepted as it is', () => {
  fc.assert(
    fc.property(someRange, (range) => {
      expect(dateRange.parse(range)).toEqual(range)
    }),
  )
})

test.each([
  ['ends before it begins', { startsOn: '2027-02-04', endsOn: '2027-02-02' }, 'visits_error_ends_before_start'],
  [
    'begins after lunch and ends before lunch on the same day',
    { startsOn: '2027-02-02', endsOn: '2027-02-02', startPart: 'afternoon', endPart: 'morning' },
    'visits_error_ends_before_start',
  ],
  ['is longer than six weeks', { startsOn: '2027-02-01', endsOn: '2027-03-15' }, 'visits_error_too_long'],
])('a range that %s is refused with a reason', (_, range, reason) => {
  expect(dateRange.safeParse(range).error?.issues.map((issue) => issue.message)).toEqual([reason])
})

test('six weeks to the day is still a visit', () => {
  expect(dateRange.safeParse({ startsOn: '2027-02-01', endsOn: '2027-03-14' }).success).toBe(true)
})

test('days that do not exist are no days', () => {
  expect(dateRange.safeParse({ startsOn: '2027-02-30', endsOn: '2027-03-01' }).success).toBe(false)
})

const limits = {
  noticeMonths: 3,
  daysMin: 1,
  daysMax: 5,
  groupMax: 6,
  closedPeriods: [{ startsOn: '2027-06-21', endsOn: '2027-08-15', reason: 'Sommar' }],
  taken: [{ startsOn: '2027-05-03', endsOn: '2027-05-04', startPart: 'full' as const, endPart: 'morning' as const }],
}
const range = (startsOn: string, endsOn: string, startPart: DateRange['startPart'] = 'full'): DateRange => ({
  startsOn,
  endsOn,
  startPart,
  endPart: 'full',
})
const kinds = (days: DateRange, people = 4, today = '2027-01-11') =>
  dateWarnings(days, people, limits, today).map((warning) => warning.kind)

test('short notice, closed periods and other visits are warnings', () => {
  expect(kinds(range('2027-04-11', '2027-04-13'))).toEqual([])
  expect(kinds(range('2027-04-10', '2027-04-12'))).toEqual(['short_notice'])
  expect(kinds(range('2027-01-10', '2027-01-12'))).toEqual(['in_the_past'])
  expect(kinds(range('2027-06-18', '2027-06-21'))).toEqual(['closed'])
  expect(kinds(range('2027-05-04', '2027-05-06'))).toEqual(['taken'])
  expect(kinds(range('2027-05-04', '2027-05-06', 'afternoon'))).toEqual([])
  expect(kinds(range('2027-04-12', '2027-04-17'), 7)).toEqual(['longer_than_usual', 'large_group'])
})

test('days are warned of as closed exactly when one of them is', () => {
  const someDays = fc.tuple(fc.nat(60), fc.nat(20)).map(([from, length]) => ({
    startsOn: addDays('2028-01-01', from),
    endsOn: addDays('2028-01-01', from + length),
  }))
  const daysOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
    Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, index) => addDays(startsOn, index))
  fc.assert(
    fc.property(someDays, someDays, (period, days) => {
      const closed = { ...limits, closedPeriods: [{ ...period, reason: '' }] }
      const warned = dateWarnings(range(days.startsOn, days.endsOn), 4, closed, '2027-01-11').map(({ kind }) => kind)
      expect(warned.includes('closed')).toBe(daysOf(days).some((day) => daysOf(period).includes(day)))
    }),
  )
})

test('a side agrees to the days of the other side, and to its own once they are marked as fitting', () => {
  expect(canAgree({ side: 'guest', fits: null }, 'host')).toBe(true)
  expect(canAgree({ side: 'guest', fits: null }, 'guest')).toBe(false)
  expect(canAgree({ side: 'guest', fits: false }, 'guest')).toBe(false)
  expect(canAgree({ side: 'guest', fits: true }, 'guest')).toBe(true)
  expect(
    unmarkedFor(
      [
        { side: 'guest', fits: null },
        { side: 'guest', fits: true },
        { side: 'host', fits: null },
      ],
      'host',
    ),
  ).toHaveLength(1)
})

test('every visit closes after its last round, and its form is due on a working day or at short notice', () => {
  fc.assert(
    fc.property(someRange, fc.integer({ min: 0, max: 400 }), (days, notice) => {
      const today = addDays(days.startsOn, -notice)
      const due = preparationDueOn(days.startsOn, today)
      expect(due >= today).toBe(true)
      expect(due <= days.startsOn).toBe(true)
      if (notice > 20) expect(weekday(due)).toBeLessThanOrEqual(5)
      const last = followUpRounds(days).at(-1)
      expect(daysBetween(last?.closesOn ?? '', visitClosesOn(days))).toBe(14)
    }),
  )
})
