// The host: HTTP, sockets and static files around a door that it loads. Imports nothing of the app; types only.
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import express, { type NextFunction, type Request, type Response } from 'express'
import { Server as SocketServer } from 'socket.io'
import type * as Door from './app.ts'

export type HostOptions = {
  mode: 'production' | 'demo' | 'development' | 'test'
  /** Gives the app's door; asked again for each request and connection, so that development sees every edit. */
  load(): Promise<typeof Door>
  environment: Record<string, string | undefined>
  /** Vite's middleware in development. */
  middleware?: express.Handler | undefined
}

export type Host = { port: number; origin: string; stop(): Promise<void> }

/** Slow clients are let go: Node sweeps connections only every `connectionsCheckingInterval`, 30 s unless told. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000, keepAliveTimeout: 6_000 }

/** Listens first, so that operators are answered while the database is still starting, and resolves when all is open. */
export async function startHost({ mode, load, environment, middleware }: HostOptions): Promise<Host> {
  const door = await load()
  const settings = door.configure(mode, environment)
  const app = express()
  app.disable('x-powered-by')
  if (settings.TRUST_PROXY) app.set('trust proxy', settings.TRUST_PROXY)
  app.use(compression({ threshold: 1024 }))
  if (middleware) app.use(middleware)
  else serveBuild(app)
  // `use`, not a pattern: a pattern decodes the address, and answers a badly encoded one with a page that is not ours.
  app.use(async (request, response, next) => {
    try {
      await (await load()).handleRequest(request, response, next)
    } catch (error) {
      next(error)
    }
  })
  app.use(async (error: unknown, request: Request, response: Response, next: NextFunction) => {
    try {
      const { answerFault } = await load()
      answerFault(error, request, response)
    } catch (worse) {
      next(worse)
    }
  })
  // What is kept finished needs none of the rest.
  const server = createServer(timeouts, (request, response) => {
    if (!door.answerKept(request, response)) app(request, response)
  })
  const io = new SocketServer(server, {
    path: '/socket.io',
    serveClient: false,
    maxHttpBufferSize: 100_000,
    allowRequest: (request, answer) => answer(null, door.allowsSocket(request)),
  })
  io.on('connection', async (socket) => (await load()).handleConnection(io, socket))
  await listen(server, settings.PORT, settings.HOST)
  await door.start(io)
  const { port } = server.address() as AddressInfo
  return { port, origin: settings.ORIGIN, stop: () => stop(server, io, door) }
}

function serveBuild(app: express.Express): void {
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y', fallthrough: false }))
  app.use(express.static('build/client', { maxAge: '1h', index: false }))
}

function listen(server: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Finishes the requests under way, closes sockets, drains jobs, saves. */
async function stop(server: HttpServer, io: SocketServer, door: typeof Door): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  io.disconnectSockets(true)
  io.engine.close()
  server.closeIdleConnections()
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 7_000).unref())])
  server.closeAllConnections()
  await door.stop()
}
