// Asks the real pages the real way: Remix's own request handler over the files of app/routes, inside the test's transaction.
// No build, no browser: for what a document answers. To call one loader or action, `http.ts` is enough.
import { UNSAFE_flatRoutes } from '@remix-run/dev'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import * as entry from '#app/entry.server.tsx'
import { inLanguage } from '#app/i18n/language.server.ts'
import { setClock } from '#app/kernel/clock.server.ts'
import * as root from '#app/root.tsx'
import { within } from '#db/context.server.ts'
import type { TestCtx } from './db.ts'
import { type Call, requestFor } from './http.ts'

type Module = ServerBuild['routes'][string]['module']
type Route = Omit<ServerBuild['routes'][string], 'module'> & { file: string; module: Module }

const loaded = import.meta.glob<Module>('../../app/routes/*.{ts,tsx}')

/** Every address of the product, with its module. */
export async function allRoutes(): Promise<Route[]> {
  const found = Object.values(UNSAFE_flatRoutes('app')).filter((route) => route.id !== 'root')
  return Promise.all(
    found.map(async ({ id, parentId, path, index, file }) => {
      const load = loaded[`../../app/${file}`]
      if (!load) throw new Error(`There is no file app/${file}.`)
      return { id, parentId: parentId ?? 'root', path, index: index ?? false, file, module: await load() } as Route
    }),
  )
}

/** What a browser without scripts (or a program, by `accept`) gets: `form` posts it, `upload` posts a form with a file. */
export async function ask(
  ctx: TestCtx,
  call: Call & { form?: Record<string, string>; upload?: { type: string; body: Uint8Array }; accept?: string },
): Promise<{ status: number; headers: Headers; text: string }> {
  const build = await theBuild()
  const sent: Record<string, string> = call.upload ? { 'content-type': call.upload.type } : {}
  const headers = { accept: call.accept ?? 'text/html', ...sent, ...call.headers }
  const body = call.upload ? new Uint8Array(call.upload.body) : call.form && new URLSearchParams(call.form)
  const init = body ? { method: 'POST', body } : {}
  const request = await requestFor(ctx, { ...call, headers }, init)
  setClock(() => ctx.now)
  const handle = createRequestHandler(build, 'test')
  const context = { ip: call.ip ?? '192.0.2.1', nonce: 'test', requestId: 'test' }
  const locale = call.locale ?? call.as?.locale ?? 'sv'
  const answer = await within(ctx, () => inLanguage(locale, () => handle(request, context)))
  const text = await answer.text()
  await ctx.settled()
  return { status: answer.status, headers: answer.headers, text }
}

let made: Promise<ServerBuild> | undefined

function theBuild(): Promise<ServerBuild> {
  made ??= assemble()
  return made
}

async function assemble(): Promise<ServerBuild> {
  const found = await allRoutes()
  const routes = { root: { id: 'root', path: '', module: root as unknown as Module }, ...byId(found) }
  const known = Object.values(routes).map(({ module, ...route }) => [route.id, { ...route, ...traits(module), module: '' }])
  return {
    mode: 'test',
    entry: { module: entry as unknown as ServerBuild['entry']['module'] },
    routes,
    assets: {
      entry: { module: '/entry.js', imports: [] },
      routes: Object.fromEntries(known),
      url: '/manifest.js',
      version: 'test',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_lazyRouteDiscovery: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
    isSpaMode: false,
  }
}

function byId(routes: Route[]): Record<string, Route> {
  return Object.fromEntries(routes.map((route) => [route.id, route]))
}

function traits(module: Module) {
  return {
    hasAction: Boolean(module.action),
    hasLoader: Boolean(module.loader),
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: Boolean(module.ErrorBoundary),
  }
}
