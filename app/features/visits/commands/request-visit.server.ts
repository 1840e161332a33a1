// How a visit begins: guests ask, or a host invites. The form's id makes a second press the same visit.
import { eq } from 'drizzle-orm'
import { createInvitation } from '#app/features/identity/commands/invitations.server.ts'
import { grantRole } from '#app/features/identity/commands/roles.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { holdsAt, type Person, type RoleKind } from '#app/kernel/actor.ts'
import { allowed, DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { unitProfiles, units, visitGuestUnits, visitMoves, visitParticipants, visits } from '#db/schema/index.ts'
import { canAskForVisit, canInviteTo } from '../policy.ts'
import { readFiles } from '../queries/read-files.server.ts'
import { findVisitFor } from '../queries.server.ts'
import { kindRow } from '../reference.server.ts'
import type { InviteInput, RequestInput } from '../rules/inputs.ts'
import type { Direction } from '../rules/words.ts'
import { insertProposals } from './insert-proposals.server.ts'
import { roleEndOf } from './role-ends.server.ts'
import { takeSeat } from './seats.server.ts'

type Asked = Omit<RequestInput, 'profession'>

const belonging: readonly RoleKind[] = ['unit_manager', 'host_coordinator', 'resource_person', 'supervisor', 'member']

/**
 * A guest side asks to come. The asker becomes the guests' coordinator and guest of the visit.
 * @throws not_found for a unit that is closed; conflict when it does not invite; forbidden for a home unit that is not the actor's.
 */
export async function requestVisit(actor: Person, input: RequestInput, ctx: Ctx = here()): Promise<{ id: string }> {
  allowed(canAskForVisit(actor))
  return transaction(ctx, async (inner) => {
    const host = await findHost(inner, input.hostUnitId)
    if (!host.isOpen) throw new DomainError('conflict', 'visits_error_not_open')
    if (input.guestUnitId) {
      const home = await findUnit(inner, input.guestUnitId)
      allowed(holdsAt(actor, belonging, home.lineage), 'visits_error_not_your_unit')
    }
    if (!(await begin(inner, actor, input, host, 'asked'))) return { id: input.id }
    const [file] = await readFiles([input.id], inner)
    await takeSeat(inner, actor, found(file), 'guest')
    await inner.db
      .update(visitParticipants)
      .set({ profession: input.profession })
      .where(eq(visitParticipants.visitId, input.id))
    const endsAt = await roleEndOf(inner, found(file).visit)
    await grantRole(inner, { userId: actor.id, kind: 'guest', unitId: null, visitId: input.id, endsAt, givenBy: actor.id })
    await enqueue(inner, 'notify', { event: 'visits.requested', visitId: input.id })
    return { id: input.id }
  })
}

/**
 * A host invites guests to the unit. Their contact gets an invitation by mail and becomes the guests' coordinator.
 * @throws not_found, forbidden unless the actor coordinates the host unit.
 */
export async function inviteVisit(actor: Person, input: InviteInput, ctx: Ctx = here()): Promise<{ id: string }> {
  return transaction(ctx, async (inner) => {
    const host = await findHost(inner, input.hostUnitId)
    allowed(canInviteTo(actor, host.lineage), 'visits_error_only_coordinators')
    if (input.contactEmail === actor.email) throw new DomainError('invalid', 'visits_error_contact_is_you')
    if (!(await begin(inner, actor, input, host, 'invited'))) return { id: input.id }
    const file = found((await readFiles([input.id], inner))[0])
    await takeSeat(inner, actor, file, 'host')
    await inner.db.insert(visitParticipants).values({
      id: newId(),
      visitId: input.id,
      side: 'guest',
      name: input.contactName,
      email: input.contactEmail,
      organisation: file.guestUnits[0]?.name ?? '',
      locale: input.contactLocale,
      isCoordinator: true,
      addedBy: actor.id,
      addedAt: inner.now,
    })
    await createInvitation(inner, {
      email: input.contactEmail,
      name: input.contactName,
      locale: input.contactLocale,
      roleKind: 'guest',
      visitId: input.id,
      roleEndsAt: await roleEndOf(inner, file.visit),
      sponsorId: actor.id,
      invitedBy: actor.id,
    })
    await enqueue(inner, 'notify', { event: 'visits.requested', visitId: input.id })
    return { id: input.id }
  })
}

/** Writes the visit with its guests, days and first move; false when the form was sent before. A return visit's first is one the actor knows of. */
async function begin(ctx: Ctx, actor: Person, input: Asked, host: Host, direction: Direction): Promise<boolean> {
  const { id, hostUnitId, kind, title, inquiry, language, groupSize, ranges } = input
  const guests = await guestsFrom(ctx, actor, input, direction)
  if (input.returnOf) await findVisitFor(actor, input.returnOf, ctx)
  const made = await ctx.db
    .insert(visits)
    .values({
      ...{ id, hostUnitId, kind, title, inquiry, language, groupSize, direction },
      form: input.form ?? kindRow(kind).form,
      status: 'asked',
      timeZone: host.timeZone,
      returnOf: input.returnOf ?? null,
      createdBy: actor.id,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: visits.id })
    .returning({ id: visits.id })
  if (made.length === 0) {
    const [known] = await ctx.db.select().from(visits).where(eq(visits.id, id))
    if (known?.createdBy !== actor.id) throw new DomainError('not_found')
    return false
  }
  const rows = guests.map((guest, position) => ({ ...guest, id: newId(), visitId: id, position }))
  await ctx.db.insert(visitGuestUnits).values(rows)
  await insertProposals(ctx, { visitId: id, side: direction === 'asked' ? 'guest' : 'host', actorId: actor.id, ranges })
  const first = { id: newId(), visitId: id, fromStatus: null, toStatus: 'asked' as const, actorId: actor.id, at: ctx.now }
  await ctx.db.insert(visitMoves).values(first)
  return true
}

type Guest = { unitId: string | null; name: string; country: string }

/**
 * The organisations the guests come from, each unit once. Whoever asks comes from one of them: their own unit, or an
 * organisation that is not here.
 */
async function guestsFrom(ctx: Ctx, actor: Person, input: Asked, direction: Direction): Promise<Guest[]> {
  const home = input.guestUnitId ? [{ unitId: input.guestUnitId, name: '', country: '' }] : []
  const guests = new Map<string, Guest>()
  let mine = direction === 'invited'
  for (const { unitId, name, country = '' } of [...home, ...input.organisations]) {
    if (unitId === input.hostUnitId) throw new DomainError('invalid', 'visits_error_own_unit')
    const unit = unitId ? await findUnit(ctx, unitId) : null
    mine ||= unit ? holdsAt(actor, belonging, unit.lineage) : true
    guests.set(unit?.id ?? `${name} ${country}`, {
      unitId: unit?.id ?? null,
      name: unit?.name ?? name,
      country: unit?.country ?? country,
    })
  }
  allowed(mine, 'visits_error_not_your_unit')
  return [...guests.values()]
}

type Host = { lineage: string[]; timeZone: string; isOpen: boolean }

async function findHost(ctx: Ctx, unitId: string): Promise<Host> {
  const [row] = await ctx.db
    .select({ unit: units, profile: unitProfiles })
    .from(units)
    .leftJoin(unitProfiles, eq(unitProfiles.unitId, units.id))
    .where(eq(units.id, unitId))
  const { unit, profile } = found(row)
  hiddenUnless(unit.closedAt === null)
  return { lineage: unit.lineage, timeZone: unit.timeZone, isOpen: profile?.isOpen ?? false }
}

async function findUnit(ctx: Ctx, unitId: string): Promise<typeof units.$inferSelect> {
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  return found(unit?.closedAt ? null : unit)
}
