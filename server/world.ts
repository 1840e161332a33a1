// Opens and closes what lives as long as the process: database, reference data, jobs, sockets.
import type { Server } from 'socket.io'
import { makeFirstKey } from '#app/features/certificates/commands/keys.server.ts'
import { isDatabaseAway } from '#app/http/problems.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { database, openPglite, openPostgres, pgliteFolder, setDatabase } from '#db/client.server.ts'
import { here } from '#db/context.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { loadReferences } from '#db/reference/load.server.ts'
import { startJobs, stopJobs } from './jobs.ts'
import { logger } from './log.ts'
import { startSockets, stopSockets } from './sockets.ts'

let ready = false

export async function startWorld(io: Server): Promise<void> {
  const { DATABASE_URL, DATA_DIR, mode } = settings()
  setDatabase(DATABASE_URL ? openPostgres(DATABASE_URL) : await openPglite(pgliteFolder(DATA_DIR)))
  await waitForDatabase()
  await migrate(database())
  await loadReferences()
  if (!(await makeFirstKey(here())))
    logger().warn('Set CERTIFICATE_SECRET or DATA_DIR: until then no certificates can be given.')
  startSockets(io)
  await startJobs()
  if (mode === 'demo') {
    const { seedDemo } = await import('#db/seed/demo.server.ts')
    await seedDemo(here(), (line) => process.stdout.write(`${line}\n`))
  }
  ready = true
}

/** PostgreSQL may still be starting (a new machine, a restart): asks until it answers. Other faults end the start. */
async function waitForDatabase(): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await database().query('select 1')
      return
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      if (attempt % 10 === 0) logger().warn('waiting for the database')
      await new Promise((resolve) => setTimeout(resolve, Math.min(200 * 2 ** attempt, 2_000)))
    }
  }
}

/** False while the database is still being opened, migrated or filled. */
export function isOpen(): boolean {
  return ready
}

/** Migrated at start, and does the database answer within a second? */
export async function isReady(): Promise<boolean> {
  if (!ready) return false
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1_000).unref())
  const answered = database()
    .query('select 1')
    .then(
      () => true,
      () => false,
    )
  return Promise.race([answered, late])
}

export async function stopWorld(): Promise<void> {
  ready = false
  stopSockets()
  await stopJobs()
  await database().close()
  setDatabase(undefined)
}
