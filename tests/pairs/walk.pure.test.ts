import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameLink, measureOf } from '#app/features/pairs/rules/goals.ts'
import { hasConfirmed, isComplete, type JointStanding, jointStanding, jointStepInput } from '#app/features/pairs/rules/joint.ts'
import { leaderAsked, leaderNow, pairStatus } from '#app/features/pairs/rules/pair.ts'
import { countDone, doneKey, nextOnPath } from '#app/features/pairs/rules/progress.ts'
import { reflectionInput } from '#app/features/pairs/rules/reflection.ts'
import { type GoalLink, otherWalker, type Walker, walkers } from '#app/features/pairs/words.ts'
import { shippedPath } from '#tests/paths/shipped.ts'

const at = new Date('2026-01-12T08:00:00Z')
const { modules } = shippedPath
const core = modules.filter((one) => !one.optional)

describe('a joint step', () => {
  const confirmation = fc.record({ walker: fc.constantFrom(...walkers), version: fc.integer({ min: 1, max: 4 }) })

  test('is complete exactly when both have confirmed the version that stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(confirmation), (version, confirmations) => {
        const both = walkers.every((walker) => confirmations.some((one) => one.walker === walker && one.version === version))
        expect(isComplete({ version }, confirmations)).toBe(both)
        expect(jointStanding('leader', { version }, confirmations) === 'complete').toBe(both)
      }),
    )
  })

  test('waits for the one who has not confirmed, seen from either side', () => {
    fc.assert(
      fc.property(fc.constantFrom(...walkers), fc.array(confirmation), (me, confirmations) => {
        const mine = jointStanding(me, { version: 2 }, confirmations)
        const theirs = jointStanding(otherWalker(me), { version: 2 }, confirmations)
        expect(mine === 'waits_for_me').toBe(theirs === 'waits_for_other')
        expect(mine === 'unconfirmed').toBe(theirs === 'unconfirmed')
      }),
    )
  })

  test('that nobody wrote can be confirmed by nobody', () => {
    expect(isComplete(null, [])).toBe(false)
    expect(hasConfirmed('leader', null, [{ walker: 'leader', version: 1 }])).toBe(false)
    expect(jointStanding('leader', null, [])).toBe('unwritten')
  })

  test('needs a goal, and takes the rest as it comes', () => {
    const typed = (...goals: object[]) => jointStepInput.safeParse({ version: '0', goals })
    expect(typed().success).toBe(false)
    expect(typed({ text: '  ' }).success).toBe(false)
    expect(typed({ text: ' Tryggare ' }, { text: '' }).data).toEqual({
      ...{ version: 0, goals: [{ text: 'Tryggare', link: null }], time: '', mandate: '', notes: '' },
    })
  })

  test('measures a goal by an indicator at a unit or by a goal of a visit, and nothing without words', () => {
    const unitId = '00000000-0000-4000-8000-00000000000a'
    const links: GoalLink[] = [
      { kind: 'indicator', indicatorId: 'I1.1.1', unitId },
      { kind: 'visit_goal', visitId: unitId, goalId: '00000000-0000-4000-8000-00000000000b' },
    ]
    for (const link of links) {
      const goal = { text: 'Tryggare', measure: measureOf(link), unitId }
      const [read] = jointStepInput.parse({ version: '0', goals: [goal] }).goals
      expect(isSameLink(read?.link ?? null, link)).toBe(true)
      expect(jointStepInput.safeParse({ version: '0', goals: [{ ...goal, text: '' }] }).success).toBe(false)
    }
    const forged = { text: 'Tryggare', measure: 'goal:1:2', unitId }
    expect(jointStepInput.safeParse({ version: '0', goals: [forged] }).success).toBe(false)
  })
})

