// `npm run demo [-- --reset]`: builds when the build is missing or older than the sources, then serves the demo world.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } })
const sources = [
  'app',
  'server',
  'db',
  'messages',
  'public',
  'project.inlang/settings.json',
  'package-lock.json',
  'vite.config.ts',
]
const dataDir = process.env.DATA_DIR || 'data/demo'

if (values.reset) rmSync(dataDir, { recursive: true, force: true })
if (isStale()) build()
serve()

function isStale(): boolean {
  const built = 'build/server/index.js'
  return !existsSync(built) || Math.max(...sources.map(newest)) > statSync(built).mtimeMs
}

/** When the file, or the newest file below the folder, was last written; what compiling writes does not count. */
function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  const below = readdirSync(path).filter((name) => name !== 'paraglide')
  return Math.max(0, ...below.map((name) => newest(join(path, name))))
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
