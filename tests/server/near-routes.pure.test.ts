// Which routes an address is answered with: all that Remix could match, and those that the page carries for its parents.
import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { handlersByWay } from '#server/near-routes.ts'

const paths: Record<string, { parentId?: string; path?: string; index?: boolean }> = {
  root: { path: '' },
  index: { parentId: 'root', index: true },
  anywhere: { parentId: 'root', path: '*' },
  visits: { parentId: 'root', path: 'visits', index: true },
  newVisit: { parentId: 'root', path: 'visits/new' },
  visit: { parentId: 'root', path: 'visits/:visitId' },
  overview: { parentId: 'visit', index: true },
  programme: { parentId: 'visit', path: 'programme' },
  slot: { parentId: 'visit', path: 'programme/:slotId' },
  blog: { parentId: 'root', path: 'blog/:slug' },
  calendar: { parentId: 'root', path: 'calendar/:token.ics' },
}
const routes = Object.fromEntries(Object.entries(paths).map(([id, route]) => [id, { id, ...route }]))
const build = { routes, assets: { routes } } as unknown as ServerBuild

function near(pathname: string): string[] {
  return Object.keys(handlersByWay(build, (known) => known)(pathname).routes)
}

const everywhere = ['root', 'index', 'anywhere']
test.each([
  ['/', everywhere],
  ['/nowhere', everywhere],
  ['/visits', [...everywhere, 'visits']],
  ['/visits/new', [...everywhere, 'visits', 'newVisit', 'visit', 'overview']],
  ['/Visits/42/', [...everywhere, 'visits', 'visit', 'overview']],
  ['/visits/42/programme', [...everywhere, 'visits', 'visit', 'overview', 'programme']],
  ['/visits/42/programme.data', [...everywhere, 'visits', 'visit', 'overview', 'programme']],
  ['/visits/42/programme/7', [...everywhere, 'visits', 'visit', 'overview', 'programme', 'slot']],
  ['/calendar/abc.ics', [...everywhere, 'calendar']],
  ['/_root.data', everywhere],
])('%s is answered with the routes on its way', (pathname, expected) => {
  expect(near(pathname)).toEqual(expected)
})

test.each(['/__manifest', '/visits/%34%32', '/%76isits'])('%s gets every route', (pathname) => {
  expect(near(pathname)).toEqual(Object.keys(routes))
})

test('the browser is told of the same routes, and a way is made once', () => {
  let made = 0
  const handlerFor = handlersByWay(build, (known) => {
    made += 1
    return known
  })
  expect(Object.keys(handlerFor('/visits/1/programme').assets.routes)).toContain('programme')
  expect(handlerFor('/visits/1/programme')).toBe(handlerFor('/visits/2/programme'))
  expect(made).toBe(1)
})
