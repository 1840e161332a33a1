import { describe, expect, test } from 'vitest'
import {
  canAskForVisit,
  canCoordinate,
  canInviteTo,
  canReadInside,
  canReadVisit,
  canRenewInvitation,
  canTakePart,
  coordinatedSide,
  participantOf,
  sideOf,
} from '#app/features/visits/policy.ts'
import type { Participant, VisitFile } from '#app/features/visits/rules.ts'
import { type ActiveRole, type Actor, type RoleKind, system, visitor } from '#app/kernel/actor.ts'
import { somebody } from '#tests/support/actors.ts'

const region = 'region-jonkoping'
const hostId = 'tallbacken'
const guestId = 'nordvik'
const otherId = 'alvkroken'
const visitId = 'trygg-hemgang'

const at = (kind: RoleKind, unitId: string): ActiveRole => ({ kind, unitId, visitId: null })
const forVisit = (kind: RoleKind): ActiveRole => ({ kind, unitId: null, visitId })

function seat(userId: string, given: Partial<Participant>): Participant {
  return {
    id: `seat-${userId}`,
    visitId,
    userId,
    side: 'guest',
    name: userId,
    email: `${userId}@example.org`,
    profession: '',
    organisation: '',
    locale: 'nb',
    isCoordinator: false,
    addedBy: null,
    addedAt: new Date('2026-11-02T10:00:00Z'),
    leftAt: null,
    leftBy: null,
    ...given,
  }
}

const file = {
  visit: { id: visitId, status: 'preparing' },
  hostUnit: {
    id: hostId,
    name: 'Tallbacken',
    lineage: [region, hostId],
    country: 'SE',
    language: 'sv',
    timeZone: 'Europe/Stockholm',
  },
  guestUnits: [
    { id: 'g1', unitId: guestId, name: 'Nordvik', country: 'NO', lineage: ['vestland', guestId] },
    { id: 'g2', unitId: null, name: 'Rosslea', country: 'IE', lineage: [] },
  ],
  participants: [
    seat('karin', { side: 'host', isCoordinator: true }),
    seat('yusuf', { side: 'host' }),
    seat('ingrid', { isCoordinator: true }),
    seat('sindre', {}),
    seat('mari', { leftAt: new Date('2026-12-01T10:00:00Z') }),
    seat('maeve', { isCoordinator: true }),
    seat('ailu', {}),
  ],
} as unknown as VisitFile

type Expected = {
  reads: boolean
  inside: boolean
  side: 'host' | 'guest' | null
  takesPart: boolean
  coordinates: 'host' | 'guest' | null
}
const nothing: Expected = { reads: false, inside: false, side: null, takesPart: false, coordinates: null }
const factsOnly: Expected = { ...nothing, reads: true }
const host: Expected = { reads: true, inside: true, side: 'host', takesPart: true, coordinates: null }
const guest: Expected = { ...host, side: 'guest' }

const people: [string, Actor, Expected][] = [
  ['somebody who has not signed in', visitor, nothing],
  ['somebody with an account and nothing more', somebody([], 'mikko'), nothing],
  ['a member of another unit', somebody([at('member', otherId)], 'tove'), nothing],
  ['a coordinator of another unit', somebody([at('host_coordinator', otherId)], 'tove'), nothing],
  ['a guest of another visit', somebody([{ kind: 'guest', unitId: null, visitId: 'another' }], 'tove'), nothing],
  ['a member of the host unit who does not take part', somebody([at('member', hostId)], 'samira'), nothing],
  ['the coordinator among the hosts', somebody([forVisit('member')], 'karin'), { ...host, coordinates: 'host' }],
  ['a host by a role at the unit', somebody([at('supervisor', hostId)], 'yusuf'), host],
  ['a host who has left the unit', somebody([], 'yusuf'), nothing],
  ['the coordinator among the guests', somebody([forVisit('guest')], 'ingrid'), { ...guest, coordinates: 'guest' }],
  ['a guest', somebody([forVisit('guest')], 'sindre'), guest],
  ['a guest with a role at home and none for the visit', somebody([at('member', guestId)], 'ailu'), guest],
  ['a guest who was removed', somebody([forVisit('guest')], 'mari'), nothing],
  ['a guest whose role has ended', somebody([], 'sindre'), nothing],
  ['a coordinating guest whose role has ended', somebody([], 'maeve'), nothing],
  [
    'a coordinator of the host unit who is not a participant',
    somebody([at('host_coordinator', hostId)], 'elsa'),
    { ...factsOnly, inside: true, side: 'host', coordinates: 'host' },
  ],
  [
    'a manager above the host unit',
    somebody([at('unit_manager', region)], 'elsa'),
    { ...factsOnly, inside: true, side: 'host', coordinates: 'host' },
  ],
  [
    'a manager of a guest unit',
    somebody([at('unit_manager', guestId)], 'bjorn'),
    { ...factsOnly, inside: true, side: 'guest', coordinates: 'guest' },
  ],
  [
    'a manager above the host unit who comes as the guests’ coordinator',
    somebody([at('unit_manager', region), forVisit('guest')], 'ingrid'),
    { ...guest, coordinates: 'guest' },
  ],
  [
    'a manager above the host unit who comes along as a guest',
    somebody([at('unit_manager', region), forVisit('guest')], 'sindre'),
    guest,
  ],
  [
    'a manager above the host and above a guest unit',
    somebody([at('unit_manager', region), at('unit_manager', 'vestland')], 'elsa'),
    { ...factsOnly, inside: true, side: 'host', coordinates: 'host' },
  ],
  ['an education lead above the host unit', somebody([at('education_lead', region)], 'lena'), factsOnly],
  ['an education lead above a guest unit', somebody([at('education_lead', 'vestland')], 'lena'), factsOnly],
  ['an education lead somewhere else', somebody([at('education_lead', otherId)], 'lena'), nothing],
  ['an admin', somebody([{ kind: 'admin', unitId: null, visitId: null }], 'root'), factsOnly],
]

