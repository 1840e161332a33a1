import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator'
import { type OpenDatabase, rowsOf } from './client.server.ts'

/** The database has been through migrations that this build does not know. */
export class ForeignDatabaseError extends Error {
  constructor() {
    super(
      'The database was made by another version of Samlära: a newer one, or one from before the first release. ' +
        'Start that version, or begin with an empty database (npm run demo -- --reset for the demo world).',
    )
  }
}

/**
 * Brings the tables to the version of this build. On PostgreSQL a lock lets one process migrate while others wait.
 * `folder`: where the committed migrations are; the process runs in the project's folder.
 * @throws ForeignDatabaseError before anything is changed
 */
export async function migrate(open: OpenDatabase, folder = join(process.cwd(), 'db/migrations')): Promise<void> {
  const options = { migrationsFolder: folder }
  if (open.kind === 'pglite') {
    await refuseForeign(open, folder)
    await migratePglite(open.db as never, options)
    return
  }
  await open.db.transaction(async (tx) => {
    await tx.execute('select pg_advisory_xact_lock(727401)')
    await refuseForeign(open, folder)
    await migratePostgres(open.db as never, options)
  })
}

async function refuseForeign(open: OpenDatabase, folder: string): Promise<void> {
  const [journal] = rowsOf<{ there: string | null }>(
    await open.db.execute(sql`select to_regclass('drizzle.__drizzle_migrations')::text as there`),
  )
  if (!journal?.there) return
  const known = new Set(readMigrationFiles({ migrationsFolder: folder }).map(({ hash }) => hash))
  const done = rowsOf<{ hash: string }>(await open.db.execute(sql`select hash from drizzle.__drizzle_migrations`))
  if (done.some(({ hash }) => !known.has(hash))) throw new ForeignDatabaseError()
}
