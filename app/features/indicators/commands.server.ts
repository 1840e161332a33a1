// The room's writers, one file each.
export { countBlog } from './commands/count-blog.server.ts'
export { handUpWaiting } from './commands/hand-up.server.ts'
export { type Measured, measureState } from './commands/measure-state.server.ts'
export { recordObservations } from './commands/record-observations.server.ts'
export { reportStatus, withdrawReport } from './commands/report-status.server.ts'
export { setTarget, withdrawTarget } from './commands/set-target.server.ts'
