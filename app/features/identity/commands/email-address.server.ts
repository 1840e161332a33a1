// Another address for an account. It counts when mail has been shown to reach it, by somebody signed in to that account: a
// mistyped address gives a stranger a mail, never an account. From outside a taken address looks like a free one.
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { accessChanged } from '#app/live/bus.server.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { emailChanges, users } from '#db/schema/index.ts'
import { isPassword } from '../passwords.server.ts'
import { findEmailDoor } from '../queries/accounts.server.ts'
import { afterMinutes, loginAttempts, loginMinutes } from '../rules.ts'
import { codeHashOf, hashOf, isSameHash, newCode, newToken } from '../secrets.server.ts'
import { endSessionsOf } from '../sessions.server.ts'
import { dropLoginTokens } from './accounts.server.ts'

type Change = typeof emailChanges.$inferSelect
type Mailed = { changeId: string; token: string; code: string }

/**
 * Asks to move the account to another address. An earlier wish that was not confirmed is forgotten. `session`: the row of the
 * session that asks. Whether the address is taken is found out after the answer, by the job.
 * @throws DomainError invalid for one's own address and a wrong password; forbidden when they have to sign in again first
 */
export async function requestEmailChange(
  actor: Person,
  input: { email: string; current?: string | undefined; session: string | null },
  ctx: Ctx = here(),
): Promise<void> {
  await askForProof(actor, input, ctx)
  if (input.email === actor.email) throw new DomainError('invalid', 'identity_error_email_same')
  const mailed: Mailed = { changeId: newId(), token: newToken(), code: newCode() }
  await transaction(ctx, async (inner) => {
    await inner.db.delete(emailChanges).where(and(eq(emailChanges.userId, actor.id), isNull(emailChanges.usedAt)))
    await inner.db.insert(emailChanges).values({
      id: mailed.changeId,
      userId: actor.id,
      before: actor.email,
      email: input.email,
      tokenHash: hashOf(mailed.token),
      codeHash: codeHashOf(mailed.changeId, mailed.code),
      createdAt: inner.now,
      expiresAt: afterMinutes(inner.now, loginMinutes),
    })
    await enqueue(inner, 'identity.prepare_email_change', mailed)
  })
}

async function askForProof(
  actor: Person,
  input: { current?: string | undefined; session: string | null },
  ctx: Ctx,
): Promise<void> {
  const { proof } = await findEmailDoor(actor, input.session, ctx)
  if (proof === 'none') return
  if (proof === 'signing_in') throw new DomainError('forbidden', 'identity_error_sign_in_again')
  const [user] = await ctx.db.select().from(users).where(eq(users.id, actor.id))
  if (!(await isPassword(user?.passwordHash, input.current ?? ''))) {
    throw new DomainError('invalid', 'identity_error_current_password')
  }
}

/** The job behind `requestEmailChange`: the link to a free address, a word to whoever holds a taken one. */
export async function prepareEmailChange(input: Mailed, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (inner) => {
    const [change] = await inner.db.select().from(emailChanges).where(eq(emailChanges.id, input.changeId))
    if (!change) return
    const holder = await holderOf(change.email, inner)
    if (holder) await enqueue(inner, 'notify', { event: 'identity.email_taken', userId: holder })
    else await enqueue(inner, 'notify', { event: 'identity.email_change', ...input })
  })
}

/**
 * Uses up the link that the new address got. One statement decides, so that of two presses one wins.
 * @throws DomainError gone when it was used, is too old, was somebody else's or never was
 */
export async function confirmEmailByLink(
  actor: Person,
  input: { token: string; session: string | null },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (inner) => {
    const change = await useUp(inner, and(eq(emailChanges.tokenHash, hashOf(input.token)), isOpen(actor, inner)))
    if (!change) throw new DomainError('gone', 'identity_error_email_link')
    await move(inner, change, input.session)
  })
}

/**
 * Uses up the code that the new address got. The try is counted before the code is looked at, so that a hundred guesses at
 * once are still five.
 * @throws DomainError invalid, the same for a wrong code and a dead one
 */
export async function confirmEmailByCode(
  actor: Person,
  input: { code: string; session: string | null },
  ctx: Ctx = here(),
): Promise<void> {
  const tried = await ctx.db
    .update(emailChanges)
    .set({ attempts: sql`${emailChanges.attempts} + 1` })
    .where(and(isOpen(actor, ctx), lt(emailChanges.attempts, loginAttempts)))
    .returning()
  const match = tried.find((row) => isSameHash(row.codeHash, codeHashOf(row.id, input.code)))
  if (!match) throw new DomainError('invalid', 'identity_error_code')
  await transaction(ctx, async (inner) => {
    const change = await useUp(inner, and(eq(emailChanges.id, match.id), isOpen(actor, inner)))
    if (!change) throw new DomainError('invalid', 'identity_error_code')
    await move(inner, change, input.session)
  })
}

function isOpen(actor: Person, { now }: Ctx) {
  return and(eq(emailChanges.userId, actor.id), isNull(emailChanges.usedAt), gt(emailChanges.expiresAt, now))
}

async function useUp(ctx: Ctx, which: ReturnType<typeof and>): Promise<Change | undefined> {
  const [used] = await ctx.db.update(emailChanges).set({ usedAt: ctx.now }).where(which).returning()
  return used
}

/** The account moves: other sessions end, links in the old mailbox open nothing, the old address is told. */
async function move(ctx: Ctx, change: Change, keep: string | null): Promise<void> {
  const { id, userId, email } = change
  // Whoever came first keeps the address; by now the person has shown that they read its mail, so they may know.
  if (await holderOf(email, ctx)) throw new DomainError('gone', 'identity_error_email_taken')
  await ctx.db.update(users).set({ email }).where(eq(users.id, userId))
  await endSessionsOf(userId, ctx, keep)
  await dropLoginTokens(userId, ctx)
  await enqueue(ctx, 'notify', { event: 'identity.email_changed', changeId: id })
  await enqueue(ctx, 'visits.follow_account', { userId })
  accessChanged(ctx, userId)
}

async function holderOf(email: string, ctx: Ctx): Promise<string | undefined> {
  const [holder] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email))
  return holder?.id
}
