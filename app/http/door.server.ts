// Every loader and action goes through `open` or `signedIn`: they name the actor, give the context and translate errors.
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { actorFromCookie } from '#app/features/identity/sessions.server.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { idFrom } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { logger } from '#app/kernel/log.server.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { type Ctx, here, readAnew } from '#db/context.server.ts'
import { problemOf, responseFor } from './problems.server.ts'
import { type Typed, typedWordsOf } from './typed-words.server.ts'

export type Door<A extends Actor> = {
  request: Request
  url: URL
  actor: A
  ctx: Ctx
  locale: Locale
  /** The address the request came from, as far as TRUST_PROXY lets us know; for limits only. */
  ip: string
  params: Record<string, string | undefined>
  /** The uuid in the address, or `not_found`. */
  idOf(name: string): string
}

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** For everybody: the actor is a person or a visitor. */
export function open<T>(handler: (door: Door<Actor>) => Promise<T>): (args: Args) => Promise<T> {
  return (args) => answering(args, async (actor) => handler(doorFor(args, actor)))
}

/** For people who have signed in; others are sent to sign in and come back. */
export function signedIn<T>(handler: (door: Door<Person>) => Promise<T>): (args: Args) => Promise<T> {
  return (args) =>
    answering(args, async (actor) => {
      if (actor.kind !== 'person') throw redirect(loginAddressFor(args.request))
      return handler(doorFor(args, actor))
    })
}

/**
 * The loader of an address that is only posted to: who reloads it, or comes back to it, is led to the page it belongs to.
 * Such a route has `Refused` or `RefusedPage` for its page, so that a refusal is told as one.
 */
export function backTo(page: (door: Door<Actor>) => string | Promise<string>): (args: Args) => Promise<Response> {
  return open(async (door) => redirect(await page(door)))
}

function doorFor<A extends Actor>({ request, params, context }: Args, actor: A): Door<A> {
  return {
    request,
    // No text of ours holds a NUL, and PostgreSQL refuses to be asked about one.
    url: new URL(request.url.replaceAll('%00', '')),
    actor,
    ctx: request.method === 'GET' ? { ...here(), seen: seenIn(context) } : here(),
    locale: getLocale(),
    ip: String((context as { ip?: string } | undefined)?.ip ?? ''),
    params,
    idOf(name) {
      const id = idFrom(params[name])
      if (!id) throw new DomainError('not_found')
      return id
    },
  }
}

/** The loaders of one page share what they have read; an action reads for itself, for it is about to write. */
function seenIn(context: Args['context'] | undefined): Map<string, Promise<unknown>> {
  const shared: Pick<AppLoadContext, 'seen'> = context ?? {}
  shared.seen ??= new Map()
  return shared.seen
}

async function answering<T>(args: Args, handle: (actor: Actor) => Promise<T>): Promise<T> {
  try {
    if (Object.values(args.params).some((param) => param?.includes('\0'))) throw new DomainError('not_found')
    return await handle(await actorOf(args))
  } catch (error) {
    const problem = problemOf(error)
    if (problem && !(error instanceof DomainError)) logger().warn({ error, requestId: args.context?.requestId }, problem.code)
    if (problem) throw responseFor(problem, args.request, typedIn(args))
    throw error
  } finally {
    if (args.request.method !== 'GET') {
      readAnew()
      typedIn(args)
    }
  }
}

/** The loaders after an action share its context: a page that is hidden by now still gives back what was typed. */
function typedIn({ request, context }: Args): readonly Typed[] {
  const shared: Pick<AppLoadContext, 'typed'> = context ?? {}
  if (request.method !== 'GET') shared.typed = typedWordsOf(request)
  return shared.typed ?? []
}

/** One session lookup a request, however many loaders it runs. */
function actorOf({ request, context }: Pick<Args, 'request' | 'context'>): Promise<Actor> {
  const shared: Pick<AppLoadContext, 'actor'> = context ?? {}
  const actor = shared.actor ?? actorFromCookie(request.headers.get('cookie'), here())
  shared.actor = actor
  return actor
}

function loginAddressFor(request: Request): string {
  const url = new URL(request.url)
  if (request.method !== 'GET') return '/login'
  const search = new URLSearchParams(url.search)
  search.delete('_routes')
  const back = url.pathname.replace(/\.data$/, '') + (search.size > 0 ? `?${search}` : '')
  return `/login?to=${encodeURIComponent(back)}`
}

/** An own path to go to, or `fallback`: never another host, never a script. */
export function safeRedirectPath(wanted: string | null | undefined, fallback = '/home'): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || /[\\\p{Cc}]/u.test(wanted)) return fallback
  const url = new URL(wanted, 'http://own.invalid')
  return url.host === 'own.invalid' ? url.pathname + url.search + url.hash : fallback
}
