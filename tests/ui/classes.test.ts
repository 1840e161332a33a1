import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => !file.startsWith('paraglide'))
const textOf = (ending: RegExp, below = '') =>
  files
    .filter((file) => ending.test(file) && file.startsWith(below))
    .map((file) => readFileSync(join('app', file), 'utf8'))
    .join('\n')

const written = new Set([...textOf(/\.css$/).matchAll(/\.(sl-[\w-]+)/g)].map((match) => match[1] ?? ''))
const namesIn = (code: string) => new Set(code.match(/(?<![-\w])sl-[a-z][\w-]*/g) ?? [])

test('every class in the style sheets is used, by its name or as a variant of a name', () => {
  const used = namesIn(textOf(/\.tsx?$/))
  const isVariant = (name: string) => [...used].some((start) => /(--|__)$/.test(start) && name.startsWith(start))
  const isLabel = (name: string) => name.endsWith('-label') && used.has(name.replace(/-label$/, ''))
  expect([...written].filter((name) => !used.has(name) && !isVariant(name) && !isLabel(name))).toEqual([])
})

test('every class of the shared components has a rule', () => {
  const used = [...namesIn(textOf(/\.tsx$/, 'ui/'))].filter((name) => !/(--|__)$/.test(name))
  expect(used.filter((name) => !written.has(name))).toEqual([])
})
