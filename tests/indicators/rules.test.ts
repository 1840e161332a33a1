import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyCut, leastAnswers, takeIn, waitingIn } from '#app/features/indicators/rules/cuts.ts'
import { firstDayOf, nameOf, quarterOf } from '#app/features/indicators/rules/periods.ts'
import { crossingsLimit, longestRunLimit, readRunChart } from '#app/features/indicators/rules/run-chart.ts'
import { type ShownRow, seriesOf, sumOf } from '#app/features/indicators/rules/series.ts'
import { isLowRate, percent, reaches, statusOf, tenthsOf } from '#app/features/indicators/rules/status.ts'
import { type TargetRow, targetForm, targetFrom, targetInForce } from '#app/features/indicators/rules/targets.ts'
import { wilson } from '#app/features/indicators/rules/wilson.ts'
import type { Target } from '#app/features/indicators/rules/words.ts'
import statistics from './fixtures/statistics.json' with { type: 'json' }

const over90: Target = { comparator: '>', numerator: 9, denominator: 10 }
const over85: Target = { comparator: '>', numerator: 85, denominator: 100 }

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((denominator) =>
    fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }),
  )

describe('status', () => {
  test('exactly 90.0 % is not over 90', () => {
    expect(statusOf({ numerator: 90, denominator: 100 }, over90).name).toBe('not_met')
    expect(statusOf({ numerator: 901, denominator: 1000 }, over90).name).toBe('met')
  })

  test('899 of 1000 shows 89.9 and is not met; 8996 of 10000 still shows 89.9', () => {
    expect(statusOf({ numerator: 899, denominator: 1000 }, over90).name).toBe('not_met')
    expect(percent(899, 1000, over90)).toBe(89.9)
    expect(percent(8996, 10_000, over90)).toBe(89.9)
    expect(percent(8996, 10_000)).toBe(90)
  })

  test('90.04 % is over 90 and is shown as 90.1, not as the 90.0 that would not do', () => {
    expect(statusOf({ numerator: 9004, denominator: 10_000 }, over90).name).toBe('met')
    expect(percent(9004, 10_000, over90)).toBe(90.1)
  })

  test('9 of 10 and 50 of 100 are 59 of 110: 53.6 %, not 70', () => {
    expect(percent(9 + 50, 10 + 100)).toBe(53.6)
  })

  test('999 of 1000 and more is never shown as everybody, nor one of thousands as nobody', () => {
    expect(percent(9999, 10_000)).toBe(99.9)
    expect(percent(1, 10_000)).toBe(0.1)
    expect(percent(10_000, 10_000)).toBe(100)
  })

  test('without a target there is no verdict, and without answers no value', () => {
    expect(statusOf({ numerator: 3, denominator: 4 }, null)).toEqual({ name: 'no_target', uncertain: false })
    expect(statusOf({ numerator: 0, denominator: 0 }, over90)).toEqual({ name: 'no_data', uncertain: false })
    expect(statusOf(null, over90).name).toBe('no_data')
  })

  test('few answers make the status uncertain: 45/50 and 46/50 do, 98/100 does not', () => {
    expect(statusOf({ numerator: 45, denominator: 50 }, over90)).toEqual({ name: 'not_met', uncertain: true })
    expect(statusOf({ numerator: 46, denominator: 50 }, over90)).toEqual({ name: 'met', uncertain: true })
    expect(statusOf({ numerator: 98, denominator: 100 }, over90)).toEqual({ name: 'met', uncertain: false })
  })

  test('what is written never contradicts the status, whatever the counts and the target', () => {
    const targets = fc.record({
      comparator: fc.constantFrom('>', '>=', '<', '<=' as const),
      numerator: fc.integer({ min: 0, max: 1000 }),
      denominator: fc.constant(1000),
    })
    fc.assert(
      fc.property(counts, targets, (value, target) => {
        const written = { numerator: tenthsOf(value, target), denominator: 1000 }
        expect(reaches(written, target)).toBe(reaches(value, target))
        expect(Math.abs(written.numerator / 1000 - value.numerator / value.denominator)).toBeLessThan(0.0021)
      }),
    )
  })

  test('a status does not change when everything is counted ten times over', () => {
    fc.assert(
      fc.property(counts, ({ numerator, denominator }) => {
        const tenfold = { numerator: numerator * 10, denominator: denominator * 10 }
        expect(reaches(tenfold, over85)).toBe(reaches({ numerator, denominator }, over85))
      }),
    )
  })

  test('four who promote and two who do not, of eight, are a net score of 25', () => {
    expect(percent(4 - 2, 8)).toBe(25)
    expect(percent(-3, 8)).toBe(-37.5)
  })

  test('30 of 41 is a response rate of 73.2, and fewer than half is read with caution', () => {
    expect(percent(30, 41)).toBe(73.2)
    expect(isLowRate({ numerator: 30, denominator: 41 })).toBe(false)
    expect(isLowRate({ numerator: 20, denominator: 41 })).toBe(true)
  })
})

