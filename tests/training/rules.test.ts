import fc from 'fast-check'
import { expect, test } from 'vitest'
import { definitions, entitlements } from '#app/features/training/reference.server.ts'
import { countedOn, isCounted, type RuleVersion, recommendedRule, ruleInForce } from '#app/features/training/rules/counting.ts'
import { hasBasic, standingOn } from '#app/features/training/rules/standing.ts'
import { definitionOn, stepsFile } from '#app/features/training/rules/steps.ts'
import { supervisingKinds } from '#app/features/training/words.ts'
import { addDays } from '#app/kernel/days.ts'

const today = '2026-04-14'
const took = (...courses: [step: number, takenOn: string][]) => courses.map(([step, takenOn]) => ({ step, takenOn }))
const standing = (taken: ReturnType<typeof took>, on = today, validMonths: number | null = null) =>
  standingOn(definitions, taken, on, validMonths)

test('the steps that ship have one definition for each day, and words for all they entitle to', () => {
  expect(definitions.filter((each) => each.step === 1)).toHaveLength(2)
  expect(Object.keys(entitlements)).toHaveLength(7)
  const [first] = definitions
  const twice = { version: 1, entitlements, definitions: [first, { ...first, about: { sv: 'a', nb: 'b', en: 'c' } }] }
  expect(stepsFile.safeParse(twice).success).toBe(false)
  const wordless = { version: 1, entitlements, definitions: [{ ...first, entitles: ['surgeons'] }] }
  expect(stepsFile.safeParse(wordless).success).toBe(false)
})

test('the web course was a step of its own until the end of 2024; then it is part of step 1', () => {
  expect(definitionOn(definitions, 0, '2024-12-31')?.step).toBe(0)
  expect(definitionOn(definitions, 0, '2025-01-01')).toBeUndefined()
  expect(definitionOn(definitions, 1, '2024-12-31')?.recommends).toEqual([0])
  expect(definitionOn(definitions, 1, '2025-01-01')?.recommends).toEqual([])
})

test('each step entitles to what the strategy says of it', () => {
  const all = took([1, '2025-02-03'], [2, '2025-09-01'], [3, '2026-01-12'])
  expect(standing(all.slice(0, 1)).entitles).toEqual(['pupils', 'trainees', 'new_employees'])
  expect(standing(all.slice(0, 2)).entitles.slice(3)).toEqual(['validation', 'apprentices', 'higher_vocational'])
  expect(standing(all)).toMatchObject({ holds: [1, 2, 3] })
  expect(standing(all).entitles).toHaveLength(7)
})

test('a step without the one it builds on counts for nothing, and says which is missing', () => {
  const { courses, holds, entitles } = standing(took([2, '2025-09-01']))
  expect(courses).toMatchObject([{ state: 'missing_step', missing: [1] }])
  expect({ holds, entitles }).toEqual({ holds: [], entitles: [] })
  // Taken in the wrong order: step 1 came after, so step 2 was not built on it.
  expect(standing(took([2, '2025-09-01'], [1, '2025-10-01'])).holds).toEqual([1])
  expect(standing(took([2, '2025-10-01'], [1, '2025-10-01'])).holds).toEqual([1, 2])
})

test('step 1 without the web course counts, since it only should have been done; the gap is told', () => {
  expect(standing(took([1, '2023-05-02'])).courses).toMatchObject([{ state: 'counts', missing: [0] }])
  expect(standing(took([0, '2023-04-01'], [1, '2023-05-02'])).courses[1]).toMatchObject({ state: 'counts', missing: [] })
  expect(standing(took([1, '2025-05-02'])).courses).toMatchObject([{ state: 'counts', missing: [] }])
})

test('a course that did not exist on its day, and one whose day has not come, do not count', () => {
  expect(standing(took([0, '2025-03-01'])).courses).toMatchObject([{ state: 'unknown_step' }])
  expect(standing(took([7, '2025-03-01'])).courses).toMatchObject([{ state: 'unknown_step' }])
  expect(standing(took([1, addDays(today, 1)]))).toMatchObject({ holds: [], courses: [{ state: 'ahead' }] })
  expect(standing(took([1, today])).holds).toEqual([1])
})

test('where a region lets courses run out they hold to the day before', () => {
  const first = took([1, '2021-04-14'])
  expect(standing(first, '2026-04-13', 60)).toMatchObject({ holds: [1], courses: [{ expiresOn: '2026-04-14' }] })
  expect(standing(first, '2026-04-14', 60)).toMatchObject({ holds: [], courses: [{ state: 'expired' }] })
  expect(standing(first, '2026-04-14').holds).toEqual([1])
  // Step 2 stands on its own day: what it was built on held then.
  expect(standing(took([1, '2021-04-14'], [2, '2024-01-01']), today, 60).holds).toEqual([2])
  expect(standing(took([1, '2015-01-01'], [2, '2024-01-01']), today, 60).courses[1]).toMatchObject({ state: 'missing_step' })
})

