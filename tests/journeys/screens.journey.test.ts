// Every kind of page that links lead to, as people of the demo world see it: in the smallest window, 320 × 256, which is
// 1280 × 1024 at 400 % zoom (WCAG 1.4.10), and in high-contrast themes. Neither browser nor React may complain.
import { expect, test } from 'vitest'
import { unseenParts } from './support/contrast.ts'
import { lostParts } from './support/reach.ts'
import { fullestPages, openDemoWorld } from './support/screens.ts'
import { visitPage } from './visit/stage.ts'

const world = openDemoWorld()

test.each([
  {
    email: 'host@demo.example',
    sees: ['/visits/:id/programme', '/visits/:id/preparation', '/visits/:id/room', '/visits/new host'],
  },
  { email: 'guest@demo.example', sees: ['/visits/:id/preparation', '/visits/:id/rules', '/visits/:id/blog/new', '/offers'] },
  { email: 'lead@demo.example', sees: ['/indicators/:id unit', '/units/:id/results', '/units/:id/people', '/blog/:slug'] },
  { email: 'admin@demo.example', sees: ['/admin', '/units/:id/edit', '/units/new', '/settings'] },
])('in the smallest window $email loses nothing of any page', async ({ email, sees }) => {
  const { page, context, problems } = await world.comeIn(email, { width: 320, height: 256 })
  const lost: string[] = []
  const pages = await fullestPages(page)
  expect([...pages.keys()]).toEqual(expect.arrayContaining(sees))
  for (const path of [...pages.values()].flatMap(({ writing, reading }) => [...writing, ...reading])) {
    await visitPage(page, path)
    for (const fault of await lostParts(page)) lost.push(`${path}: ${fault}`)
  }
  expect(lost).toEqual([])
  expect(problems).toEqual([])
  await context.close()
})

const tellingPages = [
  '/home',
  '/visits/:id',
  '/visits/:id/programme',
  '/visits/:id/blog/new',
  '/visits/:id/evaluation',
  '/indicators',
  '/indicators/:id unit',
]

test.each(['light', 'dark'] as const)(
  'in a %s high-contrast theme words, states and what is chosen are seen',
  async (theme) => {
    const { page, context, problems } = await world.comeIn('host@demo.example', { contrastTheme: theme })
    const pages = await fullestPages(page)
    const paths = tellingPages.flatMap((kind) => [...(pages.get(kind)?.writing ?? []), ...(pages.get(kind)?.reading ?? [])])
    expect(paths.length).toBeGreaterThanOrEqual(tellingPages.length)
    const unseen: string[] = []
    for (const path of paths) {
      await visitPage(page, path)
      for (const what of await unseenParts(page)) unseen.push(`${path}: ${what}`)
    }
    expect(unseen).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  },
)
