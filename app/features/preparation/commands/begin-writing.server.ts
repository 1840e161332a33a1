// What every write of this room begins with: the visit as the actor sees it, and the preparation locked for this transaction.
import { eq } from 'drizzle-orm'
import { sideOf } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import type { Side, VisitFile } from '#app/features/visits/rules.ts'
import type { Person } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { preparations } from '#db/schema/index.ts'
import type { FormDefinition } from '../definition.ts'
import { currentForm, formOf } from '../forms.server.ts'
import { type PreparationState, preparationState } from '../rules.ts'

export type Desk = {
  file: VisitFile
  side: Side
  preparation: typeof preparations.$inferSelect
  form: FormDefinition
  state: PreparationState
}

/**
 * Opens the preparation when nobody has yet, and holds it until the transaction ends: two writers of one visit take turns,
 * so what is read here is still true when it is written.
 * @throws not_found unless the actor stands on a side of the visit.
 */
export async function beginWriting(actor: Person, visitId: string, ctx: Ctx): Promise<Desk> {
  const file = await findVisitFor(actor, visitId, ctx)
  const side = found(sideOf(actor, file))
  await ctx.db
    .insert(preparations)
    .values({ visitId, formVersion: currentForm().version, openedAt: ctx.now })
    .onConflictDoNothing()
  const rows = await ctx.db.select().from(preparations).where(eq(preparations.visitId, visitId)).for('update')
  const preparation = found(rows[0])
  const facts = { sentAt: preparation.sentAt, dueOn: file.visit.preparationDueOn }
  const state = preparationState(file.visit.status, facts, dayAt(ctx.now, file.visit.timeZone))
  return { file, side, preparation, form: formOf(preparation.formVersion), state }
}

/** @throws conflict with the sentence that says why nothing can be written now. */
export function requireState(state: PreparationState, wanted: PreparationState): void {
  if (state === wanted) return
  const reasons = {
    waiting: 'preparation_error_waiting',
    open: 'preparation_error_open',
    locked: 'preparation_error_locked',
    over: 'preparation_error_over',
  } as const
  throw new DomainError('conflict', reasons[state])
}
