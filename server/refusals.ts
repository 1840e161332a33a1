// What never reaches the app: addresses and methods that nothing answers, writes from other sites, and what broke on the way.
import type { Request, Response } from 'express'
import { isDatabaseAway } from '#app/http/problems.server.ts'
import { m } from '#app/paraglide/messages.js'
import { logger } from './log.ts'
import { answerPlainly } from './plain-page.tsx'
import { sameOrigin } from './security.ts'

const methods = ['GET', 'HEAD', 'POST']

/** Answers and returns true when the request is none that a page could be made for. */
export function refuse(request: Request, response: Response): boolean {
  if (!methods.includes(request.method)) {
    response.set('Allow', methods.join(', '))
    answerPlainly(request, response, { status: 405, text: m.common_error_method })
    return true
  }
  if (!isReadable(request)) {
    answerPlainly(request, response, { status: 400, text: m.common_error_address })
    return true
  }
  // Nothing is changed on behalf of another site.
  if (request.method === 'POST' && !sameOrigin(request)) {
    answerPlainly(request, response, { status: 403, text: m.common_error_foreign })
    return true
  }
  return false
}

/** Can a URL be made of the Host header and the address, and is the address a path of ours? */
function isReadable(request: Request): boolean {
  const { originalUrl } = request
  // Remix takes the port from X-Forwarded-Host whether a proxy is trusted or not.
  const hosts = [request.get('host'), request.hostname, request.get('x-forwarded-host')?.split(',')[0]]
  if (!hosts.every((host) => URL.canParse(`http://${host}${originalUrl}`))) return false
  // Two slashes at the front name a host wherever an address is resolved; also `/.//` and `/\` come down to them.
  return originalUrl.startsWith('/') && !new URL(`http://own.invalid${originalUrl}`).pathname.startsWith('//')
}

/** The last resort for what was thrown outside the app: a broken transfer, a file that is not there, a bug. Never its text. */
export function answerFault(error: unknown, request: Request, response: Response): void {
  const status = statusOf(error)
  if (status >= 500) logger().error({ error, requestId: response.locals.requestId }, 'request failed')
  if (response.headersSent) {
    response.destroy()
    return
  }
  answerPlainly(request, response, { status, text: texts[status] ?? (status < 500 ? m.common_error_invalid : texts[500]) })
}

const texts = {
  404: m.common_error_not_found,
  500: m.common_error_internal,
  503: m.common_error_unavailable,
} as Record<number, () => string> & { 500: () => string }

function statusOf(error: unknown): number {
  if (isDatabaseAway(error)) return 503
  const { status } = (typeof error === 'object' && error !== null ? error : {}) as { status?: unknown }
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
