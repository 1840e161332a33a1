// Before entry: the rules are confirmed in the version that was shown, and the checklist is ticked.
import { and, eq, isNull } from 'drizzle-orm'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { checklistTicks, entryConfirmations } from '#db/schema/index.ts'
import { checklistRolesOf, participantOf } from '../policy.ts'
import { checklistItems, currentRulesVersion } from '../reference.server.ts'
import { isPersonal, tickingRole } from '../rules/checklist.ts'
import { lockVisit } from './lock-visit.server.ts'

/**
 * The actor confirms to have read the rules, in the version that stood on the page.
 * @throws forbidden for those who do not take part; conflict when the rules have changed since the page was shown.
 */
export async function confirmEntryRules(
  actor: Person,
  input: { visitId: string; rulesVersion: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await lockVisit(actor, input.visitId, inner)
    const mine = participantOf(actor, file)
    if (!mine) throw new DomainError('forbidden', 'visits_error_only_participants')
    if (input.rulesVersion !== currentRulesVersion()) throw new DomainError('conflict', 'visits_error_rules_changed')
    await inner.db
      .insert(entryConfirmations)
      .values({ id: newId(), participantId: mine.id, rulesVersion: input.rulesVersion, confirmedAt: inner.now })
      .onConflictDoNothing()
    ring(inner, roomOf.visit(input.visitId), 'people')
  })
}

/**
 * Ticks a line that no room can see for itself, or takes the tick away. A line that each person does is ticked for oneself.
 * @throws not_found for other lines; forbidden for those whom the line does not let tick it.
 */
export async function tickChecklist(
  actor: Person,
  input: { visitId: string; item: string; done: 'yes' | 'no' },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const file = await lockVisit(actor, input.visitId, inner)
    const item = found(checklistItems.find((each) => each.key === input.item && each.tickedBy !== null))
    const role = tickingRole(item, checklistRolesOf(actor, file))
    if (!role) throw new DomainError('forbidden', 'visits_error_not_your_line')
    const participantId = isPersonal(role) ? found(participantOf(actor, file)).id : null
    if (input.done === 'yes') {
      const tick = { visitId: input.visitId, item: item.key, participantId, doneBy: actor.id, doneAt: inner.now }
      await inner.db.insert(checklistTicks).values(tick).onConflictDoNothing()
    } else {
      const whose = participantId ? eq(checklistTicks.participantId, participantId) : isNull(checklistTicks.participantId)
      await inner.db
        .delete(checklistTicks)
        .where(and(eq(checklistTicks.visitId, input.visitId), eq(checklistTicks.item, item.key), whose))
    }
    ring(inner, roomOf.visit(input.visitId), 'visit')
  })
}
