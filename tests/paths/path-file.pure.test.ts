// Files that hold a path, and files that only seem to.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FILE_FORMAT, pathFile, readPathFile } from '#app/features/paths/rules/path-file.ts'
import { shippedPath } from './shipped.ts'

const file = { format: FILE_FORMAT, made: '2026-11-22', path: shippedPath, media: [] }
const text = (value: unknown) => JSON.stringify(value)

/** The shipped path's file with something done to a copy of it. */
function spoiled(spoil: (copy: typeof file) => unknown): string {
  const copy = structuredClone(file)
  spoil(copy)
  return text(copy)
}

function faults(source: string) {
  const read = readPathFile(source)
  return read.ok ? [] : read.faults
}

test('the shipped path is a file that can be read, with or without a mark at its start', () => {
  expect(readPathFile(text(file))).toEqual({ ok: true, file })
  expect(readPathFile(`\uFEFF${text(file)}`)).toMatchObject({ ok: true })
})

test('a file that would grow to gigabytes is refused before it is read, and a long film is none', () => {
  const many = `{"format":"${FILE_FORMAT}","x":[${'{},'.repeat(3_000_000)}{}]}`
  const began = performance.now()
  expect(faults(many)).toEqual([{ place: '', within: null, reason: 'paths_file_overgrown' }])
  expect(performance.now() - began).toBeLessThan(500)
  expect(faults(`[${'['.repeat(500_000)}`)).toMatchObject([{ reason: 'paths_file_overgrown' }])
  for (const inText of ['[{,'.repeat(500_000), '\\"{,'.repeat(200_000), '\\'.repeat(500_000)]) {
    const said = spoiled(({ path }) => Object.assign(path.modules[2]?.title ?? {}, { nb: inText }))
    expect(faults(said)).toMatchObject([{ place: 'path.modules[2].title.nb', reason: 'paths_file_too_long' }])
  }
  expect(faults('{"format": "never ends')).toMatchObject([{ reason: 'paths_file_no_json' }])
})

describe('a fault is told by its place', () => {
  const module2 = { within: shippedPath.modules[2]?.title.sv }

  test.each<[string, (copy: typeof file) => unknown, object]>([
    ['left out', ({ path }) => Reflect.deleteProperty(path.modules[2] ?? {}, 'aim'), { reason: 'paths_file_missing' }],
    ['of another kind', ({ path }) => Object.assign(path.modules[2] ?? {}, { aim: 7 }), { reason: 'paths_file_wrong_kind' }],
  ])('something %s', (_, spoil, expected) => {
    expect(faults(spoiled(spoil))).toEqual([{ place: 'path.modules[2].aim', ...module2, ...expected }])
  })

  test('a text without end, with how long it may be', () => {
    const long = spoiled(({ path }) => Object.assign(path.modules[2]?.title ?? {}, { nb: 'x'.repeat(301) }))
    const [fault] = faults(long)
    expect(fault).toMatchObject({ place: 'path.modules[2].title.nb', reason: 'paths_file_too_long', params: { most: 300 } })
  })

  test('a field that nobody knows', () => {
    const unknown = spoiled(({ path }) => Object.assign(path.modules[2] ?? {}, { onclick: 'alert(1)' }))
    expect(faults(unknown)).toMatchObject([{ place: 'path.modules[2].onclick', reason: 'paths_file_unknown_key' }])
  })

  test('an address that is no https', () => {
    const link = (address: string) =>
      spoiled(({ path }) => {
        const said = { sv: [], nb: [], en: [] }
        const about = { id: 'film', kind: 'video', title: shippedPath.title, minutes: 5, text: said, transcript: said }
        path.modules[0]?.tracks.leader.push({ ...about, video: { link: address, captioned: [] } } as never)
      })
    expect(faults(link('https://film.example/1'))).toEqual([])
    for (const address of ['javascript:alert(1)', 'http://film.example', 'data:text/html,x', 'ftp://film.example'])
      expect(faults(link(address))[0]?.place).toMatch(/^path\.modules\[0\]\.tracks\.leader\[\d+\]\.video/)
  })

  test('two modules that are called the same, a picture that is not in the file', () => {
    const twice = spoiled(({ path }) => Object.assign(path.modules[2] ?? {}, { id: 'M1' }))
    expect(faults(twice)).toMatchObject([{ place: expect.stringContaining('M1'), reason: 'paths_file_module_twice' }])
    const picture = { picture: '3f0e5a1c-6d3b-4c9a-9d3e-0a1b2c3d4e5f', alt: 'Två vid ett bord' }
    const missing = spoiled(({ path }) => path.lead.sv.push(picture))
    expect(faults(missing)).toMatchObject([{ reason: 'paths_file_media_missing' }])
  })

  test('no more than twenty at a time', () => {
    const all = spoiled(({ path }) => path.modules.map((module) => Object.assign(module, { aim: 1, lead: 2, checks: 3 })))
    expect(faults(all)).toHaveLength(20)
  })
})

describe('what is no path is refused', () => {
  test.each([
    ['nothing', '', 'paths_file_no_json'],
    ['half a file', text(file).slice(0, 5_000), 'paths_file_no_json'],
    ['a page', '<!doctype html>', 'paths_file_no_json'],
    ['another format', text({ ...file, format: 'samlara.path/2' }), 'paths_file_other_format'],
    ['null', 'null', 'paths_file_other_format'],
    ['a prototype', text(file).replace('"made"', '"__proto__":{"x":1},"made"'), 'paths_file_odd_key'],
    [
      'a depth without end',
      `{"format":"${FILE_FORMAT}","path":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      'paths_file_odd_key',
    ],
  ])('%s', (_, source, reason) => {
    expect(faults(source)).toMatchObject([{ reason }])
  })

  test('whatever is changed in a file, it is refused with a place, or read as what it says', () => {
    const places = leavesOf(file)
    const junk = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('', null, [], {}, -1, 'x'.repeat(5_000), '\u0000'))
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (place, value) => {
        const copy = structuredClone(file)
        const parent = place.slice(0, -1).reduce<object>((inner, key) => Reflect.get(inner, key), copy)
        Reflect.set(parent, place.at(-1) ?? '', value)
        const read = readPathFile(text(copy))
        if (read.ok) expect(pathFile.parse(JSON.parse(text(copy)))).toEqual(read.file)
        else for (const fault of read.faults) expect(fault.reason).toMatch(/^paths_file_/)
      }),
      { numRuns: 60 },
    )
  })
})

function leavesOf(value: unknown, place: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [place]
  return [
    ...(place.length > 0 ? [place] : []),
    ...Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...place, key])),
  ]
}

/** After a change of the shape: `npx vitest run --project rules tests/paths/path-file -u`. */
test('the documented schema is the one that files are read by', async () => {
  const schema = JSON.stringify(z.toJSONSchema(pathFile, { io: 'input', reused: 'ref' }), null, 2)
  await expect(`${schema}\n`).toMatchFileSnapshot('../../docs/path-file.schema.json')
})
