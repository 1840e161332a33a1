// The nouns of the visits room. Table columns take their lists from here, so imports are relative and pure.
import type { Day } from '../../../kernel/days.ts'
import type { Locale } from '../../../kernel/locales.ts'

export const visitKinds = ['co_learning', 'return_visit', 'management_visit', 'digital_seminar'] as const
export type VisitKind = (typeof visitKinds)[number]

/** The thread's nine steps in order, then the three ways a visit can end early. `asked` also covers invited: see `direction`. */
export const visitStatuses = [
  'asked',
  'in_dialogue',
  'confirmed',
  'preparing',
  'under_way',
  'evaluating',
  'summarised',
  'followed_up',
  'closed',
  'declined',
  'withdrawn',
  'cancelled',
] as const
export type VisitStatus = (typeof visitStatuses)[number]

/** The nine steps that every visit's thread shows. */
export const threadSteps = visitStatuses.slice(0, 9)

export const directions = ['asked', 'invited'] as const
export type Direction = (typeof directions)[number]

export const sides = ['host', 'guest'] as const
export type Side = (typeof sides)[number]

/** What can be changed without a move, and is remembered like one. */
export const changes = ['dates', 'title', 'form'] as const
export type Change = (typeof changes)[number]

export const dayParts = ['full', 'morning', 'afternoon'] as const
export type DayPart = (typeof dayParts)[number]

export const forms = ['on_site', 'digital', 'mixed'] as const
export type VisitForm = (typeof forms)[number]

/** A row of the table `visits`. */
export type Visit = {
  id: string
  kind: VisitKind
  direction: Direction
  title: string
  inquiry: string
  language: string
  form: VisitForm
  hostUnitId: string
  groupSize: number
  status: VisitStatus
  startsOn: Day | null
  endsOn: Day | null
  startPart: DayPart | null
  endPart: DayPart | null
  timeZone: string
  meetingUrl: string
  preparationDueOn: Day | null
  returnOf: string | null
  calendarSequence: number
  version: number
  createdBy: string | null
  createdAt: Date
  isDemo: boolean
}

/** A row of `visit_participants`, also of those who left. `userId` is null until the invitation is accepted. */
export type Participant = {
  id: string
  visitId: string
  userId: string | null
  side: Side
  name: string
  email: string
  profession: string
  organisation: string
  locale: Locale
  isCoordinator: boolean
  addedBy: string | null
  addedAt: Date
  leftAt: Date | null
  leftBy: string | null
}

type HostUnit = { id: string; name: string; lineage: string[]; country: string; language: string; timeZone: string }

/** An organisation that guests come from; `lineage` is empty when it is only a name. */
type GuestUnit = { id: string; unitId: string | null; name: string; country: string; lineage: string[] }

/** All that decisions about one visit need. */
export type VisitFile = { visit: Visit; hostUnit: HostUnit; guestUnits: GuestUnit[]; participants: Participant[] }

/** A seat at the table, as far as rights go. */
export type Seat = Pick<Participant, 'userId' | 'side' | 'isCoordinator' | 'leftAt'>

/** What rights in a visit are decided by: the units that meet and who sits where. A `VisitFile` is one. */
export type Seating<S extends Seat = Seat> = {
  visit: Pick<Visit, 'id'>
  hostUnit: Pick<HostUnit, 'lineage'>
  guestUnits: readonly Pick<GuestUnit, 'lineage'>[]
  participants: readonly S[]
}

/** The side across the table. */
export function otherSide(side: Side): Side {
  return side === 'host' ? 'guest' : 'host'
}

/** The side that began: the guests asked, or the host invited. */
export function askingSide(visit: { direction: Direction }): Side {
  return visit.direction === 'asked' ? 'guest' : 'host'
}

/** The side that has been asked or invited and owes the first answer. */
export function answeringSide(visit: { direction: Direction }): Side {
  return otherSide(askingSide(visit))
}
