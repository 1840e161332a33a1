// The rooms that take part in sockets and background work, listed by name: nothing is found by magic.
import { z } from 'zod'
import * as blogs from '#app/features/blogs/jobs.server.ts'
import { joinInside, joinPost } from '#app/features/blogs/socket.server.ts'
import * as evaluations from '#app/features/evaluations/jobs.server.ts'
import * as identity from '#app/features/identity/jobs.server.ts'
import * as indicators from '#app/features/indicators/jobs.server.ts'
import * as mastery from '#app/features/mastery/jobs.server.ts'
import * as notifications from '#app/features/notifications/jobs.server.ts'
import * as pairs from '#app/features/pairs/jobs.server.ts'
import * as paths from '#app/features/paths/jobs.server.ts'
import * as training from '#app/features/training/jobs.server.ts'
import * as visits from '#app/features/visits/jobs.server.ts'
import { mayJoin as mayJoinVisit } from '#app/features/visits/socket.server.ts'
import { type Job, job, type Schedule } from '#app/jobs/job.ts'
import type { JoinRule } from '#app/live/join.ts'
import type { RoomKind } from '#app/live/rooms.ts'
import { tidy } from '#db/tidy.server.ts'

export const jobs: readonly Job[] = [
  // One room a line.
  ...identity.jobs,
  ...notifications.jobs,
  ...blogs.jobs,
  ...visits.jobs,
  ...indicators.jobs,
  ...evaluations.jobs,
  ...mastery.jobs,
  ...training.jobs,
  ...paths.jobs,
  ...pairs.jobs,
  job('house.tidy', z.unknown(), tidy),
]

export const schedules: readonly Schedule[] = [
  // One room a line.
  ...identity.schedules,
  ...notifications.schedules,
  ...blogs.schedules,
  ...visits.schedules,
  ...indicators.schedules,
  ...evaluations.schedules,
  ...mastery.schedules,
  ...training.schedules,
  ...paths.schedules,
  ...pairs.schedules,
  { job: 'house.tidy', cron: '50 2 * * *' },
]

/** Who may join a live room, by its kind. A kind without a rule lets nobody in. */
export const joinRules: Partial<Record<RoomKind, JoinRule>> = {
  inside: joinInside,
  post: joinPost,
  visit: mayJoinVisit,
}
