import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { rowsOf } from '#db/client.server.ts'
import { ForeignDatabaseError, migrate } from '#db/migrate.server.ts'
import { test } from '#tests/support/db.ts'

test('a database of this version is left as it is, one of another version is refused untouched', async ({ freshDb }) => {
  const { open } = freshDb
  await migrate(open)
  await open.db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of another version', 1)`)
  await open.runScript('create table theirs (n int)')
  await expect(migrate(open)).rejects.toThrow(ForeignDatabaseError)
  const [row] = rowsOf<{ count: string }>(await open.db.execute(sql`select count(*) as count from theirs`))
  expect(Number(row?.count)).toBe(0)
})
