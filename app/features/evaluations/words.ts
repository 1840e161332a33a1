// The room's words that tables store. Pure, so that rules, pages and the schema share one list.

/** How far a goal was reached, as one side judges it. From most to least: the position is the step on the scale. */
export const judgementScale = ['fully', 'mostly', 'partly', 'not'] as const
export type JudgementLevel = (typeof judgementScale)[number]

/** How far something from the visit has come in practice: the options of FUP03. */
export const progressSteps = ['idea', 'testing', 'implemented', 'measured', 'stopped'] as const
export type ProgressStep = (typeof progressSteps)[number]

/** What the follow-up asks about besides its questions: the two objects of the visit's thread. */
export const followedKinds = ['goal', 'improvement_work'] as const
export type FollowedKind = (typeof followedKinds)[number]

/** Indicators that count visits, not answers: each visit enters the denominator once and the numerator at most once. */
export const visitCounts = ['CL7', 'CL8', 'CL10'] as const
export type VisitCount = (typeof visitCounts)[number]
