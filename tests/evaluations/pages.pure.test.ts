import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latestInstrument } from '#app/features/evaluations/instruments.server.ts'
import { type Answers, answersSchema } from '#app/features/evaluations/rules/answers.ts'
import { carryFields, readAnswers, turnPage } from '#app/features/evaluations/rules/pages.ts'

const guest = latestInstrument('colearn_guest')

function press(at: string, go: string, fields: Record<string, string> = {}) {
  return turnPage(guest, { at, go, fields }, 'nb')
}

function fieldsOf(answers: Answers, without: string | null = null): Record<string, string> {
  return Object.fromEntries(carryFields(answers, without).map(({ name, value }) => [name, value]))
}

test('the first press shows the first question of thirteen', () => {
  expect(press('start', 'next').page).toMatchObject({ kind: 'question', item: { id: 'GST01' }, number: 1, total: 13 })
})

test('next carries the answer and shows the next question', () => {
  const turned = press('GST01', 'next', { 'a.GST01': '5' })
  expect(turned.page).toMatchObject({ kind: 'question', item: { id: 'GST02' }, number: 2 })
  expect(carryFields(turned.answers, 'GST02')).toEqual([{ name: 'a.GST01', value: '5' }])
})

test('a required question without an answer is asked again, with the reason', () => {
  expect(press('GST01', 'next').page).toMatchObject({ item: { id: 'GST01' }, problem: 'required' })
  expect(press('GST01', 'next', { 'a.GST01': '7' }).page).toMatchObject({ item: { id: 'GST01' }, problem: 'unusable' })
})

test('going back asks for nothing, and skipping forgets the answer', () => {
  expect(press('GST02', 'previous').page).toMatchObject({ item: { id: 'GST01' }, problem: null })
  expect(press('GST01', 'previous').page).toEqual({ kind: 'start' })
  const skipped = press('GST02', 'skip', { 'a.GST01': '4', 'a.GST02': '2' })
  expect(skipped.page).toMatchObject({ item: { id: 'GST03' } })
  expect(skipped.answers).toEqual({ GST01: 4 })
})

test('a yes asks what they will try, a no goes past it', () => {
  expect(press('GST11', 'next', { 'a.GST11': 'yes' }).page).toMatchObject({ item: { id: 'GST12' }, number: 12, total: 14 })
  expect(press('GST11', 'next', { 'a.GST11': 'no' }).page).toMatchObject({ item: { id: 'GST13' }, number: 12, total: 13 })
  expect(press('GST13', 'previous', { 'a.GST11': 'no' }).page).toMatchObject({ item: { id: 'GST11' } })
})

test('words that are too long stay in the field, also on the way back', () => {
  const long = 'x'.repeat(4001)
  for (const go of ['next', 'previous', 'review']) {
    const turned = press('GST13', go, { 'a.GST13': long })
    expect(turned.page).toMatchObject({ item: { id: 'GST13' }, problem: 'too_long' })
    expect(turned.typed).toBe(long)
  }
})

test('another language keeps the question and what was typed, and the words keep the language they were written in', () => {
  const turned = press('GST13', 'stay', {
    'a.GST13': 'Å tore å spørre.',
    'a.GST12': 'Ring på dag två.',
    'l.GST12': 'sv',
    'a.GST11': 'yes',
  })
  expect(turned.page).toMatchObject({ item: { id: 'GST13' }, problem: null })
  expect(turned.typed).toBe('Å tore å spørre.')
  expect(turned.answers.GST12).toEqual({ text: 'Ring på dag två.', language: 'sv' })
  expect(turned.answers.GST13).toEqual({ text: 'Å tore å spørre.', language: 'nb' })
})

test('after the last question everything is looked through, with what is missing named', () => {
  const turned = press('GST14', 'next', { 'a.GST01': '5', 'a.GST10': '9' })
  expect(turned.page).toEqual({ kind: 'review', missing: ['GST06', 'GST11'] })
  expect(press('review', 'to:GST06').page).toMatchObject({ item: { id: 'GST06' } })
})

test('a form that somebody rewrote carries nothing that does not fit its question', () => {
  expect(
    readAnswers(guest, { 'a.GST01': 'hello', 'a.GST10': 'na', 'a.XXX01': '5', 'a.GST11': 'maybe', 'a.GST06': '4' }, 'sv'),
  ).toEqual({ GST06: 4 })
  expect(press('nowhere', 'send').page).toMatchObject({ kind: 'review' })
  expect(press('start', 'to:GST12').page).toEqual({ kind: 'start' })
})

test('whatever was answered comes through the form unchanged', () => {
  const likert = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
  const words = fc.record({
    text: fc
      .string({ minLength: 1, maxLength: 200, unit: 'grapheme' })
      .filter((text) => text.trim() === text && !text.includes('\u0000')),
    language: fc.constantFrom('sv', 'nb', 'en'),
  })
  const whole = fc.record({
    GST01: likert,
    GST06: likert,
    GST10: fc.integer({ min: 0, max: 10 }),
    GST11: fc.constant('yes'),
    GST12: words,
    GST13: words,
  })
  fc.assert(
    fc.property(whole, (given) => {
      const answers = given as Answers
      expect(answersSchema(guest).parse(readAnswers(guest, fieldsOf(answers), 'sv'))).toEqual(answers)
    }),
  )
})