test.each(statistics.wilson)('the Wilson interval of $numerator/$denominator is $low–$high', (known) => {
  const { low, high } = wilson(known)
  expect(low).toBeCloseTo(known.low, 6)
  expect(high).toBeCloseTo(known.high, 6)
})

describe('run chart', () => {
  test.each(statistics.limits)(
    'with %i useful points chance gives runs of at most %i and at least %i crossings',
    (n, run, crossings) => {
      expect(longestRunLimit(n)).toBe(run)
      expect(crossingsLimit(n)).toBe(crossings)
    },
  )

  test('very long series do not underflow', () => {
    expect(crossingsLimit(5000)).toBeGreaterThan(2400)
  })

  test.each(statistics.runCharts)('reads the series: $name', (known) => {
    const reading = readRunChart(known.values, known.frozen ?? undefined)
    expect(reading).toMatchObject({ median: known.median, points: known.values.length, useful: known.useful })
    if (known.useful === 0) return
    expect(reading).toMatchObject({
      longestRun: known.longestRun,
      longestRunMax: known.longestRunMax,
      crossings: known.crossings,
      crossingsMin: known.crossingsMin,
      verdict: known.useful < 10 ? 'too_few' : known.changed ? 'changed' : 'steady',
    })
  })

  test('no points, no reading', () => {
    expect(readRunChart([])).toBeNull()
  })
})

describe('periods', () => {
  test('a day lies in its quarter, and the quarter begins on its first day', () => {
    expect(firstDayOf(quarterOf('2026-11-21'))).toBe('2026-10-01')
    expect(quarterOf('2027-01-01') - quarterOf('2026-12-31')).toBe(1)
  })

  test('half years are called terms, whole years years, everything else by its quarters', () => {
    const spring = quarterOf('2026-01-01')
    expect(nameOf({ from: spring, to: spring })).toEqual({ kind: 'quarter', year: 2026, number: 1 })
    expect(nameOf({ from: spring, to: spring + 1 })).toEqual({ kind: 'spring', year: 2026 })
    expect(nameOf({ from: spring + 2, to: spring + 3 })).toEqual({ kind: 'autumn', year: 2026 })
    expect(nameOf({ from: spring, to: spring + 3 })).toEqual({ kind: 'year', year: 2026 })
    expect(nameOf({ from: spring + 1, to: spring + 2 })).toMatchObject({ kind: 'span', from: { number: 2 }, to: { number: 3 } })
  })
})

describe('cuts', () => {
  test('a ward with four students a term gets a value every second term', () => {
    let cut = emptyCut(0)
    const steps: (string | number)[] = []
    for (let term = 0; term < 6; term += 1) {
      const taken = takeIn(cut, { numerator: 3, denominator: 4, answers: 4 }, term * 2, 5)
      cut = taken.cut
      steps.push(taken.step?.answers ?? 'waits')
    }
    expect(steps).toEqual(['waits', 8, 'waits', 8, 'waits', 8])
  })

  test('nothing is lost or counted twice: steps and what waits are all there is', () => {
    const given = fc.record({ numerator: fc.integer({ min: -3, max: 3 }), answers: fc.nat(4), quarter: fc.nat(6) })
    fc.assert(
      fc.property(fc.array(given, { maxLength: 40 }), fc.integer({ min: 5, max: 10 }), (list, least) => {
        let cut = emptyCut(0)
        let shown = 0
        for (const { numerator, answers, quarter } of list) {
          const taken = takeIn(cut, { numerator, denominator: answers, answers }, quarter, least)
          if (taken.step) expect(taken.step.answers).toBeGreaterThanOrEqual(least)
          shown += taken.step?.answers ?? 0
          cut = taken.cut
          expect(waitingIn(cut).answers).toBeLessThan(least)
        }
        expect(shown + waitingIn(cut).answers).toBe(list.reduce((sum, { answers }) => sum + answers, 0))
      }),
    )
  })

  test('people are protected, counts of visits are not, and the response rate counts people', () => {
    expect(leastAnswers('CL1', 'guest', 5)).toBe(5)
    expect(leastAnswers('CL7', 'system', 5)).toBe(0)
    expect(leastAnswers('CL6', 'system', 5)).toBe(5)
    for (const walks of ['LP3', 'LP4', 'LP5']) expect(leastAnswers(walks, 'system', 5)).toBe(5)
  })
})

