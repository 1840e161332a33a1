import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instrumentOf, instruments, latestInstrument, scales } from '#app/features/evaluations/instruments.server.ts'
import { type Answers, answersSchema, askedItems, missingItems } from '#app/features/evaluations/rules/answers.ts'
import { incrementsOf, visitConfirmations } from '#app/features/evaluations/rules/counting.ts'
import { type Instrument, instrumentSchema } from '#app/features/evaluations/rules/instrument.ts'
import { accordOf } from '#app/features/evaluations/rules/judgement.ts'
import {
  evaluationWindow,
  followUpToOpen,
  isDue,
  isOpen,
  isReminderDue,
  isSummaryInTime,
} from '#app/features/evaluations/rules/windows.ts'
import { judgementScale } from '#app/features/evaluations/words.ts'

const guest = latestInstrument('colearn_guest')
const host = latestInstrument('colearn_host')
const summary = latestInstrument('visit_summary')
const followUp = latestInstrument('visit_followup')

const ingrids: Answers = {
  GST01: 5,
  GST05: 4,
  GST06: 3,
  GST10: 9,
  GST11: 'yes',
  GST12: { text: 'Ringe dag to.', language: 'nb' },
}
const karins: Answers = { HST01: 4, HST03: 5, HST04: 3, HST05: null, HST06: 'yes', HST09: 6, HST10: 'no' }

function sum(instrument: Instrument, everybodys: Answers[], indicator: string, strand = 'main') {
  const parts = everybodys
    .flatMap((answers) => incrementsOf(instrument, answers))
    .filter((increment) => increment.indicatorId === indicator && increment.strand === strand)
  return [parts.reduce((total, part) => total + part.numerator, 0), parts.reduce((total, part) => total + part.denominator, 0)]
}

test('all eight questionnaires are readable, in three languages, with every rule known', () => {
  expect(instruments.map(({ id }) => id).sort()).toEqual([
    'colearn_guest',
    'colearn_host',
    'student_survey',
    'supervisor_survey',
    'training_survey',
    'unit_manager_survey',
    'visit_followup',
    'visit_summary',
  ])
  expect(instruments.flatMap(({ items }) => items)).toHaveLength(103)
  expect(scales.likert5.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, null])
})

test('a rule that nobody knows how to count stops the questionnaire from loading', () => {
  const broken = structuredClone(instrumentOf('visit_followup', 1)) as unknown as { items: { feeds: unknown[] }[] }
  for (const item of broken.items) item.feeds = []
  expect(instrumentSchema.safeParse(broken).success).toBe(true)
  broken.items[0]?.feeds.push({ indicator: 'CL8', rule: 'share_3_5' })
  expect(instrumentSchema.safeParse(broken).success).toBe(false)
})

test('a guest’s answers feed the indicators that the questionnaire names, and no other', () => {
  const one = { denominator: 1, answers: 1 }
  expect(incrementsOf(guest, ingrids)).toEqual([
    { indicatorId: 'CL1', strand: 'main', part: 'GST01', numerator: 1, ...one },
    { indicatorId: 'CL10', strand: 'supporting', part: 'GST05', numerator: 1, ...one },
    { indicatorId: 'CL2', strand: 'main', part: 'GST06', numerator: 0, ...one },
    { indicatorId: 'CL3', strand: 'main', part: 'GST10', numerator: 1, ...one },
    { indicatorId: 'CL8', strand: 'leading', part: 'GST11', numerator: 1, ...one },
  ])
})

test('a host’s two questions on pride and joy count answer by answer, and don’t know counts nowhere', () => {
  const one = { denominator: 1, answers: 1 }
  expect(incrementsOf(host, karins)).toEqual([
    { indicatorId: 'CL1', strand: 'main', part: 'HST01', numerator: 1, ...one },
    { indicatorId: 'CL4', strand: 'main', part: 'HST03', numerator: 1, ...one },
    { indicatorId: 'CL4', strand: 'main', part: 'HST04', numerator: 0, ...one },
    { indicatorId: 'CL3', strand: 'main', part: 'HST09', numerator: -1, ...one },
    { indicatorId: 'CL8', strand: 'leading', part: 'HST10', numerator: 0, ...one },
  ])
})

test('share 4–5: of 5 4 4 3 5 2, don’t know, blank, 4 5, six of eight are high', () => {
  const given = [5, 4, 4, 3, 5, 2, null, undefined, 4, 5]
  const everybodys = given.map((answer): Answers => (answer === undefined ? {} : { GST01: answer }))
  expect(sum(guest, everybodys, 'CL1')).toEqual([6, 8])
})