describe('what comes next', () => {
  const everyStep = (me: Walker) => core.flatMap((one) => one.tracks[me].map((step) => doneKey(one.id, step.id)))
  const every = (standing: JointStanding) => new Map(core.map((one) => [one.id, standing]))

  test('is the first own activity, then the joint step, then the next module', () => {
    const [m0, m1] = core
    const inM0 = new Set(m0?.tracks.leader.map((step) => doneKey('M0', step.id)))
    expect(nextOnPath(modules, 'leader', { done: new Set(), joint: new Map() })).toMatchObject({
      ...{ kind: 'activity', moduleId: 'M0', activityId: m0?.tracks.leader[0]?.id },
    })
    expect(nextOnPath(modules, 'leader', { done: inM0, joint: new Map() })).toEqual({
      ...{ kind: 'joint', moduleId: 'M0', standing: 'unwritten' },
    })
    const after = { kind: 'activity', moduleId: 'M1', activityId: m1?.tracks.leader[0]?.id }
    for (const standing of ['complete', 'waits_for_other'] as const) {
      expect(nextOnPath(modules, 'leader', { done: inM0, joint: new Map([['M0', standing]]) })).toEqual(after)
    }
    expect(nextOnPath(modules, 'leader', { done: inM0, joint: new Map() }, true)).toEqual(after)
  })

  test('at the end is nothing, or to wait for the other one', () => {
    for (const me of walkers) {
      const done = new Set(everyStep(me))
      expect(nextOnPath(modules, me, { done, joint: every('complete') })).toEqual({ kind: 'finished' })
      expect(nextOnPath(modules, me, { done, joint: every('waits_for_other') })).toEqual({ kind: 'waiting', moduleId: 'M0' })
    }
  })

  test('whatever was done in whatever order, following it leads to the end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...walkers), fc.func(fc.boolean()), (me, doneAlready) => {
        const done = new Set(everyStep(me).filter((key) => doneAlready(key)))
        const joint = new Map<string, JointStanding>()
        for (let steps = 0; steps < 200; steps += 1) {
          const next = nextOnPath(modules, me, { done, joint })
          if (next.kind === 'finished') break
          if (next.kind === 'activity') done.add(doneKey(next.moduleId, next.activityId))
          if (next.kind === 'joint') joint.set(next.moduleId, 'complete')
        }
        expect(nextOnPath(modules, me, { done, joint })).toEqual({ kind: 'finished' })
        for (const one of core)
          expect(countDone(one, me, done)).toEqual({ done: one.tracks[me].length, of: one.tracks[me].length })
      }),
      { numRuns: 30 },
    )
  })
})

test('a pair is invited, under way, paused, alone or over', () => {
  const leader = { personId: 'a', name: 'A', invitedAt: at, joinedAt: at, declinedAt: null, endedAt: null, openedOn: null }
  const asked = { ...leader, joinedAt: null }
  const pair = { joinedAt: at, pausedAt: null, endedAt: null, leaders: [leader] }
  expect(pairStatus(pair)).toBe('under_way')
  expect(pairStatus({ ...pair, pausedAt: at })).toBe('paused')
  expect(pairStatus({ ...pair, joinedAt: null })).toBe('invited')
  expect(pairStatus({ ...pair, leaders: [asked] })).toBe('invited')
  expect(pairStatus({ ...pair, leaders: [{ ...asked, declinedAt: at }] })).toBe('alone')
  expect(pairStatus({ ...pair, leaders: [leader, asked] })).toBe('under_way')
  expect(pairStatus({ ...pair, pausedAt: at, endedAt: at })).toBe('ended')
  expect(leaderNow({ leaders: [{ ...leader, endedAt: at }] })).toBeNull()
  expect(leaderAsked({ leaders: [leader, asked] })).toBe(asked)
})

test('thoughts are private unless a pair was chosen', () => {
  expect(reflectionInput.parse({ text: 'x' }).share).toBe('private')
  expect(reflectionInput.safeParse({ text: 'x', share: 'everybody' }).success).toBe(false)
})
