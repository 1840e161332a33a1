// What the clock does with the store, every night.
import { z } from 'zod'
import { job, type Schedule } from '#app/jobs/job.ts'
import { countBlog, handUpWaiting } from './commands.server.ts'

export const jobs = [
  job('indicators.count_blog', z.unknown(), async (_data, ctx) => countBlog(ctx)),
  job('indicators.hand_up', z.unknown(), async (_data, ctx) => handUpWaiting(ctx)),
]

export const schedules: Schedule[] = [
  { job: 'indicators.count_blog', cron: '20 1 * * *' },
  { job: 'indicators.hand_up', cron: '40 1 * * *' },
]
