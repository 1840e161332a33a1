// Every kind of page that can be reached by links, as four people of the demo world see it in a very small window: 320 × 256,
// which is 1280 × 1024 at 400 % zoom (WCAG 1.4.10). Nothing may be lost, and neither browser nor React may complain.
import { expect, test } from 'vitest'
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
  for (const path of [...pages.values()].flat()) {
    await visitPage(page, path)
    for (const fault of await lostParts(page)) lost.push(`${path}: ${fault}`)
  }
  expect(lost).toEqual([])
  expect(problems).toEqual([])
  await context.close()
})
