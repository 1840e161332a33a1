// The state machine as a table: which move, by whom, with what. Nothing else decides where a visit may go.
import { addDays, type Day, dayAt } from '#app/kernel/days.ts'
import { followUpClosesOn, visitClosesOn } from './calendar.ts'
import { askingSide, type Direction, type Side, type VisitStatus } from './words.ts'

/**
 * Who makes a move: a side; the side that asked or the side that answers (which of them depends on `direction`);
 * both sides together (the summary agreed by each); or the clock.
 */
export type Mover = Side | 'asker' | 'answerer' | 'both' | 'clock'

export type Move = {
  from: VisitStatus
  to: VisitStatus
  by: readonly Mover[]
  /** The person has to say why; the other side reads it. */
  needsReason: boolean
  /** Agreed days have to be known. */
  needsDates: boolean
}

const plain = { needsReason: false, needsDates: false }
const dated = { needsReason: false, needsDates: true }
const reasoned = { needsReason: true, needsDates: false }

/**
 * Every move there is. Before the days are agreed the side that answers declines and the side that asked withdraws;
 * afterwards the guests withdraw and the host cancels; once under way either side cancels. After the days nothing can be
 * called off, for it has happened. The clock closes a visit even if no summary came (`evaluating` to `followed_up`) and
 * lets a request go when all its days passed without an answer.
 */
export const moves: readonly Move[] = [
  { from: 'asked', to: 'in_dialogue', by: ['answerer'], ...plain },
  { from: 'asked', to: 'confirmed', by: ['answerer'], ...dated },
  { from: 'asked', to: 'declined', by: ['answerer'], ...reasoned },
  { from: 'asked', to: 'withdrawn', by: ['asker', 'clock'], ...reasoned },
  { from: 'in_dialogue', to: 'confirmed', by: ['host', 'guest'], ...dated },
  { from: 'in_dialogue', to: 'declined', by: ['answerer'], ...reasoned },
  { from: 'in_dialogue', to: 'withdrawn', by: ['asker', 'clock'], ...reasoned },
  { from: 'confirmed', to: 'preparing', by: ['clock'], ...dated },
  { from: 'confirmed', to: 'withdrawn', by: ['guest'], ...reasoned },
  { from: 'confirmed', to: 'cancelled', by: ['host'], ...reasoned },
  { from: 'preparing', to: 'under_way', by: ['clock'], ...dated },
  { from: 'preparing', to: 'withdrawn', by: ['guest'], ...reasoned },
  { from: 'preparing', to: 'cancelled', by: ['host'], ...reasoned },
  { from: 'under_way', to: 'evaluating', by: ['clock'], ...dated },
  { from: 'under_way', to: 'cancelled', by: ['host', 'guest'], ...reasoned },
  { from: 'evaluating', to: 'summarised', by: ['both'], ...dated },
  { from: 'evaluating', to: 'followed_up', by: ['clock'], ...dated },
  { from: 'summarised', to: 'followed_up', by: ['clock'], ...dated },
  { from: 'followed_up', to: 'closed', by: ['clock'], ...dated },
]

export function moveBetween(from: VisitStatus, to: VisitStatus): Move | undefined {
  return moves.find((move) => move.from === from && move.to === to)
}

/** May this side (or the clock, or both together) make the move? */
export function canMove(
  visit: { status: VisitStatus; direction: Direction },
  to: VisitStatus,
  mover: Side | 'both' | 'clock',
): boolean {
  const by = moveBetween(visit.status, to)?.by ?? []
  if (by.includes(mover)) return true
  if (mover === 'both' || mover === 'clock') return false
  return by.includes(mover === askingSide(visit) ? 'asker' : 'answerer')
}

/** Where this side can take the visit from here. */
export function nextMoves(visit: { status: VisitStatus; direction: Direction }, mover: Side | 'both' | 'clock'): VisitStatus[] {
  return moves.filter((move) => move.from === visit.status && canMove(visit, move.to, mover)).map((move) => move.to)
}

