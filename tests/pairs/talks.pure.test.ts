import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  byTime,
  canBeMoved,
  canBeNoted,
  isStepDue,
  nextTalk,
  talkInput,
  talkNoteInput,
  talkStanding,
} from '#app/features/pairs/rules/talks.ts'
import { talkOutcomes } from '#app/features/pairs/words.ts'
import { addDays } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'

const today = '2026-05-12'
const talk = fc.record({
  onDay: fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days)),
  startsAt: fc.constantFrom(null, '08:00', '13:15'),
  outcome: fc.constantFrom(null, ...talkOutcomes),
})

describe('a talk', () => {
  test('is ahead through its own day, then waits to be noted, until somebody has said what came of it', () => {
    const open = { startsAt: null, outcome: null }
    expect(talkStanding({ ...open, onDay: today }, today)).toBe('ahead')
    expect(talkStanding({ ...open, onDay: '2026-05-11' }, today)).toBe('to_note')
    expect(talkStanding({ ...open, onDay: '2026-05-11', outcome: 'not_held' }, today)).toBe('not_held')
  })

  test('is never both to be moved and noted before, and a cancelled one is neither', () => {
    fc.assert(
      fc.property(talk, (one) => {
        expect(canBeMoved(one)).toBe(one.outcome === null)
        expect(canBeNoted(one, today)).toBe(one.onDay <= today && one.outcome !== 'cancelled')
        expect(talkStanding(one, today) === 'to_note').toBe(canBeMoved(one) && one.onDay < today)
      }),
    )
  })

  test('that comes next is ahead, and none that is ahead comes before it', () => {
    fc.assert(
      fc.property(fc.array(talk), (talks) => {
        const ahead = talks.filter((one) => talkStanding(one, today) === 'ahead')
        const next = nextTalk(talks, today)
        expect(next === null).toBe(ahead.length === 0)
        if (next) for (const one of ahead) expect(byTime(next, one)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('takes a time as people write it, and needs none', () => {
    const typed = { id: newId(), onDay: '2026-05-20' }
    expect(talkInput.parse({ ...typed, startsAt: '8.15' }).startsAt).toBe('08:15')
    expect(talkInput.parse(typed)).toEqual({ ...typed, place: '' })
    expect(talkInput.safeParse({ ...typed, onDay: '2026-02-31' }).success).toBe(false)
    expect(talkInput.safeParse({ ...typed, startsAt: '25:00' }).success).toBe(false)
  })

  test('reminds only of a step that is written', () => {
    const said = { version: '1', outcome: 'held', nextStepOn: '2026-05-20' }
    expect(talkNoteInput.safeParse(said).success).toBe(false)
    expect(talkNoteInput.safeParse({ ...said, nextStep: 'Visa checklistan' }).success).toBe(true)
  })
})

test('an agreed step is due from its day on, until it is taken', () => {
  const step = { nextStep: 'Visa checklistan', nextStepOn: today, nextStepDoneAt: null }
  expect(isStepDue(step, '2026-05-11')).toBe(false)
  expect(isStepDue(step, today)).toBe(true)
  expect(isStepDue(step, '2026-06-01')).toBe(true)
  expect(isStepDue({ ...step, nextStepDoneAt: new Date() }, '2026-06-01')).toBe(false)
  expect(isStepDue({ ...step, nextStepOn: null }, '2026-06-01')).toBe(false)
})
