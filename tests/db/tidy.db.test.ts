import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { rowsOf, setDatabase } from '#db/client.server.ts'
import { tidy } from '#db/tidy.server.ts'
import { test } from '#tests/support/db.ts'

test('the embedded database gives back the room of what was deleted; PostgreSQL is left to itself', async ({ freshDb }) => {
  const { open } = freshDb
  await open.runScript('create table leaves as select n, repeat(n::text, 200) as text from generate_series(1, 2000) n')
  await open.runScript('delete from leaves')
  const size = async () => {
    const [row] = rowsOf<{ size: string }>(await open.db.execute(sql`select pg_relation_size('leaves') as size`))
    return Number(row?.size)
  }
  const before = await size()
  const earlier = setDatabase(open)
  try {
    await tidy()
  } finally {
    setDatabase(earlier)
  }
  expect(before).toBeGreaterThan(100_000)
  if (open.kind === 'pglite') expect(await size()).toBe(0)
  else expect(await size()).toBe(before)
})
