import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWalksOn, type WalkThen } from '#app/features/pairs/rules/counted-walks.ts'

const day = '2026-09-30'
const walk = (given: Partial<WalkThen>): WalkThen => ({
  ...{ pairId: 'p', personId: 'samira', pathId: 'path', unitId: 'tallbacken', begunOn: '2026-03-01' },
  ...{ goesOn: true, finished: false, hasGoals: false, talks: { due: 0, held: 0 }, ...given },
})
const at = (walks: WalkThen[], unit = 'tallbacken') => countWalksOn(walks, day).get(unit)

test('LP3 asks pairs that are under way whether they have goals: not those that pause, have stopped or are through', () => {
  const yusuf = walk({ personId: 'yusuf', hasGoals: true })
  const over = [walk({ personId: 'karin', goesOn: false, hasGoals: true }), walk({ personId: 'tove', finished: true })]
  expect(at([walk({}), yusuf, ...over])?.LP3).toEqual([
    { id: 'samira', reached: false },
    { id: 'yusuf', reached: true },
  ])
})

test('LP4 counts talks, each by whose it is', () => {
  expect(at([walk({ talks: { due: 3, held: 2 } })])?.LP4).toEqual([
    { id: 'samira', reached: true },
    { id: 'samira', reached: true },
    { id: 'samira', reached: false },
  ])
})

test('LP5 asks those who began nine months ago or earlier, to the day', () => {
  const begun = (begunOn: string, finished = false) => at([walk({ begunOn, finished })])?.LP5
  expect(begun('2025-12-31', true)).toEqual([{ id: 'samira', reached: true }])
  expect(begun('2025-12-31')).toEqual([{ id: 'samira', reached: false }])
  expect(begun('2026-01-01')).toEqual([])
})

test('who stopped and began again began the first time, and has completed the path when they come through', () => {
  const first = walk({ pairId: 'a', begunOn: '2025-01-01', goesOn: false })
  const again = walk({ pairId: 'b', begunOn: '2026-08-01', finished: true })
  expect(at([first, again])?.LP5).toEqual([{ id: 'samira', reached: true }])
  expect(at([first, { ...again, pathId: 'another' }])?.LP5).toEqual([{ id: 'samira', reached: false }])
})

const walks = fc.array(
  fc.record({
    pairId: fc.uuid(),
    personId: fc.constantFrom('samira', 'yusuf', 'karin', 'tove', 'bengt'),
    pathId: fc.constantFrom('one', 'two'),
    unitId: fc.constantFrom('tallbacken', 'alvkroken', 'stenhaga'),
    begunOn: fc.constantFrom('2025-01-15', '2025-12-31', '2026-01-01', '2026-09-30'),
    goesOn: fc.boolean(),
    finished: fc.boolean(),
    hasGoals: fc.boolean(),
    talks: fc.tuple(fc.nat(4), fc.nat(4)).map(([one, other]) => ({ due: Math.max(one, other), held: Math.min(one, other) })),
  }),
  { maxLength: 14 },
)

test('however they walk: nothing is lost or counted twice, and everybody stands at one unit', () => {
  fc.assert(
    fc.property(walks, (some) => {
      const counted = [...countWalksOn(some, day)]
      const all = (id: 'LP3' | 'LP4' | 'LP5') => counted.flatMap(([, things]) => things[id])
      const share = (id: 'LP3' | 'LP4' | 'LP5') => [all(id).filter((one) => one.reached).length, all(id).length]
      const active = some.filter((one) => one.goesOn && !one.finished)
      expect(share('LP3')).toEqual([active.filter((one) => one.hasGoals).length, active.length])
      const sum = (of: 'due' | 'held') => some.reduce((total, one) => total + one.talks[of], 0)
      expect(share('LP4')).toEqual([sum('held'), sum('due')])
      const key = (one: WalkThen) => `${one.personId} ${one.pathId}`
      const early = new Set(some.filter((one) => one.begunOn <= '2025-12-31').map(key))
      const through = new Set(some.filter((one) => one.finished).map(key))
      expect(share('LP5')).toEqual([[...early].filter((one) => through.has(one)).length, early.size])
      for (const person of ['samira', 'yusuf', 'karin', 'tove', 'bengt']) {
        const places = counted.filter(([, things]) =>
          Object.values(things).some((list) => list.some(({ id }) => id === person)),
        )
        expect(places.length).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('the order in which the walks are read decides nothing', () => {
  fc.assert(
    fc.property(walks, (some) => {
      const said = (list: WalkThen[]) =>
        [...countWalksOn(list, day)]
          .map(([unit, things]) => [
            unit,
            ...Object.values(things).map((of) => of.map((one) => `${one.id} ${one.reached}`).sort()),
          ])
          .sort()
      expect(said(some.toReversed())).toEqual(said(some))
    }),
  )
})
