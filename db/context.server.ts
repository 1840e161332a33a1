// What every command and query gets besides actor and input: where to read and write, what time it is, what to do after commit.
import { AsyncLocalStorage } from 'node:async_hooks'
import { readClock } from '#app/kernel/clock.server.ts'
import { type Db, database, isOnlyWriter } from './client.server.ts'

export type Ctx = {
  db: Db
  /** The instant that rules decide by; the same through one command. */
  now: Date
  /** Runs once the outermost transaction has committed; at once when there is none. Nothing is told before commit. */
  afterCommit(effect: () => void | Promise<void>): void
  /** Set by the door for requests that only read: what they have read already. Never inside a transaction. */
  seen?: Map<string, Promise<unknown>>
}

/**
 * Reads `what` once a request, however many loaders and guards ask for it, and shares the reading with requests that want
 * the same meanwhile: a bell sends hundreds to read one visit at once. What it gives belongs to all of them; nobody changes
 * it. Where this process is the database's only writer, it also serves those who come before the next write. Commands and
 * jobs read every time. Why this is exact: docs/decisions/0016.
 * @param what names all that the answer depends on: the visit, and the person when it is theirs alone
 */
export function once<T>(ctx: Ctx, what: string, read: () => Promise<T>): Promise<T> {
  if (!ctx.seen) return read()
  const known = ctx.seen.get(what) as Promise<T> | undefined
  if (known) return known
  const reading = shared(ctx.db, what, read)
  ctx.seen.set(what, reading)
  return reading
}

/** What depends on the clock (is an evaluation open?) is at most this old. */
const KEPT_MS = 5_000
const KEPT_READINGS = 500

type Reading = { answer: Promise<unknown>; until: number }
let readings = new WeakMap<Db, Map<string, Reading>>()

function shared<T>(db: Db, what: string, read: () => Promise<T>): Promise<T> {
  const known = readings.get(db) ?? new Map<string, Reading>()
  readings.set(db, known)
  const other = known.get(what)
  if (other && other.until > performance.now()) return other.answer as Promise<T>
  if (known.size >= KEPT_READINGS) known.clear()
  // A statement that is still to be sent is no promise: it would be sent again for each who waits for it.
  const answer = (async () => read())()
  const reading = { answer, until: Number.POSITIVE_INFINITY }
  known.set(what, reading)
  answer.then(
    () => {
      if (isOnlyWriter(db)) reading.until = performance.now() + KEPT_MS
      else known.delete(what)
    },
    () => known.delete(what),
  )
  return answer
}

/** To be called when something has been written: who asks from now on is given nothing that was read before. */
export function readAnew(): void {
  readings = new WeakMap()
}

const ambient = new AsyncLocalStorage<Ctx>()

/** The context of an edge (a route, a socket, a job): the open database and the present instant. */
export function here(): Ctx {
  const given = ambient.getStore()
  if (given) return { ...given, now: readClock() }
  return { db: database().db, now: readClock(), afterCommit: (effect) => void effect() }
}

/** Makes `here()` answer with `ctx` inside `run`: how a route under test works in the test's transaction. */
export function within<T>(ctx: Ctx, run: () => T): T {
  return ambient.run(ctx, run)
}

/**
 * Runs `work` in one transaction (a savepoint when one is already open). Effects registered with `afterCommit` run in
 * order after the outermost commit and are dropped on failure. Inside, use only the ctx that `work` is given: on PGlite
 * the outer connection would wait for itself.
 */
export async function transaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const effects: (() => void | Promise<void>)[] = []
  const result = await ctx.db.transaction((tx) =>
    work({ db: tx as unknown as Db, now: ctx.now, afterCommit: (effect) => void effects.push(effect) }),
  )
  readAnew()
  for (const effect of effects) ctx.afterCommit(effect)
  return result
}
