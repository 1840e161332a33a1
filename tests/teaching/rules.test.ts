import fc from 'fast-check'
import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import {
  confirmedIn,
  isSignedOff,
  linkState,
  nearestLeaders,
  placesLeft,
  sessionInput,
} from '#app/features/teaching/rules/session.ts'
import { drawCode } from '#app/features/teaching/ui/link.server.ts'
import { newId } from '#app/kernel/ids.ts'

const learner = (given: { named?: boolean; confirmed?: boolean; declined?: boolean } = {}) => {
  return { userId: 'u', name: 'n', unitId: null, named: false, confirmed: false, declined: false, ...given }
}

describe('claimed and confirmed', () => {
  test('a session is signed off by a manager, or by the first learner who confirms', () => {
    const now = new Date('2026-04-14T08:00:00Z')
    const none = { people: [learner({ named: true })], visitors: 0, signedAt: null }
    expect(isSignedOff(none)).toBe(false)
    expect(isSignedOff({ ...none, signedAt: now })).toBe(true)
    expect(isSignedOff({ ...none, visitors: 1 })).toBe(true)
    expect(isSignedOff({ ...none, people: [learner({ confirmed: true })] })).toBe(true)
  })

  test('places are never negative, and whoever is named keeps one until they say no', () => {
    expect(placesLeft({ learners: 3, people: [learner({ named: true }), learner({ confirmed: true })], visitors: 1 })).toBe(0)
    expect(placesLeft({ learners: 3, people: [learner({ named: true, declined: true })], visitors: 1 })).toBe(2)
    const anyLearner = fc.record({ named: fc.boolean(), confirmed: fc.boolean(), declined: fc.boolean() }).map(learner)
    fc.assert(
      fc.property(fc.nat(50), fc.array(anyLearner, { maxLength: 40 }), fc.nat(40), (learners, people, visitors) => {
        const left = placesLeft({ learners, people, visitors })
        expect(left).toBeGreaterThanOrEqual(0)
        // Filling what is left never makes more confirmed than were stated, unless there were already.
        const after = confirmedIn({ people, visitors: visitors + left })
        expect(after <= learners || left === 0).toBe(true)
      }),
    )
  })

  test('a link is open until it is taken back or its time has come', () => {
    const [before, at, after] = ['2026-05-01', '2026-05-02', '2026-05-03'].map((day) => new Date(`${day}T00:00:00Z`)) as [
      Date,
      Date,
      Date,
    ]
    expect(linkState({ expiresAt: at, revokedAt: null }, before)).toBe('open')
    expect([at, after].map((now) => linkState({ expiresAt: at, revokedAt: null }, now))).toEqual(['expired', 'expired'])
    expect(linkState({ expiresAt: at, revokedAt: before }, after)).toBe('revoked')
  })
})

test('asked is who leads the nearest unit, the teacher apart', () => {
  const holders = [
    { userId: 'elsa', unitId: 'ward' },
    { userId: 'tove', unitId: 'region' },
    { userId: 'tove', unitId: 'region' },
  ]
  const lineage = ['region', 'area', 'ward']
  expect(nearestLeaders(lineage, holders, 'samira')).toEqual(['elsa'])
  expect(nearestLeaders(lineage, holders, 'elsa')).toEqual(['tove'])
  expect(nearestLeaders(['elsewhere'], holders, null)).toEqual([])
})

describe('what is typed', () => {
  const full = {
    ...{ id: newId(), subject: 'Lyft', taughtOn: '2026-04-10', minutes: '30', where: newId(), form: 'bedside', learners: '2' },
  }
  const errors = (given: object) => sessionInput.safeParse({ ...full, ...given }).error?.issues.map(({ path }) => path[0]) ?? []

  test('needs a place when it was somewhere else', () => {
    expect(errors({})).toEqual([])
    expect(errors({ where: 'elsewhere' })).toEqual(['place'])
    expect(errors({ where: 'elsewhere', place: ' Vik ' })).toEqual([])
  })

  test('cannot name more than learnt, and takes one name as well as several', () => {
    expect(sessionInput.parse({ ...full, named: full.id }).named).toEqual([full.id])
    expect(errors({ named: [newId(), newId(), newId()] })).toEqual(['learners'])
  })

  test('has bounds', () => {
    for (const bad of [{ minutes: '0' }, { learners: '0' }, { learners: '501' }, { form: 'x' }, { taughtOn: '2026-02-30' }]) {
      expect(errors(bad)).toEqual(Object.keys(bad))
    }
  })
})

test('the drawn code has exactly the dark modules of the code', () => {
  const text = 'https://samlara.example/teaching/attend/AbC-_0123456789AbC-_0123456789'
  const { size, path } = drawCode(text)
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let column = Number(x); column < Number(x) + Number(width); column += 1) {
      const row = drawn[Number(y)]
      if (row) row[column] = true
    }
  }
  expect(drawn).toEqual(encode(text, { ecc: 'M', border: 4 }).data)
})