const early: readonly VisitStatus[] = ['declined', 'withdrawn', 'cancelled']

/** The visit ended before its thread did. */
export function endedEarly(visit: { status: VisitStatus }): boolean {
  return early.includes(visit.status)
}

/** Nothing more will happen. */
export function isOver(visit: { status: VisitStatus }): boolean {
  return visit.status === 'closed' || endedEarly(visit)
}

/** Days are still being discussed. */
export function isOpenForDates(visit: { status: VisitStatus }): boolean {
  return visit.status === 'asked' || visit.status === 'in_dialogue'
}

/** The days stand and have not come yet: they can be changed, and people invited in time. */
export function isBefore(visit: { status: VisitStatus }): boolean {
  return visit.status === 'confirmed' || visit.status === 'preparing'
}

/** The days stand and are not over: everybody has them in a calendar that follows what is changed. */
export function isInCalendars(visit: { status: VisitStatus }): boolean {
  return isBefore(visit) || visit.status === 'under_way'
}

/** How the two sides meet can still be decided. */
export function isOpenForForm(visit: { status: VisitStatus }): boolean {
  return isOpenForDates(visit) || isInCalendars(visit)
}

/** Days after the last proposed day and after the last sign of life until a request without an answer is let go. */
export const SILENCE_DAYS = 60

export type DueFacts = {
  status: VisitStatus
  startsOn: Day | null
  endsOn: Day | null
  timeZone: string
  followUpMonths: readonly number[]
  /** The latest day that any proposal names, null without proposals. */
  lastProposedOn: Day | null
  /** The last move, proposal or mark. */
  lastActivityAt: Date
}

/** Why the clock moved; shown in the reader's language (`visits_clock_<reason>`). */
const clockReasons = ['days_agreed', 'first_day', 'last_day_over', 'follow_up_over', 'no_summary', 'done', 'no_answer'] as const
export type ClockReason = (typeof clockReasons)[number]
export type DueMove = { from: VisitStatus; to: VisitStatus; reason: ClockReason }

/**
 * All moves that the clock owes the visit at `now`, in order: a server that slept through the visit catches up step by step.
 * Days are counted in the visit's zone.
 */
export function dueMoves(facts: DueFacts, now: Date): DueMove[] {
  const today = dayAt(now, facts.timeZone)
  const due: DueMove[] = []
  let status = facts.status
  for (let next = dueMove({ ...facts, status }, today); next; next = dueMove({ ...facts, status }, today)) {
    due.push({ from: status, ...next })
    status = next.to
  }
  return due
}

function dueMove(facts: DueFacts, today: Day): Omit<DueMove, 'from'> | undefined {
  if (facts.status === 'asked' || facts.status === 'in_dialogue') {
    const quietSince = dayAt(facts.lastActivityAt, facts.timeZone)
    const lastSign = facts.lastProposedOn && facts.lastProposedOn > quietSince ? facts.lastProposedOn : quietSince
    return today > addDays(lastSign, SILENCE_DAYS) ? { to: 'withdrawn', reason: 'no_answer' } : undefined
  }
  const { startsOn, endsOn } = facts
  if (!startsOn || !endsOn) return undefined
  const visit = { startsOn, endsOn }
  switch (facts.status) {
    case 'confirmed':
      return { to: 'preparing', reason: 'days_agreed' }
    case 'preparing':
      return today >= startsOn ? { to: 'under_way', reason: 'first_day' } : undefined
    case 'under_way':
      return today > endsOn ? { to: 'evaluating', reason: 'last_day_over' } : undefined
    case 'evaluating':
    case 'summarised':
      if (today <= followUpClosesOn(visit, facts.followUpMonths)) return undefined
      return { to: 'followed_up', reason: facts.status === 'summarised' ? 'follow_up_over' : 'no_summary' }
    case 'followed_up':
      return today > visitClosesOn(visit, facts.followUpMonths) ? { to: 'closed', reason: 'done' } : undefined
    default:
      return undefined
  }
}
