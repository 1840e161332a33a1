// The door: everything that the host may ask of the app. Loaded through Vite, so routes, sockets and jobs share one graph.
import type { IncomingMessage } from 'node:http'
import * as build from 'virtual:remix/server-build'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { NextFunction, Request, Response } from 'express'
import type { Server } from 'socket.io'
import { inLanguage } from '#app/i18n/language.server.ts'
import { type Mode, readSettings, type Settings, setSettings, settings } from '#app/kernel/env.server.ts'
import { m } from '#app/paraglide/messages.js'
import { keepAnswer } from './kept-pages.ts'
import { languageFor } from './language.ts'
import { newRequestId } from './log.ts'
import { handlersByWay } from './near-routes.ts'
import { answerOperations, observeRequest } from './operations.ts'
import { answerPlainly } from './plain-page.tsx'
import { refuse } from './refusals.ts'
import { sameOrigin, securityHeaders } from './security.ts'
import { isOpen, startWorld, stopWorld } from './world.ts'

export { setClock } from '#app/kernel/clock.server.ts'
export { demoWelcome } from '#db/seed/welcome.server.ts'
export { runJob } from './jobs.ts'
export { answerKept } from './kept-pages.ts'
export { answerFault } from './refusals.ts'
export { handleConnection } from './sockets.ts'

/** Reads the settings; the first thing the host asks. @throws SettingsError */
export function configure(mode: Mode, environment: Record<string, string | undefined>): Settings {
  setSettings(readSettings(mode, environment))
  return settings()
}

/** Opens the database (waiting for one that is still starting), migrates, loads reference data, starts sockets and jobs. */
export function start(io: Server): Promise<void> {
  return startWorld(io)
}

export function stop(): Promise<void> {
  return stopWorld()
}

/** Foreign pages get no socket, on any transport: socket.io's cors setting does not refuse them. */
export function allowsSocket(request: IncomingMessage): boolean {
  return sameOrigin(request)
}

const handlerFor = handlersByWay(build as ServerBuild, (near) =>
  createRequestHandler({
    build: near,
    mode: process.env.NODE_ENV,
    getLoadContext: (request, response) => ({
      nonce: response.locals.nonce as string,
      requestId: response.locals.requestId as string,
      ip: request.ip ?? '',
    }),
  }),
)

export async function handleRequest(request: Request, response: Response, next: NextFunction): Promise<void> {
  response.locals.requestId = newRequestId()
  response.locals.nonce = securityHeaders(request, response)
  observeRequest(request, response)
  if (answerOperations(request, response)) return
  if (refuse(request, response)) return
  if (!isOpen()) {
    response.set('Retry-After', '5')
    answerPlainly(request, response, { status: 503, title: m.common_starting_title, text: m.common_starting })
    return
  }
  keepAnswer(request, response)
  await inLanguage(languageFor(request, response), () => handlerFor(request.path)(request, response, next))
}
