// What the frame around every page asks the rooms.
export { countNeedsFor } from '#app/features/notifications/queries/needs.server.ts'
