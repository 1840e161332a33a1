// The room's readers, one file each.
export { verifyRollUp } from './queries/verify-roll-up.server.ts'
