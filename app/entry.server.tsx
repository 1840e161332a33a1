import { PassThrough } from 'node:stream'
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from './http/nonce.ts'
import { askPatience, problemInsteadOfPage } from './http/problems.server.ts'
import { logger } from './kernel/log.server.ts'
import type { Handle } from './root.tsx'

const ABORT_AFTER_MS = 8_000

/** Browsers get the page as it is made, robots get it whole, programs get the problem when there is one. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const problem = problemInsteadOfPage(remixContext.staticHandlerContext, request)
  if (problem) return Promise.resolve(problem)
  const ready = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady'
  return new Promise((resolve, reject) => {
    let answered = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_AFTER_MS} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [ready]() {
          answered = true
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          // Remix drops the headers of what a loader threw; patience is worth telling to pages too.
          askPatience(headers, status)
          if (!headers.has('Cache-Control')) headers.set('Cache-Control', mayKeep(request, status, remixContext))
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          status = 500
          // Before the shell stands, onShellError tells; afterwards only the log can.
          if (answered) logger().error({ error, requestId }, 'page broke off')
        },
      },
    )
    setTimeout(abort, ABORT_AFTER_MS + 1_000).unref()
  })
}

/** Open pages are everybody's while nobody is known: a cookie could be a sign-in, a theme or a language. */
function mayKeep(request: Request, status: number, { staticHandlerContext, routeModules }: EntryContext): string {
  const isOpen = staticHandlerContext.matches.some(({ route }) => (routeModules[route.id]?.handle as Handle | undefined)?.open)
  const isAsked = new URL(request.url).search !== ''
  return status === 200 && isOpen && !isAsked && !request.headers.has('cookie') ? 'public, no-cache' : 'private, no-store'
}

/**
 * Bugs are logged with their stack and without what people wrote; a reader who went away, or asked for
 * what no route answers, is not a bug.
 */
export function handleError(error: unknown, { request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>): void {
  const isTheirs = isRouteErrorResponse(error) && error.status < 500
  if (!isTheirs && !request.signal.aborted) logger().error({ error, requestId: context.requestId }, 'page failed')
}
