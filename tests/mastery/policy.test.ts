import { expect, test } from 'vitest'
import { canOpenOwnRating, canRate } from '#app/features/mastery/policy.ts'
import type { PairFile } from '#app/features/pairs/rules/pair.ts'
import { type Actor, system, visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'
import { aLeader, aPairSince } from './a-pair.ts'

const since = new Date('2026-01-12T08:00:00Z')
const leads = (personId: string, joinedAt: Date | null, endedAt: Date | null = null) =>
  aLeader(personId, joinedAt, { invitedAt: since, endedAt })
const pair = aPairSince(since, [leads('former', since, since), leads('elsa', since), leads('asked', null)])

const cast: [string, Actor][] = [
  ['resource person', somebody([roleAt('resource_person', 'ward')], 'samira')],
  ['resource person who was removed from the unit', somebody([], 'samira')],
  ['manager', somebody([roleAt('unit_manager', 'ward')], 'elsa')],
  ['manager who has left the unit', somebody([roleAt('unit_manager', 'elsewhere')], 'elsa')],
  ['former manager', somebody([roleAt('unit_manager', 'ward')], 'former')],
  ['who is only asked', somebody([roleAt('unit_manager', 'ward')], 'asked')],
  ['colleague', somebody([roleAt('member', 'ward')], 'yusuf')],
  ['education lead', somebody([roleAt('education_lead', 'region')], 'tove')],
  ['guest', somebody([{ kind: 'guest', unitId: null, visitId: 'visit' }], 'ingrid')],
  ['outsider', somebody([], 'outsider')],
  ['admin', somebody([{ kind: 'admin', unitId: null, visitId: null }], 'admin')],
  ['visitor', visitor],
  ['system', system],
]

const whoMay = (may: (actor: Actor, pair: PairFile) => boolean, where = pair) =>
  cast.filter(([, actor]) => may(actor, where)).map(([name]) => name)

const walking = ['resource person', 'resource person who was removed from the unit', 'manager']

test('a page of own ratings is for those who walk, and those who have walked; for nobody beside or above them', () => {
  const had = [...walking, 'manager who has left the unit', 'former manager']
  expect(whoMay(canOpenOwnRating)).toEqual(had)
  expect(whoMay(canOpenOwnRating, { ...pair, endedAt: since }), 'also when it is over').toEqual(had)
})

test('those who walk rate, also when the walk is over; a manager who has gone reads what they said', () => {
  expect(whoMay(canRate)).toEqual(walking)
  expect(whoMay(canRate, { ...pair, endedAt: since })).toEqual(walking)
})

test('who has not said yes has nothing to rate', () => {
  expect(whoMay(canOpenOwnRating, { ...pair, joinedAt: null, leaders: [] })).toEqual([])
})
