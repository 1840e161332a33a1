import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { rowsOf } from '#db/client.server.ts'
import { transaction } from '#db/context.server.ts'
import { aTuesday, test } from './db.ts'
import { aUser } from './factories.ts'

const countUsers = async (db: { execute(query: unknown): Promise<unknown> }) =>
  rowsOf<{ n: number }>(await db.execute(sql`select count(*)::int as n from users`))[0]?.n

test('a test begins with no people and may add some', async ({ ctx }) => {
  expect(await countUsers(ctx.db as never)).toBe(0)
  await aUser(ctx)
  expect(await countUsers(ctx.db as never)).toBe(1)
})

test('the next test sees nothing of it', async ({ ctx }) => {
  expect(await countUsers(ctx.db as never)).toBe(0)
  expect(ctx.now).toEqual(aTuesday)
})

test('effects run after the command and are awaited, and a failing command tells nothing', async ({ ctx }) => {
  const told: string[] = []
  await transaction(ctx, async (inner) => inner.afterCommit(async () => void told.push('kept')))
  await transaction(ctx, async (inner) => {
    inner.afterCommit(() => void told.push('dropped'))
    throw new Error('no')
  }).catch(() => {})
  await ctx.settled()
  expect(told).toEqual(['kept'])
})

test('a failed statement inside a command leaves the rest of the test standing', async ({ ctx }) => {
  const user = await aUser(ctx)
  await expect(transaction(ctx, (inner) => aUser(inner, { id: user.id }))).rejects.toThrow()
  expect(await countUsers(ctx.db as never)).toBe(1)
})

test('a fresh database commits for real and several can work in it at once', async ({ freshDb }) => {
  await Promise.all([1, 2, 3].map(() => transaction(freshDb.ctx(), (ctx) => aUser(ctx))))
  expect(await countUsers(freshDb.ctx().db as never)).toBe(3)
})
