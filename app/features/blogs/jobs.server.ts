import { z } from 'zod'
import { job, type Schedule } from '#app/jobs/job.ts'
import { forgetReaders } from './commands/count-reading.server.ts'

export const jobs = [job('blogs.forget-readers', z.unknown(), (_, ctx) => forgetReaders(ctx))]

/** Just after midnight in Stockholm, summer and winter; running once more than needed deletes nothing. */
export const schedules: readonly Schedule[] = [{ job: 'blogs.forget-readers', cron: '5 22,23 * * *' }]
