import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latestInstrument } from '#app/features/evaluations/instruments.server.ts'
import {
  distributionOf,
  poolsOf,
  type QuestionTally,
  shownIn,
  takeInAnswers,
  withoutHandedUp,
} from '#app/features/evaluations/rules/feedback.ts'
import { emptyCut, takeIn } from '#app/features/indicators/rules/cuts.ts'
import { lastYear } from '#app/features/indicators/rules/periods.ts'
import { found } from '#app/kernel/errors.ts'

const guest = latestInstrument('colearn_guest')
const question = found(guest.items.find(({ id }) => id === 'GST01'))
const spring = 2026 * 4 + 1

type Tallies = Record<string, QuestionTally>

function afterPeople(count: number, tallies: Tallies = {}, quarter = spring): Tallies {
  let next = tallies
  for (let person = 0; person < count; person += 1) {
    next = takeInAnswers(guest, next, { GST01: 4, GST06: 5 }, { least: 5, quarter })
  }
  return next
}

test('four wait, the fifth shows all five', () => {
  expect(afterPeople(4).GST01?.shown).toEqual({})
  expect(afterPeople(5).GST01).toEqual({ waiting: {}, since: spring, shown: { [spring]: { '4': 5, people: 5 } } })
})

test('who waited for company is shown with it, in the quarter of the newest, and leaves with it a year later', () => {
  const tallies = afterPeople(2, afterPeople(3), spring + 1)
  expect(tallies.GST01?.shown).toEqual({ [spring + 1]: { '4': 5, people: 5 } })
  const peopleIn = (now: number) => distributionOf(question, tallies.GST01, lastYear(now)).people
  expect([spring, spring + 1, spring + 4, spring + 5].map(peopleIn)).toEqual([0, 5, 5, 0])
})

const visits = fc.array(fc.record({ answers: fc.integer({ min: 1, max: 9 }), pause: fc.integer({ min: -1, max: 3 }) }), {
  maxLength: 25,
})

test('every period shows the same people as the indicators do, and changes by whole steps', () => {
  fc.assert(
    fc.property(visits, fc.integer({ min: 5, max: 10 }), (given, least) => {
      let tallies: Tallies = {}
      let cut = emptyCut(spring)
      const steps = new Map<number, number>()
      let quarter = spring
      for (const { answers, pause } of given) {
        quarter += pause
        for (let person = 0; person < answers; person += 1) {
          tallies = takeInAnswers(guest, tallies, { GST01: 4 }, { least, quarter })
          const taken = takeIn(cut, { numerator: 1, denominator: 1, answers: 1 }, quarter, least)
          cut = taken.cut
          if (taken.step) steps.set(taken.step.quarter, (steps.get(taken.step.quarter) ?? 0) + taken.step.answers)
        }
        for (let now = spring - 5; now <= quarter + 5; now += 1) {
          const period = lastYear(now)
          const inCuts = [...steps].filter(([at]) => at >= period.from && at <= period.to).reduce((sum, [, n]) => sum + n, 0)
          expect(distributionOf(question, tallies.GST01, period).people).toBe(inCuts)
        }
      }
      // What comes to a period or leaves it is one or more whole steps.
      for (const step of Object.values(tallies.GST01?.shown ?? {})) expect(step.people).toBeGreaterThanOrEqual(least)
    }),
  )
})

const closed = fc.array(
  fc.record({ id: fc.uuid(), answered: fc.integer({ min: 0, max: 8 }), quarter: fc.integer({ min: spring, max: spring + 8 }) }),
  { maxLength: 20 },
)

test('written words come and go in whole pools, whichever period is looked at', () => {
  fc.assert(
    fc.property(closed, fc.integer({ min: 5, max: 10 }), fc.integer({ min: spring, max: spring + 12 }), (all, least, now) => {
      const { pools } = poolsOf(all, least)
      const shown = shownIn(all, least, lastYear(now))
      for (const pool of pools) {
        const there = pool.filter((one) => shown.includes(one)).length
        expect(there === 0 || there === pool.length).toBe(true)
        const newest = Math.max(...pool.map(({ quarter }) => quarter))
        expect(there > 0).toBe(newest <= now && newest > now - 4)
      }
      expect(shown.length).toBe(pools.flat().filter((one) => shown.includes(one)).length)
    }),
  )
})

test('answers that were handed up to be shown with other units’ are let go of here, question by question', () => {
  const four = afterPeople(4)
  const kept = withoutHandedUp(
    four,
    new Map([
      ['GST01', 0],
      ['GST06', 4],
    ]),
  )
  expect(kept.GST01?.waiting).toEqual({})
  expect(kept.GST06).toEqual(four.GST06)
  expect(withoutHandedUp(four, new Map()), 'a question that feeds no indicator keeps its own').toEqual(four)
})
