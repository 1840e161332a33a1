import { expect, test } from 'vitest'
import { latestInstrument } from '#app/features/evaluations/instruments.server.ts'
import { type QuestionTally, takeInAnswers, withoutHandedUp } from '#app/features/evaluations/rules/feedback.ts'

const guest = latestInstrument('colearn_guest')

function afterPeople(count: number, tallies: Record<string, QuestionTally> = {}): Record<string, QuestionTally> {
  let next = tallies
  for (let person = 0; person < count; person += 1) next = takeInAnswers(guest, next, { GST01: 4, GST06: 5 }, 5)
  return next
}

test('four wait, the fifth shows all five', () => {
  expect(afterPeople(4).GST01?.shown).toEqual({})
  expect(afterPeople(5).GST01).toEqual({ waiting: {}, shown: { '4': 5, people: 5 } })
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