describe('series', () => {
  const row = (quarter: number, answers: number, hasAnswers = true): ShownRow => ({
    strand: 'main',
    group: 'guest',
    quarter,
    hasAnswers,
    shown: { numerator: answers, denominator: answers, answers },
  })

  test('quarters that wait are pooled into the next point, and the points never overlap', () => {
    expect(seriesOf([row(3, 6), row(1, 0), row(2, 0), row(5, 9), row(6, 0)])).toEqual({
      points: [
        { period: { from: 1, to: 3 }, shown: { numerator: 6, denominator: 6, answers: 6 } },
        { period: { from: 5, to: 5 }, shown: { numerator: 9, denominator: 9, answers: 9 } },
      ],
      waiting: { from: 6, to: 6 },
    })
  })

  test('a sum over a period says shown, hidden or no data', () => {
    const rows = [row(1, 6), row(2, 0)]
    expect(sumOf(rows, { from: 1, to: 2 })).toMatchObject({ state: 'shown', shown: { answers: 6 } })
    expect(sumOf(rows, { from: 2, to: 2 })).toEqual({ state: 'hidden' })
    expect(sumOf(rows, { from: 3, to: 4 })).toEqual({ state: 'no_data' })
  })
})

describe('targets', () => {
  const row = (unitId: string, target: Target | null): TargetRow => ({
    id: unitId,
    unitId,
    target,
    reason: 'Vi har haft det så i tre år.',
    language: 'sv',
    setName: 'Elsa Öberg',
    setAt: new Date('2026-01-01'),
  })

  test('the nearest unit above decides, a target taken back lets the next one through, at last the strategy', () => {
    const lineage = ['region', 'area', 'ward']
    expect(targetInForce(over90, lineage, [])).toEqual({ target: over90, row: null })
    expect(targetInForce(over90, lineage, [row('region', over85)])?.target).toBe(over85)
    expect(targetInForce(over90, lineage, [row('area', null), row('area', over90), row('region', over85)])?.row?.unitId).toBe(
      'region',
    )
    expect(targetInForce(null, lineage, [row('elsewhere', over85)])).toBeNull()
  })

  test('"85", "85,5" and "85.5 %" are exact fractions', () => {
    expect(targetFrom('share', '>', 850)).toEqual({ comparator: '>', numerator: 17, denominator: 20 })
    expect(targetFrom('share', '>', 855)).toEqual({ comparator: '>', numerator: 171, denominator: 200 })
    expect(targetFrom('share', '>', 1001)).toBeNull()
    expect(targetFrom('net', '>', -205)).toEqual({ comparator: '>', numerator: -41, denominator: 200 })
    expect(targetFrom('count', '>=', 120)).toEqual({ comparator: '>=', numerator: 12, denominator: 1 })
    expect(targetFrom('count', '>=', 125)).toBeNull()
    const form = { id: crypto.randomUUID(), unitId: crypto.randomUUID(), comparator: '>', reason: 'Så högt nådde vi i fjol.' }
    expect(targetForm.parse({ ...form, limit: '85,5' }).limit).toBe(855)
    expect(targetForm.parse({ ...form, limit: ' 85.5 %' }).limit).toBe(855)
    expect(targetForm.safeParse({ ...form, limit: 'hög' }).success).toBe(false)
  })
})
