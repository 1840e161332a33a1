// Reads of the evaluations room. Whatever the actor may not know of is not found.
export * from './queries/find-evaluation.server.ts'
export * from './queries/find-feedback.server.ts'
export * from './queries/find-follow-ups.server.ts'
export * from './queries/find-questionnaire.server.ts'
export * from './queries/find-summary.server.ts'
export type { Followed } from './queries/followed.server.ts'
export * from './queries/list-threads.server.ts'
export * from './queries/measures.server.ts'
