// Calls a route's loader or action as the server does: a Request with a real session cookie, in the reader's language, inside
// the test's transaction. What was returned or thrown comes back in one shape.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { createSession } from '#app/features/identity/sessions.server.ts'
import { inLanguage } from '#app/i18n/language.server.ts'
import { setClock } from '#app/kernel/clock.server.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { within } from '#db/context.server.ts'
import type { TestCtx } from './db.ts'

type Args = LoaderFunctionArgs & ActionFunctionArgs
type Handler<T> = (args: Args) => Promise<T>

export type Call = {
  /** The address asked for, with its search: '/units/…?q=…'. */
  path: string
  params?: Record<string, string>
  /** Who asks; nobody: a visitor. */
  as?: { id: string; locale?: Locale } | null
  locale?: Locale
  headers?: Record<string, string>
  ip?: string
}

export type Answer<T> = {
  status: number
  headers: Headers
  /** Where a redirect leads, or null. */
  location: string | null
  /** What the page gets; undefined for redirects and errors. */
  data: T
  /** The text of an answer that is a Response (an error, a file). */
  text: string
}

/** `const { data } = await callLoader(ctx, route.loader, { path: '/settings', as: ingrid })` */
export async function callLoader<T>(ctx: TestCtx, loader: Handler<T>, call: Call): Promise<Answer<Unwrapped<T>>> {
  return run(ctx, loader, call, await requestFor(ctx, call, {}))
}

/** The same with a form, as a browser without JavaScript posts it. A list is sent as repeated fields. */
export async function callAction<T>(
  ctx: TestCtx,
  action: Handler<T>,
  call: Call & { form?: Record<string, string | readonly string[] | undefined> },
): Promise<Answer<Unwrapped<T>>> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(call.form ?? {})) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) body.append(name, one)
  }
  return run(ctx, action, call, await requestFor(ctx, call, { method: 'POST', body }))
}

/** The value of a `Cookie` header for a new session of this person. */
export async function cookieFor(ctx: TestCtx, user: { id: string }): Promise<string> {
  return (await createSession(user.id, 'a test', ctx)).split(';')[0] ?? ''
}

type Unwrapped<T> =
  Awaited<T> extends infer R ? (R extends { type: 'DataWithResponseInit'; data: infer D } ? D : Exclude<R, Response>) : never

export async function requestFor(ctx: TestCtx, call: Call, init: RequestInit): Promise<Request> {
  const headers = new Headers(call.headers)
  const cookies = [headers.get('cookie'), call.as ? await cookieFor(ctx, call.as) : null].filter(Boolean)
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '))
  return new Request(new URL(call.path, 'http://samlara.test'), { ...init, headers })
}

async function run<T>(ctx: TestCtx, handler: Handler<T>, call: Call, request: Request): Promise<Answer<Unwrapped<T>>> {
  const args = { request, params: call.params ?? {}, context: { ip: call.ip ?? '192.0.2.1', nonce: 'test', requestId: 'test' } }
  const locale = call.locale ?? call.as?.locale ?? 'sv'
  // `here()` reads the clock; under test it shows the test's instant.
  setClock(() => ctx.now)
  const outcome = await within(ctx, () => inLanguage(locale, () => settle(() => handler(args as unknown as Args))))
  await ctx.settled()
  if (outcome instanceof Response) {
    const { status, headers } = outcome
    return { status, headers, location: headers.get('location'), data: undefined as never, text: await outcome.text() }
  }
  if (isWithInit(outcome)) {
    const headers = new Headers(outcome.init?.headers)
    return { status: outcome.init?.status ?? 200, headers, location: null, data: outcome.data as never, text: '' }
  }
  return { status: 200, headers: new Headers(), location: null, data: outcome as never, text: '' }
}

async function settle<T>(work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

function isWithInit(value: unknown): value is { data: unknown; init: ResponseInit | null } {
  return typeof value === 'object' && value !== null && (value as { type?: string }).type === 'DataWithResponseInit'
}
