import { join } from 'node:path'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator'
import type { OpenDatabase } from './client.server.ts'

/**
 * Brings the tables to the version of this build. On PostgreSQL a lock lets one process migrate while others wait.
 * `folder`: where the committed migrations are; the process runs in the project's folder.
 */
export async function migrate(open: OpenDatabase, folder = join(process.cwd(), 'db/migrations')): Promise<void> {
  const options = { migrationsFolder: folder }
  if (open.kind === 'pglite') {
    await migratePglite(open.db as never, options)
    return
  }
  await open.db.transaction(async (tx) => {
    await tx.execute('select pg_advisory_xact_lock(727401)')
    await migratePostgres(open.db as never, options)
  })
}
