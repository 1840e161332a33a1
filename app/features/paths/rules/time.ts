// How long a path takes, in minutes: what each of the two does, and what they do together.
import type { Track } from './shape.ts'

export type Time = { resource_person: number; leader: number; joint: number }

type Timed = { tracks: Record<Track, readonly { minutes: number }[]>; joint: { minutes: number } | null; optional: boolean }

/** Minutes of one module. */
export function timeOf({ tracks, joint }: Pick<Timed, 'tracks' | 'joint'>): Time {
  const sum = (minutes: readonly { minutes: number }[]) => minutes.reduce((total, one) => total + one.minutes, 0)
  return { resource_person: sum(tracks.resource_person), leader: sum(tracks.leader), joint: joint?.minutes ?? 0 }
}

/** Minutes of the modules that everybody walks; optional ones come on top. */
export function coreTime(modules: readonly Timed[]): Time {
  return modules
    .filter((one) => !one.optional)
    .map(timeOf)
    .reduce(
      (total, one) => ({
        resource_person: total.resource_person + one.resource_person,
        leader: total.leader + one.leader,
        joint: total.joint + one.joint,
      }),
      { resource_person: 0, leader: 0, joint: 0 },
    )
}

/** Whole and half hours for people who plan: 1065 minutes are 18 hours, 270 are 4.5. */
export function hours(minutes: number): number {
  return Math.round(minutes / 30) / 2
}
