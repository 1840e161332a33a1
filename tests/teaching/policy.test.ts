import { describe, expect, test } from 'vitest'
import {
  answersFor,
  canAskManager,
  canChangeSession,
  canConfirm,
  canInviteLearners,
  canReadSession,
  canReflect,
  canSign,
  namesColleague,
  namesTeacherInUnit,
  sightOfUnit,
} from '#app/features/teaching/policy.ts'
import type { SessionFile } from '#app/features/teaching/rules/session.ts'
import { type Actor, system, visitor } from '#app/kernel/actor.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'

const since = new Date('2026-04-10T08:00:00Z')
const place = (id: string) => ({ id, name: id, language: 'sv', lineage: ['region', id], timeZone: 'Europe/Stockholm' })
const learner = (userId: string, confirmed: boolean) => {
  return { userId, name: userId, unitId: 'ward', named: true, confirmed, declined: false }
}
const session: SessionFile = {
  ...{ id: 's', teacher: { userId: 'samira', name: 'Samira' }, home: place('ward'), unit: place('other'), place: '' },
  ...{ subject: 'Lyft', language: 'sv', pathId: null, moduleId: null, taughtOn: '2026-04-10', minutes: 30 },
  ...{ form: 'bedside', learners: 4, learntFromId: null, version: 1, askedAt: null, returnedAt: null, returnNote: '' },
  ...{ returnLanguage: '', signedAt: null, signedBy: null, people: [learner('yusuf', false)], visitors: 0 },
}
const asked = { ...session, askedAt: since }
const signed = { ...asked, signedAt: since }
const confirmed = { ...session, people: [learner('yusuf', true)] }

const people: Record<string, Actor> = {
  samira: somebody([roleAt('unit_manager', 'ward')], 'samira'),
  'samira, gone': somebody([], 'samira'),
  yusuf: somebody([roleAt('member', 'ward')], 'yusuf'),
  'yusuf, gone': somebody([], 'yusuf'),
  elsa: somebody([roleAt('unit_manager', 'ward')], 'elsa'),
  'elsa, gone': somebody([], 'elsa'),
  nils: somebody([roleAt('unit_manager', 'other')], 'nils'),
  tove: somebody([roleAt('education_lead', 'region')], 'tove'),
  colleague: somebody([roleAt('host_coordinator', 'ward')], 'karin'),
  stranger: somebody([roleAt('unit_manager', 'far away')], 'stranger'),
  guest: somebody([{ kind: 'guest', unitId: null, visitId: 'visit' }], 'ingrid'),
  admin: somebody([{ kind: 'admin', unitId: null, visitId: null }], 'admin'),
  visitor,
  system,
}

/** Who may, of all the people above. */
function who(can: (actor: Actor) => boolean): string[] {
  return Object.keys(people).filter((name) => can(people[name] as Actor))
}

const samiras = ['samira', 'samira, gone']
const yusufs = ['yusuf', 'yusuf, gone']
const leaders = ['elsa', 'nils', 'tove']

describe('a session', () => {
  test('is known to the teacher and the learners; to those who answer for its units once they are asked', () => {
    expect(who((actor) => canReadSession(actor, session))).toEqual([...samiras, ...yusufs])
    for (const told of [asked, signed]) {
      expect(who((actor) => canReadSession(actor, told))).toEqual([...samiras, ...yusufs, ...leaders])
    }
  })

  test('is changed by the teacher until somebody stands behind it', () => {
    expect(who((actor) => canChangeSession(actor, session))).toEqual(samiras)
    expect(who((actor) => canChangeSession(actor, asked))).toEqual(samiras)
    for (const off of [signed, confirmed]) expect(who((actor) => canChangeSession(actor, off))).toEqual([])
    for (const any of [session, signed]) {
      expect(who((actor) => canReflect(actor, any))).toEqual(samiras)
      expect(who((actor) => canInviteLearners(actor, any))).toEqual(samiras)
    }
  })

  test('is signed by those who lead one of its units or above, when asked, once, and never by the teacher', () => {
    expect(who((actor) => answersFor(actor, session))).toEqual(leaders)
    expect(who((actor) => canSign(actor, asked))).toEqual(leaders)
    for (const other of [session, signed]) expect(who((actor) => canSign(actor, other))).toEqual([])
    expect(who((actor) => canAskManager(actor, session))).toEqual(samiras)
    for (const other of [asked, signed]) expect(who((actor) => canAskManager(actor, other))).toEqual([])
    expect(who((actor) => canAskManager(actor, { ...session, home: null, unit: null }))).toEqual([])
  })

  test('is confirmed by those who are among its learners, each for themselves', () => {
    expect(who((actor) => canConfirm(actor, session))).toEqual(yusufs)
    expect(who((actor) => canConfirm(actor, confirmed))).toEqual([])
  })
})

describe('names and numbers', () => {
  test('of a unit: names for those who lead it, numbers for those of the same organisation, nothing for others', () => {
    const homes = (name: string) => (name === 'nils' ? [['region', 'other']] : [['region', 'ward']])
    const sight = (name: string, lineage: string[]) => sightOfUnit(people[name] as Actor, lineage, homes(name))
    const ward = ['region', 'ward']
    expect(['elsa', 'tove', 'admin', 'samira'].map((name) => sight(name, ward))).toEqual(['names', 'names', 'names', 'names'])
    expect(['yusuf', 'colleague'].map((name) => sight(name, ward))).toEqual(['counts', 'counts'])
    expect(['yusuf', 'nils'].map((name) => sight(name, ['region']))).toEqual(['counts', 'counts'])
    for (const nobody of ['stranger', 'guest', 'elsa, gone', 'visitor', 'system'] as const) {
      expect(sightOfUnit(people[nobody] as Actor, ward, [])).toBeNull()
    }
    expect(sightOfUnit(people.nils as Actor, ward, [['region', 'other']])).toBeNull()
  })

  test('of teachers in a unit’s tree: for those who answer for the teacher’s own unit', () => {
    expect(who((actor) => namesTeacherInUnit(actor, ['region', 'ward']))).toEqual(['samira', 'elsa', 'tove', 'admin'])
    expect(who((actor) => namesTeacherInUnit(actor, null))).toEqual(['admin'])
  })

  test('of those whom one has taught: oneself, and who belongs to a unit where one belongs now', () => {
    const named = (userId: string | null, unitId: string | null) => who((actor) => namesColleague(actor, { userId, unitId }))
    expect(named('yusuf', 'ward')).toEqual(['samira', ...yusufs, 'elsa', 'colleague'])
    expect(named('yusuf', null)).toEqual(yusufs)
    expect(named(null, 'ward')).toEqual([])
  })
})
