// The nouns of the preparation room. Table columns take their lists from here, so imports are relative and pure.

export const workFields = ['title', 'aim', 'method', 'status', 'measure', 'struggle'] as const

/** Where an improvement work stands; 'stopped' has the same dignity as 'spread'. */
export const workStatuses = ['idea', 'planned', 'testing', 'introduced', 'spread', 'stopped'] as const
export type WorkStatus = (typeof workStatuses)[number]

/** Brought by the guests from home, or decided on together when the visit is summarised. */
export const workOrigins = ['brought', 'decided'] as const

/** What the group writes. */
const subjects = ['answer', 'goal', 'work'] as const
export type Subject = (typeof subjects)[number]

/** What a proposal can be about: the words, the visit's facts (title, form, size of the group), and who comes along. */
export const proposalSubjects = [...subjects, 'visit', 'person'] as const
export type ProposalSubject = (typeof proposalSubjects)[number]

export const proposalKinds = ['change', 'add', 'withdraw'] as const
export const proposalAnswers = ['accepted', 'declined', 'taken_back'] as const

/** A person's goal with the visit: the red thread from preparation to indicator. */
export type Goal = {
  id: string
  visitId: string
  side: 'host' | 'guest'
  participantId: string | null
  authorName: string
  /** What the author does at work, in own words; '' when not known. */
  authorProfession: string
  text: string
  /** BCP 47: as it was written. */
  language: string
  createdAt: Date
}

/** Improvement work that the guests bring. */
export type ImprovementWork = {
  id: string
  visitId: string
  participantId: string | null
  authorName: string
  authorProfession: string
  title: string
  aim: string
  method: string
  status: WorkStatus | ''
  measure: string
  struggle: string
  language: string
  createdAt: Date
}

/** Improvement work that one side means to try because of the visit. */
export type DecidedWork = {
  id: string
  side: 'host' | 'guest'
  authorName: string
  title: string
  aim: string
  language: string
  createdAt: Date
}

/** What the guests want to change after sending or after the last day. */
export type Proposal = {
  id: string
  visitId: string
  kind: (typeof proposalKinds)[number]
  subject: ProposalSubject
  /** The goal's, work's, visit's or participant's id, or the id of the form's field. */
  subjectId: string
  /** Field → text. */
  before: Record<string, string> | null
  after: Record<string, string> | null
  language: string
  proposedBy: string | null
  proposedByName: string
  proposedAt: Date
  /** Null while it waits. */
  answer: (typeof proposalAnswers)[number] | null
  answeredAt: Date | null
  reason: string
  mayTakeBack: boolean
}

/** What became of one field. `text` and `version` are what stands now; at a conflict that is somebody else's text. */
export type Written = {
  target: string
  outcome: 'saved' | 'unchanged' | 'conflict'
  version: string
  text: string
  /** Who wrote what stands, for a conflict. */
  by: string | null
  at: Date
}

/** One field as the page shows it. `version` is what a write has to begin from; `by` and `at`: who wrote it last. */
export type WrittenField = { text: string; version: string; language: string; by: string | null; at: Date | null }
