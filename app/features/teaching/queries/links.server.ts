// Links for learners: what the teacher sees of them, and what their holder sees. Opening one changes nothing.
import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { hashOf } from '#app/features/identity/secrets.server.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { teachingLearners, teachingLinks } from '#db/schema/index.ts'
import { canInviteLearners } from '../policy.ts'
import { confirmedIn, type LinkState, linkState, placesLeft, type SessionFile } from '../rules/session.ts'
import { findSessionFor, readSessions } from './sessions.server.ts'

export type ShownLink = { id: string; createdAt: Date; expiresAt: Date; state: LinkState }

/** The session and its links, the newest first. @throws not_found for anybody but the teacher */
export async function findLinksFor(
  actor: Person,
  sessionId: string,
  ctx: Ctx = here(),
): Promise<{ session: SessionFile; links: ShownLink[] }> {
  const session = await findSessionFor(actor, sessionId, ctx)
  hiddenUnless(canInviteLearners(actor, session))
  const rows = await ctx.db
    .select()
    .from(teachingLinks)
    .where(eq(teachingLinks.sessionId, sessionId))
    .orderBy(desc(teachingLinks.createdAt))
  const links = rows.map(({ id, createdAt, expiresAt, revokedAt }) => {
    return { id, createdAt, expiresAt, state: linkState({ expiresAt, revokedAt }, ctx.now) }
  })
  return { session, links }
}

/** @throws gone for a link that there never was, that was taken back or has run out */
export async function findOpenLink(token: string, ctx: Ctx): Promise<{ sessionId: string; expiresAt: Date }> {
  const [link] = await ctx.db
    .select()
    .from(teachingLinks)
    .where(eq(teachingLinks.tokenHash, hashOf(token)))
  if (!link || linkState(link, ctx.now) === 'revoked') throw new DomainError('gone', 'teaching_error_link_gone')
  if (linkState(link, ctx.now) === 'expired') throw new DomainError('gone', 'teaching_error_link_expired')
  return link
}

export type Attending = {
  session: Pick<SessionFile, 'subject' | 'language' | 'place' | 'taughtOn' | 'learners'> & {
    teacher: string | null
    unit: { name: string; language: string } | null
  }
  confirmed: number
  /** What the reader can do: confirm as themselves or as a visitor, or nothing more. */
  stand: 'open' | 'confirmed' | 'full' | 'own'
  /** To teach it on, for who has confirmed as themselves. */
  sessionId: string | null
  me: string | null
}

/**
 * What somebody who holds the link may know: what it was, whose, when, and how many have confirmed. Nobody else's name.
 * `sent`: what this browser has sent.
 */
export async function findAttending(
  actor: Actor,
  { token, sent }: { token: string; sent: readonly string[] },
  ctx: Ctx = here(),
): Promise<Attending> {
  const { sessionId } = await findOpenLink(token, ctx)
  const session = found((await readSessions([sessionId], ctx))[0])
  const { subject, language, place, taughtOn, learners, teacher, unit } = session
  const person = actor.kind === 'person' ? actor : null
  const mine = person ? session.people.find((one) => one.userId === person.id) : undefined
  return {
    session: {
      ...{ subject, language, place, taughtOn, learners, teacher: teacher.name },
      unit: unit && { name: unit.name, language: unit.language },
    },
    confirmed: confirmedIn(session),
    stand: !person && (await readVisits(sent, sessionId, ctx)).length > 0 ? 'confirmed' : standOf(session, person, mine),
    sessionId: mine?.confirmed ? sessionId : null,
    me: person?.name ?? null,
  }
}

/** Which of these are visitors who have confirmed in this session. Unguarded. */
export async function readVisits(ids: readonly string[], sessionId: string, ctx: Ctx): Promise<string[]> {
  if (ids.length === 0) return []
  const { id, personId, sessionId: session, confirmedAt } = teachingLearners
  const ofSession = and(inArray(id, [...ids]), eq(session, sessionId), isNull(personId), isNotNull(confirmedAt))
  return (await ctx.db.select({ id }).from(teachingLearners).where(ofSession)).map((row) => row.id)
}

function standOf(session: SessionFile, person: Person | null, mine: SessionFile['people'][number] | undefined) {
  if (person && person.id === session.teacher.userId) return 'own'
  if (mine?.confirmed) return 'confirmed'
  return !mine?.named && placesLeft(session) === 0 ? 'full' : 'open'
}
