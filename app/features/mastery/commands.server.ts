// The room's writers, one file each.
export { askForRatings } from './commands/ask.server.ts'
export { countClosedRatings } from './commands/count.server.ts'
export { handUpRatings } from './commands/hand-up.server.ts'
export { deleteRatings, passRound, saveRating } from './commands/rate.server.ts'
