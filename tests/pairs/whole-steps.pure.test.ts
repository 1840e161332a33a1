import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addTallies, type Counted, type Shown, shownIn, type Tally } from '#app/features/pairs/rules/whole-steps.ts'

const leaf = (id: string, tally: Tally): Counted => ({ id, own: tally, below: [] })
const nobody = (like: Tally): Tally => ({ all: 0, states: like.states.map(() => 0), marks: like.marks.map(() => 0) })
const over = (id: string, below: Counted[], own?: Tally): Counted => ({
  id,
  own: own ?? nobody(below[0]?.own ?? { all: 0, states: [], marks: [] }),
  below,
})

/** Every tally of at most `most` people in `states` states with `marks` marks. */
function tallies(most: number, states: number, marks: number): Tally[] {
  const parted = (left: number, parts: number): number[][] =>
    parts === 0
      ? [[]]
      : Array.from({ length: left + 1 }, (_, one) => parted(left - one, parts - 1).map((rest) => [one, ...rest])).flat()
  return parted(most, states).flatMap((counts) => {
    const all = counts.reduce((sum, one) => sum + one, 0)
    return marked(all, marks).map((found) => ({ all, states: counts, marks: found }))
  })
}

function marked(all: number, marks: number): number[][] {
  if (marks === 0) return [[]]
  return Array.from({ length: all + 1 }, (_, one) => marked(all, marks - 1).map((rest) => [one, ...rest])).flat()
}

function choices<T>(options: readonly T[], times: number): T[][] {
  if (times === 0) return [[]]
  return options.flatMap((one) => choices(options, times - 1).map((rest) => [one, ...rest]))
}

/** Every count at a place and below it, named: what an attacker would like to know. */
function groupsOf(tree: Counted): Map<string, number> {
  const groups = new Map<string, number>()
  const walk = (place: Counted): Tally => {
    const total = addTallies([place.own, ...place.below.map(walk)])
    groups.set(`${place.id} all`, total.all)
    total.states.forEach((count, index) => {
      groups.set(`${place.id} state ${index}`, count)
      groups.set(`${place.id} not state ${index}`, total.all - count)
    })
    total.marks.forEach((count, index) => {
      groups.set(`${place.id} mark ${index}`, count)
      groups.set(`${place.id} not mark ${index}`, total.all - count)
    })
    return total
  }
  walk(tree)
  return groups
}

/**
 * Plays the strongest attacker there can be: one who knows the rules, sees every number on every page and has tried every
 * world. Gives the groups whose size is the same in all worlds that look alike, and small.
 */
function disclosed(worlds: Iterable<Counted>, least: number): string[] {
  const alike = new Map<string, Map<string, number | null>>()
  for (const world of worlds) {
    const look = JSON.stringify([...shownIn(world, least)])
    const groups = groupsOf(world)
    const known = alike.get(look)
    if (!known) {
      alike.set(look, groups)
      continue
    }
    for (const [name, count] of groups) if (known.get(name) !== count) known.set(name, null)
  }
  return [...alike].flatMap(([look, known]) =>
    [...known]
      .filter(([, count]) => count !== null && count > 0 && count < least)
      .map(([name, count]) => `${look}: ${name} = ${count}`),
  )
}

