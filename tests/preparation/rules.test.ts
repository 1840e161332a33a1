import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerFieldsOf, type FormDefinition, fieldsOf, formDefinition } from '#app/features/preparation/definition.ts'
import { isOvertaken, proposalAnswerInput, proposalsFrom } from '#app/features/preparation/proposals.ts'
import {
  fieldInput,
  goalsState,
  missingIn,
  preparationState,
  progressOf,
  reminderStage,
  settle,
  type Target,
  targetFrom,
  targetKey,
  titleFrom,
  versionOf,
  type Words,
} from '#app/features/preparation/rules.ts'
import { workFields } from '#app/features/preparation/words.ts'
import { addDays } from '#app/kernel/days.ts'
import shipped from '#db/reference/forms/preparation-1.json' with { type: 'json' }

const form: FormDefinition = formDefinition.parse(shipped)
const goalId = '00000000-0000-4000-8000-000000000001'
const workId = '00000000-0000-4000-8000-000000000002'

function words(given: Partial<Words> = {}): Words {
  return { answer: {}, goal: {}, work: {}, ...given }
}

function input(key: string, text: string, base = '') {
  return fieldInput.parse({ target: key, text, base })
}

test('the shipped form asks what the field’s own list asks, in three languages', () => {
  expect(fieldsOf(form, 'guest').map((field) => field.id)).toEqual([
    'PRE01',
    'PRE02',
    'PRE04',
    'PRE03',
    'PRE05',
    'PRE06',
    'PRE07',
    'PRE08',
    'PRE09',
  ])
  expect(fieldsOf(form, 'host').map((field) => field.id)).toEqual(['HOST01'])
  expect(answerFieldsOf(form)).toEqual(['PRE01', 'PRE04', 'PRE08', 'PRE09'])
  const works = fieldsOf(form, 'guest').find((field) => field.type === 'works')
  expect(works?.type === 'works' && works.parts.map((part) => part.id)).toEqual([...workFields])
})

test('the form opens when the days are agreed, locks when it is sent or late, and ends with the visit', () => {
  const due = { sentAt: null, dueOn: '2027-01-19' }
  expect(preparationState('in_dialogue', due, '2026-11-01')).toBe('waiting')
  expect(preparationState('confirmed', due, '2026-11-20')).toBe('open')
  expect(preparationState('preparing', due, '2027-01-19')).toBe('open')
  expect(preparationState('preparing', due, '2027-01-20')).toBe('locked')
  expect(preparationState('preparing', { ...due, sentAt: new Date() }, '2026-12-01')).toBe('locked')
  expect(preparationState('preparing', { sentAt: null, dueOn: null }, '2030-01-01')).toBe('open')
  expect(preparationState('under_way', due, '2027-02-03')).toBe('locked')
  for (const status of ['evaluating', 'closed', 'declined', 'withdrawn', 'cancelled'] as const) {
    expect(preparationState(status, due, '2026-12-01')).toBe('over')
  }
})

test('hosts go on writing their own goals while the guests’ form is locked', () => {
  expect(goalsState('locked', 'host')).toBe('open')
  expect(goalsState('locked', 'guest')).toBe('locked')
  expect(goalsState('over', 'host')).toBe('over')
})

test('every target survives being written as a key, and nothing else is a key', () => {
  const target = fc.oneof(
    fc.constantFrom('PRE01', 'PRE08').map((id): Target => ({ subject: 'answer', id, field: 'value' })),
    fc.uuid().map((id): Target => ({ subject: 'goal', id, field: 'text' })),
    fc.tuple(fc.uuid(), fc.constantFrom(...workFields)).map(([id, field]): Target => ({ subject: 'work', id, field })),
  )
  fc.assert(
    fc.property(target, (each) => {
      expect(targetFrom(targetKey(each))).toEqual(each)
    }),
  )
  for (const key of [
    '',
    'goal',
    `goal.${goalId}`,
    'goal.banana.text',
    `goal.${goalId}.side`,
    `work.${workId}.visit_id`,
    'answer.PRE01.text',
    `goal.${goalId}.text.x`,
    '__proto__.x.y',
  ]) {
    expect(targetFrom(key)).toBe(null)
  }
})

test('an unknown field, a text that is too long and an unknown status are refused; line ends become one kind', () => {
  expect(fieldInput.safeParse({ target: 'visit.title', text: 'x' }).success).toBe(false)
  expect(fieldInput.safeParse({ target: `goal.${goalId}.text`, text: 'x'.repeat(2001) }).success).toBe(false)
  expect(fieldInput.safeParse({ target: `work.${workId}.status`, text: 'best' }).success).toBe(false)
  expect(fieldInput.safeParse({ target: `work.${workId}.status`, text: '' }).success).toBe(true)
  expect(input('answer.PRE01.value', 'en\r\ntvå').text).toBe('en\ntvå')
})

test('a version tells texts apart and is the same for the same words', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(versionOf(a) === versionOf(b)).toBe(a === b)
    }),
    { numRuns: 2000 },
  )
})

test('two people never overwrite each other: whatever they type, the first text stands or both are shown', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (began, hers, his) => {
      const base = versionOf(began)
      const first = settle(base, began, hers)
      expect(first).toBe(hers === began ? 'unchanged' : 'write')
      const second = settle(base, hers, his)
      if (hers !== began && his !== began && his !== hers) expect(second).toBe('conflict')
      if (his === began) expect(second).toBe('unchanged')
      expect(second === 'write').toBe(hers === began && his !== began)
    }),
  )
})

