// Reads of single sessions. Whatever the actor may not know of is not found.
import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { isAmong } from '#db/client.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { cascadePeople, teachingLearners, teachingSessions, units, users } from '#db/schema/index.ts'
import { canReadSession } from '../policy.ts'
import type { Learner, Place, SessionFile } from '../rules/session.ts'

/** @throws not_found unless the actor taught, learnt, or is the manager who was asked */
export async function findSessionFor(actor: Actor, sessionId: string, ctx: Ctx = here()): Promise<SessionFile> {
  const session = found((await readSessions([sessionId], ctx))[0])
  return found(canReadSession(actor, session) ? session : null)
}

const homes = alias(units, 'homes')
const signers = alias(users, 'signers')

/** Unguarded, in the order of `sessionIds`: for commands and letters, which ask the policy themselves. */
export async function readSessions(sessionIds: readonly string[], ctx: Ctx): Promise<SessionFile[]> {
  if (sessionIds.length === 0) return []
  const rows = await ctx.db
    .select({ session: teachingSessions, teacher: cascadePeople, user: users, home: homes, unit: units, signer: signers.name })
    .from(teachingSessions)
    .innerJoin(cascadePeople, eq(cascadePeople.id, teachingSessions.teacherId))
    .leftJoin(users, eq(users.id, cascadePeople.userId))
    .leftJoin(homes, eq(homes.id, teachingSessions.homeUnitId))
    .leftJoin(units, eq(units.id, teachingSessions.unitId))
    .leftJoin(signers, eq(signers.id, teachingSessions.signedBy))
    .where(isAmong(teachingSessions.id, sessionIds))
  const learners = await readLearners(sessionIds, ctx)
  const files = rows.map(({ session, user, home, unit, signer }): SessionFile => {
    const { teacherId: _teacher, homeUnitId: _home, unitId: _unit, createdAt: _made, signedBy: _signer, ...facts } = session
    const own = learners.get(session.id) ?? []
    return {
      ...facts,
      teacher: { userId: user?.id ?? null, name: nameOf(user) },
      home: placeOf(home),
      unit: placeOf(unit),
      signedBy: signer,
      people: own.flatMap(({ person }) => person ?? []),
      visitors: own.filter(({ person }) => person === null).length,
    }
  })
  const byId = new Map(files.map((file) => [file.id, file]))
  return sessionIds.flatMap((id) => byId.get(id) ?? [])
}

type Row = { person: Learner | null }

async function readLearners(sessionIds: readonly string[], ctx: Ctx): Promise<Map<string, Row[]>> {
  const rows = await ctx.db
    .select({ learner: teachingLearners, user: users })
    .from(teachingLearners)
    .leftJoin(cascadePeople, eq(cascadePeople.id, teachingLearners.personId))
    .leftJoin(users, eq(users.id, cascadePeople.userId))
    .where(isAmong(teachingLearners.sessionId, sessionIds))
    .orderBy(asc(teachingLearners.confirmedAt), asc(teachingLearners.id))
  const learners = new Map<string, Row[]>()
  for (const { learner, user } of rows) {
    const { personId, unitId, namedAt, confirmedAt, declinedAt } = learner
    const stand = { named: namedAt !== null, confirmed: confirmedAt !== null, declined: declinedAt !== null }
    const person = personId ? { userId: user?.id ?? null, name: nameOf(user), unitId, ...stand } : null
    learners.set(learner.sessionId, [...(learners.get(learner.sessionId) ?? []), { person }])
  }
  return learners
}

/** A suspended account shows no name; its place stays. */
function nameOf(user: { name: string; suspendedAt: Date | null } | null): string | null {
  return user && !user.suspendedAt ? user.name : null
}

function placeOf(unit: Place | null): Place | null {
  if (!unit) return null
  const { id, name, language, lineage, timeZone } = unit
  return { id, name, language, lineage, timeZone }
}
