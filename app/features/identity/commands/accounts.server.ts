// What people do with their own account, and what an admin does with somebody else's.
import { and, eq, isNull, lt } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { daysLater } from '#app/kernel/days.ts'
import { allowed, DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { accessChanged } from '#app/live/bus.server.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { emailChanges, loginTokens, rateLimits, users } from '#db/schema/index.ts'
import { hashPassword, isPassword } from '../passwords.server.ts'
import { canSeePeople, canSuspend } from '../policy.ts'
import type { ProfileInput } from '../rules.ts'
import { endSession, endSessionByKey, endSessionsOf, forgetEndedSessions } from '../sessions.server.ts'
import { isWeakPassword } from '../weak-passwords.server.ts'

/** Makes an account; the caller (an invitation, the command line, the demo) has decided that there may be one. */
export async function createAccount(
  ctx: Ctx,
  account: {
    id?: string
    email: string
    name: string
    locale: Locale
    profession?: string
    password?: string
    isDemo?: boolean
  },
): Promise<{ id: string }> {
  const { id = newId(), password, ...columns } = account
  const passwordHash = password === undefined ? null : await hashPassword(password)
  await ctx.db.insert(users).values({ ...columns, id, passwordHash, createdAt: ctx.now })
  return { id }
}

export async function updateProfile(actor: Person, input: ProfileInput, ctx: Ctx = here()): Promise<void> {
  const { name, profession, locale, theme, commentMails } = input
  const mails = commentMails ? { commentMailsOffAt: commentMails === 'no' ? ctx.now : null } : {}
  await transaction(ctx, async (inner) => {
    await inner.db
      .update(users)
      .set({ name, profession, locale, theme, ...mails })
      .where(eq(users.id, actor.id))
    await enqueue(inner, 'visits.follow_account', { userId: actor.id })
  })
}

/**
 * Sets or changes the password and ends all sessions but the one whose row is `keep`.
 * @throws DomainError invalid when the present password is wrong or the new one is among the first that are tried
 */
export async function changePassword(
  actor: Person,
  input: { current?: string | undefined; password: string; keep: string | null },
  ctx: Ctx = here(),
): Promise<void> {
  const [user] = await ctx.db.select().from(users).where(eq(users.id, actor.id))
  const { passwordHash } = found(user)
  if (passwordHash && !(await isPassword(passwordHash, input.current ?? ''))) {
    throw new DomainError('invalid', 'identity_error_current_password')
  }
  if (await isWeakPassword(input.password, [actor.email, actor.name]))
    throw new DomainError('invalid', 'identity_error_weak_password')
  const newHash = await hashPassword(input.password)
  await transaction(ctx, async (inner) => {
    await inner.db.update(users).set({ passwordHash: newHash }).where(eq(users.id, actor.id))
    await endSessionsOf(actor.id, inner, input.keep)
    await dropLoginTokens(actor.id, inner)
    accessChanged(inner, actor.id)
  })
}

/** Signs out: the session ends on the server and its sockets with it. Answers with the cookie that empties the browser's. */
export async function leave(actor: Actor, input: { cookie: string | null }, ctx: Ctx = here()): Promise<string> {
  return transaction(ctx, async (inner) => {
    const blank = await endSession(input.cookie, inner)
    if (actor.kind === 'person') accessChanged(inner, actor.id)
    return blank
  })
}

/** Ends one of the actor's own sessions; somebody else's key ends nothing. */
export async function endMySession(actor: Person, input: { key: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    await endSessionByKey(actor.id, input.key, inner)
    accessChanged(inner, actor.id)
  })
}

/** Ends all of the actor's sessions but the one whose row is `keep`. */
export async function endMyOtherSessions(actor: Person, input: { keep: string | null }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    await endSessionsOf(actor.id, inner, input.keep)
    accessChanged(inner, actor.id)
  })
}

/** Shuts an account: sessions, links and sockets end at once; what the person wrote stays. */
export async function suspendPerson(actor: Actor, input: { userId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (inner) => {
    await findPerson(actor, input.userId, inner)
    allowed(canSuspend(actor, input.userId), 'identity_error_suspend_self')
    await inner.db.update(users).set({ suspendedAt: inner.now }).where(eq(users.id, input.userId))
    await endSessionsOf(input.userId, inner)
    await dropLoginTokens(input.userId, inner)
    accessChanged(inner, input.userId)
  })
}

/** Opens a shut account again; the person signs in anew, with the roles that still hold. */
export async function restorePerson(actor: Actor, input: { userId: string }, ctx: Ctx = here()): Promise<void> {
  await findPerson(actor, input.userId, ctx)
  await ctx.db.update(users).set({ suspendedAt: null }).where(eq(users.id, input.userId))
}

/** Takes away what nobody can use any more: ended sessions, old links, counters that ran out. */
export async function sweep(ctx: Ctx): Promise<void> {
  await forgetEndedSessions(ctx)
  await ctx.db.delete(loginTokens).where(lt(loginTokens.expiresAt, daysLater(ctx.now, -1)))
  await ctx.db.delete(emailChanges).where(lt(emailChanges.expiresAt, daysLater(ctx.now, -1)))
  await ctx.db.delete(rateLimits).where(lt(rateLimits.expire, ctx.now))
}

async function findPerson(actor: Actor, userId: string, ctx: Ctx): Promise<typeof users.$inferSelect> {
  hiddenUnless(canSeePeople(actor))
  const [user] = await ctx.db.select().from(users).where(eq(users.id, userId))
  return found(user)
}

/** Links and codes that lie unused in a mailbox open nothing any more. */
export async function dropLoginTokens(userId: string, ctx: Ctx): Promise<void> {
  await ctx.db.delete(loginTokens).where(and(eq(loginTokens.userId, userId), isNull(loginTokens.usedAt)))
}