describe.each(people)('%s', (_, actor, expected) => {
  test('sees and does what their place in the visit allows, and no more', () => {
    expect({
      reads: canReadVisit(actor, file),
      inside: canReadInside(actor, file),
      side: sideOf(actor, file),
      takesPart: canTakePart(actor, file),
      coordinates: coordinatedSide(actor, file),
    }).toEqual(expected)
  })

  test('coordinates no other side than their own', () => {
    expect(canCoordinate(actor, file, 'host')).toBe(expected.coordinates === 'host')
    expect(canCoordinate(actor, file, 'guest')).toBe(expected.coordinates === 'guest')
  })
})

test('an admin who has a seat at the table takes part like anybody else', () => {
  const sindreAsAdmin = somebody([{ kind: 'admin', unitId: null, visitId: null }], 'sindre')
  expect(participantOf(sindreAsAdmin, file)?.id).toBe('seat-sindre')
  expect(canReadInside(sindreAsAdmin, file)).toBe(true)
})

test('the clock reads and takes no part', () => {
  expect(canReadVisit(system, file)).toBe(true)
  expect(canTakePart(system, file)).toBe(false)
  expect(sideOf(system, file)).toBe(null)
})

test('everybody with an account may ask; only those who answer for the unit may invite', () => {
  expect(canAskForVisit(somebody())).toBe(true)
  expect(canAskForVisit(visitor)).toBe(false)
  const lineage = file.hostUnit.lineage
  expect(canInviteTo(somebody([at('host_coordinator', hostId)]), lineage)).toBe(true)
  expect(canInviteTo(somebody([at('unit_manager', region)]), lineage)).toBe(true)
  expect(canInviteTo(somebody([at('member', hostId)]), lineage)).toBe(false)
  expect(canInviteTo(somebody([at('host_coordinator', otherId)]), lineage)).toBe(false)
  expect(canInviteTo(somebody([{ kind: 'admin', unitId: null, visitId: null }]), lineage)).toBe(false)
})

test('an invitation is sent again by its side’s coordinators, by the hosts’ and by the sponsor, for those still expected', () => {
  const waiting = seat('nobody', { userId: null })
  const person = (id: string, kind: RoleKind = 'guest') => somebody([forVisit(kind)], id)
  expect(canRenewInvitation(person('ingrid'), file, waiting, null)).toBe(true)
  expect(canRenewInvitation(person('karin', 'member'), file, waiting, null)).toBe(true)
  expect(canRenewInvitation(person('yusuf', 'member'), file, waiting, null)).toBe(false)
  expect(canRenewInvitation(person('yusuf', 'member'), file, waiting, 'yusuf')).toBe(true)
  expect(canRenewInvitation(somebody([], 'yusuf'), file, waiting, 'yusuf')).toBe(false)
  expect(canRenewInvitation(person('sindre'), file, waiting, null)).toBe(false)
  expect(canRenewInvitation(person('ingrid'), file, seat('host', { side: 'host', userId: null }), null)).toBe(false)
  expect(canRenewInvitation(person('karin', 'member'), file, seat('gone', { leftAt: new Date() }), null)).toBe(false)
})
