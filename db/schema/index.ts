export * from './identity.ts'
export * from './units.ts'
export * from './visits.ts'
