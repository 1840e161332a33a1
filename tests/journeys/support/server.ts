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
  /** Mails to the address so far, oldest first; waits until there are at least `count`. */
  mailsTo(address: string, count?: number): Promise<Email[]>
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
    mailsTo: (address, count = 1) => mailsTo(join(dataDir, 'outbox'), address, count),
    async stop() {
      await host.stop()
      door.setClock(() => new Date())
      await postgres?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function mailsTo(outbox: string, address: string, count: number): Promise<Email[]> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const mails = await readMails(outbox)
    const mine = mails.filter((mail) => mail.to?.some((receiver) => receiver.address?.toLowerCase() === address.toLowerCase()))
    if (mine.length >= count) return mine
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`There are fewer than ${count} mails to ${address}.`)
}

async function readMails(outbox: string): Promise<Email[]> {
  if (!existsSync(outbox)) return []
  const names = readdirSync(outbox).filter((name) => name.endsWith('.eml'))
  return Promise.all(names.sort().map((name) => PostalMime.parse(readFileSync(join(outbox, name)))))
}

/** The first address in the mail's text that begins with `prefix` (a path): what the receiver presses. */
export function linkIn(mail: Email, prefix: string): string {
  const found = (mail.text ?? '').match(/https?:\/\/[^\s<>"\])]+/g)?.find((url) => new URL(url).pathname.startsWith(prefix))
  if (!found) throw new Error(`No link to ${prefix} in the mail "${mail.subject}":\n${mail.text}`)
  return found
}
