// Reads of accounts and sessions: one's own, and everybody's for admins.
import { and, desc, eq, gt, ilike, isNull, or } from 'drizzle-orm'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { emailChanges, sessions, users } from '#db/schema/index.ts'
import { canSeePeople } from '../policy.ts'
import { type Proof, proofNeeded } from '../rules.ts'
import { type HeldRole, rolesOf } from './roles.server.ts'

export type MyAccount = {
  email: string
  name: string
  profession: string
  locale: Locale
  theme: 'system' | 'light' | 'dark'
  hasPassword: boolean
  commentMails: 'yes' | 'no'
}

export async function findMyAccount(actor: Person, ctx: Ctx = here()): Promise<MyAccount> {
  const [row] = await ctx.db.select().from(users).where(eq(users.id, actor.id))
  const { email, name, profession, locale, theme, passwordHash, commentMailsOffAt } = found(row)
  const commentMails = commentMailsOffAt ? 'no' : 'yes'
  return { email, name, profession, locale, theme, hasPassword: passwordHash !== null, commentMails }
}

export type MySession = { key: string; device: string; createdAt: Date; expiresAt: Date; isThis: boolean }

/** The actor's living sessions, newest first. `current` is the row of the session that asks. */
export async function listMySessions(actor: Person, current: string | null, ctx: Ctx = here()): Promise<MySession[]> {
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, actor.id), gt(sessions.expiresAt, ctx.now)))
    .orderBy(desc(sessions.createdAt))
  return rows.map(({ id, device, createdAt, expiresAt }) => ({ key: id, device, createdAt, expiresAt, isThis: id === current }))
}

export type EmailDoor = { email: string; proof: Proof }

/** What somebody who wants another address has to show first. `current`: the row of the session that asks. */
export async function findEmailDoor(actor: Person, current: string | null, ctx: Ctx = here()): Promise<EmailDoor> {
  const { email, hasPassword } = await findMyAccount(actor, ctx)
  const mine = await listMySessions(actor, current, ctx)
  const signedInAt = mine.find((session) => session.isThis)?.createdAt ?? null
  return { email, proof: proofNeeded({ hasPassword, signedInAt }, ctx.now) }
}

/** The address that the actor has asked to move to and not confirmed yet, or null. */
export async function findWantedEmail(actor: Person, ctx: Ctx = here()): Promise<string | null> {
  const isOpen = and(eq(emailChanges.userId, actor.id), isNull(emailChanges.usedAt), gt(emailChanges.expiresAt, ctx.now))
  const [row] = await ctx.db.select().from(emailChanges).where(isOpen).orderBy(desc(emailChanges.createdAt)).limit(1)
  return row?.email ?? null
}

export type PersonRow = {
  id: string
  name: string
  email: string
  profession: string
  suspendedAt: Date | null
  createdAt: Date
}

/** People whose name or address contains the text, at most `limit`, newest first. Admins only. */
export async function listPeopleFor(
  actor: Actor,
  filter: { search?: string | undefined; limit?: number },
  ctx: Ctx = here(),
): Promise<PersonRow[]> {
  hiddenUnless(canSeePeople(actor))
  const { id, name, email, profession, suspendedAt, createdAt } = users
  const text = filter.search?.trim()
  const like = text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : undefined
  return ctx.db
    .select({ id, name, email, profession, suspendedAt, createdAt })
    .from(users)
    .where(like ? or(ilike(name, like), ilike(email, like)) : undefined)
    .orderBy(desc(createdAt))
    .limit(filter.limit ?? 50)
}

/** One person with all roles that hold or will hold. Admins only. */
export async function findPersonFor(
  actor: Actor,
  userId: string,
  ctx: Ctx = here(),
): Promise<PersonRow & { locale: Locale; roles: HeldRole[] }> {
  hiddenUnless(canSeePeople(actor))
  const [row] = await ctx.db.select().from(users).where(eq(users.id, userId))
  const { id, name, email, profession, suspendedAt, createdAt, locale } = found(row)
  return { id, name, email, profession, suspendedAt, createdAt, locale, roles: await rolesOf(userId, ctx) }
}
