// A visit as a story: who, what, when. The player (db/seed/play) tells it through the rooms' own commands, step by step in time,
// and stops where the present is; so what state a visit is in follows from its days alone.
import type { Visibility } from '#app/features/blogs/words.ts'
import type { JudgementLevel, ProgressStep } from '#app/features/evaluations/words.ts'
import type { WorkStatus } from '#app/features/preparation/words.ts'
import type { SlotKind } from '#app/features/programme/words.ts'
import type { VisitForm, VisitKind } from '#app/features/visits/rules/words.ts'
import type { PersonKey } from './people.ts'
import type { UnitKey } from './units.ts'

export type Said = { by: PersonKey; text: string }

export type Story = {
  title: string
  /** What the group wants to take part of, in the language of the one who asks. */
  inquiry: string
  host: UnitKey
  /** The first one coordinates. */
  hosts: readonly PersonKey[]
  /** A unit of the demo world; else `organisations` say where the guests come from. */
  from?: UnitKey
  organisations?: readonly { name: string; country: string }[]
  /** The first one asks, or is invited, and coordinates. */
  guests: readonly PersonKey[]
  /** Days from today to the first day; moved to the next Tuesday unless `exact`. */
  starts: number
  exact?: true
  days: number
  kind?: VisitKind
  form?: VisitForm
  meetingUrl?: string
  direction?: 'asked' | 'invited'
  groupSize?: number
  /** Days before the first day when it was asked for; 120 unless told. */
  askedBefore?: number
  /** How the other side answered; agreed after a week unless told. */
  answer?: 'none' | 'other_days' | { declined: string; referrals?: readonly UnitKey[] }
  /** Called off some days before the first day. */
  calledOff?: { by: PersonKey; daysBefore: number; reason: string }
  /** When the guests sent their preparation: in good time unless told. */
  sent?: 'yesterday' | 'no'
  goals?: readonly Said[]
  works?: readonly Work[]
  /** Answers of the preparation form by field. */
  form_answers?: Readonly<Record<string, string>>
  slots?: readonly Slot[]
  /** The guests who have read and confirmed the rules; all of them unless told. */
  confirmed?: readonly PersonKey[]
  posts?: readonly Post[]
  /** Who has answered the questionnaire; nearly everybody unless told. */
  answered?: readonly PersonKey[]
  /** How content people were, 0–1: what the anonymous answers are drawn around. 0.85 unless told. */
  warmth?: number
  judged?: readonly { goal: number; guest?: JudgementLevel; host?: JudgementLevel; words?: string }[]
  /** The summary by question; agreed by both sides unless `agreed` names one or none. */
  summary?: Readonly<Record<string, string>>
  agreed?: 'both' | 'host' | 'none'
  followed?: readonly ProgressStep[]
}

export type Work = {
  by: PersonKey
  title: string
  aim: string
  method: string
  status: WorkStatus
  measure: string
  struggle: string
}

export type Slot = {
  /** 0 is the first day. */
  day: number
  at: `${string}-${string}`
  kind: SlotKind
  title: string
  place?: string
  notes?: string
  host?: PersonKey
  /** Goals by their place in the story. */
  goals?: readonly number[]
  work?: number
}

export type Post = {
  by: PersonKey
  /** Days from the first day, and the time: -6 is a week before, 1 the second day. */
  day: number
  at: string
  title: string
  /** As typed in the plain form: blank lines part paragraphs, `## ` makes a heading, `> ` a quote. */
  text: string
  visibility?: Visibility
  /** The writer looked through it: it only looks as if it were about a patient. */
  lookedThrough?: true
  comments?: readonly (Said & { after: number; replyTo?: number })[]
  /** How many outside readers it had, for public posts. */
  readers?: number
}
