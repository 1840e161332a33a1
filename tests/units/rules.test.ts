import { expect, test } from 'vitest'
import {
  closedPeriodInput,
  earliestStart,
  instantAfter,
  isCycle,
  matches,
  readOfferFilter,
  unitInput,
} from '#app/features/units/rules.ts'

test('a unit below itself is a circle, and so is one below its own subtree', () => {
  expect(isCycle('clinic', ['region', 'clinic'])).toBe(true)
  expect(isCycle('clinic', ['region', 'clinic', 'ward'])).toBe(true)
  expect(isCycle('clinic', ['region'])).toBe(false)
  expect(isCycle('clinic', [])).toBe(false)
})

test('three months of notice from the last of November is the last of February', () => {
  expect(earliestStart({ noticeMonths: 3 }, '2026-11-30')).toBe('2027-02-28')
  expect(earliestStart({ noticeMonths: 0 }, '2026-11-30')).toBe('2026-11-30')
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
