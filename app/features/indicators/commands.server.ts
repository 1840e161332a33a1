// The room's writers, one file each.
export { recordObservations } from './commands/record-observations.server.ts'
