// A post office for tests: jobs are collected instead of queued and run when asked; mails come out parsed.
import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { jobs } from '#app/features/notifications/jobs.server.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import { setQueue } from '#app/jobs/queue.server.ts'
import { readSettings, setSettings } from '#app/kernel/env.server.ts'
import { newId } from '#app/kernel/ids.ts'
import type { TestCtx } from '#tests/support/db.ts'

export type Waiting = { id: string; name: string; data: object }
export type Read = Email & { receiver: string; words: string }

/** Opens the office for one test: `waiting` are the jobs that committed; mails go to a folder, or to `smtpUrl`. */
export function openPost(smtpUrl?: string) {
  const waiting: Waiting[] = []
  const folder = mkdtempSync(join(tmpdir(), 'samlara-post-'))
  const environment = { ORIGIN: 'http://samlara.test', LOG_LEVEL: 'silent', DATA_DIR: folder }
  setSettings(readSettings('test', { ...environment, ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}) }))
  setQueue({
    send: async (ctx, name, data) => ctx.afterCommit(() => void waiting.push({ id: newId(), name, data })),
  })

  async function run(work: Waiting, ctx: TestCtx): Promise<void> {
    await jobs.find((job) => job.name === work.name)?.run(work.data, ctx, work.id)
    await ctx.settled()
  }

  return {
    waiting,
    run,
    /** Runs every job that waits, and those that they leave. */
    async work(ctx: TestCtx): Promise<void> {
      await ctx.settled()
      for (let next = waiting.shift(); next; next = waiting.shift()) await run(next, ctx)
    },
    /** As if a command had enqueued it. */
    async tell(event: NotifyEvent, ctx: TestCtx): Promise<void> {
      waiting.push({ id: newId(), name: 'notify', data: event })
      await this.work(ctx)
    },
    /** The mails in the outbox folder, by receiver. */
    async mails(): Promise<Read[]> {
      const names = await readdir(join(folder, 'outbox')).catch(() => [])
      const read = await Promise.all(names.map(async (name) => readMail(await readFile(join(folder, 'outbox', name)))))
      return read.sort((a, b) => a.receiver.localeCompare(b.receiver))
    },
    close(): void {
      rmSync(folder, { recursive: true, force: true })
      setSettings(readSettings('test', { ORIGIN: 'http://samlara.test', LOG_LEVEL: 'silent' }))
      setQueue(undefined)
    },
  }
}

export async function readMail(message: Buffer | string): Promise<Read> {
  const email = await PostalMime.parse(message)
  return { ...email, receiver: email.to?.[0]?.address ?? '', words: email.text ?? '' }
}
