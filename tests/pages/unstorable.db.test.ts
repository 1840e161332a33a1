import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { problemOf } from '#app/http/problems.server.ts'
import { test } from '#tests/support/db.ts'

test('what no database text can hold is the asker’s mistake, not ours', async ({ freshDb }) => {
  const { db } = freshDb.ctx()
  const failures = [sql`select ${'a\0b'}::text as asked`, sql`select ${'banana'}::uuid as asked`].map((statement) =>
    db.execute(statement).then(
      () => undefined,
      (error: unknown) => problemOf(error),
    ),
  )
  for (const problem of await Promise.all(failures)) expect(problem).toMatchObject({ status: 422, code: 'invalid' })
  const ours = await db.execute(sql`select nothing_such`).catch((error: unknown) => error)
  expect(problemOf(ours)).toBeUndefined()
})
