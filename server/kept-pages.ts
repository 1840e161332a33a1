// Finished pages that are the same for everybody who has not signed in: what a library of learning paths is mostly asked for.
// Made once, then sent as they are for a few seconds. Why, and what it gives: docs/decisions/0019.
import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Response } from 'express'
import { settings } from '#app/kernel/env.server.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { languageIn } from './language.ts'
import { observeKept } from './operations.ts'

/** How old a kept page may be: a path that was published or withdrawn just now is seen after that. */
const KEPT_MS = 10_000
const MOST_PAGES = 1_000

type Packed = { body: Buffer; headers: OutgoingHttpHeaders }
type Kept = { plain: Buffer; headers: OutgoingHttpHeaders; until: number; packed: Map<Packing, Packed> }
type Packing = 'br' | 'gzip' | 'identity'

const pages = new Map<string, Kept>()
const locales = new Map<string, Locale>()

/** Sends a kept page, and tells whether there was one. */
export function answerKept(request: IncomingMessage, response: ServerResponse): boolean {
  const key = keyOf(request)
  const kept = key === null ? undefined : pages.get(key)
  if (!kept || kept.until < performance.now()) return false
  const { body, headers } = packed(kept, packingFor(request))
  const known = request.headers['if-none-match'] === headers.ETag
  if (known) {
    const { 'Content-Length': _, ...rest } = headers
    response.writeHead(304, rest)
  } else response.writeHead(200, headers)
  response.end(known ? undefined : body)
  observeKept(known ? 304 : 200)
  return true
}

/**
 * Overhears an answer that is being written, and keeps it when it says that anybody may: a whole page, public, that sets no
 * cookie. To be called before anything is written, inside of what packs the answer.
 */
export function keepAnswer(request: IncomingMessage, response: Response): void {
  const key = keyOf(request)
  if (key === null) return
  const chunks: Buffer[] = []
  const hear = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as 'utf8') : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const { write, end } = response
  response.write = function heardWrite(this: Response, ...given: unknown[]) {
    hear(given[0], given[1])
    return Reflect.apply(write, this, given)
  } as Response['write']
  response.end = function heardEnd(this: Response, ...given: unknown[]) {
    hear(given[0], given[1])
    const mayBeKept = response.statusCode === 200 && /^public\b/.test(String(response.getHeader('Cache-Control')))
    if (mayBeKept && !response.hasHeader('Set-Cookie')) keep(key, Buffer.concat(chunks), response)
    return Reflect.apply(end, this, given)
  } as Response['end']
}

function keep(key: string, plain: Buffer, response: Response): void {
  if (pages.size >= MOST_PAGES) pages.clear()
  const told = ['Content-Type', 'Content-Language', 'Cache-Control', ...securityHeaderNames]
  const headers = Object.fromEntries(
    told.flatMap((name) => (response.hasHeader(name) ? [[name, String(response.getHeader(name))]] : [])),
  )
  // No script is on the page, so that none is allowed: a nonce would be the same for everybody, and thereby none.
  const policy = headers['Content-Security-Policy']?.replaceAll(/ 'nonce-[^']*'/g, '')
  if (policy) headers['Content-Security-Policy'] = policy
  headers.Vary = 'Accept-Language, Cookie, Accept-Encoding'
  pages.set(key, { plain, headers, until: performance.now() + KEPT_MS, packed: new Map() })
}

const securityHeaderNames = [
  'Content-Security-Policy',
  'X-Content-Type-Options',
  'Referrer-Policy',
  'X-Frame-Options',
  'Cross-Origin-Opener-Policy',
  'Permissions-Policy',
  'Strict-Transport-Security',
]

function packed(kept: Kept, packing: Packing): Packed {
  const known = kept.packed.get(packing)
  if (known) return known
  const body = pack[packing](kept.plain)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const coded = packing === 'identity' ? {} : { 'Content-Encoding': packing }
  const headers = { ...kept.headers, ...coded, ETag: etag, 'Content-Length': body.byteLength }
  const made = { body, headers }
  kept.packed.set(packing, made)
  return made
}

const pack: Record<Packing, (plain: Buffer) => Buffer> = {
  br: (plain) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (plain) => gzipSync(plain),
  identity: (plain) => plain,
}

/** As the reader's program wishes; one that says anything out of the ordinary gets the page as it is. */
function packingFor(request: IncomingMessage): Packing {
  const wishes = request.headers['accept-encoding']
  if (typeof wishes !== 'string' || wishes.includes('q=')) return 'identity'
  if (/\bbr\b/.test(wishes)) return 'br'
  return /\bgzip\b/.test(wishes) ? 'gzip' : 'identity'
}

/** What a page depends on besides its address: the language. Null for those who are known by anything, or ask for more. */
function keyOf(request: IncomingMessage): string | null {
  const { url = '', method, headers } = request
  if (method !== 'GET' || !url.startsWith('/paths') || url.includes('?') || headers.cookie || headers.authorization) return null
  if (headers.accept && !/text\/html|\*\/\*/.test(headers.accept)) return null
  if (settings().mode === 'development') return null
  return `${localeOf(headers['accept-language'] ?? '')} ${url}`
}

function localeOf(wishes: string): Locale {
  const known = locales.get(wishes)
  if (known) return known
  if (locales.size >= MOST_PAGES) locales.clear()
  const locale = languageIn({ 'accept-language': wishes })
  locales.set(wishes, locale)
  return locale
}