test('0–10: of 10 9 9 8 7 6 3 10, four promote and two do not, which makes +2 of 8', () => {
  expect(
    sum(
      guest,
      [10, 9, 9, 8, 7, 6, 3, 10].map((answer): Answers => ({ GST10: answer })),
      'CL3',
    ),
  ).toEqual([2, 8])
})

test('0–10: 6 speaks against, 7 and 8 say nothing, 9 speaks for', () => {
  expect([6, 7, 8, 9].map((answer) => sum(guest, [{ GST10: answer }], 'CL3')[0])).toEqual([-1, 0, 0, 1])
})

test('a pair counts once, and only when both are valid: (5,4) in, (4,3) out, (4, don’t know) not at all', () => {
  const student = latestInstrument('student_survey')
  const pairs: Answers[] = [
    { STU03a: 5, STU03b: 4 },
    { STU03a: 4, STU03b: 3 },
    { STU03a: 4, STU03b: null },
  ]
  expect(sum(student, pairs, 'I1.6.3')).toEqual([1, 2])
})

test('an option that is listed counts, another is in the denominator only', () => {
  const supervisor = latestInstrument('supervisor_survey')
  expect(sum(supervisor, [{ SUP01: 'step2' }, { SUP01: 'none' }, { SUP01: 'basic' }], 'I1.1.1')).toEqual([2, 3])
})

test('questions that explain or cross-check never enter an indicator', () => {
  const student = latestInstrument('student_survey')
  expect(incrementsOf(student, { STU05: 5, STU06: 5, STU08: 1, STU16: 'yes', STU17: 10 })).toEqual([])
  expect(incrementsOf(summary, { SUM01: 'fully' })).toEqual([])
})

test('evidence and leading questions stay on their own strand', () => {
  const student = latestInstrument('student_survey')
  expect(incrementsOf(student, { STU14: 4, STU18: 2 })).toEqual([
    { indicatorId: 'I2.3.1', strand: 'supporting', part: 'STU14', numerator: 1, denominator: 1, answers: 1 },
    { indicatorId: 'I3.2.1', strand: 'leading', part: 'STU18', numerator: 0, denominator: 1, answers: 1 },
  ])
})

test('one host who says yes confirms that the guests shared their work; nobody’s yes does not', () => {
  expect(visitConfirmations(host, [{ HST06: 'no' }, karins])).toEqual(['CL10'])
  expect(visitConfirmations(host, [{ HST06: 'no' }, {}])).toEqual([])
})

test('a joint answer about the guests’ work confirms it, and one yes in a follow-up confirms improvement', () => {
  expect(visitConfirmations(summary, [{ SUM05: { text: 'Fem dager hjemme', language: 'nb' } }])).toEqual(['CL10'])
  expect(visitConfirmations(summary, [{ SUM06: { text: 'Vi prövar', language: 'sv' } }])).toEqual([])
  expect(visitConfirmations(followUp, [{ FUP02: 'no' }, { FUP02: 'yes' }])).toEqual(['CL8'])
})

test('the summary is complete when all its required questions are answered', () => {
  const words = { text: 'Så här', language: 'sv' }
  const all: Answers = { SUM01: 'mostly', SUM02: words, SUM03: words, SUM04: words, SUM06: words, SUM08: words }
  expect(missingItems(summary, all)).toEqual([])
  const { SUM06: _left, ...some } = all
  expect(missingItems(summary, some).map(({ id }) => id)).toEqual(['SUM06'])
})

test('counting one by one and all together gives the same, and never more than was asked', () => {
  const likert = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
  const person = fc.record({ GST01: likert, GST06: likert, GST10: fc.integer({ min: 0, max: 10 }) }, { requiredKeys: [] })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), (people) => {
      const everybodys = people as Answers[]
      for (const id of ['GST01', 'GST06'] as const) {
        const valid = everybodys.flatMap((answers) => (typeof answers[id] === 'number' ? [answers[id]] : []))
        const indicator = id === 'GST01' ? 'CL1' : 'CL2'
        expect(sum(guest, everybodys, indicator)).toEqual([valid.filter((answer) => answer >= 4).length, valid.length])
      }
      const [net, asked] = sum(guest, everybodys, 'CL3') as [number, number]
      expect(Math.abs(net)).toBeLessThanOrEqual(asked)
    }),
  )
})

test('a whole questionnaire is accepted as it was given', () => {
  const given = { ...ingrids, GST02: null }
  expect(answersSchema(guest).parse(given)).toEqual(given)
})

