// A backup that means the same on both databases: every table as lines of JSON, gzipped, with what it was made by at the top
// and how much it holds at the end.
import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, type OpenDatabase, rowsOf } from './client.server.ts'

const header = z.object({
  format: z.literal('samlara-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  /** Hashes of the migrations that the tables had. */
  migrations: z.array(z.string()),
})

/** What is wrong with a backup or with where it should go, in a sentence. */
export class BackupError extends Error {}

/** Work that was waiting in the queue; it is not in our tables but must not be lost. */
export type WaitingJob = { name: string; data: object | null; startAfter: string; singletonKey: string | null }

const jobsTable = '$jobs'
const endMark = '$end'
const batch = 500

/** Writes all of the database as it is at one instant. Rows are shuffled: their order in a table can tell who wrote them. */
export async function writeBackup(open: OpenDatabase, file: string, now: Date): Promise<{ rows: number }> {
  const part = `${file}.part`
  const count = { rows: 0 }
  try {
    await open.db.transaction(
      async (tx) => {
        const lines = Readable.from(linesOf(tx as unknown as Db, now, count))
        await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600 }))
      },
      // PGlite has one connection, which sees one instant anyway.
      open.kind === 'postgres' ? { isolationLevel: 'repeatable read', accessMode: 'read only' } : undefined,
    )
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  return count
}

async function* linesOf(db: Db, now: Date, count: { rows: number }): AsyncGenerator<string> {
  const made = { format: 'samlara-backup', version: 1, madeAt: now.toISOString(), migrations: await migrationsOf(db) }
  yield `${JSON.stringify(made)}\n`
  for (const table of await tablesOf(db)) {
    yield* rowsFrom(
      db,
      table,
      sql`select row_to_json(t)::text as line from ${sql.identifier(table)} t order by random()`,
      count,
    )
  }
  const [queue] = rowsOf<{ found: string | null }>(await db.execute(sql`select to_regclass('pgboss.job')::text as found`))
  if (queue?.found) yield* rowsFrom(db, jobsTable, waitingJobs, count)
  yield `${endMark}\t${JSON.stringify(count)}\n`
}

const waitingJobs = sql`
  select json_build_object('name', name, 'data', data, 'startAfter', start_after, 'singletonKey', singleton_key)::text as line
  from pgboss.job where state in ('created', 'retry')`

async function* rowsFrom(
  db: Db,
  table: string,
  query: ReturnType<typeof sql>,
  count: { rows: number },
): AsyncGenerator<string> {
  await db.execute(sql`declare backup_rows no scroll cursor for ${query}`)
  for (;;) {
    const rows = rowsOf<{ line: string }>(await db.execute(sql.raw(`fetch ${batch} from backup_rows`)))
    for (const { line } of rows) yield `${table}\t${line}\n`
    count.rows += rows.length
    if (rows.length < batch) break
  }
  await db.execute(sql`close backup_rows`)
}

/**
 * Fills an empty, migrated database from a backup, all or nothing. Foreign keys are taken off meanwhile and checked when they
 * are put back. Answers with the work that was waiting in the queue.
 * @throws BackupError when the file is not whole, was made by another version, or the database holds something already
 */
export async function readBackup(open: OpenDatabase, file: string): Promise<{ rows: number; jobs: WaitingJob[] }> {
  return open.db.transaction(async (tx) => {
    const db = tx as unknown as Db
    await refuseUnlessEmpty(db)
    const tables = await tablesOf(db)
    const keys = await foreignKeysOf(db)
    for (const key of keys) await db.execute(sql.raw(`alter table ${key.table} drop constraint ${key.name}`))
    for (const table of tables) await db.execute(sql`delete from ${sql.identifier(table)}`)
    const read = await fill(db, file, new Set(tables))
    for (const key of keys) await db.execute(sql.raw(`alter table ${key.table} add constraint ${key.name} ${key.definition}`))
    await advanceSequences(db)
    return read
  })
}

async function fill(db: Db, file: string, tables: ReadonlySet<string>): Promise<{ rows: number; jobs: WaitingJob[] }> {
  const jobs: WaitingJob[] = []
  let [rows, ended, first] = [0, false, true]
  let waiting: { table: string; lines: string[] } = { table: '', lines: [] }
  const flush = async () => {
    if (waiting.lines.length > 0) await insert(db, waiting.table, waiting.lines)
    waiting = { table: '', lines: [] }
  }
  for await (const line of linesIn(file)) {
    if (first) {
      await checkHeader(db, line)
      first = false
      continue
    }
    const [table = '', json = ''] = [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]
    if (table === endMark) {
      ended = (JSON.parse(json) as { rows: number }).rows === rows
      break
    }
    rows += 1
    if (table === jobsTable) {
      jobs.push(JSON.parse(json) as WaitingJob)
      continue
    }
    if (!tables.has(table)) throw new BackupError(`The backup holds a table that this version does not have: ${table}.`)
    if (table !== waiting.table || waiting.lines.length >= batch) await flush()
    waiting.table = table
    waiting.lines.push(json)
  }
  await flush()
  if (!ended) throw new BackupError('The backup ends too early; nothing was restored.')
  return { rows, jobs }
}

async function* linesIn(file: string): AsyncGenerator<string> {
  const text = createReadStream(file).pipe(createGunzip())
  try {
    yield* createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!code.startsWith('Z_')) throw error
    throw new BackupError('The file is not a whole backup; nothing was restored.')
  }
}

async function insert(db: Db, table: string, lines: readonly string[]): Promise<void> {
  const name = sql.identifier(table)
  const rows = `[${lines.join(',')}]`
  await db.execute(
    sql`insert into ${name} overriding system value select * from json_populate_recordset(null::${name}, ${rows}::json)`,
  )
}

async function checkHeader(db: Db, line: string): Promise<void> {
  const parsed = header.safeParse(jsonIn(line))
  if (!parsed.success) throw new BackupError('The file is not a Samlära backup.')
  if (parsed.data.migrations.join() !== (await migrationsOf(db)).join()) {
    throw new BackupError('The backup was made by another version. Restore it with that version, then upgrade.')
  }
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  const [found] = rowsOf<{ any: boolean }>(
    await db.execute(
      sql`select exists (select from users) or exists (select from units) or exists (select from visits) as any`,
    ),
  )
  if (found?.any) throw new BackupError('The database is not empty. A backup is restored into a new one only.')
}

async function migrationsOf(db: Db): Promise<string[]> {
  const rows = rowsOf<{ hash: string }>(
    await db.execute(sql`select hash from drizzle.__drizzle_migrations order by created_at`),
  )
  return rows.map(({ hash }) => hash)
}

async function tablesOf(db: Db): Promise<string[]> {
  const rows = rowsOf<{ name: string }>(
    await db.execute(sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`),
  )
  return rows.map(({ name }) => name)
}

async function foreignKeysOf(db: Db): Promise<{ table: string; name: string; definition: string }[]> {
  return rowsOf(
    await db.execute(sql`
      select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`),
  )
}

/** Numbers given out by the database go on after the highest that was restored. */
async function advanceSequences(db: Db): Promise<void> {
  const columns = rowsOf<{ table: string; column: string }>(
    await db.execute(sql`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and (is_identity = 'YES' or column_default like 'nextval(%')`),
  )
  for (const { table, column } of columns) {
    const highest = sql`(select max(${sql.identifier(column)}) from ${sql.identifier(table)})`
    await db.execute(
      sql`select setval(pg_get_serial_sequence(${`public.${table}`}, ${column}), coalesce(${highest}, 1), ${highest} is not null)`,
    )
  }
}
