// A manager stands behind a session, or sends it back with a word about why. The writer asks; nobody signs for themselves.
import { eq } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { teachingSessions } from '#db/schema/index.ts'
import { canAskManager, canSign } from '../policy.ts'
import { findSessionFor } from '../queries/sessions.server.ts'
import type { SessionFile } from '../rules/session.ts'
import { lockSession } from './log.server.ts'

type About = { sessionId: string }

/** Asks those who lead the unit. Pressed twice, they are asked once. */
export async function askForSignature(actor: Person, { sessionId }: About, ctx: Ctx = here()): Promise<void> {
  await changing(actor, sessionId, ctx, async (session, tx) => {
    if (session.askedAt && session.teacher.userId === actor.id) return
    allowed(canAskManager(actor, session), 'teaching_error_not_to_ask')
    await tx.db
      .update(teachingSessions)
      .set({ askedAt: tx.now, returnedAt: null, returnNote: '' })
      .where(eq(teachingSessions.id, sessionId))
    await enqueue(tx, 'notify', { event: 'teaching.asked', sessionId })
  })
}

/**
 * Signs what `version` says.
 * @throws conflict when the writer has changed it since the page was opened, gone when somebody else has answered
 */
export async function signSession(
  actor: Person,
  { sessionId, version }: About & { version: number },
  ctx: Ctx = here(),
): Promise<void> {
  await changing(actor, sessionId, ctx, async (session, tx) => {
    if (!canSign(actor, session)) throw new DomainError('gone', 'teaching_error_answered')
    if (session.version !== version) throw new DomainError('conflict', 'teaching_error_changed')
    await tx.db.update(teachingSessions).set({ signedAt: tx.now, signedBy: actor.id }).where(eq(teachingSessions.id, sessionId))
    await enqueue(tx, 'notify', { event: 'teaching.answered', sessionId })
  })
}

/** Sends it back to the writer, who changes it and asks again, or lets it be. @throws gone when somebody else has answered */
export async function returnSession(
  actor: Person,
  { sessionId, note, language }: About & { note: string; language: Locale },
  ctx: Ctx = here(),
): Promise<void> {
  await changing(actor, sessionId, ctx, async (session, tx) => {
    if (!canSign(actor, session)) throw new DomainError('gone', 'teaching_error_answered')
    await tx.db
      .update(teachingSessions)
      .set({ askedAt: null, returnedAt: tx.now, returnNote: note, returnLanguage: language })
      .where(eq(teachingSessions.id, sessionId))
    await enqueue(tx, 'notify', { event: 'teaching.answered', sessionId })
  })
}

/** One after the other: what two managers press at once is answered by the first. */
async function changing(
  actor: Person,
  sessionId: string,
  ctx: Ctx,
  change: (session: SessionFile, tx: Ctx) => Promise<void>,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockSession(sessionId, tx)
    await change(await findSessionFor(actor, sessionId, tx), tx)
  })
}
