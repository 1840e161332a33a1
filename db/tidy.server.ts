// Housekeeping of the embedded database, which has no autovacuum: what it does is up to its one process.
import { database } from './client.server.ts'

/**
 * Gives the room of deleted rows back and counts the tables anew, so that plans fit what they hold. PostgreSQL sees to
 * that itself. Everybody else waits meanwhile: for the small hours.
 */
export async function tidy(): Promise<void> {
  if (database().kind === 'pglite') await database().runScript('vacuum analyze')
}
