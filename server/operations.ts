// What operators ask: /healthz (the process lives), /readyz (the database answers and is migrated), /metrics.
import { timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { settings } from '#app/kernel/env.server.ts'
import { loggedPath, logger } from './log.ts'
import { isReady } from './world.ts'

const registry = new Registry()
collectDefaultMetrics({ register: registry })
const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from request to the last byte of the answer',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})

/** Answers the operators' addresses; false when the address is somebody else's. */
export function answerOperations(request: Request, response: Response): boolean {
  if (request.path === '/healthz') {
    response.type('text/plain').send('ok\n')
    return true
  }
  if (request.path === '/readyz') {
    void answerReady(response)
    return true
  }
  if (request.path === '/metrics') {
    void answerMetrics(request, response)
    return true
  }
  return false
}

async function answerReady(response: Response): Promise<void> {
  const ready = await isReady()
  if (!ready) response.setHeader('Retry-After', '5')
  response
    .status(ready ? 200 : 503)
    .type('text/plain')
    .send(ready ? 'ready\n' : 'the database does not answer\n')
}

async function answerMetrics(request: Request, response: Response): Promise<void> {
  if (!mayReadMetrics(request)) {
    response.status(404).type('text/plain').send('not found\n')
    return
  }
  response.type(registry.contentType).send(await registry.metrics())
}

/** With the token, or from this machine when no proxy stands in between. */
function mayReadMetrics(request: Request): boolean {
  const token = settings().METRICS_TOKEN
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (token && given) {
    const [a, b] = [Buffer.from(token), Buffer.from(given)]
    return a.length === b.length && timingSafeEqual(a, b)
  }
  const forwarded = request.headers['x-forwarded-for'] !== undefined
  return !forwarded && /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '')
}

/** A finished page was sent: too quick for the clock, and the same for everybody, so that only the number is of interest. */
export function observeKept(status: 200 | 304): void {
  duration.observe({ method: 'GET', status: String(status) }, 0)
}

export function observeRequest(request: Request, response: Response): void {
  const started = process.hrtime.bigint()
  response.once('finish', () => {
    const seconds = Number(process.hrtime.bigint() - started) / 1e9
    duration.observe({ method: request.method, status: String(response.statusCode) }, seconds)
    const level = response.statusCode >= 500 ? 'error' : 'debug'
    const { requestId } = response.locals
    const entry = { method: request.method, path: loggedPath(request.originalUrl), status: response.statusCode, requestId }
    logger()[level]({ ...entry, ms: Math.round(seconds * 1000) }, 'request')
  })
}
