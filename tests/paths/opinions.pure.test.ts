// Every reading of the results, over everything people can answer: nothing shown is ever about fewer than the smallest group.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, Answers } from '#app/features/evaluations/rules/answers.ts'
import { questionnaires } from '#app/features/paths/reference.server.ts'
import {
  answersIn,
  distributionsOf,
  nothingYet,
  type Opinions,
  questionnaireForm,
  takeInOpinion,
} from '#app/features/paths/rules/opinions.ts'

const [instrument] = questionnaires

const likert = fc.option(fc.constantFrom(1, 2, 3, 4, 5, null), { nil: undefined })
const words = fc.option(fc.string({ minLength: 1 }), { nil: undefined })
const person = fc
  .record({
    ...{ PTH01: likert, PTH02: likert, PTH03: likert, PTH05: likert },
    PTH04: fc.option(fc.constantFrom('yes', 'no'), { nil: undefined }),
    PTH06: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    ...{ PTH07: words, PTH08: words },
  })
  .map((given): Answers => {
    const kept = Object.entries(given).flatMap(([id, value]): [string, Answer][] => {
      if (value === undefined) return []
      return [[id, isText(id) ? { text: String(value), language: 'sv' } : value]]
    })
    return Object.fromEntries(kept)
  })
const isText = (id: string) => id === 'PTH07' || id === 'PTH08'
const world = fc.record({ least: fc.integer({ min: 5, max: 10 }), people: fc.array(person, { maxLength: 45 }) })

type Reading = { shown: number; words: string[]; questions: ReturnType<typeof distributionsOf> }

/** What the page would say after each answer, the empty page first. */
function readings(people: readonly Answers[], least: number): Reading[] {
  let opinions: Opinions = nothingYet
  let said: string[] = []
  const all: Reading[] = [{ shown: 0, words: [], questions: distributionsOf(instrument, {}, least) }]
  for (const answers of people) {
    const next = takeInOpinion(instrument, opinions, answers, least)
    opinions = next.opinions
    said = [...said, ...next.released.map(({ item, text }) => `${item} ${text}`)]
    all.push({ shown: opinions.shown, words: said, questions: distributionsOf(instrument, opinions.tallies, least) })
  }
  return all
}

test('any two readings of a question are equal, or the answers of at least the smallest group apart', () => {
  fc.assert(
    fc.property(world, ({ least, people }) => {
      const all = readings(people, least)
      for (const [at, later] of all.entries()) {
        for (const earlier of all.slice(0, at)) {
          for (const [index, question] of later.questions.entries()) {
            const before = earlier.questions[index]
            const change = question.people - (before?.people ?? 0)
            expect(change === 0 || change >= least).toBe(true)
            if (change === 0) expect(question.counts).toEqual(before?.counts)
          }
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('the number of answers grows in whole groups, and words appear only when it does, all that waited at once', () => {
  fc.assert(
    fc.property(world, ({ least, people }) => {
      const all = readings(people, least)
      for (const [at, now] of all.entries()) {
        expect(now.shown).toBe(Math.floor(at / least) * least)
        const heard = people
          .slice(0, now.shown)
          .flatMap((one) =>
            Object.entries(one).flatMap(([id, answer]) =>
              typeof answer === 'object' && answer !== null && 'text' in answer ? [`${id} ${answer.text}`] : [],
            ),
          )
        expect(now.words.toSorted()).toEqual(heard.toSorted())
      }
    }),
    { numRuns: 60 },
  )
})

test('what is shown is what was answered: counts add up to the people of the groups shown, in the first come order', () => {
  fc.assert(
    fc.property(world, ({ least, people }) => {
      const last = readings(people, least).at(-1)
      for (const { item, people: shown, counts } of last?.questions ?? []) {
        const given = people.flatMap((one) => {
          const answer = one[item.id]
          return answer === undefined || answer === null ? [] : [String(answer)]
        })
        expect(shown).toBe(Math.floor(given.length / least) * least)
        for (const { value, count } of counts) {
          expect(count).toBe(given.slice(0, shown).filter((answer) => answer === value).length)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('the form is read as answers; nothing said, and nothing but "don’t know", is no answer', () => {
  expect(answersIn(instrument, { PTH01: '4', PTH02: 'na', PTH04: 'yes', PTH06: '10', PTH07: ' Bra ' }, 'nb')).toEqual({
    ...{ PTH01: 4, PTH02: null, PTH04: 'yes', PTH06: 10 },
    PTH07: { text: 'Bra', language: 'nb' },
  })
  expect(answersIn(instrument, {}, 'sv')).toBeNull()
  expect(answersIn(instrument, { PTH01: 'na', PTH07: '   ' }, 'sv')).toBeNull()
  expect(answersIn(instrument, { PTH01: '6', PTH04: 'maybe', PTH06: '11' }, 'sv')).toBeNull()
  expect(questionnaireForm(instrument).safeParse({ PTH07: 'x'.repeat(4001) }).success).toBe(false)
})
