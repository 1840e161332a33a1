// Background work of the room: mails with sign-in links, and what the clock takes away.
import { z } from 'zod'
import { job, type Schedule } from '#app/jobs/job.ts'
import { sweep } from './commands/accounts.server.ts'
import { prepareEmailChange } from './commands/email-address.server.ts'
import { tellEndedRoles } from './commands/roles.server.ts'
import { prepareLoginLink } from './commands/sign-in.server.ts'

export const jobs = [
  job('identity.prepare_login_link', z.object({ email: z.string(), to: z.string().optional() }), prepareLoginLink, {
    carriesSecrets: true,
  }),
  job(
    'identity.prepare_email_change',
    z.object({ changeId: z.uuid(), token: z.string(), code: z.string() }),
    prepareEmailChange,
    { carriesSecrets: true },
  ),
  job('identity.sweep', z.unknown(), (_nothing, ctx) => sweep(ctx)),
  // A little more than the pause between two runs, so that no end falls between them.
  job('identity.tell_ended_roles', z.unknown(), (_nothing, ctx) => tellEndedRoles(ctx, 7)),
]

export const schedules: Schedule[] = [
  { job: 'identity.sweep', cron: '23 3 * * *' },
  { job: 'identity.tell_ended_roles', cron: '*/5 * * * *' },
]
