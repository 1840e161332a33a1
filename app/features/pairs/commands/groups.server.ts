// Learning groups: made, joined, left. Whoever is out of one reads nothing there, and what they shared is theirs alone again.
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { findPathFor } from '#app/features/paths/queries/library.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { learningGroupMembers, learningGroups, reflections } from '#db/schema/index.ts'
import { canTendGroup, isAskedToGroup, isInGroup } from '../policy.ts'
import { findGroupFor, listUnitsForGroups, walksAt } from '../queries/groups.server.ts'
import type { GroupFile, groupInput } from '../rules/group.ts'

/** Makes a group with the actor in it. A second press makes nothing. @throws not_found for a unit where they may not */
export async function makeGroup(
  actor: Person,
  { id, pathId, unitId, name, language }: z.output<typeof groupInput> & { language: Locale },
  ctx: Ctx = here(),
): Promise<string> {
  const path = await findPathFor(actor, pathId, ctx)
  const units = await listUnitsForGroups(actor, ctx)
  found(units.find((unit) => unit.id === unitId))
  return transaction(ctx, async (tx) => {
    const made = await tx.db
      .insert(learningGroups)
      .values({ id, pathId: path.id, unitId, name, language, madeBy: actor.id, madeAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: learningGroups.id })
    if (made.length === 0) {
      const [known] = await tx.db.select().from(learningGroups).where(eq(learningGroups.id, id))
      if (known?.madeBy !== actor.id) throw new DomainError('conflict')
      return id
    }
    const first = { id: newId(), groupId: id, personId: actor.id, invitedBy: actor.id, invitedAt: tx.now, joinedAt: tx.now }
    await tx.db.insert(learningGroupMembers).values(first)
    return id
  })
}

/** @throws invalid for somebody who does not walk the path at the unit or below it */
export async function inviteToGroup(
  actor: Person,
  { groupId, personId }: { groupId: string; personId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await changing(actor, groupId, ctx, async (tx, group) => {
    allowed(canTendGroup(actor, group), 'pairs_error_not_now')
    if (!(await walksAt(group, personId, tx))) throw new DomainError('invalid', 'pairs_error_group_person')
    const asked = await tx.db
      .insert(learningGroupMembers)
      .values({ id: newId(), groupId, personId, invitedBy: actor.id, invitedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: learningGroupMembers.id })
    if (asked.length > 0) await enqueue(tx, 'notify', { event: 'pairs.group_invited', groupId, personId })
  })
}

/** Says yes. Who is not asked, or is in it already, changes nothing. */
export async function joinGroup(actor: Person, { groupId }: { groupId: string }, ctx: Ctx = here()): Promise<void> {
  await changing(actor, groupId, ctx, async (tx, group) => {
    if (!isAskedToGroup(actor, group)) return
    await tx.db.update(learningGroupMembers).set({ joinedAt: tx.now }).where(seatOf(groupId, actor.id))
  })
}

/** Says no, or leaves: from then on the actor reads nothing there. */
export async function leaveGroup(actor: Person, { groupId }: { groupId: string }, ctx: Ctx = here()): Promise<void> {
  await changing(actor, groupId, ctx, (tx) => letGo(groupId, actor.id, actor, tx))
}

/** Takes somebody out, or takes an invitation back. @throws not_found for nobody of the group, forbidden */
export async function removeFromGroup(
  actor: Person,
  { groupId, memberId }: { groupId: string; memberId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await changing(actor, groupId, ctx, async (tx, group) => {
    allowed(canTendGroup(actor, group), 'pairs_error_not_now')
    const { personId } = found(group.members.find((one) => one.id === memberId))
    await letGo(groupId, personId, actor, tx)
  })
}

/** For the room's own commands. @throws not_found for a group of another path, forbidden for one that the actor is not in */
export async function mustBeInGroup(
  actor: Person,
  { groupId, pathId }: { groupId: string; pathId: string },
  ctx: Ctx,
): Promise<void> {
  const group = await findGroupFor(actor, groupId, ctx)
  found(group.pathId === pathId || null)
  allowed(isInGroup(actor, group), 'pairs_error_not_now')
}

async function letGo(groupId: string, personId: string, by: Person, ctx: Ctx): Promise<void> {
  await ctx.db.update(learningGroupMembers).set({ endedAt: ctx.now, endedBy: by.id }).where(seatOf(groupId, personId))
  await ctx.db
    .update(reflections)
    .set({ sharedGroupId: null, sharedAt: null })
    .where(and(eq(reflections.personId, personId), eq(reflections.sharedGroupId, groupId)))
}

function seatOf(groupId: string, personId: string) {
  return and(
    eq(learningGroupMembers.groupId, groupId),
    eq(learningGroupMembers.personId, personId),
    isNull(learningGroupMembers.endedAt),
  )
}

/** One change of a group at a time. @throws not_found unless the actor is in it or asked to be */
async function changing(
  actor: Person,
  groupId: string,
  ctx: Ctx,
  change: (tx: Ctx, group: GroupFile) => Promise<unknown>,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    await tx.db.select().from(learningGroups).where(eq(learningGroups.id, groupId)).for('update')
    await change(tx, await findGroupFor(actor, groupId, tx))
  })
}
