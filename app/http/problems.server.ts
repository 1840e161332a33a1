// Turns what was thrown into what is answered: statuses for DomainErrors, 503 when the database is away, 500 for bugs.
import { isRouteErrorResponse } from '@remix-run/react'
import { translate } from '#app/i18n/translate.server.ts'
import { DomainError, type DomainErrorCode } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import type { Typed } from './typed-words.server.ts'

const statuses: Record<DomainErrorCode, number> = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  gone: 410,
  too_many: 429,
  unavailable: 503,
}

export type Problem = { status: number; code: DomainErrorCode; message: string }

/** Undefined for a bug: the caller logs it and shows the plain page. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof DomainError) {
    return {
      status: statuses[error.code],
      code: error.code,
      message: translate(error.reason, error.params) ?? plain(error.code),
    }
  }
  if (isDatabaseAway(error)) return { status: 503, code: 'unavailable', message: plain('unavailable') }
  if (hasCode(error, unstorable)) return { status: statuses.invalid, code: 'invalid', message: plain('invalid') }
  return undefined
}

/** What a form says that could not be sent on: only what somebody can put right. @throws the error itself when it is another */
export function refusalOf(error: unknown): Problem {
  const keeps = error instanceof DomainError && ['conflict', 'invalid', 'gone', 'too_many'].includes(error.code)
  const problem = keeps ? problemOf(error) : undefined
  if (!problem) throw error
  return problem
}

function plain(code: DomainErrorCode): string {
  const texts: Record<DomainErrorCode, () => string> = {
    not_found: m.common_error_not_found,
    forbidden: m.common_error_forbidden,
    conflict: m.common_error_conflict,
    invalid: m.common_error_invalid,
    gone: m.common_error_gone,
    too_many: m.common_error_too_many,
    unavailable: m.common_error_unavailable,
  }
  return texts[code]()
}

// Codes of Node's sockets, of postgres.js, and of PostgreSQL while it shuts down, starts, is full or out of connections.
const awayCodes = new Set(
  `ECONNREFUSED ECONNRESET ENOTFOUND ETIMEDOUT EPIPE CONNECT_TIMEOUT CONNECTION_CLOSED CONNECTION_ENDED
   CONNECTION_DESTROYED 57P01 57P02 57P03 53300 53100`.split(/\s+/),
)

// Characters that no database text can hold, and words where a number or an id belongs: what was asked for cannot exist.
const unstorable = new Set(['22021', '22P02', '22P05'])

/** Is the database out of reach, starting, out of room or full, rather than our SQL wrong? */
export function isDatabaseAway(error: unknown): boolean {
  return hasCode(error, awayCodes)
}

function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code
    if (typeof code === 'string' && codes.has(code)) return true
    if (cause instanceof AggregateError && cause.errors.some((one) => hasCode(one, codes))) return true
  }
  return false
}

/**
 * The answer for a problem: a page for people (the error boundary draws it), problem+json for programs. `typed`: what the
 * person had written, for the page to give back.
 */
export function responseFor(problem: Problem, request: Request, typed: readonly Typed[] = []): Response {
  if (wantsJson(request)) return jsonProblem(problem)
  const headers = askPatience(new Headers({ 'Content-Type': 'application/json; charset=utf-8' }), problem.status)
  const { code, message, status } = problem
  return new Response(JSON.stringify({ code, message, ...(typed.length > 0 ? { typed } : {}) }), { status, headers })
}

/** Says how long to wait before asking again, where waiting helps. */
export function askPatience<H extends { set(name: string, value: string): void }>(headers: H, status: number): H {
  if (status === 503) headers.set('Retry-After', '10')
  if (status === 429) headers.set('Retry-After', '60')
  return headers
}

/** What a program is answered that asked a page for JSON and met an error; undefined when there is a page to draw. */
export function problemInsteadOfPage(
  { errors }: { errors: Record<string, unknown> | null },
  request: Request,
): Response | undefined {
  const [error] = Object.values(errors ?? {})
  if (error === undefined || !wantsJson(request)) return undefined
  if (!isRouteErrorResponse(error)) return jsonProblem({ status: 500, code: 'internal', message: m.common_error_internal() })
  // Thrown by a loader of ours, for this request: a problem already. The router's own errors are plain English.
  if (typeof error.data === 'string' && error.data.startsWith('{')) return jsonResponse(error.data, error.status)
  return jsonProblem({ status: error.status, code: 'invalid', message: m.common_error_invalid() })
}

function jsonProblem({ status, code, message }: { status: number; code: string; message: string }): Response {
  return jsonResponse(JSON.stringify({ type: 'about:blank', title: message, status, code }), status)
}

function jsonResponse(body: string, status: number): Response {
  const headers = askPatience(new Headers({ 'Content-Type': 'application/problem+json; charset=utf-8' }), status)
  return new Response(body, { status, headers })
}

function wantsJson(request: Request): boolean {
  return prefersJson(request.headers.get('accept') ?? '')
}

/** By the Accept header: is it a program that wants JSON, and not a browser that takes anything? */
export function prefersJson(accept: string): boolean {
  return accept.includes('application/problem+json') || (accept.includes('application/json') && !accept.includes('text/html'))
}
