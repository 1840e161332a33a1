// Remix ranks the whole route table several times a request, which with our hundred and some addresses costs more than the
// page's own work. So each address is answered by a handler that knows only the routes on the way to it.
import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
type Known = { id: string; segments: string[] }

/**
 * Gives the handler for a pathname: made by `make` with the routes that begin the address (layouts, indexes and parents
 * too: the page carries them to the browser), kept for the next request on the same way.
 */
export function handlersByWay<Handler>(build: ServerBuild, make: (build: ServerBuild) => Handler) {
  const known = Object.keys(build.routes).map((id): Known => ({ id, segments: segmentsOf(build.routes, id) }))
  const handlers = new Map<string, Handler>()
  return (pathname: string): Handler => {
    const near = idsNear(known, pathname)
    const way = near.join()
    const handler = handlers.get(way) ?? make(withRoutes(build, near))
    handlers.set(way, handler)
    return handler
  }
}

/** Remix' own addresses and percent signs, which it decodes by rules of its own, get every route. */
function idsNear(known: readonly Known[], pathname: string): string[] {
  if (pathname.startsWith('/__') || pathname.includes('%')) return known.map(({ id }) => id)
  const address = split(pathname === '/_root.data' ? '/' : pathname.replace(/\.data$/, ''))
  return known.filter(({ segments }) => begins(segments, address)).map(({ id }) => id)
}

function begins(segments: readonly string[], address: readonly string[]): boolean {
  return segments.every((segment, index) => {
    if (segment === '*') return true
    const place = address[index]
    return place !== undefined && (segment.startsWith(':') || segment === place)
  })
}

/** A route's whole path, its parents' first, in lower case as Remix matches it. */
function segmentsOf(routes: Routes, id: string): string[] {
  const route = routes[id]
  if (!route) return []
  const above = route.parentId ? segmentsOf(routes, route.parentId) : []
  return [...above, ...split(route.path ?? '')]
}

function split(path: string): string[] {
  return path.toLowerCase().split('/').filter(Boolean)
}

function withRoutes(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const assets = { ...build.assets, routes: only(build.assets.routes, ids) }
  return { ...build, assets, routes: only(build.routes, ids) }
}

function only<T>(routes: Record<string, T>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)))
}