test('sending needs what the group wants, a goal, an improvement work with a name, a participant and the rules', () => {
  expect(missingIn(form, words(), 0)).toEqual(['PRE01', 'PRE02', 'PRE03', 'PRE05', 'PRE09'])
  expect(progressOf(form, words(), 0)).toEqual({ done: 0, of: 5 })
  const full = words({
    answer: { PRE01: { value: 'Hemgångssamtal' }, PRE09: { value: 'yes' } },
    goal: { [goalId]: { text: 'Forstå hjemreisesamtalen' } },
    work: { [workId]: { title: 'Fem dager hjemme' } },
  })
  expect(missingIn(form, full, 1)).toEqual([])
  expect(progressOf(form, full, 1)).toEqual({ done: 5, of: 5 })
  expect(missingIn(form, { ...full, goal: { [goalId]: { text: ' \n' } } }, 1)).toEqual(['PRE02'])
  expect(missingIn(form, { ...full, work: { [workId]: { title: '', aim: 'Färre återinläggningar' } } }, 1)).toEqual(['PRE03'])
})

test('done and missing always add up', () => {
  const text = fc.constantFrom('', ' ', 'ord')
  const any = fc.record({ a: text, r: text, g: text, t: text, m: text, n: fc.nat(3) })
  fc.assert(
    fc.property(any, ({ a, r, g, t, m, n }) => {
      const given = words({
        answer: { PRE01: { value: a }, PRE09: { value: r } },
        goal: { [goalId]: { text: g } },
        work: { [workId]: { title: t, method: m } },
      })
      const { done, of } = progressOf(form, given, n)
      expect(done + missingIn(form, given, n).length).toBe(of)
    }),
  )
})

test('a reminder is due from a week before, from two days before and from the day after the last day', () => {
  const days = ['2027-01-11', '2027-01-12', '2027-01-16', '2027-01-17', '2027-01-19', '2027-01-20', '2027-02-16', '2027-02-17']
  expect(days.map((today) => reminderStage('2027-01-19', today))).toEqual([null, 7, 7, 2, 2, -1, -1, null])
})

test('whatever the weekday and however many mornings are missed, the latest stage goes out once, and none goes backwards', () => {
  const mornings = fc.array(fc.boolean(), { minLength: 45, maxLength: 45 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 730 }), mornings, (start, rings) => {
      const dueOn = addDays('2027-01-01', start)
      const sent: number[] = []
      const mayHave = new Set<number>()
      for (const [index, rang] of rings.entries()) {
        const daysLeft = 12 - index
        if (!rang || daysLeft < -28) continue
        const stage = reminderStage(dueOn, addDays(dueOn, -daysLeft))
        if (stage !== null && !sent.includes(stage)) sent.push(stage)
        // Counted by hand, beside the rule.
        if (daysLeft <= 7 && daysLeft > 2) mayHave.add(7)
        if (daysLeft <= 2 && daysLeft >= 0) mayHave.add(2)
        if (daysLeft < 0) mayHave.add(-1)
      }
      expect(sent).toEqual([7, 2, -1].filter((stage) => mayHave.has(stage)))
    }),
  )
})

const standing = words({
  answer: { PRE01: { value: 'Hemgång' } },
  goal: { [goalId]: { text: 'Forstå samtalen' } },
  work: { [workId]: { title: 'Fem dager', aim: '', method: '', status: '', measure: '', struggle: 'Helgene' } },
})

test('what did not change is not proposed', () => {
  const same = [input('answer.PRE01.value', 'Hemgång '), input(`goal.${goalId}.text`, 'Forstå samtalen')]
  expect(proposalsFrom(standing, same)).toEqual([])
})

test('a proposal carries only the fields that differ, before and after', () => {
  const wanted = [input(`work.${workId}.title`, 'Fem dager'), input(`work.${workId}.struggle`, 'Helgene og nettene')]
  expect(proposalsFrom(standing, wanted)).toEqual([
    {
      kind: 'change',
      subject: 'work',
      subjectId: workId,
      before: { struggle: 'Helgene' },
      after: { struggle: 'Helgene og nettene' },
    },
  ])
})

test('a new row is proposed as something new, a blank one not at all, an emptied one as withdrawn', () => {
  const fresh = '00000000-0000-4000-8000-000000000009'
  expect(proposalsFrom(standing, [input(`goal.${fresh}.text`, 'Se tavlan')])).toMatchObject([{ kind: 'add', before: null }])
  expect(proposalsFrom(standing, [input(`goal.${fresh}.text`, '  ')])).toEqual([])
  expect(proposalsFrom(standing, [input(`goal.${goalId}.text`, '')])).toMatchObject([{ kind: 'withdraw', after: null }])
})

test('a proposal is overtaken when somebody else changed what it was made against', () => {
  const [proposal] = proposalsFrom(standing, [input('answer.PRE01.value', 'Hemgång och tavla')])
  if (!proposal) throw new Error('no proposal')
  expect(isOvertaken(standing, proposal)).toBe(false)
  expect(isOvertaken({ ...standing, answer: { PRE01: { value: 'Rond' } } }, proposal)).toBe(true)
})

test('declining needs a reason, accepting does not', () => {
  expect(proposalAnswerInput.safeParse({ answer: 'declined', reason: ' ' }).success).toBe(false)
  expect(proposalAnswerInput.safeParse({ answer: 'declined', reason: 'Vi hinner inte.' }).success).toBe(true)
  expect(proposalAnswerInput.safeParse({ answer: 'accepted' }).success).toBe(true)
})

test('a heading is the first sentence, short enough to read at a glance', () => {
  expect(titleFrom('Vi provar en ringrunda. Karin börjar.')).toBe('Vi provar en ringrunda')
  expect(titleFrom('Ringrunda\nKarin börjar')).toBe('Ringrunda')
  expect(titleFrom('')).toBe('')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
      expect(titleFrom(words).length).toBeLessThanOrEqual(100)
      expect(words).toContain(titleFrom(words).trim())
    }),
  )
})
