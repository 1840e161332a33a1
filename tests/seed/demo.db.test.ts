import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { listNeedsFor } from '#app/features/notifications/queries/needs.server.ts'
import { listVisitsFor } from '#app/features/visits/queries/visit-cards.server.ts'
import { rowsOf } from '#db/client.server.ts'
import { loadPlaces } from '#db/reference/places.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { actorFromCookie, createSession } from '#app/features/identity/sessions.server.ts'
import { users } from '#db/schema/index.ts'
import { test } from '#tests/support/db.ts'

test('time', async ({ freshDb }) => {
  const ctx = freshDb.ctx(new Date('2026-11-23T09:12:00Z'))
  await loadPlaces(ctx)
  await seedDemo(ctx)
  console.log(rowsOf(await ctx.db.execute(sql`select status, title, starts_on::text from visits order by starts_on nulls last`)).map(r => Object.values(r).join(' | ')).join('\n'))
  for (const user of await ctx.db.select().from(users)) {
    if (!user.passwordHash) continue
    const cookie = (await createSession(user.id, 'test', ctx)).split(';')[0]
    const actor = await actorFromCookie(cookie, ctx)
    if (actor.kind !== 'person') throw new Error('x')
    console.log(user.email, (await listNeedsFor(actor, ctx)).map((n) => `${n.kind}:${n.title}`), (await listVisitsFor(actor, { scope: 'open' }, ctx)).length)
  }
  const q = await ctx.db.execute(sql`select * from steps limit 1`).catch((e: Error) => e.message)
  console.log(q)
  const tables = rowsOf<{ t: string; n: number }>(await ctx.db.execute(sql`select relname as t, n_live_tup::int as n from pg_stat_user_tables where schemaname='public' order by 1`))
  console.log(tables.map((r) => `${r.t}=${r.n}`).join(' '))
  expect(1).toBe(1)
}, 240_000)
