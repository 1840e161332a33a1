// Learners say themselves that they took part: as who they are, or as a visitor of whom only the number is kept.
import { and, eq, inArray } from 'drizzle-orm'
import { type Actor, homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { DomainError, found } from '#app/kernel/errors.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { teachingLearners } from '#db/schema/index.ts'
import { canConfirm } from '../policy.ts'
import { findOpenLink, readVisits } from '../queries/links.server.ts'
import { findSessionFor, readSessions } from '../queries/sessions.server.ts'
import { placesLeft } from '../rules/session.ts'
import { lockSession } from './log.server.ts'
import { placesOf } from './people.server.ts'

/** Somebody who was named says yes. Saying it twice is saying it once. */
export async function confirmLearning(actor: Person, { sessionId }: { sessionId: string }, ctx: Ctx = here()): Promise<void> {
  await answering(actor, sessionId, ctx, (tx) => ({ confirmedAt: tx.now, declinedAt: null }))
}

/** Somebody who was named says no: they were not there. @throws conflict for who has said yes */
export async function declineLearning(actor: Person, { sessionId }: { sessionId: string }, ctx: Ctx = here()): Promise<void> {
  await answering(actor, sessionId, ctx, (tx, confirmed) => {
    if (confirmed) throw new DomainError('conflict', 'teaching_error_confirmed_already')
    return { declinedAt: tx.now }
  })
}

async function answering(
  actor: Person,
  sessionId: string,
  ctx: Ctx,
  answer: (tx: Ctx, confirmed: boolean) => { confirmedAt?: Date; declinedAt: Date | null },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockSession(sessionId, tx)
    const session = await findSessionFor(actor, sessionId, tx)
    const me = found(session.people.find((one) => one.userId === actor.id))
    const said = answer(tx, me.confirmed)
    if (!canConfirm(actor, session)) return
    const place = await placesOf(tx, [actor.id])
    const mine = and(eq(teachingLearners.sessionId, sessionId), eq(teachingLearners.personId, place(actor.id)))
    await tx.db.update(teachingLearners).set(said).where(mine)
  })
}

/**
 * By the link or the QR code: who has signed in is there as themselves, others are counted. `id` comes with the page, so that
 * a second press counts once. `before`: what this browser has sent earlier, so that a visitor counts once, and who signs in
 * afterwards is no longer counted as a visitor as well. It need not be signed: whoever invents ids is told that they are
 * counted, or counted less. Who clears the browser or takes another phone can be counted again; nothing is kept by which they
 * could be known, and the number that the teacher stated is the limit.
 * @throws gone for a link that does not work, conflict when all places are taken or for the teacher
 */
export async function confirmByLink(
  actor: Actor,
  { token, id, before = [] }: { token: string; id: string; before?: readonly string[] },
  ctx: Ctx = here(),
): Promise<'confirmed' | 'already'> {
  return transaction(ctx, async (tx) => {
    const { sessionId } = await findOpenLink(token, tx)
    await lockSession(sessionId, tx)
    const session = found((await readSessions([sessionId], tx))[0])
    const person = actor.kind === 'person' ? actor : null
    if (person?.id === session.teacher.userId && person) throw new DomainError('conflict', 'teaching_error_own')
    const mine = person ? session.people.find((one) => one.userId === person.id) : undefined
    if (mine?.confirmed || (await isKnown(id, sessionId, tx))) return 'already'
    const asVisitor = await readVisits(before, sessionId, tx)
    if (!person && asVisitor.length > 0) return 'already'
    if (asVisitor.length > 0) await tx.db.delete(teachingLearners).where(inArray(teachingLearners.id, asVisitor))
    if (!mine?.named && placesLeft(session) + asVisitor.length === 0) throw new DomainError('conflict', 'teaching_error_full')
    const place = person ? await placesOf(tx, [person.id]) : null
    const said = { confirmedAt: tx.now, declinedAt: null }
    const who = person && place ? { personId: place(person.id), unitId: homeUnitsOf(person)[0] ?? null } : {}
    await tx.db
      .insert(teachingLearners)
      .values({ id, sessionId, ...who, ...said })
      .onConflictDoUpdate({ target: [teachingLearners.sessionId, teachingLearners.personId], set: said })
    return 'confirmed'
  })
}

/** The page was sent before. @throws conflict for an id that is something else's */
async function isKnown(id: string, sessionId: string, ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db.select().from(teachingLearners).where(eq(teachingLearners.id, id))
  if (row && row.sessionId !== sessionId) throw new DomainError('conflict')
  return row !== undefined
}
