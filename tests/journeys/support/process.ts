// The server as an operator runs it: a process of its own, that can be told to stop or be killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { freePort } from '#tests/support/postgres.ts'

export type ServerProcess = {
  origin: string
  child: ChildProcess
  /** What it has written to standard error so far. */
  errors(): string
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
}

/** Starts `server/index.ts` in production mode. Resolves at once; `untilReady` waits. */
export async function startProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const port = Number(environment.PORT ?? (await freePort()))
  const origin = `http://localhost:${port}`
  const own = { HOST: '127.0.0.1', ORIGIN: origin, LOG_LEVEL: 'error', ...environment, PORT: String(port) }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/index.ts', '--mode', 'production'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...own },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { origin, child, errors: () => said, ended }
}

/** Waits until the address answers with the status; connection errors count as "not yet". */
export async function untilStatus(url: string, status: number, seconds = 60): Promise<Response> {
  const until = Date.now() + seconds * 1000
  while (Date.now() < until) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.status === status) return response
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} did not answer ${status} within ${seconds} s.`)
}

export const untilReady = (server: ServerProcess) => untilStatus(`${server.origin}/readyz`, 200)
