// One database, two ways in: PostgreSQL when DATABASE_URL is set, else the embedded PGlite in a folder that has one opener.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { remember } from '#app/kernel/remember.server.ts'
import { lockFolder } from './folder-lock.server.ts'
import { PreparedPGlite } from './prepared-pglite.server.ts'
import * as schema from './schema/index.ts'

/** A connection or an open transaction, on either database. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>

export type OpenDatabase = {
  db: Db
  kind: 'postgres' | 'pglite'
  /** Runs SQL text that may hold several statements and no parameters. */
  runScript(text: string): Promise<void>
  /** One statement with $1 placeholders, for libraries that bring their own SQL. */
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  close(): Promise<void>
}

const held = remember<{ open: OpenDatabase | undefined }>('database', () => ({ open: undefined }))

/** Opens PostgreSQL at `url`. `max` connections; notices are not printed. */
export function openPostgres(url: string, max = 10): OpenDatabase {
  const client = postgres(url, { max, onnotice: () => {}, connect_timeout: 5 })
  return {
    db: drizzlePostgres(client, { schema }) as unknown as Db,
    kind: 'postgres',
    runScript: async (text) => void (await client.unsafe(text).simple()),
    query: async (text, values = []) => ({
      rows: [...(await client.unsafe(text, values as never[]))] as Record<string, unknown>[],
    }),
    close: () => client.end({ timeout: 5 }),
  }
}

/**
 * Opens the embedded database in `folder`, or in memory without one (tests; `image` is a dump to start from).
 * @throws FolderLockedError when another process has the folder open: two openers would silently lose rows.
 */
export async function openPglite(folder?: string, image?: Blob): Promise<OpenDatabase> {
  let unlock = () => {}
  if (folder) {
    mkdirSync(dirname(join(folder, 'x')), { recursive: true })
    unlock = lockFolder(`${folder}.lock`)
  }
  try {
    const client = new PreparedPGlite({ ...(folder ? { dataDir: folder } : {}), ...(image ? { loadDataDir: image } : {}) })
    await client.waitReady
    // Values rarely change a plan in a database that fits one machine's memory; planning anew costs more than running.
    await client.exec('set plan_cache_mode = force_generic_plan')
    return {
      db: drizzlePglite(client, { schema }) as unknown as Db,
      kind: 'pglite',
      runScript: async (text) => void (await client.exec(text)),
      query: async (text, values = []) => ({ rows: (await client.query<Record<string, unknown>>(text, values)).rows }),
      close: async () => {
        await client.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The embedded database's folder inside the data folder. */
export function pgliteFolder(dataDir: string): string {
  return join(dataDir, 'pg')
}

/** Names the process's database; answers with the one before, so that a test can put it back. */
export function setDatabase(open: OpenDatabase | undefined): OpenDatabase | undefined {
  const before = held.open
  held.open = open
  return before
}

/** The database that this process opened at start. */
export function database(): OpenDatabase {
  if (!held.open) throw new Error('The database is not open yet.')
  return held.open
}

/** Is this the embedded database, which the folder lock gives to this process alone? A transaction of it is not. */
export function isOnlyWriter(db: Db): boolean {
  return held.open?.kind === 'pglite' && held.open.db === db
}

/** Rows of `db.execute()`, whose shape differs between the two drivers. */
export function rowsOf<T = Record<string, unknown>>(result: unknown): T[] {
  return (Array.isArray(result) ? [...result] : (result as { rows: T[] }).rows) as T[]
}

/** Ids as one array of PostgreSQL, which both drivers take as text: the statement stays the same however many there are. */
export function uuids(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`
}

/** Is the column one of these? Instead of `inArray` wherever a list may grow: PostgreSQL takes 65,535 parameters and no more. */
export function isAmong(column: SQLWrapper, ids: readonly string[]): SQL {
  return sql`${column} = any(${uuids(ids)})`
}

/** SQL text with $1 placeholders as a drizzle statement, so that it can run inside a drizzle transaction. */
export function statement(text: string, values: readonly unknown[] = []): SQL {
  const parts = text.split(/\$(\d+)/)
  return sql.join(
    parts.map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql`${sql.param(plain(values[Number(part) - 1]))}`)),
    sql.raw(''),
  )
}

/** What both drivers take as it is: PostgreSQL's knows no undefined, and drizzle has told it to leave JSON to others. */
function plain(value: unknown): unknown {
  if (value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value) : value
}
