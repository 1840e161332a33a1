import { expect, test } from 'vitest'
import { agreeingSide, canReadFeedback, canReadOutcome, respondentOf, writingSide } from '#app/features/evaluations/policy.ts'
import type { Participant, VisitFile, VisitStatus } from '#app/features/visits/rules/words.ts'
import { type ActiveRole, system, visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const [visitId, host, region, home] = ['v', 'h', 'r', 'g'].map((one) => `00000000-0000-4000-8000-00000000000${one}`) as [
  string,
  string,
  string,
  string,
]
const ingridId = '00000000-0000-4000-8000-000000000011'
const karinId = '00000000-0000-4000-8000-000000000012'

function participant(userId: string, side: 'host' | 'guest', leftAt: Date | null = null): Participant {
  const rest = { profession: '', organisation: '', locale: 'sv' as const, isCoordinator: false, addedBy: null, leftBy: null }
  return {
    id: `p-${userId}`,
    visitId,
    userId,
    side,
    name: side,
    email: `${side}@example.org`,
    addedAt: new Date(0),
    leftAt,
    ...rest,
  }
}

function fileIn(status: VisitStatus, { left = false }: { left?: boolean } = {}): VisitFile {
  return {
    visit: { id: visitId, status } as VisitFile['visit'],
    hostUnit: {
      id: host,
      name: 'Tallbacken',
      lineage: [region, host],
      country: 'SE',
      language: 'sv',
      timeZone: 'Europe/Stockholm',
    },
    guestUnits: [{ id: 'x', unitId: home, name: 'Nordvik', country: 'NO', lineage: [home] }],
    participants: [participant(ingridId, 'guest', left ? new Date(0) : null), participant(karinId, 'host')],
  }
}

const guestRole: ActiveRole = { kind: 'guest', unitId: null, visitId }
const ingrid = somebody([guestRole], ingridId)
const karin = somebody([{ kind: 'member', unitId: null, visitId }], karinId)
const manager = somebody([roleAt('unit_manager', host)])
const lead = somebody([roleAt('education_lead', region)])
const admin = somebody([{ kind: 'admin', unitId: null, visitId: null }])
const outsider = somebody()

test('only those who took part answer: a manager above the unit was not there', () => {
  const file = fileIn('evaluating')
  expect(respondentOf(ingrid, file)?.side).toBe('guest')
  expect(respondentOf(karin, file)?.side).toBe('host')
  for (const actor of [manager, lead, admin, outsider, visitor, system]) expect(respondentOf(actor, file)).toBeNull()
})

test('whoever has left, or whose guest role has ended, answers no more', () => {
  expect(respondentOf(ingrid, fileIn('evaluating', { left: true }))).toBeNull()
  expect(respondentOf(somebody([], ingridId), fileIn('evaluating'))).toBeNull()
})

test('sides write while the visit is under way or evaluated, and agree once its days are over', () => {
  const writing: VisitStatus[] = ['under_way', 'evaluating']
  const all: VisitStatus[] = [
    'asked',
    'in_dialogue',
    'confirmed',
    'preparing',
    'under_way',
    'evaluating',
    'summarised',
    'followed_up',
    'closed',
    'cancelled',
  ]
  for (const status of all) {
    expect(writingSide(ingrid, fileIn(status))).toBe(writing.includes(status) ? 'guest' : null)
    expect(agreeingSide(manager, fileIn(status))).toBe(status === 'evaluating' ? 'host' : null)
  }
})

test('what the sides wrote for each other is read by the sides: not by leads, admins or strangers', () => {
  const file = fileIn('summarised')
  for (const actor of [ingrid, karin, manager]) expect(canReadOutcome(actor, file)).toBe(true)
  for (const actor of [lead, admin, outsider, visitor]) expect(canReadOutcome(actor, file)).toBe(false)
})

test('pooled answers are read by the unit’s people and those above it, never by guests', () => {
  const lineage = [region, host]
  for (const actor of [manager, lead, somebody([roleAt('member', host)])]) expect(canReadFeedback(actor, lineage)).toBe(true)
  for (const actor of [ingrid, outsider, visitor, somebody([roleAt('member', home)])]) {
    expect(canReadFeedback(actor, lineage)).toBe(false)
  }
})