describe('nobody can work out a group that is too small, from all that is shown, in any world there can be', () => {
  // `most`: the top of a step, so that no world is left out that looks like those which are played.
  const table = [
    { what: 'three units below one, steps of three', least: 3, units: 3, most: 8, states: 1, marks: 0 },
    { what: 'four units below one, steps of two', least: 2, units: 4, most: 5, states: 1, marks: 0 },
    { what: 'five units below one, steps of five', least: 5, units: 5, most: 4, states: 1, marks: 0 },
    { what: 'one unit with four states', least: 3, units: 1, most: 11, states: 4, marks: 0 },
    { what: 'two units with two states', least: 3, units: 2, most: 8, states: 2, marks: 0 },
    { what: 'two units with three states', least: 2, units: 2, most: 5, states: 3, marks: 0 },
    { what: 'three units with two states', least: 2, units: 3, most: 5, states: 2, marks: 0 },
    { what: 'three units with two states, steps of three', least: 3, units: 3, most: 5, states: 2, marks: 0 },
    { what: 'two units with a mark', least: 3, units: 2, most: 8, states: 1, marks: 1 },
    { what: 'three units with a mark', least: 2, units: 3, most: 5, states: 1, marks: 1 },
    { what: 'two units with states and a mark', least: 2, units: 2, most: 3, states: 2, marks: 1 },
    { what: 'two units with two marks', least: 3, units: 2, most: 5, states: 1, marks: 2 },
    { what: 'two units with two states and two marks', least: 2, units: 2, most: 3, states: 2, marks: 2 },
    { what: 'one unit with three states and a mark', least: 3, units: 1, most: 8, states: 3, marks: 1 },
  ]
  test.each(table)('$what', ({ least, units, most, states, marks }) => {
    function* worlds() {
      for (const below of choices(tallies(most, states, marks), units))
        yield over(
          'region',
          below.map((tally, index) => leaf(`unit ${index}`, tally)),
        )
    }
    expect(disclosed(worlds(), least).slice(0, 6)).toEqual([])
  })

  test.each([
    { what: 'two areas of two units', least: 2, most: 3, shape: [2, 2] },
    { what: 'an area of three units beside a lone unit', least: 2, most: 5, shape: [3, 1] },
    { what: 'an area of three units beside one of two, steps of three', least: 3, most: 5, shape: [3, 2] },
  ])('$what, over each other', ({ least, most, shape }) => {
    const units = shape.reduce((sum, one) => sum + one, 0)
    function* worlds() {
      for (const below of choices(tallies(most, 1, 0), units)) {
        const leaves = below.map((tally, index) => leaf(`unit ${index}`, tally))
        yield over(
          'region',
          shape.map((count, index) => over(`area ${index}`, leaves.splice(0, count))),
        )
      }
    }
    expect(disclosed(worlds(), least).slice(0, 6)).toEqual([])
  })

  test('people at a unit that has units below it, whether the attacker counts on them or not', () => {
    const counts = tallies(5, 1, 0)
    const worlds = choices(counts, 3).map(([own, ...below]) =>
      over(
        'region',
        below.map((tally, index) => leaf(`unit ${index}`, tally)),
        own,
      ),
    )
    expect(disclosed(worlds, 2).slice(0, 6)).toEqual([])
    expect(disclosed(worlds, 3).slice(0, 6)).toEqual([])
  })
})

const tally = fc
  .tuple(
    fc.array(fc.nat({ max: 14 }), { minLength: 4, maxLength: 4 }),
    fc.array(fc.nat({ max: 100 }), { minLength: 2, maxLength: 2 }),
  )
  .map(([states, parts]): Tally => {
    const all = states.reduce((sum, one) => sum + one, 0)
    return { all, states, marks: parts.map((part) => Math.floor((all * part) / 100)) }
  })

const unitsOver = (below: fc.Arbitrary<Counted[]>): fc.Arbitrary<Counted> =>
  fc.tuple(tally, below).map(([own, units]) => ({ id: '', own, below: units }))
const ward = unitsOver(fc.constant([]))
const area = unitsOver(fc.array(ward, { maxLength: 6 }))
const tree = unitsOver(fc.array(area, { maxLength: 5 }))

describe('what is shown', () => {
  const named = (place: Counted, id = '0'): Counted => ({
    ...place,
    id,
    below: place.below.map((one, index) => named(one, `${id}.${index}`)),
  })
  const totals = (place: Counted): [string, Tally][] => {
    const below = place.below.map(totals)
    return [[place.id, addTallies([place.own, ...below.flatMap(([first]) => (first ? [first[1]] : []))])], ...below.flat()]
  }

  test('is true, in whole steps, and adds up to no more than what is shown above it', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 5, max: 10 }), (made, least) => {
        const world = named(made)
        const shown = shownIn(world, least)
        const numbers = (one: Shown) => [one.all, ...one.states, ...one.marks]
        for (const [id, total] of totals(world)) {
          const here = shown.get(id) as Shown
          numbers(here).forEach((number, index) => {
            expect(number % least).toBe(0)
            expect(number).toBeLessThanOrEqual(numbers(total)[index] ?? 0)
          })
          expect(here.states.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(here.all)
          for (const mark of here.marks) expect(mark).toBeLessThanOrEqual(here.all)
        }
      }),
    )
  })

  test('is nothing at all below the smallest group, and close to the truth above it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 600 }), fc.integer({ min: 5, max: 10 }), (all, least) => {
        const shown = shownIn(leaf('unit', { all, states: [all], marks: [] }), least).get('unit') as Shown
        expect(shown.all > 0).toBe(all >= least)
        expect(all - shown.all).toBeLessThan(least)
      }),
    )
  })

  test('is the same at a unit whoever asks from above', () => {
    const ward = leaf('ward', { all: 13, states: [7, 6, 0, 0], marks: [11, 4] })
    const other = leaf('other', { all: 3, states: [3, 0, 0, 0], marks: [0, 0] })
    expect(shownIn(over('region', [ward, other]), 5).get('ward')).toEqual(shownIn(ward, 5).get('ward'))
    expect(shownIn(over('region', [ward, other]), 5).get('region')).toEqual({ all: 10, states: [5, 5, 0, 0], marks: [10, 0] })
  })
})
