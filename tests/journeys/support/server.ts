// The built server, in this process, on a free port and an empty database; the test holds its clock and reads its mail.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import PostalMime, { type Email } from 'postal-mime'
import type * as Door from '#server/app.ts'
import { startHost } from '#server/host.ts'
import { freePort, startPostgres } from '#tests/support/postgres.ts'

export type JourneyServer = {
  origin: string
  dataDir: string
  /** The server's door: jobs can be run, the clock can be set. */
  door: typeof Door
  /** Stands the server's clock at the instant; it moves when it is set again. */
  setTime(instant: string): void
  /** The newest mail to the address with a link to a path that begins so; waits for it. */
  mailTo(address: string, path: string): Promise<Email>
  stop(): Promise<void>
}

/** `before` runs when the database is there and the server is not: what an operator does first on the command line. */
export async function startJourneyServer(
  database: 'pglite' | 'postgres',
  before: (environment: Record<string, string>) => void = () => {},
): Promise<JourneyServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'samlara-journey-'))
  const postgres = database === 'postgres' ? await startPostgres() : undefined
  await postgres?.createDatabase('journey')
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const environment = {
    PORT: String(port),
    HOST: '127.0.0.1',
    ORIGIN: origin,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    // The journey jumps over months; people stay signed in so that it is about the visit.
    SESSION_IDLE_DAYS: '400',
    SESSION_MAX_DAYS: '500',
    ...(postgres ? { DATABASE_URL: postgres.urlOf('journey') } : {}),
  }
  before(environment)
  const door = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as typeof Door
  const host = await startHost({ mode: 'production', load: async () => door, environment })
  return {
    origin,
    dataDir,
    door,
    setTime: (instant) => door.setClock(() => new Date(instant)),
    mailTo: (address, path) => mailTo(join(dataDir, 'outbox'), address, path),
    async stop() {
      await host.stop()
      door.setClock(() => new Date())
      await postgres?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function mailTo(outbox: string, address: string, path: string): Promise<Email> {
  const told = new Set<string>()
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const mine = (await readMails(outbox)).filter((mail) => mail.to?.some((to) => to.address?.toLowerCase() === address))
    const linked = mine.filter((mail) => linkIn(mail, path)).at(-1)
    if (linked) return linked
    for (const mail of mine) told.add(mail.subject ?? '')
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`No mail to ${address} links to ${path}. There are: ${[...told].join(' · ')}`)
}

async function readMails(outbox: string): Promise<Email[]> {
  if (!existsSync(outbox)) return []
  const names = readdirSync(outbox).filter((name) => name.endsWith('.eml'))
  return Promise.all(names.sort().map((name) => PostalMime.parse(readFileSync(join(outbox, name)))))
}

/** The first address in the mail's text whose path begins so: what the receiver presses. */
export function linkIn(mail: Email, path: string): string | undefined {
  return (mail.text ?? '').match(/https?:\/\/[^\s<>"\])]+/g)?.find((url) => new URL(url).pathname.startsWith(path))
}
