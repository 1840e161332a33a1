// What the clock does with the walks, every night; before the indicators hand up what found no company (01:40).
import { z } from 'zod'
import { job, type Schedule } from '#app/jobs/job.ts'
import { countWalks } from './commands/count-walks.server.ts'

export const jobs = [job('pairs.count', z.unknown(), async (_data, ctx) => countWalks(ctx))]

export const schedules: Schedule[] = [{ job: 'pairs.count', cron: '15 1 * * *' }]
