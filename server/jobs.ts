// The job runner: pg-boss on whichever database is open. Rooms bring their jobs; rooms.ts lists them.
import PgBoss from 'pg-boss'
import { inLanguage } from '#app/i18n/language.server.ts'
import { type Job, withoutSecrets } from '#app/jobs/job.ts'
import { type Queue, setQueue } from '#app/jobs/queue.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { newId } from '#app/kernel/ids.ts'
import type { WaitingJob } from '#db/backup.server.ts'
import { database, rowsOf, statement } from '#db/client.server.ts'
import { here, readAnew } from '#db/context.server.ts'
import { loggedError, logger } from './log.ts'
import { jobs, schedules } from './rooms.ts'

let boss: PgBoss | undefined

export async function startJobs(): Promise<void> {
  const started = new PgBoss(connectionOf())
  started.on('error', (error) => logger().error({ error }, 'job queue'))
  await started.start()
  for (const job of jobs) await work(started, job)
  for (const { job, cron } of schedules) await started.schedule(job, cron)
  setQueue(queueOn(started))
  boss = started
}

export async function stopJobs(): Promise<void> {
  setQueue(undefined)
  await boss?.stop({ graceful: true, wait: true, timeout: 5_000 })
  boss = undefined
}

/** Runs a job now, outside the queue: what the clock would start, when a test or an operator does not want to wait. */
export async function runJob(name: string, data: object = {}): Promise<void> {
  const job = jobs.find((one) => one.name === name)
  if (!job) throw new Error(`There is no job named ${name}.`)
  await inLanguage('en', () => job.run(data, here()))
}

/** Finished work is forgotten within the hour or so: what it was given may hold a link that lets somebody in. */
const forgetting = { archiveCompletedAfterSeconds: 15 * 60, deleteAfterMinutes: 30 }

function connectionOf(): PgBoss.ConstructorOptions {
  const { DATABASE_URL } = settings()
  if (DATABASE_URL) return { ...forgetting, connectionString: DATABASE_URL, max: 3 }
  const open = database()
  return {
    ...forgetting,
    db: {
      // pg-boss sends its own migrations as one text of many statements.
      async executeSql(text, values = []) {
        if (values.length > 0 || !/;\s*\S/.test(text)) return open.query(text, values)
        await open.runScript(text)
        return { rows: [] }
      },
    },
  }
}

/** Puts restored work into the queue of an open database that no server runs on. What is not ours any more is left out. */
export async function queueAgain(waiting: readonly WaitingJob[]): Promise<void> {
  const started = new PgBoss({ ...connectionOf(), supervise: false, schedule: false })
  await started.start()
  for (const job of jobs) await declareQueue(started, job)
  for (const { name, data, startAfter, singletonKey } of waiting) {
    if (!jobs.some((job) => job.name === name)) continue
    await started.send(name, data ?? {}, { startAfter, singletonKey: singletonKey ?? newId() })
  }
  await started.stop({ graceful: false, wait: true })
}

/**
 * Failed work is tried again five times with growing pauses, then kept as a dead letter that operators can see. Work that
 * carries secrets falls into a queue of its own first, where they are taken out.
 */
async function declareQueue(on: PgBoss, job: Job): Promise<void> {
  const dead = `${job.name}.dead`
  await on.createQueue(dead)
  const failed = job.carriesSecrets ? `${job.name}.failed` : dead
  if (job.carriesSecrets) await on.createQueue(failed)
  // 'short': of jobs with the same key one waits; 'standard' would ignore the key.
  const policy = 'short'
  await on.createQueue(job.name, {
    name: job.name,
    policy,
    retryLimit: 5,
    retryDelay: 20,
    retryBackoff: true,
    deadLetter: failed,
  })
}

async function work(on: PgBoss, job: Job): Promise<void> {
  await declareQueue(on, job)
  if (job.carriesSecrets) await workOffFailed(on, job)
  // People wait for mails; what the clock starts can be found a little later. Each look costs the database a query.
  const pollingIntervalSeconds = schedules.some((schedule) => schedule.job === job.name) ? 20 : 1
  await on.work(job.name, { pollingIntervalSeconds, batchSize: 5 }, async (batch) => {
    for (const one of batch) {
      try {
        await inLanguage('en', () => job.run(one.data ?? {}, here(), one.id))
      } catch (error) {
        // Failed alone: the others of the batch are done, or come after it.
        logger().warn({ error, job: job.name, id: one.id }, 'work failed, to be tried again')
        await on.fail(job.name, one.id, loggedError(error))
      } finally {
        readAnew()
      }
    }
  })
}

/** What was finished is gone within the hour, secrets and all; the dead letter says what it was about. */
async function workOffFailed(on: PgBoss, job: Job): Promise<void> {
  await on.work(`${job.name}.failed`, { pollingIntervalSeconds: 10, batchSize: 20 }, async (batch) => {
    for (const one of batch) await on.send(`${job.name}.dead`, Object(withoutSecrets(one.data)), { singletonKey: one.id })
  })
}

function queueOn(on: PgBoss): Queue {
  return {
    async send(ctx, name, data, { startAfter, singletonKey = newId() }) {
      const db = {
        executeSql: async (text: string, values: unknown[]) => ({
          rows: rowsOf(await ctx.db.execute(statement(text, values))),
        }),
      }
      await on.send(name, data, { db, singletonKey, ...(startAfter ? { startAfter } : {}) })
    },
  }
}
