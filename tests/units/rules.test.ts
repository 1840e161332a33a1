import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  closedDuring,
  closedPeriodInput,
  earliestStart,
  instantAfter,
  isCycle,
  lineageAfterMove,
  lineageBelow,
  matches,
  readOfferFilter,
  unitInput,
} from '#app/features/units/rules.ts'
import { addDays } from '#app/kernel/days.ts'

/** Trees as lists: unit n hangs below an earlier unit or stands at the top. */
const aTree = fc
  .array(fc.nat(), { minLength: 1, maxLength: 25 })
  .map((parents) => parents.map((seed, index) => (index === 0 ? null : seed % (index + 1) === index ? null : seed % index)))

function lineagesOf(parents: readonly (number | null)[]): string[][] {
  const lineages: string[][] = []
  for (const [index, parent] of parents.entries()) {
    lineages.push(lineageBelow(parent === null ? [] : (lineages[parent] ?? []), String(index)))
  }
  return lineages
}

/** Every unit's lineage is its upper unit's lineage and itself. */
function isRight(lineages: readonly string[][], parents: ReadonlyMap<string, string | null>): boolean {
  const of = new Map(lineages.map((lineage) => [lineage.at(-1) ?? '', lineage]))
  return lineages.every((lineage) => {
    const id = lineage.at(-1) ?? ''
    const parent = parents.get(id)
    return lineage.join() === [...(parent ? (of.get(parent) ?? ['missing']) : []), id].join()
  })
}

test('after any allowed move every lineage is right, and nothing outside the subtree has changed', () => {
  fc.assert(
    fc.property(aTree, fc.nat(), fc.nat(), (tree, movedSeed, targetSeed) => {
      const before = lineagesOf(tree)
      const moved = String(movedSeed % tree.length)
      const target = targetSeed % (tree.length + 1) === tree.length ? null : String(targetSeed % (tree.length + 1))
      const newParent = target === null ? [] : (before[Number(target)] ?? [])
      fc.pre(!isCycle(moved, newParent))
      const after = before.map((lineage) => lineageAfterMove(lineage, moved, newParent))
      const parents = new Map(tree.map((parent, index) => [String(index), parent === null ? null : String(parent)]))
      parents.set(moved, target)
      expect(isRight(after, parents)).toBe(true)
      for (const [index, lineage] of before.entries()) {
        if (!lineage.includes(moved)) expect(after[index]).toEqual(lineage)
      }
    }),
  )
})

test('a unit below itself is a circle, and so is one below its own subtree', () => {
  expect(isCycle('clinic', ['region', 'clinic'])).toBe(true)
  expect(isCycle('clinic', ['region', 'clinic', 'ward'])).toBe(true)
  expect(isCycle('clinic', ['region'])).toBe(false)
  expect(isCycle('clinic', [])).toBe(false)
})

test('moving there and back is as if nothing had happened', () => {
  const ward = ['region', 'clinic', 'ward']
  const there = lineageAfterMove(ward, 'clinic', ['other'])
  expect(there).toEqual(['other', 'clinic', 'ward'])
  expect(lineageAfterMove(there, 'clinic', ['region'])).toEqual(ward)
})

test('three months of notice from the last of November is the last of February', () => {
  expect(earliestStart({ noticeMonths: 3 }, '2026-11-30')).toBe('2027-02-28')
  expect(earliestStart({ noticeMonths: 0 }, '2026-11-30')).toBe('2026-11-30')
})

test('a period closes a range when they share a day, also only the first or the last', () => {
  const summer = { startsOn: '2026-06-20', endsOn: '2026-08-15' }
  const during = (startsOn: string, endsOn: string) => closedDuring([summer], { startsOn, endsOn }).length
  expect(during('2026-06-18', '2026-06-20')).toBe(1)
  expect(during('2026-08-15', '2026-08-16')).toBe(1)
  expect(during('2026-06-18', '2026-06-19')).toBe(0)
  expect(during('2026-08-16', '2026-08-18')).toBe(0)
  expect(during('2026-01-01', '2026-12-31')).toBe(1)
})

