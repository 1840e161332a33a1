// Reads of the room, in parts: one unit with its page, offers, the tree.
export * from './queries/offers.server.ts'
export * from './queries/tree.server.ts'
export * from './queries/unit.server.ts'
