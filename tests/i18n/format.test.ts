import { expect, test } from 'vitest'
import {
  countryName,
  formatDayRange,
  formatInstant,
  formatList,
  formatNumber,
  formatShortDay,
  formatWeekday,
  languageName,
  sortByName,
} from '#app/i18n/format.ts'
import { inLanguage } from '#app/i18n/language.server.ts'

test('a range of days says month and year once', () => {
  const ranges = [
    ['2026-09-01', '2026-09-03'],
    ['2026-09-29', '2026-10-02'],
    ['2026-12-30', '2027-01-02'],
    ['2026-09-01', '2026-09-01'],
  ] as const
  const written = (locale: 'sv' | 'nb' | 'en') => inLanguage(locale, () => ranges.map(([from, to]) => formatDayRange(from, to)))
  expect(written('sv')).toEqual([
    'tisdag 1 – torsdag 3 september 2026',
    'tisdag 29 september – fredag 2 oktober 2026',
    'onsdag 30 december 2026 – lördag 2 januari 2027',
    'tisdag 1 september 2026',
  ])
  expect(written('nb')[0]).toBe('tirsdag 1. – torsdag 3. september 2026')
  expect(written('en')[1]).toBe('Tuesday 29 September – Friday 2 October 2026')
})

test('days, times and numbers are written as each language does', () => {
  const instant = new Date('2027-02-02T13:32:00Z')
  const written = (locale: 'sv' | 'nb' | 'en') =>
    inLanguage(locale, () => [
      formatShortDay('2027-02-02'),
      formatWeekday('2027-02-02'),
      formatInstant(instant),
      formatNumber(12345.67, 1),
    ])
  expect(written('sv')).toEqual(['2 feb. 2027', 'tisdag 2 feb.', '2 feb. 2027 14:32', '12\u00a0345,7'])
  expect(written('nb')).toEqual(['2. feb. 2027', 'tirsdag 2. feb.', '2. feb. 2027 14:32', '12\u00a0345,7'])
  expect(written('en')).toEqual(['2 Feb 2027', 'Tuesday 2 Feb', '2 Feb 2027 14:32', '12,345.7'])
})

test('names of languages and countries, lists and order follow the reader', () => {
  const written = (locale: 'sv' | 'nb' | 'en') =>
    inLanguage(locale, () => [languageName('nb'), countryName('FI'), formatList(['Åse', 'Bo', 'Cilla']), languageName('xx')])
  expect(written('sv')).toEqual(['norskt bokmål', 'Finland', 'Åse, Bo och Cilla', 'xx'])
  expect(written('nb')).toEqual(['norsk bokmål', 'Finland', 'Åse, Bo og Cilla', 'xx'])
  expect(written('en')).toEqual(['Norwegian Bokmål', 'Finland', 'Åse, Bo and Cilla', 'xx'])
  const sorted = (locale: 'sv' | 'nb') =>
    inLanguage(locale, () => sortByName(['Østby', 'Åkra', 'Ärla', 'Aal', 'Zorn', 'Öby'], (name) => name))
  expect(sorted('sv')).toEqual(['Aal', 'Zorn', 'Åkra', 'Ärla', 'Öby', 'Østby'])
  expect(sorted('nb')[0]).toBe('Zorn')
})
