// The laws of a visit, in parts: words, moves, calendar, dates, forms, checklist, next step. All pure; time comes in as a value.
export * from './rules/calendar.ts'
export * from './rules/checklist.ts'
export * from './rules/dates.ts'
export * from './rules/moves.ts'
export * from './rules/next-step.ts'
export * from './rules/reference.ts'
export * from './rules/thread.ts'
export * from './rules/words.ts'