test('somebody who holds a later step has the basic training too', () => {
  expect(hasBasic(definitions, [2], 1)).toBe(true)
  expect(hasBasic(definitions, [3], 1)).toBe(true)
  expect(hasBasic(definitions, [1], 2)).toBe(false)
  expect(hasBasic(definitions, [], 1)).toBe(false)
})

const aDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2012-01-01', days))
const courses = fc.array(fc.record({ step: fc.integer({ min: 0, max: 3 }), takenOn: aDay }), { maxLength: 8 })

test('the order in which courses are written down never matters', () => {
  fc.assert(
    fc.property(courses, aDay, fc.option(fc.integer({ min: 1, max: 120 })), (taken, on, months) => {
      const there = standing(taken, on, months)
      const back = standing([...taken].reverse(), on, months)
      expect(back.holds).toEqual(there.holds)
      expect(back.entitles).toEqual(there.entitles)
    }),
  )
})

test('one more course never takes anything away, and nobody holds a step without a course in it', () => {
  fc.assert(
    fc.property(courses, courses, aDay, fc.option(fc.integer({ min: 1, max: 120 })), (taken, more, on, months) => {
      const before = standing(taken, on, months)
      const after = standing([...taken, ...more], on, months)
      expect(before.holds.filter((step) => !after.holds.includes(step))).toEqual([])
      expect(after.holds.filter((step) => ![...taken, ...more].some((course) => course.step === step))).toEqual([])
      expect(after.courses).toHaveLength(taken.length + more.length)
    }),
  )
})

const version = (unitId: string, validFrom: string, number: number, rule: RuleVersion['rule']): RuleVersion => ({
  ...{ id: `${unitId}-${number}`, unitId, validFrom, number, rule },
})
const everybody = { ...recommendedRule, base: 'everybody' as const }

test('the nearest definition upward holds, from its day, and a later one replaces it', () => {
  const lineage = ['region', 'clinic', 'ward']
  const ofRegion = version('region', '2026-01-01', 1, everybody)
  const inForce = (versions: RuleVersion[], on = today) => ruleInForce(lineage, versions, on)
  expect(inForce([])).toEqual({ rule: recommendedRule, version: null })
  expect(inForce([ofRegion])).toEqual({ rule: everybody, version: ofRegion })
  expect(inForce([ofRegion], '2025-12-31').version).toBeNull()
  const ofClinic = version('clinic', '2026-03-01', 2, { ...recommendedRule, basicStep: 2 })
  expect(inForce([ofRegion, ofClinic]).version).toBe(ofClinic)
  const takenBack = version('clinic', '2026-04-01', 3, null)
  expect(inForce([ofRegion, ofClinic, takenBack]).version).toBe(ofRegion)
  const corrected = version('region', '2026-01-01', 4, recommendedRule)
  expect(inForce([ofRegion, corrected]).version).toBe(corrected)
  expect(ruleInForce(['elsewhere'], [ofRegion], today).version).toBeNull()
})

const employee = (given: object = {}) => ({
  ...{ id: 'Åse', supervising: 'supervises' as const, employedFrom: null, employedUntil: null, courses: [] },
  ...given,
})

test('the first and the last day belong to an employment', () => {
  const counted = (on: string) =>
    isCounted(employee({ employedFrom: '2026-04-01', employedUntil: '2026-04-30' }), recommendedRule, on)
  expect(['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'].map(counted)).toEqual([false, true, true, false])
})

test('those who neither supervise nor can be asked to are counted only where everybody is', () => {
  const three = supervisingKinds.map((supervising) => employee({ id: supervising, supervising }))
  expect(countedOn(definitions, three, recommendedRule, today).map(({ id }) => id)).toEqual(['supervises', 'can_be_assigned'])
  expect(countedOn(definitions, three, everybody, today)).toHaveLength(3)
})

test('those with a valid basic course are counted as trained, by the step that the region has named', () => {
  const people = [
    employee({ id: 'Åse', courses: took([1, '2025-02-03']) }),
    employee({ id: 'Jón', courses: took([1, '2025-02-03'], [2, '2025-09-01']) }),
    employee({ id: 'Freja' }),
  ]
  const trained = (rule: typeof recommendedRule) =>
    countedOn(definitions, people, rule, today)
      .filter(({ reached }) => reached)
      .map(({ id }) => id)
  expect(trained(recommendedRule)).toEqual(['Åse', 'Jón'])
  expect(trained({ ...recommendedRule, basicStep: 2 })).toEqual(['Jón'])
  expect(trained({ ...recommendedRule, validMonths: 12 })).toEqual(['Jón'])
})
