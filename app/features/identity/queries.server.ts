// Reads of the room, in parts: accounts and sessions, roles, invitations.
export * from './queries/accounts.server.ts'
export * from './queries/invitations.server.ts'
export * from './queries/person-now.server.ts'
export * from './queries/roles.server.ts'
