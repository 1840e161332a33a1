import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indicatorOf, itemText } from '#app/features/indicators/reference.server.ts'
import { allStatements, instruments, latestInstrument, ratingInput, scale } from '#app/features/mastery/reference.server.ts'
import { changeOf } from '#app/features/mastery/rules/change.ts'
import { allLineages, handUp, stepOf, type Waiting } from '#app/features/mastery/rules/pools.ts'
import {
  answerable,
  mailDue,
  type Over,
  type Place,
  placeOf,
  placesIn,
  roundNow,
  roundsAt,
  waitsFor,
} from '#app/features/mastery/rules/rounds.ts'
import { answersIn, isHigh, UNKNOWN, type Value, values } from '#app/features/mastery/rules/statements.ts'
import { sheets } from '#app/features/paths/reference.server.ts'
import { smallestFindable } from '#tests/indicators/disclosure.ts'
import { aLeader, aPairSince } from './a-pair.ts'

const at = (instant: string) => new Date(instant)
const start = at('2026-01-12T08:00:00Z')
const place: Place = { walker: 'resource_person', joinedAt: start, startedAt: start, leftAt: null }
const goingOn: Over = { doneAt: null, endedAt: null, walkedAtAll: false }
const done: Over = { doneAt: at('2026-10-01T08:00:00Z'), endedAt: null, walkedAtAll: true }
const statesAt = (when: string, over: Over = goingOn, as: Place = place) => {
  const { before, end, after } = roundsAt(as, over, at(when))
  return [before.state, end.state, after.state]
}

