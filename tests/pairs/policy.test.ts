import { describe, expect, test } from 'vitest'
import {
  canBringTogether,
  canEnd,
  canKnowPair,
  canMove,
  canNameLeader,
  canPause,
  canReadInside,
  canReadReflection,
  canResume,
  canShareWith,
  canTendTalks,
  canWriteJoint,
  invitedAs,
  walkerOf,
} from '#app/features/pairs/policy.ts'
import type { PairFile, PairLeader } from '#app/features/pairs/rules/pair.ts'
import { type Actor, system, visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const since = new Date('2026-01-12T08:00:00Z')
const lineage = ['region', 'ward']
const leader = (personId: string, row: Partial<PairLeader> = {}): PairLeader => ({
  ...{ personId, name: personId, invitedAt: since, joinedAt: since, declinedAt: null, endedAt: null, openedOn: null },
  ...row,
})
const former = leader('former', { endedAt: since })
const pair: PairFile = {
  ...{ id: 'pair', pathId: 'learn-to-teach-on', version: 1, startedBy: 'samira', startedAt: since },
  ...{ joinedAt: since, pausedAt: null, endedAt: null },
  unit: { id: 'ward', name: 'Tallbacken', language: 'sv', lineage, timeZone: 'Europe/Stockholm', closedAt: null },
  resourcePerson: { id: 'samira', name: 'Samira Nilsson' },
  leaders: [former, leader('elsa')],
}
const paused = { ...pair, pausedAt: since }
const ended = { ...pair, endedAt: since }
const alone = { ...pair, leaders: [former] }
const asking = { ...pair, leaders: [...pair.leaders, leader('next', { joinedAt: null })] }

const people: Record<string, Actor> = {
  samira: somebody([roleAt('resource_person', 'ward')], 'samira'),
  'samira, gone': somebody([], 'samira'),
  elsa: somebody([roleAt('unit_manager', 'ward')], 'elsa'),
  'elsa from above': somebody([roleAt('unit_manager', 'region')], 'elsa'),
  'elsa, gone': somebody([roleAt('unit_manager', 'elsewhere')], 'elsa'),
  former: somebody([roleAt('unit_manager', 'ward')], 'former'),
  next: somebody([roleAt('unit_manager', 'ward')], 'next'),
  colleague: somebody([roleAt('member', 'ward')], 'colleague'),
  'education lead': somebody([roleAt('education_lead', 'region')], 'tove'),
  admin: somebody([{ kind: 'admin', unitId: null, visitId: null }], 'admin'),
  visitor,
  system,
}

/** Who may, of all the people above. */
function who(can: (actor: Actor) => boolean): string[] {
  return Object.keys(people).filter((name) => can(people[name] as Actor))
}

const two = ['samira', 'samira, gone', 'elsa', 'elsa from above']
const acting = ['samira', 'elsa', 'elsa from above']

describe('of a pair', () => {
  test('the two know, and nobody who stands above, before or beside them', () => {
    expect(who((actor) => canKnowPair(actor, pair))).toEqual(two)
    expect(who((actor) => canReadInside(actor, pair))).toEqual(two)
    expect(who((actor) => canReadInside(actor, ended))).toEqual(two)
  })

  test('whoever is asked to lead next knows of it, and reads nothing of what is written', () => {
    expect(who((actor) => canKnowPair(actor, asking))).toEqual([...two, 'next'])
    expect(who((actor) => canReadInside(actor, asking))).toEqual(two)
    expect(who((actor) => invitedAs(actor, asking) === 'leader')).toEqual(['next'])
  })

  test('who is asked to be the resource person reads nothing before saying yes', () => {
    const fresh = { ...pair, joinedAt: null }
    expect(who((actor) => canReadInside(actor, fresh))).toEqual(['elsa', 'elsa from above'])
    expect(who((actor) => invitedAs(actor, fresh) === 'resource_person')).toEqual(['samira'])
    expect(who((actor) => invitedAs(actor, { ...fresh, endedAt: since }) !== null)).toEqual([])
  })

  test('each walks as what they are', () => {
    expect(who((actor) => walkerOf(actor, pair) === 'leader')).toEqual(['elsa', 'elsa from above'])
    expect(who((actor) => walkerOf(actor, pair) === 'resource_person')).toEqual(['samira', 'samira, gone'])
  })
})

test('the two write while it is under way, as long as they belong to the unit', () => {
  expect(who((actor) => canWriteJoint(actor, pair))).toEqual(acting)
  expect(who((actor) => canPause(actor, pair))).toEqual(acting)
  for (const over of [paused, ended, alone]) expect(who((actor) => canWriteJoint(actor, over))).toEqual([])
  for (const still of [pair, paused]) expect(who((actor) => canTendTalks(actor, still))).toEqual(acting)
  expect(who((actor) => canTendTalks(actor, alone))).toEqual(['samira'])
  expect(who((actor) => canTendTalks(actor, ended))).toEqual([])
})

test('a pause can be lifted, an end cannot; the resource person can end it also after leaving the unit', () => {
  expect(who((actor) => canResume(actor, paused))).toEqual(acting)
  expect(who((actor) => canResume(actor, ended))).toEqual([])
  expect(who((actor) => canEnd(actor, pair))).toEqual(two)
  expect(who((actor) => canEnd(actor, ended))).toEqual([])
})

test('either of the two asks another manager; a resource person whom the manager has left is not stuck', () => {
  expect(who((actor) => canNameLeader(actor, pair))).toEqual(acting)
  expect(who((actor) => canNameLeader(actor, alone))).toEqual(['samira'])
  expect(who((actor) => canNameLeader(actor, ended))).toEqual([])
})

test('either takes it along to another unit, also the resource person who has left; nobody asks a manager in a closed unit', () => {
  expect(who((actor) => canMove(actor, pair))).toEqual(two)
  expect(who((actor) => canMove(actor, ended))).toEqual([])
  const closed = { ...pair, unit: { ...pair.unit, closedAt: since } }
  expect(who((actor) => canNameLeader(actor, closed))).toEqual([])
  expect(who((actor) => canMove(actor, closed))).toEqual(two)
})

test('those who lead the education of the unit or above bring two together, and nobody else', () => {
  const at = (kind: 'education_lead' | 'unit_manager', unitId: string) =>
    canBringTogether(somebody([roleAt(kind, unitId)]), lineage)
  expect([at('education_lead', 'ward'), at('education_lead', 'region')]).toEqual([true, true])
  expect([at('education_lead', 'elsewhere'), at('unit_manager', 'ward')]).toEqual([false, false])
})

test('a reflection is the writer’s own, and the other one’s only when shared with this very pair', () => {
  const by = (sharedPairId: string | null) => ({ personId: 'samira', sharedPairId })
  const samiras = ['samira', 'samira, gone']
  expect(who((actor) => canReadReflection(actor, by(null), pair))).toEqual(samiras)
  expect(who((actor) => canReadReflection(actor, by('another'), pair))).toEqual(samiras)
  expect(who((actor) => canReadReflection(actor, by('pair'), null))).toEqual(samiras)
  expect(who((actor) => canReadReflection(actor, by('pair'), pair))).toEqual(two)
  expect(who((actor) => canShareWith(actor, pair))).toEqual(two)
  expect(who((actor) => canShareWith(actor, ended))).toEqual([])
  expect(who((actor) => canShareWith(actor, alone))).toEqual([])
})
