// The clock's part of the room. All of it can run at any time and twice.
import { z } from 'zod'
import { job, type Schedule } from '#app/jobs/job.ts'
import { askForRatings, countClosedRatings, handUpRatings } from './commands.server.ts'

export const jobs = [
  job('mastery.ask', z.unknown(), async (_data, ctx) => askForRatings(ctx)),
  job('mastery.count', z.unknown(), async (_data, ctx) => countClosedRatings(ctx)),
  job('mastery.hand_up', z.unknown(), async (_data, ctx) => handUpRatings(ctx)),
]

export const schedules: Schedule[] = [
  // Early, so that the mail is there with the first coffee.
  { job: 'mastery.ask', cron: '30 5 * * *' },
  { job: 'mastery.count', cron: '25 1 * * *' },
  { job: 'mastery.hand_up', cron: '45 1 * * *' },
]
