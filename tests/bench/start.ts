// Time from starting the demo to its first page, with the data in place, against the promised three seconds.
import { spawn } from 'node:child_process'
import { freePort } from '#tests/support/postgres.ts'
import { median } from './meter.ts'
import type { Figure } from './table.ts'

const PROMISED_SECONDS = 3

export async function measureStart(dataDir: string): Promise<Figure> {
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) times.push(await startOnce(dataDir))
  const seconds = median(times)
  return {
    what: 'demo start to the first page, data in place',
    ours: `${seconds.toFixed(2)} s`,
    peer: `promised ${PROMISED_SECONDS} s`,
    ratio: seconds / PROMISED_SECONDS,
    limit: 1,
  }
}

async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const server = spawn(process.execPath, ['--import', 'tsx', 'tools/demo.ts'], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  while ((await statusOf(`http://127.0.0.1:${port}/blog`)) !== 200) await new Promise((resolve) => setTimeout(resolve, 20))
  const seconds = (performance.now() - began) / 1000
  server.kill('SIGTERM')
  await ended
  return seconds
}

async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    (response) => response.status,
    () => 0,
  )
}
