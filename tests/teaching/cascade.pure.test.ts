import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxesOf, branchesOf, cascadeOf, type Taught, totalsOf } from '#app/features/teaching/rules/cascade.ts'

const session = (id: string, teacher: string, learners: string[], learntFrom: string | null = null): Taught => ({
  ...{ id, teacher, unit: 'ward', learntFrom, day: '2026-04-10', visitors: 0, stated: learners.length },
  learners: learners.map((person) => ({ person, unit: 'ward' })),
})
const generations = (sessions: Taught[], begins?: (one: Taught) => boolean) =>
  Object.fromEntries([...cascadeOf(sessions, begins).people.values()].map(({ person, generation }) => [person, generation]))

describe('a chain', () => {
  test('goes from who began it over those they taught to those who were taught on', () => {
    const chain = [session('s1', 'samira', ['yusuf', 'karin']), session('s2', 'yusuf', ['ali', 'mona'], 's1')]
    expect(generations(chain)).toEqual({ samira: 0, yusuf: 1, karin: 1, ali: 2, mona: 2 })
    expect(totalsOf(cascadeOf(chain))).toEqual({
      ...{ directly: 2, onward: 2, generations: 2, units: 1, sessions: 2, confirmed: 4, visitors: 0, stated: 4 },
    })
  })

  test('counts who is reached twice once, where they were reached first', () => {
    const chain = [
      session('s1', 'samira', ['yusuf', 'ali']),
      session('s2', 'yusuf', ['ali', 'mona'], 's1'),
      session('s3', 'ali', ['mona'], 's2'),
    ]
    expect(generations(chain)).toEqual({ samira: 0, yusuf: 1, ali: 1, mona: 2 })
    expect(totalsOf(cascadeOf(chain))).toMatchObject({ directly: 2, onward: 1, confirmed: 5 })
  })

  test('does not count the beginner who is taught by a pupil', () => {
    const ring = [session('s1', 'a', ['b']), session('s2', 'b', ['a', 'c'], 's1'), session('s3', 'a', ['b', 'c'], 's2')]
    expect(generations(ring)).toEqual({ a: 0, b: 1, c: 2 })
    expect(branchesOf(cascadeOf(ring)).map(({ person, directly, onward }) => [person, directly, onward])).toEqual([
      ['a', 1, 1],
      ['b', 1, 0],
    ])
  })

  test('that has no beginning begins with its earliest', () => {
    const early = { ...session('s2', 'b', ['a'], 's1'), day: '2026-04-01' }
    expect(generations([session('s1', 'a', ['b'], 's2'), early])).toEqual({ b: 0, a: 1 })
    expect(generations([session('s1', 'a', ['b'], 's1')])).toEqual({ a: 0, b: 1 })
  })

  test('of one’s own begins with everything one has taught oneself', () => {
    const chain = [
      session('s1', 'samira', ['yusuf']),
      session('s2', 'yusuf', ['samira'], 's1'),
      session('s3', 'samira', ['ali'], 's2'),
    ]
    expect(generations(chain, ({ teacher }) => teacher === 'samira')).toEqual({ samira: 0, yusuf: 1, ali: 1 })
  })

  test('keeps stated, confirmed and visitors apart', () => {
    const stated = { ...session('s1', 'samira', ['yusuf']), stated: 12, visitors: 3 }
    expect(totalsOf(cascadeOf([stated]))).toMatchObject({ directly: 1, onward: 0, confirmed: 4, visitors: 3, stated: 12 })
  })

  test('is drawn together by unit and generation, with where it came from', () => {
    const other = { person: 'ali', unit: 'other' }
    const first = { ...session('s1', 'samira', ['yusuf']), learners: [{ person: 'yusuf', unit: 'ward' }, other] }
    const chain = [first, { ...session('s2', 'ali', ['mona'], 's1'), unit: 'other' }]
    expect(boxesOf(cascadeOf(chain))).toEqual([
      { generation: 0, unit: 'ward', people: 1, from: [] },
      { generation: 1, unit: 'ward', people: 1, from: [{ generation: 0, unit: 'ward', people: 1 }] },
      { generation: 1, unit: 'other', people: 1, from: [{ generation: 0, unit: 'ward', people: 1 }] },
      { generation: 2, unit: 'ward', people: 1, from: [{ generation: 1, unit: 'other', people: 1 }] },
    ])
  })
})

