// `node --import tsx server/index.ts --mode production|demo|development`
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Host, type HostOptions, startHost } from './host.ts'

const { values } = parseArgs({ options: { mode: { type: 'string', default: 'production' } } })
const mode = values.mode as HostOptions['mode']
process.env.NODE_ENV = mode === 'development' ? 'development' : 'production'

try {
  const door = await doorOf(mode)
  const host = await startHost({ mode, environment: process.env, ...door })
  if (mode === 'demo') process.stdout.write(`${(await door.load()).demoWelcome()}\n`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void leave(host))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
  process.exit(1)
}

async function doorOf(mode: HostOptions['mode']): Promise<Pick<HostOptions, 'load' | 'middleware'>> {
  if (mode === 'development') {
    const { createServer } = await import('vite')
    const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
    return {
      load: () => vite.ssrLoadModule('./server/app.ts') as ReturnType<HostOptions['load']>,
      middleware: vite.middlewares,
    }
  }
  // The path is a value, so that the type checker does not look for a build that is not there yet.
  const built = new URL('../build/server/index.js', import.meta.url)
  if (!existsSync(built)) throw new Error('There is no build yet. Run npm run build first.')
  const door = import(built.href) as ReturnType<HostOptions['load']>
  return { load: () => door }
}

/** Requests are finished and everything is saved within 15 seconds, or the process ends anyway. */
async function leave(host: Host): Promise<void> {
  setTimeout(() => process.exit(1), 14_000).unref()
  await host.stop()
  process.exit(0)
}
