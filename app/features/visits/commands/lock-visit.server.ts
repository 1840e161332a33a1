// How every command begins: the visit's row is locked, read as the actor, and compared with what the actor had seen.
import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import { DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { visits } from '#db/schema/index.ts'
import { canReadVisit, coordinatedSide } from '../policy.ts'
import { readFiles } from '../queries/read-files.server.ts'
import type { Side, VisitFile } from '../rules/words.ts'

/**
 * Locks the visit until the transaction ends and gives its file.
 * @throws not_found for those who may not know of it; conflict when it has changed since `version` was read.
 */
export async function lockVisit(actor: Actor, visitId: string, ctx: Ctx, version?: number): Promise<VisitFile> {
  await ctx.db.select({ id: visits.id }).from(visits).where(eq(visits.id, visitId)).for('update')
  const file = found((await readFiles([visitId], ctx))[0])
  hiddenUnless(canReadVisit(actor, file))
  if (version !== undefined && version !== file.visit.version) {
    throw new DomainError('conflict', 'visits_error_changed_meanwhile')
  }
  return file
}

/** The side that the actor coordinates. @throws forbidden for those who only look on or only take part. */
export function coordinating(actor: Actor, file: VisitFile): Side {
  const side = coordinatedSide(actor, file)
  if (!side) throw new DomainError('forbidden', 'visits_error_only_coordinators')
  return side
}

/** Counts a change, so that whoever still looks at the old state is told instead of overwriting. */
export async function countChange(ctx: Ctx, visitId: string): Promise<void> {
  await ctx.db
    .update(visits)
    .set({ version: sql`${visits.version} + 1` })
    .where(eq(visits.id, visitId))
}

/** One more revision of the participants' calendar entry (RFC 5545 SEQUENCE). */
export const nextSequence = sql<number>`${visits.calendarSequence} + 1`

export async function reviseCalendars(ctx: Ctx, visitId: string): Promise<void> {
  await ctx.db.update(visits).set({ calendarSequence: nextSequence }).where(eq(visits.id, visitId))
}
