import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, inject, onTestFinished } from 'vitest'
import { enqueue } from '#app/jobs/queue.server.ts'
import { setSettings, settings } from '#app/kernel/env.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { database, rowsOf, setDatabase } from '#db/client.server.ts'
import { transaction } from '#db/context.server.ts'
import { mails } from '#db/schema/index.ts'
import { startJobs, stopJobs } from '#server/jobs.ts'
import { type FreshDb, test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'

/** Where the runner finds the test's own database; the embedded one is in its hands already. */
async function addressOf(freshDb: FreshDb): Promise<string | undefined> {
  const source = inject('database')
  if (source.kind !== 'postgres') return undefined
  const url = new URL(source.adminUrl)
  url.pathname = rowsOf<{ name: string }>(await freshDb.ctx().db.execute(sql`select current_database() as name`))[0]?.name ?? ''
  return url.href
}

/** The real queue on a database of its own; no job runs before it has been looked at for a second. */
async function runner(freshDb: FreshDb) {
  const before = { database: database(), settings: settings() }
  const folder = mkdtempSync(join(tmpdir(), 'samlara-jobs-'))
  setSettings({ ...before.settings, DATA_DIR: folder, DATABASE_URL: await addressOf(freshDb) })
  setDatabase(freshDb.open)
  await startJobs()
  onTestFinished(async () => {
    await stopJobs()
    setDatabase(before.database)
    setSettings(before.settings)
    rmSync(folder, { recursive: true, force: true })
  })
  const later = { startAfter: new Date(Date.now() + 3_600_000) }
  const waiting = async () =>
    rowsOf<{ n: number }>(
      await freshDb
        .ctx()
        .db.execute(sql`select count(*)::int as n from pgboss.job where name = 'notify' and state = 'created'`),
    )[0]?.n
  return { later, waiting }
}

test('work exists exactly when its command has committed, and one of those with the same key waits', async ({
  ctx,
  freshDb,
}) => {
  expect(ctx.now).toBeDefined()
  const { later, waiting } = await runner(freshDb)
  const event = { event: 'preparation.changes_proposed' as const, visitId: newId() }
  await transaction(freshDb.ctx(), async (inner) => {
    await enqueue(inner, 'notify', event, later)
    throw new Error('the command failed')
  }).catch(() => {})
  expect(await waiting()).toBe(0)
  await transaction(freshDb.ctx(), (inner) => enqueue(inner, 'notify', event, { ...later, singletonKey: 'a' }))
  await transaction(freshDb.ctx(), (inner) => enqueue(inner, 'notify', event, { ...later, singletonKey: 'a' }))
  expect(await waiting()).toBe(1)
  await transaction(freshDb.ctx(), (inner) => enqueue(inner, 'notify', event, { ...later, singletonKey: 'b' }))
  await transaction(freshDb.ctx(), (inner) => enqueue(inner, 'notify', event, later))
  await transaction(freshDb.ctx(), (inner) => enqueue(inner, 'notify', event, later))
  expect(await waiting()).toBe(4)
})

test('a mail goes all the way through the real queue', async ({ ctx, freshDb }) => {
  expect(ctx.now).toBeDefined()
  await runner(freshDb)
  const own = freshDb.ctx(new Date())
  const user = await aUser(own)
  const event = { event: 'identity.login_link' as const, userId: user.id, token: 't', code: '123456' }
  await transaction(own, (inner) => enqueue(inner, 'notify', event))
  await expect
    .poll(async () => (await own.db.select().from(mails)).map(({ state, receiver }) => ({ state, receiver })), {
      timeout: 15_000,
    })
    .toEqual([{ state: 'sent', receiver: user.email }])
})

test('what lets somebody in is taken out of work that failed for good; what it was about stays', async ({ ctx, freshDb }) => {
  expect(ctx.now).toBeDefined()
  const { later } = await runner(freshDb)
  const own = freshDb.ctx()
  const event = { event: 'identity.invitation' as const, invitationId: newId(), token: 'hemlig-nyckel' }
  await transaction(own, (inner) => enqueue(inner, 'mail.send', { mailId: 'not an id', event }, later))
  await own.db.execute(sql`update pgboss.job set retry_limit = 0, start_after = now() where name = 'mail.send'`)
  const letters = async () =>
    rowsOf<{ data: unknown }>(await own.db.execute(sql`select data from pgboss.job where name = 'mail.send.dead'`))
  await expect.poll(letters, { timeout: 40_000 }).toHaveLength(1)
  expect((await letters())[0]?.data).toEqual({
    mailId: 'not an id',
    event: { event: 'identity.invitation', invitationId: event.invitationId },
  })
  const open = rowsOf<{ state: string }>(
    await own.db.execute(sql`select state from pgboss.job where data::text like '%hemlig-nyckel%'`),
  )
  // Finished rows are forgotten within the hour.
  expect(open.every(({ state }) => state === 'failed' || state === 'completed')).toBe(true)
})
