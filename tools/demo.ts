// `npm run demo [-- --reset]`: builds when the build is missing or older than the sources, then serves the demo world.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isStale } from './stale-build.ts'

const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } })
const dataDir = process.env.DATA_DIR || 'data/demo'

if (values.reset) await reset()
if (isStale('build/server/index.js')) build()
serve()

/** Throws the demo world away, unless a server lives in it: without its folder, what people do there would be lost unseen. */
async function reset(): Promise<void> {
  const { pgliteFolder } = await import('#db/client.server.ts')
  const { lockFolder } = await import('#db/folder-lock.server.ts')
  mkdirSync(dataDir, { recursive: true })
  try {
    const unlock = lockFolder(`${pgliteFolder(dataDir)}.lock`)
    rmSync(dataDir, { recursive: true, force: true })
    unlock()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

function build(): void {
  console.log('Building; this takes about half a minute the first time …')
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}

function serve(): void {
  const environment = { ...process.env, DATA_DIR: dataDir }
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/index.ts', '--mode', 'demo'], {
    stdio: 'inherit',
    env: environment,
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 0))
}
