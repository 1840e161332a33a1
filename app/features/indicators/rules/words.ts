// The nouns of the indicators room. Table columns take their lists from here, so imports are relative and pure.
import type { Day } from '../../../kernel/days.ts'

/** `main` decides the status; `leading` and `supporting` are shown beside it, labelled as such, and never enter it. */
export const strands = ['main', 'leading', 'supporting'] as const
export type Strand = (typeof strands)[number]

/** Who an answer comes from, or which register a count comes from. Groups are shown side by side. */
export const respondentGroups = [
  'guest',
  'host',
  'student',
  'pupil',
  'training_position',
  'supervisor',
  'unit_manager',
  'resource_person',
  'leader',
  'employee',
  'hr_registry',
  'director_of_studies',
  'hr',
  'university',
  'administration_management',
  'education_office',
  'region_management',
  'external_reviewer',
  'system',
] as const
export type RespondentGroup = (typeof respondentGroups)[number]

/** How far something has come that is in place or not; the last two reach the goal. */
export const statusLevels = ['not_started', 'planned', 'under_way', 'in_place', 'followed_up'] as const
/** What an external reviewer found; only the first reaches the goal. */
export const judgements = ['good', 'partly', 'remarks'] as const
export const reportLevels = [...statusLevels, ...judgements] as const
export type ReportLevel = (typeof reportLevels)[number]

export const comparators = ['>', '>=', '<', '<='] as const
export type Comparator = (typeof comparators)[number]

/** A share as two integers; a status is decided on these, never on a decimal number. */
export type Counts = { numerator: number; denominator: number }

/** Counts with the number of people (or things) they come from. */
export type Tally = Counts & { answers: number }

/** A limit as an exact fraction: over 85 % is `{ comparator: '>', numerator: 85, denominator: 100 }`. */
export type Target = Counts & { comparator: Comparator }

/**
 * What a room tells the store, inside the transaction in which it became true.
 * `numerator` of a net score is promoters minus detractors and may be negative. `answers` is the number of people behind the
 * observation and is given when it differs from the denominator. `part` is the question, where several feed one indicator.
 */
export type Observation = {
  indicatorId: string
  strand: Strand
  unitId: string
  group: RespondentGroup
  day: Day
  numerator: number
  denominator: number
  answers?: number
  part?: string
}

/** How many answers to the same question waited to be shown before this observation: 0 also when they were handed up. */
export type Taken = {
  indicatorId: string
  strand: Strand
  unitId: string
  group: RespondentGroup
  part: string
  waited: number
}
