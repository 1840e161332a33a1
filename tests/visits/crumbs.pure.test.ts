import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { trailOf } from '#app/features/visits/ui/crumbs.ts'
import { inLanguage } from '#app/i18n/language.server.ts'

const id = '0b9f8c1e-2f53-4d53-9c92-1f2f7f0a2b11'
const other = '7c9f8c1e-2f53-4d53-9c92-1f2f7f0a2b22'
const trail = (path: string) => inLanguage('sv', async () => trailOf(`/visits/${id}${path}`, id))

test('a section is the last crumb, a page below it leads back to the section', async () => {
  expect(await trail('/programme')).toEqual([{ label: 'Program' }])
  expect(await trail(`/programme/${other}`)).toEqual([
    { label: 'Program', to: `/visits/${id}/programme` },
    { label: 'Ändra en programpunkt' },
  ])
  expect(await trail('/programme/new')).toMatchObject([{ label: 'Program' }, { label: 'Ny programpunkt' }])
  expect(await trail(`/blog/${other}/edit`)).toMatchObject([{ label: 'Blogg' }, { label: 'Ändra inlägget' }])
  expect(await trail('/checklist')).toEqual([{ label: 'Checklista' }])
})

test('the overview, and an address that is none, have no crumb of their own', async () => {
  expect(await trail('')).toEqual([])
  expect(await trail('/')).toEqual([])
  expect(await trail('/banana')).toEqual([])
})

test('every page inside a visit has a name in the breadcrumb', async () => {
  const files = readdirSync('app/routes').filter(
    (file) => /^visits\.\$visitId\..+\.tsx$/.test(file) && !file.includes('_index'),
  )
  const paths = files.map((file) =>
    file
      .replace(/^visits\.\$visitId|\.tsx$/g, '')
      .replaceAll('_', '')
      .replace(/\.\$[a-zA-Z]+/g, `/${other}`)
      .replaceAll('.', '/'),
  )
  expect(paths.length).toBeGreaterThan(30)
  const named = await Promise.all(paths.map(async (path) => [path, (await trail(path)).length > 0]))
  expect(named.filter(([, isNamed]) => !isNamed)).toEqual([])
})
