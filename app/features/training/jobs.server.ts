// What the clock does with the registers, every night; before the indicators hand up what found no company (01:40).
import { z } from 'zod'
import { job, type Schedule } from '#app/jobs/job.ts'
import { countRegisters } from './commands/count-registers.server.ts'

export const jobs = [job('training.count', z.unknown(), async (_data, ctx) => countRegisters(ctx))]

export const schedules: Schedule[] = [{ job: 'training.count', cron: '10 1 * * *' }]
