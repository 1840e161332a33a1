// Sessions: who a cookie stands for. The only file that names Lucia; the table holds a hash of the session id, never the id.
import { createHash } from 'node:crypto'
import { and, eq, lte, ne } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { readCookie } from '#app/i18n/language.server.ts'
import { type ActiveRole, type Actor, type Person, visitor } from '#app/kernel/actor.ts'
import { daysLater } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { roles, sessions, users } from '#db/schema/index.ts'
import { isHeldAt } from './queries/held-now.server.ts'
import { isShut } from './shut-accounts.server.ts'

type SessionAttributes = { createdAt: Date; device: string }
type UserAttributes = { person: Person }

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    UserId: string
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

/**
 * Begins a session and answers with the value of its `Set-Cookie` header.
 * @param device the browser's own description, so that the owner recognises the session later
 */
export async function createSession(userId: string, device: string, ctx: Ctx): Promise<string> {
  const lucia = luciaAt(ctx)
  const session = await lucia.createSession(userId, { createdAt: ctx.now, device: device.slice(0, 200) })
  return lucia.createSessionCookie(session.id).serialize()
}

/** Who the cookie stands for now; a visitor when the session is unknown, over, or its owner is suspended. */
export async function actorFromCookie(cookieHeader: string | null | undefined, ctx: Ctx): Promise<Actor> {
  const lucia = luciaAt(ctx)
  const sessionId = sessionIdIn(cookieHeader, lucia)
  if (!sessionId) return visitor
  const { user } = await lucia.validateSession(sessionId)
  return user ? user.person : visitor
}

/** The same without counting it as use: an open tab must not keep a session from ending. */
export async function actorSeenIn(cookieHeader: string | null | undefined, ctx: Ctx): Promise<Actor> {
  const sessionId = sessionIdIn(cookieHeader, luciaAt(ctx))
  if (!sessionId) return visitor
  const [, user] = await adapterAt(ctx, 0).getSessionAndUser(sessionId)
  return user ? user.attributes.person : visitor
}

/** The row that the cookie's session has, or null: which line of the list is "this browser". */
export function sessionKeyOf(cookieHeader: string | null | undefined, ctx: Ctx): string | null {
  const sessionId = sessionIdIn(cookieHeader, luciaAt(ctx))
  return sessionId ? hashed(sessionId) : null
}

/** Ends the cookie's session; answers with the `Set-Cookie` value that empties the cookie. */
export async function endSession(cookieHeader: string | null | undefined, ctx: Ctx): Promise<string> {
  const lucia = luciaAt(ctx)
  const sessionId = sessionIdIn(cookieHeader, lucia)
  if (sessionId) await lucia.invalidateSession(sessionId)
  return lucia.createBlankSessionCookie().serialize()
}

/** Ends the person's sessions, except the one whose row is `keep`. Their sockets are told by the calling command. */
export async function endSessionsOf(userId: string, ctx: Ctx, keep: string | null = null): Promise<void> {
  await ctx.db.delete(sessions).where(and(eq(sessions.userId, userId), keep ? ne(sessions.id, keep) : undefined))
}

/** Ends one session of the person by its row, or nothing when it is somebody else's. */
export async function endSessionByKey(userId: string, key: string, ctx: Ctx): Promise<void> {
  await ctx.db.delete(sessions).where(and(eq(sessions.userId, userId), eq(sessions.id, key)))
}

/** Sessions that ended by themselves before `ctx.now`; nobody can see them any more. */
export async function forgetEndedSessions(ctx: Ctx): Promise<void> {
  await adapterAt(ctx, 0).deleteExpiredSessions()
}

/** Lucia's own reader throws on a cookie with broken escapes, whoever set it; ours sees only what can be a session id. */
function sessionIdIn(cookieHeader: string | null | undefined, lucia: Lucia<SessionAttributes, UserAttributes>): string | null {
  const value = readCookie(cookieHeader, lucia.sessionCookieName)
  return value && /^[a-z0-9]{16,64}$/.test(value) ? value : null
}

/**
 * Lucia reads the machine's clock; the product lives by `ctx.now`. The adapter shifts instants between the two, so that a
 * session ends at the same moment as everything else, also in a test that plays a year through.
 */
function luciaAt(ctx: Ctx): Lucia<SessionAttributes, UserAttributes> {
  const { ORIGIN, SESSION_IDLE_DAYS } = settings()
  const secure = ORIGIN.startsWith('https:')
  return new Lucia(adapterAt(ctx, Date.now() - ctx.now.getTime()), {
    sessionExpiresIn: new TimeSpan(SESSION_IDLE_DAYS, 'd'),
    sessionCookie: {
      name: secure ? '__Host-samlara' : 'samlara',
      expires: false,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: (attributes) => attributes,
    getSessionAttributes: (attributes) => attributes,
  })
}

function adapterAt(ctx: Ctx, shift: number): Adapter {
  const { db, now } = ctx
  const toLucia = (instant: Date) => new Date(instant.getTime() + shift)
  // Lucia reads the clock again for itself, a little later; what is stored is exact.
  const expiresAt = daysLater(now, settings().SESSION_IDLE_DAYS)
  const asLucias = (row: typeof sessions.$inferSelect, id: string): DatabaseSession => ({
    id,
    userId: row.userId,
    expiresAt: toLucia(row.expiresAt),
    attributes: { createdAt: row.createdAt, device: row.device },
  })

  return {
    async getSessionAndUser(sessionId) {
      const rows = await db
        .select({ session: sessions, user: users, role: { kind: roles.kind, unitId: roles.unitId, visitId: roles.visitId } })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .leftJoin(roles, and(eq(roles.userId, users.id), isHeldAt(now)))
        .where(eq(sessions.id, hashed(sessionId)))
      const [first] = rows
      if (!first || first.session.expiresAt <= now || lastInstant(first.session) <= now) return [null, null]
      if (isShut(first.user)) return [null, null]
      const held = rows.map((row) => row.role).filter((role) => role !== null)
      return [asLucias(first.session, sessionId), { id: first.user.id, attributes: { person: personFrom(first.user, held) } }]
    },
    async getUserSessions(userId) {
      const rows = await db.select().from(sessions).where(eq(sessions.userId, userId))
      return rows.map((row) => asLucias(row, row.id))
    },
    async setSession({ id, userId, attributes }) {
      await db.insert(sessions).values({ id: hashed(id), userId, expiresAt, ...attributes })
    },
    async updateSessionExpiration(sessionId) {
      await db
        .update(sessions)
        .set({ expiresAt })
        .where(eq(sessions.id, hashed(sessionId)))
    },
    async deleteSession(sessionId) {
      await db.delete(sessions).where(eq(sessions.id, hashed(sessionId)))
    },
    async deleteUserSessions(userId) {
      await db.delete(sessions).where(eq(sessions.userId, userId))
    },
    async deleteExpiredSessions() {
      await db.delete(sessions).where(lte(sessions.expiresAt, now))
    },
  }
}

/** However busy, a session ends SESSION_MAX_DAYS after sign-in. */
function lastInstant(session: typeof sessions.$inferSelect): Date {
  return daysLater(session.createdAt, settings().SESSION_MAX_DAYS)
}

function personFrom(user: typeof users.$inferSelect, held: readonly ActiveRole[]): Person {
  const { id, name, email, locale, theme } = user
  return { kind: 'person', id, name, email, locale, theme, roles: held }
}

function hashed(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}
