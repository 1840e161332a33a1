import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sheetOf, sheets } from '#app/features/paths/reference.server.ts'
import { letterOf, mostWords } from '#app/features/paths/rules/letter.ts'
import { mostMeasurements, readMeasurements } from '#app/features/paths/rules/measurements.ts'
import { activityOf, moduleOf } from '#app/features/paths/rules/places.ts'
import type { Block, Passage } from '#app/features/paths/rules/shape.ts'
import { spoken } from '#app/features/paths/rules/spoken.ts'
import { coreTime, hours } from '#app/features/paths/rules/time.ts'
import { type Locale, locales } from '#app/kernel/locales.ts'
import { shippedPath } from './shipped.ts'

const path = shippedPath

describe('the path that ships', () => {
  test('has ten modules in order, and takes 18 hours, 7 hours and 4.5 hours together', () => {
    expect(path.modules.map((one) => one.id)).toEqual(['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9'])
    const time = coreTime(path.modules)
    expect(time).toEqual({ resource_person: 1065, leader: 395, joint: 270 })
    expect([hours(time.resource_person), hours(time.leader), hours(time.joint)]).toEqual([18, 6.5, 4.5])
  })

  test('says the same, block by block, in every language', () => {
    const shape = (blocks: readonly Block[]) =>
      blocks.map((block) =>
        typeof block === 'string'
          ? 'paragraph'
          : Object.entries(block).map(([kind, said]) => [kind, Array.isArray(said) ? said.length : 1]),
      )
    const differs = passages(path).filter((passage) =>
      locales.some((locale) => JSON.stringify(shape(passage[locale])) !== JSON.stringify(shape(passage.en))),
    )
    expect(differs.map((passage) => passage.en[0])).toEqual([])
  })

  test('has addresses of their own for all activities, and a sheet behind every tool', () => {
    for (const module of path.modules) {
      const ids = [...module.tracks.resource_person, ...module.tracks.leader].map((one) => one.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const one of [...module.tracks.resource_person, ...module.tracks.leader])
        if ('tool' in one && one.tool) expect(sheetOf(one.tool).id).toBe(one.tool)
    }
    expect(new Set(sheets.map((one) => one.id)).size).toBe(sheets.length)
  })

  test('gives every question exactly as many right answers as it takes, and says why for each', () => {
    for (const check of path.modules.flatMap((one) => one.checks)) {
      expect(check.options.some((option) => option.right)).toBe(true)
      expect(check.options.some((option) => !option.right)).toBe(true)
    }
  })

  test('leaves no language empty or in another one’s words', () => {
    const ands = { sv: / och /g, nb: / og /g, en: / and /g }
    for (const module of path.modules) {
      for (const locale of locales) {
        const text = JSON.stringify(spoken(module, locale))
        const count = (of: Locale) => text.match(ands[of])?.length ?? 0
        // Titles of books and laws keep their own language; a passage in the wrong place would be far more.
        for (const other of locales) if (other !== locale) expect(count(locale)).toBeGreaterThan(10 * count(other))
      }
    }
  })
})

function passages(value: unknown): Passage[] {
  if (typeof value !== 'object' || value === null) return []
  if ('sv' in value && Array.isArray(value.sv)) return [value as Passage]
  return Object.values(value).flatMap(passages)
}

test('what is not there is not found', () => {
  const module = moduleOf(path, 'm0').module
  expect(moduleOf(path, 'm3').number).toBe(4)
  expect(() => moduleOf(path, 'm10')).toThrow()
  expect(() => activityOf(module, 'nothing')).toThrow()
  expect(() => sheetOf('nothing')).toThrow()
})

test('the first and the last activity of a track have nobody before and after', () => {
  const { module } = moduleOf(path, 'm0')
  const [first, second] = module.tracks.leader
  const last = module.tracks.leader.at(-1)
  expect(activityOf(module, first?.id)).toMatchObject({ track: 'leader', before: undefined, after: second })
  expect(activityOf(module, last?.id)).toMatchObject({ track: 'leader', after: undefined })
})

describe('own measurements', () => {
  test.each([
    ['12', [{ label: '1', value: 12 }]],
    ['vecka 3: 12', [{ label: 'vecka 3', value: 12 }]],
    ['12 mars = 4,5 %', [{ label: '12 mars', value: 4.5 }]],
    [
      'a -2\n\n 7 ',
      [
        { label: 'a', value: -2 },
        { label: '2', value: 7 },
      ],
    ],
  ])('%j is read as typed', (typed, expected) => {
    expect(readMeasurements(typed).measurements).toEqual(expected)
  })

  test('a line without a figure is handed back, and too many are counted', () => {
    expect(readMeasurements('x\n3').unread).toEqual(['x'])
    expect(readMeasurements(Array.from({ length: mostMeasurements + 5 }, () => '1').join('\n'))).toMatchObject({ left: 5 })
  })

  test('whatever is typed, every line is read, handed back or counted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const lines = typed.split('\n').filter((line) => line.trim() !== '').length
        const { measurements, unread, left } = readMeasurements(typed)
        expect(measurements.length + unread.length + left).toBe(lines)
        expect(measurements.every((one) => Number.isFinite(one.value))).toBe(true)
      }),
    )
  })
})

test('the letter to a colleague opens without a receiver and says what was written', () => {
  const letter = letterOf({
    subject: 'Ett tips: å & ä',
    words: ' Läs!\nNu? ',
    about: 'Öppen',
    address: 'https://x.example/paths/a',
  })
  const url = new URL(letter.mailto)
  expect(url.pathname).toBe('')
  expect(url.searchParams.get('subject')).toBe('Ett tips: å & ä')
  expect(url.searchParams.get('body')).toBe('Läs!\r\nNu?\r\n\r\nÖppen\r\n\r\nhttps://x.example/paths/a')
  expect(letterOf({ subject: 's', words: 'x'.repeat(5_000), about: '', address: '' }).body).toHaveLength(mostWords)
})