test('whether a range is closed is the same as whether one of its days is', () => {
  const start = '2026-01-01'
  const aRange = fc.tuple(fc.nat(60), fc.nat(20)).map(([from, length]) => ({
    startsOn: addDays(start, from),
    endsOn: addDays(start, from + length),
  }))
  const daysOf = (range: { startsOn: string; endsOn: string }) => {
    const days: string[] = []
    for (let day = range.startsOn; day <= range.endsOn; day = addDays(day, 1)) days.push(day)
    return days
  }
  fc.assert(
    fc.property(aRange, aRange, (period, range) => {
      const shared = daysOf(range).some((day) => daysOf(period).includes(day))
      expect(closedDuring([period], range).length === 1).toBe(shared)
    }),
  )
})

test('a role until the third holds all of the third, where the unit is', () => {
  expect(instantAfter('2026-07-03', 'Europe/Stockholm').toISOString()).toBe('2026-07-03T22:00:00.000Z')
  expect(instantAfter('2026-07-03', 'Atlantic/Reykjavik').toISOString()).toBe('2026-07-04T00:00:00.000Z')
})

test.each([
  ['handledning', true],
  ['HANDLEDNING örebro', true],
  ['orebro', true],
  ['fjordglott', true],
  ['mæhlum', true],
  ['maehlum', true],
  ['handledning oslo', false],
  ['', true],
  ['   ', true],
])('searching for %j finds the unit: %s', (search, expected) => {
  expect(matches(['Handledning i par', 'Örebro', 'Fjordgløtt', 'Tove Mæhlum'], search)).toBe(expected)
})

test('an offer list’s address is read with care', () => {
  const read = (query: string) => readOfferFilter(new URLSearchParams(query))
  expect(read('country=NO&language=nb&form=digital&q=%20veiledning%20')).toEqual({
    country: 'NO',
    language: 'nb',
    form: 'digital',
    search: 'veiledning',
  })
  expect(read('country=&language=&form=&q=')).toEqual({})
  expect(read(`country=ZZ&language=klingon&form=boat&q=${'x'.repeat(101)}`)).toEqual({})
})

const profile = {
  name: 'Avdelning 41',
  language: 'sv',
  groupMin: '1',
  groupMax: '6',
  daysMin: '1',
  daysMax: '5',
  noticeMonths: '3',
  version: '1',
}

test('a unit that does not invite needs only its name', () => {
  expect(unitInput.safeParse(profile).success).toBe(true)
})

test.each([
  [{ isOpen: 'on', languages: ['sv'], forms: ['on_site'] }, 'canShow'],
  [{ isOpen: 'on', canShow: 'Vi visar', forms: ['on_site'] }, 'languages'],
  [{ isOpen: 'on', canShow: 'Vi visar', languages: ['sv'] }, 'forms'],
  [{ groupMin: '7' }, 'groupMax'],
  [{ daysMin: '6' }, 'daysMax'],
  [{ noticeMonths: '25' }, 'noticeMonths'],
  [{ groupMax: '0' }, 'groupMax'],
  [{ groupMax: '1.5' }, 'groupMax'],
  [{ name: '   ' }, 'name'],
  [{ language: 'klingon' }, 'language'],
  [{ canShow: 'x'.repeat(4001) }, 'canShow'],
])('%j is refused at %s', (given, field) => {
  const parsed = unitInput.safeParse({ ...profile, ...given })
  expect(parsed.error?.issues.map((issue) => issue.path[0])).toContain(field)
})

test.each([
  ['2026-06-20', '2026-06-19'],
  ['2026-02-30', '2026-03-01'],
  ['yesterday', '2026-03-01'],
])('closed days from %s to %s are refused', (startsOn, endsOn) => {
  expect(closedPeriodInput.safeParse({ id: crypto.randomUUID(), startsOn, endsOn }).success).toBe(false)
})
