// Readings that requests share: one for those who ask at once, nothing old for those who ask after a write.
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { rowsOf, setDatabase } from '#db/client.server.ts'
import { type Ctx, once, readAnew, transaction } from '#db/context.server.ts'
import { test } from '#tests/support/db.ts'

/** A page's request: it only reads, so it remembers what it has seen. */
const request = (ctx: Ctx): Ctx => ({ ...ctx, seen: new Map() })

function deferred() {
  const waiting: ((text: string) => void)[] = []
  const written = new Promise<string>((resolve) => waiting.push(resolve))
  return { written, answer: (text: string) => waiting.at(0)?.(text) }
}

function counter() {
  let times = 0
  return { read: async () => ++times, times: () => times }
}

test('a request reads a thing once, and a command every time', async ({ ctx }) => {
  const { read, times } = counter()
  const page = request(ctx)
  await once(page, 'visit 1', read)
  await once(page, 'visit 1', read)
  expect(times()).toBe(1)
  await once(ctx, 'visit 1', read)
  await once(ctx, 'visit 1', read)
  expect(times()).toBe(3)
})

test('hundreds who ask at once share one reading; of another thing, another', async ({ ctx }) => {
  const { read, times } = counter()
  const answers = await Promise.all(Array.from({ length: 200 }, () => once(request(ctx), 'visit 1', read)))
  expect(new Set(answers).size).toBe(1)
  await once(request(ctx), 'visit 2', read)
  expect(times()).toBe(2)
})

test('a reading that fails fails for those who wait, and is tried again by the next', async ({ ctx }) => {
  const failing = async () => {
    throw new Error('away')
  }
  const both = [once(request(ctx), 'visit 1', failing), once(request(ctx), 'visit 1', failing)]
  for (const one of both) await expect(one).rejects.toThrow('away')
  await expect(once(request(ctx), 'visit 1', async () => 'there')).resolves.toBe('there')
})

test('who asks after a write does not join a reading that began before it', async ({ ctx }) => {
  const { written, answer } = deferred()
  const before = once(request(ctx), 'visit 1', () => written)
  await transaction(ctx, async () => {})
  const after = once(request(ctx), 'visit 1', async () => 'new')
  answer('old')
  expect([await before, await after]).toEqual(['old', 'new'])
})

test('a reading is kept until the next write only where this process is the only writer', async ({ freshDb }) => {
  const { read, times } = counter()
  const ctx = freshDb.ctx()
  const earlier = setDatabase(freshDb.open)
  try {
    await once(request(ctx), 'visit 1', read)
    await once(request(ctx), 'visit 1', read)
    expect(times()).toBe(freshDb.open.kind === 'pglite' ? 1 : 2)
    readAnew()
    await once(request(ctx), 'visit 1', read)
    expect(times()).toBe(freshDb.open.kind === 'pglite' ? 2 : 3)
  } finally {
    setDatabase(earlier)
  }
})

test('inside a test or a transaction nothing is kept for others', async ({ ctx }) => {
  const { read, times } = counter()
  await once(request(ctx), 'visit 1', read)
  await once(request(ctx), 'visit 1', read)
  expect(times()).toBe(2)
})

test('a statement is sent once, however many wait for what it gives', async ({ ctx }) => {
  await ctx.db.execute(sql`create temporary sequence asked`)
  const page = request(ctx)
  const read = () => once(page, 'visit 1', () => ctx.db.execute(sql`select nextval('asked')`))
  await Promise.all([read(), read(), read()])
  const [last] = rowsOf<{ last_value: string | number }>(await ctx.db.execute(sql`select last_value from asked`))
  expect(Number(last?.last_value)).toBe(1)
})
