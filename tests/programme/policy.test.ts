import { expect, test } from 'vitest'
import { canMoveProgramme, canPlan, canReadProgramme, canReplan, plannableKinds } from '#app/features/programme/policy.ts'
import { slotKinds } from '#app/features/programme/words.ts'
import type { Participant, VisitFile, VisitStatus } from '#app/features/visits/rules.ts'
import { visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const visitId = '00000000-0000-4000-8000-0000000000aa'
const forVisit = (kind: 'guest' | 'member') => ({ kind, unitId: null, visitId })

const karin = somebody([forVisit('member')], 'karin')
const yusuf = somebody([forVisit('member')], 'yusuf')
const ingrid = somebody([forVisit('guest')], 'ingrid')
const sindre = somebody([forVisit('guest')], 'sindre')
const left = somebody([forVisit('member')], 'tove')
const manager = somebody([roleAt('unit_manager', 'region')], 'elsa')
const lead = somebody([roleAt('education_lead', 'region')], 'mari')
const outsider = somebody([], 'mikko')

function person(userId: string, side: 'host' | 'guest', given: Partial<Participant> = {}): Participant {
  return {
    id: `p-${userId}`,
    visitId,
    userId,
    side,
    name: userId,
    email: `${userId}@example.org`,
    profession: '',
    organisation: '',
    locale: 'sv',
    isCoordinator: false,
    addedBy: null,
    addedAt: new Date('2026-11-01T00:00:00Z'),
    leftAt: null,
    leftBy: null,
    ...given,
  }
}

function aFile(status: VisitStatus = 'preparing'): VisitFile {
  return {
    visit: { id: visitId, status, startsOn: '2027-02-02', endsOn: '2027-02-04' } as VisitFile['visit'],
    hostUnit: {
      id: 'host',
      name: 'Tallbacken',
      lineage: ['region', 'host'],
      country: 'SE',
      language: 'sv',
      timeZone: 'Europe/Stockholm',
    },
    guestUnits: [{ id: 'g', unitId: null, name: 'Nordvik', country: 'NO', lineage: [] }],
    participants: [
      person('karin', 'host', { isCoordinator: true }),
      person('yusuf', 'host'),
      person('tove', 'host', { leftAt: new Date('2026-12-01T00:00:00Z') }),
      person('ingrid', 'guest', { isCoordinator: true }),
      person('sindre', 'guest'),
    ],
  }
}

test('hosts who take part plan every kind of slot, and so does the manager above', () => {
  for (const actor of [karin, yusuf, manager]) {
    expect(plannableKinds(actor, aFile(), slotKinds)).toEqual([...slotKinds])
    expect(canMoveProgramme(actor, aFile())).toBe(true)
  }
})

test('the guests’ coordinator plans only what the guests present', () => {
  expect(plannableKinds(ingrid, aFile(), slotKinds)).toEqual(['guest_presents'])
  expect(canReplan(ingrid, aFile(), 'guest_presents', 'show')).toBe(false)
  expect(canReplan(ingrid, aFile(), 'show', 'guest_presents')).toBe(false)
  expect(canMoveProgramme(ingrid, aFile())).toBe(false)
})

test('other guests read, and those who left, leads above and outsiders neither read nor plan', () => {
  expect(canReadProgramme(sindre, aFile())).toBe(true)
  expect(plannableKinds(sindre, aFile(), slotKinds)).toEqual([])
  for (const actor of [left, lead, outsider, visitor]) {
    expect(canReadProgramme(actor, aFile())).toBe(false)
    expect(plannableKinds(actor, aFile(), slotKinds)).toEqual([])
  }
})

test('nothing is planned before the days are agreed or after they have passed', () => {
  for (const status of ['asked', 'in_dialogue', 'evaluating', 'closed', 'cancelled'] as const) {
    expect(canPlan(karin, aFile(status), 'show')).toBe(false)
  }
  for (const status of ['confirmed', 'preparing', 'under_way'] as const)
    expect(canPlan(karin, aFile(status), 'show')).toBe(true)
})
