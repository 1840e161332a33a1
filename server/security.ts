import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'express'
import { settings } from '#app/kernel/env.server.ts'

/** Sets the headers of every answer and returns the nonce that this page's own scripts carry. */
export function securityHeaders(request: Request, response: Response): string {
  const nonce = randomBytes(18).toString('base64')
  if (isShownMail(request)) {
    response.setHeader('Content-Security-Policy', mailPolicy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    return nonce
  }
  const development = settings().mode === 'development'
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Vite injects styles while developing; nobody else gets 'unsafe-inline'.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  response.setHeader('Content-Security-Policy', policy.join('; '))
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
  if (settings().ORIGIN.startsWith('https:'))
    response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  return nonce
}

/** A mail of the outbox as it looks: nothing but its own inline styles, in a frame of our own page. Production has none. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

function isShownMail({ path }: Request): boolean {
  return settings().mode !== 'production' && /^\/dev\/outbox\/[^/]+\/look$/.test(path)
}

/**
 * Does the request come from one of our own pages? An Origin must be exactly ours. Without one (same-origin polling, programs)
 * the browser's Sec-Fetch-Site must not say that another site asks.
 * Demo and development servers are opened under whatever name the machine has, so there the Host counts too.
 */
export function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) {
    const site = request.headers['sec-fetch-site']
    return site === undefined || site === 'same-origin' || site === 'none'
  }
  if (origin === settings().ORIGIN) return true
  return settings().mode !== 'production' && (origin === `http://${host}` || origin === `https://${host}`)
}
