// What a side decides to try because of the visit: an improvement work of its own, asked about again in the follow-up.
import { and, eq, isNull } from 'drizzle-orm'
import { sideOf } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { VisitFile } from '#app/features/visits/rules.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { improvementWorks } from '#db/schema/index.ts'
import { authorIn, canDecideWork } from '../policy.ts'
import { readDecidedWorks } from '../queries.server.ts'
import type { DecidedWorkInput } from '../rules.ts'
import { MOST_WORKS } from './store-words.server.ts'

/**
 * Makes an improvement work of the actor's side, linked to the visit. The same id twice makes one.
 * @throws not_found for those who stand on no side; conflict before and after the time for it, and when there are ten
 */
export async function decideWork(
  actor: Person,
  input: DecidedWorkInput & { visitId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await findDecidable(actor, input.visitId, inner)
    const works = await readDecidedWorks(input.visitId, inner)
    if (works.some((work) => work.id === input.id)) return
    if (works.length >= MOST_WORKS) throw new DomainError('conflict', 'preparation_error_many_works', { count: MOST_WORKS })
    const { id, visitId, title, aim, language } = input
    const by = { createdBy: actor.id, createdAt: inner.now, updatedBy: actor.id, updatedAt: inner.now }
    await inner.db
      .insert(improvementWorks)
      .values({
        ...{ id, visitId, title, aim, language, ...by },
        origin: 'decided',
        side: found(sideOf(actor, file)),
        participantId: authorIn(file, actor.id),
        status: 'planned',
        position: works.length,
      })
      .onConflictDoNothing({ target: improvementWorks.id })
    ring(inner, roomOf.visit(visitId), 'summary')
  })
}

/** Takes a work of the own side back; it keeps its row, for what people have said about it. */
export async function withdrawDecidedWork(
  actor: Person,
  input: { visitId: string; workId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await findDecidable(actor, input.visitId, inner)
    const own = and(
      eq(improvementWorks.id, input.workId),
      eq(improvementWorks.visitId, input.visitId),
      eq(improvementWorks.origin, 'decided'),
      eq(improvementWorks.side, found(sideOf(actor, file))),
    )
    found((await inner.db.select({ id: improvementWorks.id }).from(improvementWorks).where(own))[0])
    await inner.db
      .update(improvementWorks)
      .set({ withdrawnAt: inner.now, withdrawnBy: actor.id, updatedBy: actor.id, updatedAt: inner.now })
      .where(and(own, isNull(improvementWorks.withdrawnAt)))
    ring(inner, roomOf.visit(input.visitId), 'summary')
  })
}

async function findDecidable(actor: Person, visitId: string, ctx: Ctx): Promise<VisitFile> {
  const file = await findVisitFor(actor, visitId, ctx)
  found(sideOf(actor, file))
  if (!canDecideWork(actor, file)) throw new DomainError('conflict', 'preparation_error_not_decidable')
  return file
}