/** Any teaching at all: rings, doubles, people who teach themselves nothing, lessons learnt in lessons that are not there. */
const anyTeaching: fc.Arbitrary<Taught[]> = fc.nat(14).chain((count) => {
  const person = fc.nat(9).map((number) => `p${number}`)
  const one = (index: number) =>
    fc.record({
      id: fc.constant(`s${index}`),
      teacher: person,
      unit: fc.constantFrom('u1', 'u2', null),
      learntFrom: fc.option(fc.nat(count + 2).map((number) => `s${number}`)),
      day: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
      learners: fc.array(fc.record({ person, unit: fc.constantFrom('u1', 'u2', null) }), { maxLength: 5 }),
      visitors: fc.nat(3),
      stated: fc.nat(9),
    })
  return fc.tuple(...Array.from({ length: count }, (_, index) => one(index)))
})

/** The same law without waves: numbers are lowered until nothing changes. `begins`: the sessions of generation 0. */
function naive(sessions: readonly Taught[], begins: (one: Taught) => boolean): Record<string, number> {
  const depth = new Map(sessions.filter(begins).map(({ id }) => [id, 0]))
  const reached = new Map<string, number>()
  const lower = <K>(map: Map<K, number>, key: K, value: number) => {
    if ((map.get(key) ?? Number.POSITIVE_INFINITY) <= value) return false
    map.set(key, value)
    return true
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const { id, learntFrom } of sessions) {
      const above = learntFrom === null ? undefined : depth.get(learntFrom)
      if (above !== undefined && lower(depth, id, above + 1)) changed = true
    }
  }
  for (const { id, teacher, learners } of sessions) {
    const at = depth.get(id)
    if (at === undefined) continue
    lower(reached, teacher, at)
    for (const { person } of learners) lower(reached, person, at + 1)
  }
  return Object.fromEntries([...reached].sort(([a], [b]) => a.localeCompare(b)))
}

const sorted = (record: Record<string, number>) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)))

describe('for any teaching', () => {
  test('generations are those of the naive count', () => {
    fc.assert(
      fc.property(anyTeaching, fc.nat(9), (sessions, who) => {
        const begins = ({ teacher }: Taught) => teacher === `p${who}`
        expect(sorted(generations(sessions, begins))).toEqual(naive(sessions, begins))
      }),
      { numRuns: 500 },
    )
  })

  test('without a given beginning every session is in the chain, and those that are no ring begin where the naive count does', () => {
    fc.assert(
      fc.property(anyTeaching, (sessions) => {
        const cascade = cascadeOf(sessions)
        expect(cascade.sessions.map(({ id }) => id).sort()).toEqual(sessions.map(({ id }) => id).sort())
        const ids = new Set(sessions.map(({ id }) => id))
        const rooted = ({ learntFrom }: Taught) => learntFrom === null || !ids.has(learntFrom)
        const least = naive(sessions, rooted)
        for (const [person, generation] of Object.entries(least)) {
          expect(cascade.people.get(person)?.generation ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(generation)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('nobody stands above themselves, and everybody is in one place of the table', () => {
    fc.assert(
      fc.property(anyTeaching, (sessions) => {
        const cascade = cascadeOf(sessions)
        for (const { generation, taughtBy, person } of cascade.people.values()) {
          const above = taughtBy === null ? -1 : (cascade.people.get(taughtBy)?.generation ?? Number.NaN)
          expect([person, above < generation]).toEqual([person, true])
        }
        const branches = branchesOf(cascade)
        const { directly, onward } = totalsOf(cascade)
        const began = branches.filter(({ taughtBy }) => taughtBy === null)
        const placed = branches.reduce((sum, branch) => sum + branch.directly, 0)
        expect(placed + began.length).toBe(cascade.people.size)
        expect(began.reduce((sum, branch) => sum + branch.directly + branch.onward, 0)).toBe(placed)
        expect(new Set(branches.map(({ person }) => person)).size).toBe(branches.length)
        expect(directly + onward + [...cascade.people.values()].filter((one) => one.generation === 0).length).toBe(
          cascade.people.size,
        )
        expect(boxesOf(cascade).reduce((sum, box) => sum + box.people, 0)).toBe(cascade.people.size)
      }),
      { numRuns: 500 },
    )
  })

  test('the order in which sessions come changes nothing', () => {
    fc.assert(
      fc.property(anyTeaching, (sessions) => {
        expect(branchesOf(cascadeOf(sessions.toReversed()))).toEqual(branchesOf(cascadeOf(sessions)))
      }),
    )
  })
})
