// The clock's part of the room: every night, and at any time, also twice.
import { z } from 'zod'
import { job, type Schedule } from '#app/jobs/job.ts'
import { sweepPathWords } from './commands/sweep-words.server.ts'

export const jobs = [job('paths.sweep', z.unknown(), async (_data, ctx) => sweepPathWords(ctx))]

export const schedules: Schedule[] = [{ job: 'paths.sweep', cron: '45 3 * * *' }]
