// How pairs, their names and the standing of joint steps are said.
import { trackName } from '#app/features/paths/ui/words.ts'
import { formatClock, formatDay } from '#app/i18n/format.ts'
import type { Day } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { JointStanding } from '../rules/joint.ts'
import type { TalkStanding } from '../rules/talks.ts'
import type { Walker } from '../words.ts'

export function pairAddress(pairId: string, ...rest: string[]): string {
  return ['/pairs', pairId, ...rest].join('/')
}

export function jointAddress(pairId: string, moduleId: string, ...rest: string[]): string {
  return pairAddress(pairId, 'joint', moduleId.toLowerCase(), ...rest)
}

/** The pair's two names; without a manager only the one. */
export function pairTitle({ resourcePerson, leader }: { resourcePerson: string; leader: string | null }): string {
  return leader ? m.pairs_title({ resource: resourcePerson, leader }) : m.pairs_title_alone({ resource: resourcePerson })
}

/** The way back to the pair, above a page of its own. */
export function pairCrumb(pair: { id: string; resourcePerson: string; leader: string | null }) {
  return { to: pairAddress(pair.id), label: pairTitle(pair) }
}

/** The other one's name, or the role's while nobody holds it. */
export function otherName(pair: { me: Walker; resourcePerson: string; leader: string | null }): string {
  return pair.me === 'leader' ? pair.resourcePerson : (pair.leader ?? trackName('leader'))
}

/** What people call each other at work. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

export function standingWords(standing: JointStanding, other: string): string {
  if (standing === 'waits_for_other') return m.pairs_standing_waits_for_other({ name: other })
  return standings[standing]()
}

const standings: Record<Exclude<JointStanding, 'waits_for_other'>, () => string> = {
  unwritten: m.pairs_standing_unwritten,
  unconfirmed: m.pairs_standing_unconfirmed,
  waits_for_me: m.pairs_standing_waits_for_me,
  complete: m.pairs_standing_complete,
}

/** "12 maj 2026, 13:00": the time only where one is agreed. */
export function talkWhen({ onDay, startsAt }: { onDay: Day; startsAt: string | null }): string {
  const day = formatDay(onDay)
  return startsAt ? m.pairs_talk_when({ day, time: formatClock(startsAt) }) : day
}

export function talkStandingWords(standing: TalkStanding): string {
  return talkStandings[standing]()
}

const talkStandings: Record<TalkStanding, () => string> = {
  ahead: m.pairs_talk_ahead,
  to_note: m.pairs_talk_to_note,
  held: m.pairs_talk_held,
  not_held: m.pairs_talk_not_held,
  cancelled: m.pairs_talk_cancelled,
}
