// Seats at the table: rows of people, and the roles that go with them.
import { and, eq, isNull, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { sponsorGuests } from '#app/features/identity/commands/sponsors.server.ts'
import { isHeldAt } from '#app/features/identity/queries/held-now.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { roles, users, visitParticipants } from '#db/schema/index.ts'
import { participantOf } from '../policy.ts'
import { readFiles } from '../queries/read-files.server.ts'
import type { Side, VisitFile } from '../rules/words.ts'

/** Gives somebody who acts for a side from above their own seat there, as coordinator: from now on the others see who answers. */
export async function takeSeat(ctx: Ctx, actor: Person, file: VisitFile, side: Side): Promise<void> {
  if (participantOf(actor, file)) return
  const [user] = await ctx.db.select().from(users).where(eq(users.id, actor.id))
  const unit = side === 'host' ? file.hostUnit.name : (file.guestUnits[0]?.name ?? '')
  const seat = { userId: actor.id, side, name: actor.name, isCoordinator: true, leftAt: null, leftBy: null }
  await ctx.db
    .insert(visitParticipants)
    .values({
      ...seat,
      id: newId(),
      visitId: file.visit.id,
      email: actor.email,
      profession: user?.profession ?? '',
      organisation: unit,
      locale: actor.locale,
      addedBy: actor.id,
      addedAt: ctx.now,
    })
    .onConflictDoUpdate({ target: [visitParticipants.visitId, visitParticipants.email], set: seat })
}

/**
 * The job behind a change of one's account: the seats say the name, profession and address that it has now, so that people are
 * called what they call themselves and nobody invites the same person twice.
 */
export async function followAccount(input: { userId: string }, ctx: Ctx): Promise<void> {
  const [user] = await ctx.db.select().from(users).where(eq(users.id, input.userId))
  if (!user) return
  const { name, profession, email } = user
  const mine = eq(visitParticipants.userId, user.id)
  await ctx.db
    .update(visitParticipants)
    .set({ name, ...(profession ? { profession } : {}) })
    .where(mine)
  const other = alias(visitParticipants, 'other')
  const isFree = notExists(
    ctx.db
      .select({ id: other.id })
      .from(other)
      .where(and(eq(other.visitId, visitParticipants.visitId), eq(other.email, email))),
  )
  await ctx.db.update(visitParticipants).set({ email }).where(and(mine, isFree))
}

/** The person at the host unit who answers for the guests: the first coordinator with an account. */
export function sponsorOf(file: VisitFile): string | null {
  const hosts = file.participants.filter((person) => person.side === 'host' && person.leftAt === null && person.userId)
  return (hosts.find((person) => person.isCoordinator) ?? hosts[0])?.userId ?? null
}

/**
 * Guests who came before there was anybody to answer for them, because they asked, get a sponsor once the hosts have taken
 * their seats; also those whose sponsor (`instead`) has left.
 */
export async function giveSponsor(ctx: Ctx, visitId: string, instead: string | null = null): Promise<void> {
  const [file] = await readFiles([visitId], ctx)
  if (file) await sponsorGuests(ctx, { visitId, sponsorId: sponsorOf(file), instead })
}

/** The account with the address, if its holder has a role now at the unit or above it. */
export async function colleagueWithAddress(ctx: Ctx, email: string, lineage: readonly string[]): Promise<string | undefined> {
  const rows = await ctx.db
    .select({ userId: users.id, unitId: roles.unitId })
    .from(users)
    .innerJoin(roles, eq(roles.userId, users.id))
    .where(and(eq(users.email, email), isNull(users.suspendedAt), isHeldAt(ctx.now)))
  return rows.find((row) => row.unitId !== null && lineage.includes(row.unitId))?.userId
}