describe('the statements', () => {
  test('ten for resource persons and eight for managers, in three languages, each with its own id', () => {
    expect(latestInstrument('resource_person').statements.length).toBe(10)
    expect(latestInstrument('leader').statements.length).toBe(8)
    const ids = instruments.flatMap(({ statements }) => statements.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(allStatements.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect(scale.steps.map(({ value }) => value)).toEqual([...values])
  })

  test.each([
    ['resource_person', 'self_rating'],
    ['leader', 'self_rating_leader'],
  ] as const)('what a %s is asked here stands on a sheet of the path, all of it and in the very same words', (walker, tool) => {
    const asked = latestInstrument(walker).statements.map(({ text }) => text)
    expect(sheets.find(({ id }) => id === tool)?.boxes.map(({ label }) => label)).toEqual(asked)
  })

  test('one statement feeds LP1 and one LP2, and the indicator quotes it word for word', () => {
    const feeding = allStatements.filter(({ feeds }) => feeds)
    expect(feeding.map(({ id, feeds }) => [id, feeds?.indicator])).toEqual([
      ['RPR10', 'LP1'],
      ['LDR07', 'LP2'],
    ])
    for (const { id, text, feeds } of feeding) {
      const indicator = indicatorOf(feeds?.indicator ?? '')
      expect(indicator?.items).toEqual([id])
      expect(itemText(id)).toEqual(text)
      expect(indicator?.groups).toEqual([id === 'RPR10' ? 'resource_person' : 'leader'])
      expect(feeds?.rounds).toEqual({ end: 'main', after: 'supporting' })
    }
  })
})

describe('an answer', () => {
  const { statements } = latestInstrument('leader')

  test('is a step, or "don’t know"; what is blank, off the scale or the other one’s statement is no answer', () => {
    const fields = { LDR01: '5', LDR02: UNKNOWN, LDR03: '', LDR04: '6', LDR05: '2.5', RPR01: '4', LDR06: undefined }
    expect(answersIn({ statements }, fields)).toEqual({ LDR01: 5, LDR02: null })
  })

  test('that is no step is refused by the form', () => {
    expect(ratingInput.safeParse({ round: 'end', LDR01: '3', LDR02: UNKNOWN }).success).toBe(true)
    for (const wrong of ['0', '6', 'yes', '1.5']) {
      expect(ratingInput.safeParse({ round: 'end', LDR01: wrong }).success).toBe(false)
    }
    expect(ratingInput.safeParse({ round: 'later', LDR01: '3' }).success).toBe(false)
  })

  test('of 4 or 5 is high', () => {
    expect(values.filter(isHigh)).toEqual([4, 5])
  })
})

describe('before', () => {
  test('is open from joining until thirty days into the walk, and can be told from memory until it is over', () => {
    expect(statesAt('2026-01-12T07:59:59Z')[0]).toBe('not_yet')
    expect(statesAt('2026-01-12T08:00:00Z')[0]).toBe('open')
    expect(statesAt('2026-02-11T07:59:59Z')[0]).toBe('open')
    expect(statesAt('2026-02-11T08:00:00Z')[0]).toBe('late')
    expect(statesAt('2026-09-30T08:00:00Z', done)[0]).toBe('late')
    expect(statesAt('2026-10-01T08:00:00Z', done)[0]).toBe('closed')
  })

  test('does not run out while the other one has not said yes, and then runs from that day', () => {
    const alone = { ...place, startedAt: null }
    expect(statesAt('2026-06-01T08:00:00Z', goingOn, alone)[0]).toBe('open')
    const since = { ...place, startedAt: at('2026-06-01T08:00:00Z') }
    expect(statesAt('2026-06-30T08:00:00Z', goingOn, since)[0]).toBe('open')
    expect(statesAt('2026-07-01T08:00:00Z', goingOn, since)[0]).toBe('late')
  })

  test('what was said in time is not changed from memory', () => {
    const standings = roundsAt(place, goingOn, at('2026-03-01T08:00:00Z'))
    const closesAt = at('2026-02-11T08:00:00Z')
    const given = (answeredAt: string) => ({ before: { answeredAt: at(answeredAt), closesAt, countedAt: null } })
    expect(answerable(standings, {})?.round).toBe('before')
    expect(answerable(standings, given('2026-02-20T08:00:00Z'))?.round).toBe('before')
    expect(answerable(standings, given('2026-01-20T08:00:00Z'))).toBe(null)
  })
})

describe('the end and half a year later', () => {
  test('are open for six weeks each, from the day all is done and from the same day six months on', () => {
    expect(statesAt('2026-10-01T07:59:59Z', done).slice(1)).toEqual(['not_yet', 'not_yet'])
    expect(statesAt('2026-10-01T08:00:00Z', done).slice(1)).toEqual(['open', 'not_yet'])
    expect(statesAt('2026-11-12T08:00:00Z', done).slice(1)).toEqual(['closed', 'not_yet'])
    expect(statesAt('2027-04-01T08:00:00Z', done).slice(1)).toEqual(['closed', 'open'])
    expect(statesAt('2027-05-13T08:00:00Z', done).slice(1)).toEqual(['closed', 'closed'])
  })

  test('also come when the two end it on the way, but not when nothing was agreed before', () => {
    const ended = { doneAt: null, endedAt: at('2026-05-01T08:00:00Z'), walkedAtAll: true }
    expect(statesAt('2026-05-01T08:00:00Z', ended)).toEqual(['closed', 'open', 'not_yet'])
    expect(statesAt('2026-05-01T08:00:00Z', { ...ended, walkedAtAll: false })).toEqual(['closed', 'not_yet', 'not_yet'])
  })

  test('are not asked of a manager whom another has followed, nor of one who came when it was over', () => {
    const former = { ...place, leftAt: at('2026-04-01T08:00:00Z') }
    expect(statesAt('2026-10-02T08:00:00Z', done, former)).toEqual(['closed', 'not_yet', 'not_yet'])
    expect(statesAt('2026-02-01T08:00:00Z', goingOn, { ...former, leftAt: at('2026-01-20T08:00:00Z') })[0]).toBe('closed')
    const newcomer = { ...place, joinedAt: at('2026-10-20T08:00:00Z'), startedAt: at('2026-10-20T08:00:00Z') }
    expect(statesAt('2026-10-21T08:00:00Z', done, newcomer).slice(1)).toEqual(['not_yet', 'not_yet'])
  })

  test('never more than one round can be answered, whatever happened when', () => {
    const instant = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z'), noInvalidDate: true })
    const maybe = fc.option(instant)
    fc.assert(
      fc.property(
        instant,
        maybe,
        maybe,
        maybe,
        maybe,
        fc.boolean(),
        instant,
        (joinedAt, startedAt, leftAt, doneAt, endedAt, walkedAtAll, now) => {
          const standings = roundsAt({ ...place, joinedAt, startedAt, leftAt }, { doneAt, endedAt, walkedAtAll }, now)
          const open = Object.values(standings).filter(({ state }) => state === 'open' || state === 'late')
          expect(open.length).toBeLessThanOrEqual(1)
          expect(roundNow(standings)).toEqual(open[0] ?? null)
          for (const { opensAt, state } of open) expect([state, opensAt !== null && opensAt <= now]).toEqual([state, true])
        },
      ),
    )
  })
})

describe('a mail', () => {
  const nothing = { answeredAt: null, passedAt: null, askedAt: null, remindedAt: null }
  const mailAt = (when: string, known = {}, over: Over = goingOn) => {
    const standing = roundNow(roundsAt(place, over, at(when)))
    return standing && mailDue(standing, place, { ...nothing, ...known }, at(when))
  }

  test('asks a week into the walk, reminds ten days before the last, and then lets be', () => {
    expect(mailAt('2026-01-19T07:59:59Z')).toBe(null)
    expect(mailAt('2026-01-19T08:00:00Z')).toBe('asked')
    const asked = { askedAt: at('2026-01-19T08:00:00Z') }
    expect(mailAt('2026-01-31T08:00:00Z', asked)).toBe(null)
    expect(mailAt('2026-02-01T08:00:00Z', asked)).toBe('reminded')
    expect(mailAt('2026-02-02T08:00:00Z', { ...asked, remindedAt: at('2026-02-01T08:00:00Z') })).toBe(null)
  })

  test('asks at once when the end is there, and never after an answer or "not now"', () => {
    expect(mailAt('2026-10-01T08:00:00Z', {}, done)).toBe('asked')
    expect(mailAt('2026-10-01T08:00:00Z', { answeredAt: start }, done)).toBe(null)
    expect(mailAt('2026-10-01T08:00:00Z', { passedAt: start }, done)).toBe(null)
  })

  test('asks nobody for what is late, nor before both walk', () => {
    expect(mailAt('2026-03-12T08:00:00Z')).toBe(null)
    const alone = { ...place, startedAt: null }
    const standing = roundsAt(alone, goingOn, at('2026-02-01T08:00:00Z')).before
    expect([standing.state, waitsFor(standing, alone, undefined, at('2026-02-01T08:00:00Z'))]).toEqual(['open', false])
  })
})

describe('a place in a pair', () => {
  const leader = (personId: string, joinedAt: Date | null, endedAt: Date | null = null) =>
    aLeader(personId, joinedAt, { invitedAt: start, endedAt })
  const later = at('2026-03-01T08:00:00Z')
  const pair = aPairSince(start, [leader('former', start, later), leader('elsa', later), leader('asked', null)])

  test('is held by the two and by who was the manager before, not by who is only asked', () => {
    expect(placesIn(pair).map(({ personId }) => personId)).toEqual(['samira', 'former', 'elsa'])
    expect(placeOf('former', pair)?.leftAt).toEqual(later)
    expect(placeOf('elsa', pair)).toMatchObject({ walker: 'leader', startedAt: later, leftAt: null })
    expect(placeOf('yusuf', pair)).toBe(null)
  })

  test('of a resource person who has not said yes is none, and without a manager the walk has not started', () => {
    expect(placeOf('samira', { ...pair, joinedAt: null })).toBe(null)
    expect(placeOf('samira', { ...pair, leaders: [leader('asked', null)] })?.startedAt).toBe(null)
  })
})

test('the own change goes from the first number to the last, over a round that is missing or unknown', () => {
  expect(changeOf('RPR01', { before: { RPR01: 2 }, end: { RPR01: null }, after: { RPR01: 4 } })).toEqual({
    by: { before: 2, end: null, after: 4 },
    moved: { from: 2, to: 4 },
  })
  expect(changeOf('RPR01', { before: {}, end: { RPR01: 5 } }).moved).toBe(null)
})

describe('small numbers', () => {
  const waiting = (n: number, given: Partial<Waiting> = {}): Waiting[] =>
    Array.from({ length: n }, (_, index) => ({
      id: `${given.unitId ?? 'ward'} ${index}`,
      unitId: 'ward',
      value: 4,
      quarter: 8104,
      company: 1,
      ...given,
    }))

  test('four wait, five show, and who was counted before is no fifth', () => {
    expect(stepOf(waiting(4), 5)).toBe(null)
    expect(stepOf(waiting(5), 5)).toMatchObject({ people: 5, tally: [0, 0, 0, 5, 0] })
    expect(stepOf([...waiting(4), ...waiting(3, { unitId: 'again', company: 0 })], 5)).toBe(null)
    expect(stepOf([...waiting(5), ...waiting(3, { unitId: 'again', company: 0 })], 5)).toMatchObject({
      people: 5,
      tally: [0, 0, 0, 8, 0],
    })
    expect(stepOf([], 0)).toBe(null)
  })

  const lineages = allLineages([
    ['region', 'north', 'a'],
    ['region', 'north', 'b'],
    ['region', 'south', 'c'],
  ])

  test('two wards with three each show together where they meet, when the quarter is over', () => {
    const given = [...waiting(3, { unitId: 'a' }), ...waiting(3, { unitId: 'b' }), ...waiting(4, { unitId: 'c' })]
    const around = { lineages, shownIn: new Map() }
    expect(handUp(given, around, { running: 8104, least: 5 }).steps).toEqual([])
    const { steps } = handUp(given, around, { running: 8105, least: 5 })
    expect(steps.map(({ unitId, people, quarter }) => [unitId, people, quarter])).toEqual([['north', 6, 8104]])
    const again = handUp(
      given,
      {
        lineages,
        shownIn: new Map([
          ['north', 8102],
          ['region', 8102],
        ]),
      },
      { running: 8105, least: 5 },
    )
    expect(again.steps, 'what has shown within a year waits for its own').toEqual([])
  })

  test('what has waited two years goes up a level, and at the top it stays', () => {
    const handed = handUp(
      [...waiting(2, { unitId: 'a' }), ...waiting(1, { unitId: 'region' })],
      { lineages, shownIn: new Map() },
      { running: 8112, least: 5 },
    )
    expect(handed).toEqual({ moved: [{ ids: ['a 0', 'a 1'], toUnitId: 'north', quarter: 8111 }], steps: [] })
  })

  test('whoever keeps every number ever shown can still find nobody in a group of fewer than five', () => {
    const units = ['a', 'b', 'c', 'north', 'region']
    const moves = fc.array(
      fc.oneof({ weight: 8, arbitrary: fc.nat(4) }, { weight: 3, arbitrary: fc.constant('quarter' as const) }),
      { minLength: 12, maxLength: 60 },
    )
    let attacked = 0
    fc.assert(
      fc.property(moves, (list) => {
        const shown = new Map<string, bigint>()
        const seen = new Set<bigint>()
        const shownIn = new Map<string, number>()
        let here: Waiting[] = []
        let running = 8104
        let people = 0
        const show = (unitId: string, step: { ids: string[]; quarter: number }) => {
          for (const above of lineages.get(unitId) ?? []) {
            shown.set(`${above} ${step.quarter}`, (shown.get(`${above} ${step.quarter}`) ?? 0n) | bits(step.ids))
            shownIn.set(above, Math.max(shownIn.get(above) ?? 0, step.quarter))
          }
          for (const number of shown.values()) seen.add(number)
          here = here.filter(({ id }) => !step.ids.includes(id))
        }
        for (const move of list) {
          if (move === 'quarter') {
            running += 1
            const handed = handUp(here, { lineages, shownIn }, { running, least: 5 })
            for (const { ids, toUnitId, quarter } of handed.moved) {
              here = here.map((one) => (ids.includes(one.id) ? { ...one, unitId: toUnitId, quarter } : one))
            }
            for (const step of handed.steps) show(step.unitId, step)
            continue
          }
          const unitId = units[move] ?? 'a'
          here.push({ id: String(people), unitId, value: ((people % 5) + 1) as Value, quarter: running, company: 1 })
          people += 1
          const step = stepOf(
            here.filter((one) => one.unitId === unitId),
            5,
          )
          if (step) show(unitId, step)
        }
        attacked += seen.size
        expect(smallestFindable(seen, people)).toBeGreaterThanOrEqual(5)
      }),
      { numRuns: 200 },
    )
    expect(attacked, 'the plays showed something to attack').toBeGreaterThan(200)
  })
})

function bits(ids: readonly string[]): bigint {
  return ids.reduce((sum, id) => sum | (1n << BigInt(id)), 0n)
}
