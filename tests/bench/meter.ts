// How the bench asks a server process what it has used: CPU time is fair on a busy machine, wall time is not.
import { type ChildProcess, fork } from 'node:child_process'
import autocannon from 'autocannon'

/** In the measured process: says that it is ready, and answers each question with its CPU seconds. */
export function answerMeter(ready: object): void {
  process.on('message', (message) => {
    if (message !== 'cpu') return
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: (user + system) / 1e6 })
  })
  process.send?.({ ready })
}

export type Measured = { child: ChildProcess; ready: Record<string, unknown>; cpu(): Promise<number>; end(): void }

/** Starts `script` in a process of its own and waits for its word. */
export async function startMeasured(script: string, environment: Record<string, string> = {}): Promise<Measured> {
  const child = fork(new URL(script, import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  })
  const next = () =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${script} ended with ${code}`))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(message as Record<string, unknown>)
      })
    })
  const ready = (await next()).ready as Record<string, unknown>
  const cpu = async () => {
    const answer = next()
    child.send('cpu')
    return Number((await answer).cpu)
  }
  return { child, ready, cpu, end: () => void child.kill('SIGTERM') }
}

/** CPU milliseconds a request, over `amount` requests on 32 connections after a warm-up. @throws when any answer is not 2xx */
export async function cpuPerRequest(
  server: Measured,
  url: string,
  headers: Record<string, string> = {},
  amount = 1200,
): Promise<number> {
  await autocannon({ url, headers, connections: 32, amount: 400 })
  const before = await server.cpu()
  const result = await autocannon({ url, headers, connections: 32, amount })
  const after = await server.cpu()
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`)
  return ((after - before) * 1000) / result.requests.total
}

/** The middle of several runs. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
