// The built server, in this process, on a free port and an empty database; the test holds its clock and reads its mail.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import PostalMime, { type Email } from 'postal-mime'
import { expect } from 'vitest'
import type * as Door from '#server/app.ts'
import { startHost } from '#server/host.ts'
import { freePort, startPostgres } from '#tests/support/postgres.ts'
import { gatherReactWarnings } from '#tests/support/react-warnings.ts'

export type JourneyServer = {
  origin: string
  dataDir: string
  /** The server's door: jobs can be run, the clock can be set. */
  door: typeof Door
  /** Stands the server's clock at the instant; it moves when it is set again. */
  setTime(instant: string): void
  /** The newest link in mails to the address whose path begins so and that nobody has followed yet; waits for it. */
  linkTo(address: string, path: string): Promise<string>
  /** Ends it. Fails when React has warned of a page that the server rendered: here it runs unminified. */
  stop(): Promise<void>
}

/**
 * `before` runs when the database is there and the server is not: what an operator does first on the command line.
 * In the mode `demo` the demo world is there, and its people sign in with `DEMO_PASSWORD`.
 */
export async function startJourneyServer(
  database: 'pglite' | 'postgres',
  before: (environment: Record<string, string>) => void = () => {},
  mode: 'production' | 'demo' = 'production',
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
  const followed = new Set<string>()
  const warnings: string[] = []
  const listenNoMore = gatherReactWarnings((warning) => warnings.push(warning))
  before(environment)
  const door = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as typeof Door
  const host = await startHost({ mode, load: async () => door, environment })
  return {
    origin,
    dataDir,
    door,
    setTime: (instant) => door.setClock(() => new Date(instant)),
    linkTo: (address, path) => linkTo(join(dataDir, 'outbox'), address, path, followed),
    async stop() {
      await host.stop()
      door.setClock(() => new Date())
      await postgres?.stop()
      rmSync(dataDir, { recursive: true, force: true })
      listenNoMore()
      expect(warnings).toEqual([])
    },
  }
}

async function linkTo(outbox: string, address: string, path: string, followed: Set<string>): Promise<string> {
  const told = new Set<string>()
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const mine = (await readMails(outbox)).filter((mail) => mail.to?.some((to) => to.address?.toLowerCase() === address))
    const link = mine.flatMap((mail) => linksIn(mail, path)).find((url) => !followed.has(url))
    if (link) {
      followed.add(link)
      return link
    }
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

/** The addresses in the mail's text whose path begins so: what the receiver can press. */
function linksIn(mail: Email, path: string): string[] {
  const links = (mail.text ?? '').match(/https?:\/\/[^\s<>"\])]+/g) ?? []
  return links.filter((url) => new URL(url).pathname.startsWith(path))
}
