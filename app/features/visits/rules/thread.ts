// Where a visit stands on its nine steps, with the days each was or will be reached.
import type { Day } from '#app/kernel/days.ts'
import { dayAt } from '#app/kernel/days.ts'
import { FOLLOW_UP_MONTHS, followUpRounds } from './calendar.ts'
import { endedEarly } from './moves.ts'
import { threadSteps, type VisitStatus } from './words.ts'

export type ThreadDays = { kind: 'day'; day: Day } | { kind: 'range'; from: Day; to: Day } | { kind: 'rounds'; days: Day[] }
export type ThreadStand = { status: VisitStatus; state: 'done' | 'now' | 'next'; days: ThreadDays | null }

type Reached = { toStatus: VisitStatus; at: Date }
type Facts = { status: VisitStatus; startsOn: Day | null; endsOn: Day | null; timeZone: string }

/** The nine steps; empty for a visit that ended early, which has a sentence instead. `reached`: its moves, oldest first. */
export function threadOf(
  visit: Facts,
  reached: readonly Reached[],
  months: readonly number[] = FOLLOW_UP_MONTHS,
): ThreadStand[] {
  if (endedEarly(visit)) return []
  const now = threadSteps.indexOf(visit.status)
  return threadSteps.map((status, index) => {
    const state = index < now || visit.status === 'closed' ? 'done' : index === now ? 'now' : 'next'
    return { status, state, days: daysOf(status, state, visit, reached, months) }
  })
}

function daysOf(
  status: VisitStatus,
  state: ThreadStand['state'],
  visit: Facts,
  reached: readonly Reached[],
  months: readonly number[],
): ThreadDays | null {
  const { startsOn, endsOn } = visit
  if (status === 'under_way' && startsOn && endsOn) return { kind: 'range', from: startsOn, to: endsOn }
  if (status === 'followed_up' && state !== 'done' && startsOn && endsOn) {
    return { kind: 'rounds', days: followUpRounds({ startsOn, endsOn }, months).map((round) => round.opensOn) }
  }
  if (state !== 'done') return null
  const move = reached.find((each) => each.toStatus === status)
  return move ? { kind: 'day', day: dayAt(move.at, visit.timeZone) } : null
}
