import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server'

/** The HTML a component becomes on the server, inside a router that stands on `address`. */
export async function htmlOf(element: ReactElement, address = '/visits'): Promise<string> {
  const routes = [{ path: '*', element }]
  const { query, dataRoutes } = createStaticHandler(routes)
  const context = await query(new Request(`http://samlara.test${address}`))
  if (context instanceof Response) throw new Error('a component answered with a redirect')
  return renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />,
  )
}

/** The opening tag that contains `part`, for instance an id; attributes come in no promised order. */
export function tagWith(html: string, part: string): string {
  return html.match(/<[^/][^>]*>/g)?.find((tag) => tag.includes(part)) ?? ''
}
