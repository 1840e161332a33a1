// The ways in: password, link in a mail, code in a mail. An unknown address gets the same answer after the same work.
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { loginTokens, users } from '#db/schema/index.ts'
import { isPassword } from '../passwords.server.ts'
import { afterMinutes, loginAttempts, loginMinutes } from '../rules.ts'
import { codeHashOf, hashOf, isSameHash, newCode, newToken } from '../secrets.server.ts'
import { isShut } from '../shut-accounts.server.ts'

export type SignedIn = { userId: string; locale: Locale }

/** @throws DomainError invalid, the same for an unknown address, a wrong password, an account without one and a suspended one */
export async function signInWithPassword(input: { email: string; password: string }, ctx: Ctx = here()): Promise<SignedIn> {
  const user = await userWithAddress(input.email, ctx)
  const fits = await isPassword(user?.passwordHash, input.password)
  if (!user || !fits || isShut(user)) throw new DomainError('invalid', 'identity_error_sign_in')
  return { userId: user.id, locale: user.locale }
}

/** Asks for a mail with a link and a code. Whether there is an account is found out after the answer, by the job. */
export async function requestLoginLink(input: { email: string; to?: string | undefined }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, (inner) => enqueue(inner, 'identity.prepare_login_link', input))
}

/** The job behind `requestLoginLink`: nothing happens for an unknown address or a suspended account. */
export async function prepareLoginLink(input: { email: string; to?: string | undefined }, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (inner) => {
    const user = await userWithAddress(input.email, inner)
    if (!user || isShut(user)) return
    const { token, code } = await makeLoginToken(user.id, inner)
    const to = input.to ? { to: input.to } : {}
    await enqueue(inner, 'notify', { event: 'identity.login_link', userId: user.id, token, code, ...to })
  })
}

/** A link for somebody who cannot get mail yet: the first admin, from the command line. The token is shown once. */
export async function makeLoginToken(
  userId: string,
  ctx: Ctx,
  minutes = loginMinutes,
): Promise<{ token: string; code: string }> {
  const id = newId()
  const token = newToken()
  const code = newCode()
  await ctx.db.insert(loginTokens).values({
    id,
    userId,
    tokenHash: hashOf(token),
    codeHash: codeHashOf(id, code),
    createdAt: ctx.now,
    expiresAt: afterMinutes(ctx.now, minutes),
  })
  return { token, code }
}

/**
 * Uses up the link. One statement decides, so that of two presses one wins.
 * @throws DomainError gone when it was used, is too old or never was
 */
export async function consumeLoginLink(input: { token: string }, ctx: Ctx = here()): Promise<SignedIn> {
  return transaction(ctx, async ({ db, now }) => {
    const isLive = and(isNull(loginTokens.usedAt), gt(loginTokens.expiresAt, now))
    const [used] = await db
      .update(loginTokens)
      .set({ usedAt: now })
      .where(and(eq(loginTokens.tokenHash, hashOf(input.token)), isLive))
      .returning()
    if (!used) throw new DomainError('gone', 'identity_error_link_used')
    return activeUser(used.userId, { ...ctx, db })
  })
}

/**
 * Uses up a code. The try is counted on the row before the code is looked at, so that a hundred guesses at once are still five.
 * @throws DomainError invalid, the same for a wrong code, a dead one and an unknown address
 */
export async function consumeLoginCode(input: { email: string; code: string }, ctx: Ctx = here()): Promise<SignedIn> {
  const { db, now } = ctx
  const user = await userWithAddress(input.email, ctx)
  const isLive = and(isNull(loginTokens.usedAt), gt(loginTokens.expiresAt, now), lt(loginTokens.attempts, loginAttempts))
  const tried = await db
    .update(loginTokens)
    .set({ attempts: sql`${loginTokens.attempts} + 1` })
    .where(and(eq(loginTokens.userId, user?.id ?? newId()), isLive))
    .returning()
  const match = tried.find((row) => isSameHash(row.codeHash, codeHashOf(row.id, input.code)))
  if (!match) throw new DomainError('invalid', 'identity_error_code')
  const used = await db
    .update(loginTokens)
    .set({ usedAt: now })
    .where(and(eq(loginTokens.id, match.id), isNull(loginTokens.usedAt)))
    .returning()
  if (used.length === 0) throw new DomainError('invalid', 'identity_error_code')
  return activeUser(match.userId, ctx)
}

async function activeUser(userId: string, ctx: Ctx): Promise<SignedIn> {
  const [user] = await ctx.db.select().from(users).where(eq(users.id, userId))
  if (!user || isShut(user)) throw new DomainError('gone', 'identity_error_link_used')
  return { userId, locale: user.locale }
}

async function userWithAddress(email: string, ctx: Ctx): Promise<typeof users.$inferSelect | undefined> {
  const [user] = await ctx.db.select().from(users).where(eq(users.email, email))
  return user
}
