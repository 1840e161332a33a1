import { expect, test } from 'vitest'
import {
  authorIn,
  canAnswerProposals,
  canDecideWork,
  canReadPreparation,
  canTakeBack,
  canWriteGoals,
  canWritePreparation,
} from '#app/features/preparation/policy.ts'
import type { Participant, VisitFile } from '#app/features/visits/rules.ts'
import { system, visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const visitId = '00000000-0000-4000-8000-0000000000aa'
const forVisit = (kind: 'guest' | 'member') => ({ kind, unitId: null, visitId })

const karin = somebody([forVisit('member')], 'karin')
const yusuf = somebody([forVisit('member')], 'yusuf')
const ingrid = somebody([forVisit('guest')], 'ingrid')
const sindre = somebody([forVisit('guest')], 'sindre')
const removed = somebody([forVisit('guest')], 'tove')
const guestManager = somebody([roleAt('unit_manager', 'kommune')], 'mari')
const admin = somebody([{ kind: 'admin', unitId: null, visitId: null }], 'admin')
const outsider = somebody([], 'mikko')

function person(userId: string, side: 'host' | 'guest', given: Partial<Participant> = {}): Participant {
  const facts = { visitId, profession: '', organisation: '', locale: 'sv' as const, addedBy: null, leftBy: null }
  const at = new Date('2026-11-01T00:00:00Z')
  const row = { id: `p-${userId}`, userId, side, name: userId, email: `${userId}@example.org`, isCoordinator: false }
  return { ...facts, ...row, addedAt: at, leftAt: null, ...given }
}

const file: VisitFile = {
  visit: { id: visitId, status: 'preparing' } as VisitFile['visit'],
  hostUnit: {
    id: 'host',
    name: 'Tallbacken',
    lineage: ['region', 'host'],
    country: 'SE',
    language: 'sv',
    timeZone: 'Europe/Stockholm',
  },
  guestUnits: [{ id: 'g', unitId: 'nordvik', name: 'Nordvik', country: 'NO', lineage: ['kommune', 'nordvik'] }],
  participants: [
    person('karin', 'host', { isCoordinator: true }),
    person('yusuf', 'host'),
    person('ingrid', 'guest', { isCoordinator: true }),
    person('sindre', 'guest'),
    person('tove', 'guest', { leftAt: new Date('2026-12-01T00:00:00Z') }),
  ],
}

test('both sides read; the removed, administrators and outsiders do not', () => {
  for (const actor of [karin, yusuf, ingrid, sindre, guestManager, system]) expect(canReadPreparation(actor, file)).toBe(true)
  for (const actor of [removed, admin, outsider, visitor]) expect(canReadPreparation(actor, file)).toBe(false)
})

test('every guest fills in, and the manager above them; no host does', () => {
  for (const actor of [ingrid, sindre, guestManager]) expect(canWritePreparation(actor, file)).toBe(true)
  for (const actor of [karin, yusuf, removed, admin, outsider, visitor]) expect(canWritePreparation(actor, file)).toBe(false)
})

test('each side writes its own goals', () => {
  expect(canWriteGoals(yusuf, file, 'host')).toBe(true)
  expect(canWriteGoals(yusuf, file, 'guest')).toBe(false)
  expect(canWriteGoals(sindre, file, 'guest')).toBe(true)
  expect(canWriteGoals(sindre, file, 'host')).toBe(false)
})

test('host coordinators answer proposals', () => {
  expect(canAnswerProposals(karin, file)).toBe(true)
  for (const actor of [yusuf, ingrid, guestManager, outsider]) expect(canAnswerProposals(actor, file)).toBe(false)
})

test('a proposal is taken back by who made it or by the guests’ coordinator', () => {
  const proposal = { proposedBy: 'sindre' }
  expect(canTakeBack(sindre, file, proposal)).toBe(true)
  expect(canTakeBack(ingrid, file, proposal)).toBe(true)
  expect(canTakeBack(sindre, file, { proposedBy: 'ingrid' })).toBe(false)
  expect(canTakeBack(karin, file, proposal)).toBe(false)
})

test('the author is the participant, also for those who coordinate from above: then nobody', () => {
  expect(authorIn(file, 'sindre')).toBe('p-sindre')
  expect(authorIn(file, 'mari')).toBe(null)
  expect(authorIn(file, 'tove')).toBe(null)
})

test('both sides decide what they try, from the days of the visit until the follow-up is over', () => {
  const at = (status: VisitFile['visit']['status']) => ({ ...file, visit: { ...file.visit, status } })
  for (const status of ['under_way', 'evaluating', 'summarised'] as const) {
    for (const actor of [karin, yusuf, ingrid, sindre, guestManager]) expect(canDecideWork(actor, at(status))).toBe(true)
    for (const actor of [removed, admin, outsider, visitor]) expect(canDecideWork(actor, at(status))).toBe(false)
  }
  for (const status of ['preparing', 'followed_up', 'closed', 'cancelled'] as const) {
    expect(canDecideWork(karin, at(status))).toBe(false)
  }
})