test('a required question left blank is refused by name; don’t know is an answer', () => {
  const { GST06: _left, ...answers } = ingrids
  expect(
    answersSchema(guest)
      .safeParse(answers)
      .error?.issues.map(({ path }) => path),
  ).toEqual([['GST06']])
  expect(answersSchema(guest).safeParse({ ...answers, GST06: null }).success).toBe(true)
})

test('what is off the scale, unknown, too long or unstorable is refused', () => {
  const schema = answersSchema(guest)
  const hostile: Record<string, unknown>[] = [
    { GST01: 0 },
    { GST01: 4.5 },
    { GST01: '5' },
    { GST10: 11 },
    { GST10: null },
    { GST11: 'maybe' },
    { GST13: { text: 'x'.repeat(4001), language: 'sv' } },
    { GST13: { text: 'a\u0000b', language: 'sv' } },
    { GST13: { text: '\ud800', language: 'sv' } },
    { GST13: { text: 'hej', language: '<b>' } },
    { GST13: 'bare words' },
    { HST01: 4 },
    { __proto__: { GST01: 5 }, extra: 1 },
  ]
  for (const part of hostile) expect(schema.safeParse({ ...ingrids, ...part }).success, JSON.stringify(part)).toBe(false)
})

test('an answer to a question that is not asked is left out', () => {
  const answers = answersSchema(guest).parse({ ...ingrids, GST11: 'no' })
  expect(answers).not.toHaveProperty('GST12')
  expect(askedItems(guest, answers).map(({ id }) => id)).not.toContain('GST12')
})

test('a questionnaire is open for fourteen days to the moment, and people are reminded once, after seven', () => {
  const opened = new Date('2026-09-17T06:00:00Z')
  const asking = { ...evaluationWindow(opened), remindedAt: null, closedAt: null }
  expect(asking.closesAt).toEqual(new Date('2026-10-01T06:00:00Z'))
  expect(isOpen(asking, new Date('2026-10-01T05:59:59Z'))).toBe(true)
  expect(isOpen(asking, asking.closesAt)).toBe(false)
  expect(isDue(asking, asking.closesAt)).toBe(true)
  expect(isReminderDue(asking, new Date('2026-09-24T05:59:59Z'))).toBe(false)
  expect(isReminderDue(asking, new Date('2026-09-24T06:00:00Z'))).toBe(true)
  expect(isReminderDue({ ...asking, remindedAt: opened }, new Date('2026-09-25T06:00:00Z'))).toBe(false)
  expect(isReminderDue(asking, asking.closesAt)).toBe(false)
})

const visited = { startsOn: '2026-08-29', endsOn: '2026-08-31', timeZone: 'Europe/Oslo' }

test('follow-ups open three and six months after the last day, at eight where the visit was', () => {
  const three = followUpToOpen(visited, [3, 6], [], new Date('2026-11-30T07:00:00Z'))
  expect(three).toEqual({
    months: 3,
    opensAt: new Date('2026-11-30T07:00:00Z'),
    closesAt: new Date('2026-12-13T23:00:00Z'),
  })
  expect(followUpToOpen(visited, [3, 6], [], new Date('2026-11-30T06:59:59Z'))).toBeNull()
  expect(followUpToOpen(visited, [3, 6], [3], new Date('2026-12-01T07:00:00Z'))).toBeNull()
  expect(followUpToOpen(visited, [3, 6], [3], new Date('2027-02-28T07:00:00Z'))?.months).toBe(6)
})

test('a follow-up that nobody opened in its time is not asked late', () => {
  expect(followUpToOpen(visited, [3, 6], [], new Date('2026-12-14T00:00:00Z'))).toBeNull()
  expect(followUpToOpen(visited, [], [], new Date('2026-11-30T08:00:00Z'))).toBeNull()
})

test('a summary counts as completed when it is agreed within fourteen days, where the visit was', () => {
  expect(isSummaryInTime(visited, new Date('2026-09-14T21:59:00Z'))).toBe(true)
  expect(isSummaryInTime(visited, new Date('2026-09-14T22:00:00Z'))).toBe(false)
})

test('two sides agree, are near, or see a goal differently', () => {
  expect(accordOf('fully', 'fully')).toBe('agree')
  expect(accordOf('fully', 'mostly')).toBe('near')
  expect(accordOf('partly', 'fully')).toBe('apart')
  expect(accordOf(null, 'not')).toBe('waiting')
  for (const one of judgementScale) for (const two of judgementScale) expect(accordOf(one, two)).toBe(accordOf(two, one))
})
