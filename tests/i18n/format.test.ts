import { expect, test } from 'vitest'
import { formatDayRange } from '#app/i18n/format.ts'
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
  expect(written('en')[1]).toBe('Tuesday 29 September – Friday, 2 October 2026')
})
