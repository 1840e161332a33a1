// How pairs, their names and the standing of joint steps are said.
import { trackName } from '#app/features/paths/ui/words.ts'
import { m } from '#app/paraglide/messages.js'
import type { JointStanding } from '../rules/joint.ts'
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
