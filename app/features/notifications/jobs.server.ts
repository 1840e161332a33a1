// Background work of the notifications room: thin calls of its commands.
import { z } from 'zod'
import { notifyEvent } from '#app/jobs/events.ts'
import { type Job, job, type Schedule } from '#app/jobs/job.ts'
import { announce } from './commands/announce.server.ts'
import { remindOfWhatWaits, tellOfProgrammeChanges } from './commands/remind.server.ts'
import { forgetOldMails, sendMail } from './commands/send-mail.server.ts'

const nothing = z.unknown()

export const jobs: readonly Job[] = [
  job('notify', notifyEvent, async (event, ctx, workId) => void (await announce(event, workId, ctx)), {
    carriesSecrets: true,
  }),
  job('mail.send', z.object({ mailId: z.uuid(), event: notifyEvent }), (input, ctx) => sendMail(input, ctx), {
    carriesSecrets: true,
  }),
  job('notifications.remind', nothing, (_, ctx) => remindOfWhatWaits(ctx)),
  job('notifications.programme', nothing, (_, ctx) => tellOfProgrammeChanges(ctx)),
  job('notifications.forget', nothing, (_, ctx) => forgetOldMails(ctx)),
]

export const schedules: readonly Schedule[] = [
  // Every day, early: read with the first coffee. A morning that is missed is made up for on the next.
  { job: 'notifications.remind', cron: '0 6 * * *' },
  { job: 'notifications.programme', cron: '0 15 * * *' },
  { job: 'notifications.forget', cron: '30 2 * * *' },
]
