// Databases for tests: `ctx` is a transaction that is rolled back, `freshDb` a database of the test's own.
import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { test as base, inject } from 'vitest'
import { type EnqueueOptions, setQueue } from '#app/jobs/queue.server.ts'
import { forget, remember } from '#app/kernel/remember.server.ts'
import { type BusEvent, listen } from '#app/live/bus.server.ts'
import { type Db, type OpenDatabase, openPglite, openPostgres, setDatabase } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { kind: 'pglite'; image: string } | { kind: 'postgres'; adminUrl: string; template: string }
  }
}

/** The instant tests live in unless they say another: a Tuesday in spring, when a visit can be planned for autumn. */
export const aTuesday = new Date('2026-04-14T08:00:00Z')

export type TestCtx = Ctx & {
  /** Waits for what was done after commit (rings, jobs). */
  settled(): Promise<void>
  /** Jobs that commands have enqueued and committed, in order. */
  jobs: readonly SentJob[]
  /** What was said to the live bus after commit, in order. */
  rings: readonly BusEvent[]
  /** The same transaction at another instant: how a test plays a year through. */
  at(now: Date | string): TestCtx
}

export type FreshDb = {
  open: OpenDatabase
  /** A context with real commits; give each concurrent actor its own. */
  ctx(now?: Date): TestCtx
}

type SentJob = { name: string; data: Record<string, unknown>; options: EnqueueOptions }

// One test runs at a time in a worker, so what it sent and rang can be collected in one place.
const sent: SentJob[] = []
const rung: BusEvent[] = []

function collect(): void {
  sent.length = 0
  rung.length = 0
  setQueue({
    send: async (ctx, name, data, options) =>
      ctx.afterCommit(() => void sent.push({ name, data: data as Record<string, unknown>, options })),
  })
  listen((event) => rung.push(event))
}

/** `test('…', async ({ ctx }) => …)` and, for concurrency and real commits, `test('…', async ({ freshDb }) => …)`. */
export const test = base.extend<{ ctx: TestCtx; freshDb: FreshDb }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures a fixture needs from this pattern
  ctx: async ({}, use) => {
    await withTestDb(use)
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  freshDb: async ({}, use) => {
    collect()
    const own = await openFresh()
    try {
      await use({ open: own.open, ctx: (now = aTuesday) => contextOn(own.open.db, now, []) })
    } finally {
      await own.close()
    }
  },
})

/** Runs `work` in a transaction of the worker's database and rolls it back. */
async function withTestDb(work: (ctx: TestCtx) => Promise<void>): Promise<void> {
  collect()
  const { db } = await workerDatabase()
  const undo = new Error('rolled back, as every test is')
  let failure: unknown
  await db
    .transaction(async (tx) => {
      const ctx = contextOn(tx as unknown as Db, aTuesday, [])
      try {
        await work(ctx)
        await ctx.settled()
      } catch (error) {
        failure = error
      }
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) failure ??= error
    })
  if (failure) throw failure
}

function contextOn(db: Db, now: Date, effects: Promise<void>[]): TestCtx {
  return {
    db,
    now,
    jobs: sent,
    rings: rung,
    afterCommit: (effect) => void effects.push(Promise.resolve(effect())),
    settled: async () => {
      while (effects.length > 0) await effects.shift()
    },
    at: (later) => contextOn(db, new Date(later), effects),
  }
}

/** One database a worker, opened at the first test that needs it and closed with the process. */
async function workerDatabase(): Promise<OpenDatabase> {
  return remember('tests:database', async () => {
    const own = await openFresh()
    setDatabase(own.open)
    process.once('beforeExit', () => {
      forget('tests:database')
      void own.close()
    })
    return own.open
  })
}

/** A database of one's own, migrated and empty. Close it. */
export async function openFresh(): Promise<{ open: OpenDatabase; close(): Promise<void> }> {
  const source = inject('database')
  if (source.kind === 'pglite') {
    const open = await openPglite(undefined, new Blob([readFileSync(source.image)]))
    return { open, close: open.close }
  }
  const name = `samlara_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await asAdmin(source.adminUrl, `create database ${name} template ${source.template}`)
  const url = new URL(source.adminUrl)
  url.pathname = `/${name}`
  const open = openPostgres(url.href, 8)
  return {
    open,
    close: async () => {
      await open.close()
      await asAdmin(source.adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
