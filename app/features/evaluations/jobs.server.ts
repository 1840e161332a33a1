// The clock's part of the room. Every quarter of an hour: open, remind, close. All of it can run at any time and twice.
import { z } from 'zod'
import { forEachAlone } from '#app/jobs/each-alone.ts'
import { job } from '#app/jobs/job.ts'
import { sweepAnswers, sweepLinks } from './commands/sweep.server.ts'
import {
  closeDueEvaluations,
  closeDueFollowUps,
  openDueEvaluations,
  openDueFollowUps,
  remindOfEvaluations,
  remindOfFollowUps,
} from './commands.server.ts'

const nothing = z.looseObject({})

const steps = [
  openDueEvaluations,
  remindOfEvaluations,
  closeDueEvaluations,
  openDueFollowUps,
  remindOfFollowUps,
  closeDueFollowUps,
]

export const jobs = [
  job('evaluations.clock', nothing, async (_data, ctx) => forEachAlone(steps, (step) => step(ctx))),
  job('evaluations.sweep', nothing, async (_data, ctx) => forEachAlone([sweepLinks, sweepAnswers], (sweep) => sweep(ctx))),
]

export const schedules = [
  { job: 'evaluations.clock', cron: '*/15 * * * *' },
  { job: 'evaluations.sweep', cron: '40 3 * * *' },
]
