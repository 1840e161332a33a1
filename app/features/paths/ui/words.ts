// How tracks, minutes and places on the path are said.
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { JointStanding } from '../rules/joint.ts'
import type { Track } from '../rules/shape.ts'
import { hours } from '../rules/time.ts'

const trackNames: Record<Track, () => string> = {
  resource_person: m.paths_track_resource_person,
  leader: m.paths_track_leader,
}

export const tracks: readonly Track[] = ['resource_person', 'leader']

export function trackName(track: Track): string {
  return trackNames[track]()
}

/** The resource person stands to the left, where hosts stand; the manager to the right. */
export function sideOf(track: Track): 'host' | 'guest' {
  return track === 'leader' ? 'guest' : 'host'
}

export function minutesWords(minutes: number): string {
  return m.paths_minutes({ count: minutes })
}

/** "18 h": whole and half hours. */
export function hoursWords(minutes: number): string {
  return m.paths_hours({ count: asMeasured(hours(minutes)) })
}

/** With as many decimals as it was measured with, two at most: 12, 4,5. */
export function asMeasured(value: number): string {
  const decimals = [0, 1].find((count) => Math.abs(value - Number(value.toFixed(count))) < 0.005) ?? 2
  return formatNumber(value, decimals)
}

export function addressOf(pathId: string, ...rest: string[]): string {
  return ['/paths', pathId, ...rest.map((part) => part.toLowerCase())].join('/')
}

export function pairAddress(pairId: string, ...rest: string[]): string {
  return ['/pairs', pairId, ...rest].join('/')
}

export function jointAddress(pairId: string, moduleId: string, ...rest: string[]): string {
  return pairAddress(pairId, 'joint', moduleId.toLowerCase(), ...rest)
}

/** The pair's two names; without a manager only the one. */
export function pairTitle({ resourcePerson, leader }: { resourcePerson: string; leader: string | null }): string {
  return leader
    ? m.paths_pair_title({ resource: resourcePerson, leader })
    : m.paths_pair_title_alone({ resource: resourcePerson })
}

/** The other one's name, or the role's while nobody holds it. */
export function otherName(pair: { me: Track; resourcePerson: string; leader: string | null }): string {
  return pair.me === 'leader' ? pair.resourcePerson : (pair.leader ?? trackName('leader'))
}

/** What people call each other at work. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

export function standingWords(standing: JointStanding, other: string): string {
  if (standing === 'waits_for_other') return m.paths_standing_waits_for_other({ name: other })
  return standings[standing]()
}

const standings: Record<Exclude<JointStanding, 'waits_for_other'>, () => string> = {
  unwritten: m.paths_standing_unwritten,
  unconfirmed: m.paths_standing_unconfirmed,
  waits_for_me: m.paths_standing_waits_for_me,
  complete: m.paths_standing_complete,
}
