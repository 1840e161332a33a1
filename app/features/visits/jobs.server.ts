import { z } from 'zod'
import { job, type Schedule } from '#app/jobs/job.ts'
import { advanceVisits } from './commands/advance-visits.server.ts'
import { followAccount } from './commands/seats.server.ts'

export const jobs = [
  job('visits.advance', z.object({}), async (_data, ctx) => {
    await advanceVisits(ctx)
  }),
  job('visits.follow_account', z.object({ userId: z.uuid() }), followAccount),
]

/** Every five minutes: a visit begins and ends within five minutes of midnight where it takes place. */
export const schedules: readonly Schedule[] = [{ job: 'visits.advance', cron: '*/5 * * * *' }]
