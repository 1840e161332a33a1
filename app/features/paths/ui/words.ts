// How tracks, minutes and places on the path are said.
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { ActivityKind, Track } from '../rules/shape.ts'
import { hours, type Time } from '../rules/time.ts'

const trackNames: Record<Track, () => string> = {
  resource_person: m.paths_track_resource_person,
  leader: m.paths_track_leader,
}

const kindNames: Record<ActivityKind, () => string> = {
  study: m.paths_kind_study,
  video: m.paths_kind_video,
  quiz: m.paths_kind_quiz,
  checklist: m.paths_kind_checklist,
  reflection: m.paths_kind_reflection,
  practice: m.paths_kind_practice,
  sheet: m.paths_kind_sheet,
  questionnaire: m.paths_kind_questionnaire,
}

/** What an activity is, in a word. */
export function kindName(kind: ActivityKind): string {
  return kindNames[kind]()
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

/** "resource person 18 h", "manager 6.5 h", "together 4.5 h"; what takes no time is not told. */
export function timeWords({ resource_person, leader, joint }: Time, said: (minutes: number) => string): string[] {
  return [
    ...(resource_person > 0 ? [m.paths_time_resource({ time: said(resource_person) })] : []),
    ...(leader > 0 ? [m.paths_time_leader({ time: said(leader) })] : []),
    ...(joint > 0 ? [m.paths_time_joint({ time: said(joint) })] : []),
  ]
}

/** With as many decimals as it was measured with, two at most: 12, 4,5. */
export function asMeasured(value: number): string {
  const decimals = [0, 1].find((count) => Math.abs(value - Number(value.toFixed(count))) < 0.005) ?? 2
  return formatNumber(value, decimals)
}

/** Pictures, films and captions of paths. */
export function mediaAddress(mediaId: string): string {
  return `/media/${mediaId}`
}

export function addressOf(pathId: string, ...rest: string[]): string {
  return ['/paths', pathId, ...rest.map((part) => part.toLowerCase())].join('/')
}

/** What those who walked a version think of it. */
export function resultsAddress(pathId: string, number: number): string {
  return `${addressOf(pathId, 'results')}?version=${number}`
}
