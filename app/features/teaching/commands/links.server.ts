// Links by which learners confirm: made on demand, shown once, dead after a month or when taken back.
import { and, eq, isNull } from 'drizzle-orm'
import { hashOf, newToken } from '#app/features/identity/secrets.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { addDays, type Day, dayAt, HOME_ZONE, instantAt } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { teachingLinks } from '#db/schema/index.ts'
import { findLinksFor } from '../queries/links.server.ts'
import { linkDays } from '../rules/session.ts'

/** @returns the token for `/teaching/attend/<token>`, which nobody can be shown again, and the last day on which it works */
export async function makeTeachingLink(
  actor: Person,
  { sessionId }: { sessionId: string },
  ctx: Ctx = here(),
): Promise<{ token: string; lastDay: Day }> {
  return transaction(ctx, async (tx) => {
    const { session } = await findLinksFor(actor, sessionId, tx)
    const token = newToken()
    const zone = (session.home ?? session.unit)?.timeZone ?? HOME_ZONE
    const lastDay = addDays(dayAt(tx.now, zone), linkDays)
    const expiresAt = instantAt(addDays(lastDay, 1), '00:00', zone)
    await tx.db.insert(teachingLinks).values({ id: newId(), sessionId, tokenHash: hashOf(token), createdAt: tx.now, expiresAt })
    return { token, lastDay }
  })
}

/** What was confirmed by it stays confirmed. Taking back what is taken back changes nothing. */
export async function revokeTeachingLink(
  actor: Person,
  { sessionId, linkId }: { sessionId: string; linkId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    await findLinksFor(actor, sessionId, tx)
    const link = and(eq(teachingLinks.id, linkId), eq(teachingLinks.sessionId, sessionId), isNull(teachingLinks.revokedAt))
    await tx.db.update(teachingLinks).set({ revokedAt: tx.now }).where(link)
  })
}
