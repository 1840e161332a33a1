// A person's own teaching: the log, what they learnt and may teach on, and one session as its page shows it.
import { desc, eq, inArray } from 'drizzle-orm'
import { homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { addMonths, dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { cascadePeople, teachingReflections, teachingSessions, users } from '#db/schema/index.ts'
import {
  canAskManager,
  canChangeSession,
  canConfirm,
  canInviteLearners,
  canReflect,
  canSign,
  namesColleague,
} from '../policy.ts'
import { confirmedIn, elsewhere, isSignedOff, type SessionFile } from '../rules/session.ts'
import { listLearntFor, listModulesFor } from './choices.server.ts'
import { readLeaders } from './leaders.server.ts'
import { findSessionFor, readSessions } from './sessions.server.ts'
import { listTaughtOf } from './taught.server.ts'

/** Lines of the log on its page. */
const mostLines = 200

/** The own log: what the actor has taught, and what they have learnt from others. */
export async function findLogFor(actor: Person, ctx: Ctx = here()) {
  const rows = await ctx.db
    .select({ id: teachingSessions.id })
    .from(teachingSessions)
    .innerJoin(cascadePeople, eq(cascadePeople.id, teachingSessions.teacherId))
    .where(eq(cascadePeople.userId, actor.id))
    .orderBy(desc(teachingSessions.taughtOn), desc(teachingSessions.id))
    .limit(mostLines)
  const ids = rows.map(({ id }) => id)
  const sessions = await readSessions(ids, ctx)
  const since = addMonths(dayAt(ctx.now, HOME_ZONE), -12)
  const taught = await listTaughtOf([actor.id], since, ctx)
  return {
    lines: sessions.map(lineOf),
    learnt: await listLearntFor(actor, ctx),
    year: {
      since,
      sessions: taught.length,
      minutes: taught.reduce((sum, one) => sum + one.minutes, 0),
      confirmed: taught.reduce((sum, one) => sum + one.confirmed, 0),
    },
  }
}

/** Where the sign-off of a session stands, in one word. */
export type SignOff = 'signed' | 'confirmed' | 'waiting' | 'returned' | 'none'

function signOffOf(session: SessionFile): SignOff {
  if (session.signedAt) return 'signed'
  if (isSignedOff(session)) return 'confirmed'
  if (session.askedAt) return 'waiting'
  return session.returnedAt ? 'returned' : 'none'
}

function lineOf(session: SessionFile) {
  const { id, subject, language, taughtOn, minutes, form, learners, unit, place } = session
  return {
    ...{ id, subject, language, taughtOn, minutes, form, learners, place },
    unit: unit && { name: unit.name, language: unit.language },
    confirmed: confirmedIn(session),
    signOff: signOffOf(session),
  }
}

/** One session as its page shows it to this reader. @throws not_found */
export async function findSessionPageFor(actor: Person, sessionId: string, ctx: Ctx = here()) {
  const session = await findSessionFor(actor, sessionId, ctx)
  const isTeacher = canReflect(actor, session)
  const { home, pathId, moduleId, version, visitors } = session
  const modules = pathId ? await listModulesFor(actor, ctx) : []
  const module = modules.find((one) => one.pathId === pathId && one.moduleId === moduleId) ?? null
  return {
    session: {
      ...lineOf(session),
      ...{ version, visitors, teacher: session.teacher.name },
      home: home && { id: home.id, name: home.name, language: home.language },
      signedBy: session.signedBy,
      signedOn: session.signedAt && dayAt(session.signedAt, HOME_ZONE),
      returned: isTeacher && session.returnedAt ? { note: session.returnNote, language: session.returnLanguage } : null,
    },
    module,
    mine: isTeacher ? await ownPartOf(actor, session, ctx) : null,
    answer: answerOf(actor, session),
    can: {
      change: canChangeSession(actor, session),
      ask: canAskManager(actor, session),
      sign: canSign(actor, session),
      confirm: canConfirm(actor, session),
      invite: canInviteLearners(actor, session),
    },
  }
}

function answerOf(actor: Person, { people }: SessionFile): 'waiting' | 'confirmed' | 'declined' | null {
  const mine = people.find((one) => one.userId === actor.id)
  if (!mine) return null
  if (mine.confirmed) return 'confirmed'
  return mine.declined ? 'declined' : 'waiting'
}

/** What only the teacher sees: their thoughts, where they learnt it, who is asked to sign, and colleagues by name. */
async function ownPartOf(actor: Person, session: SessionFile, ctx: Ctx) {
  const [reflection] = await ctx.db
    .select({ text: teachingReflections.text, language: teachingReflections.language })
    .from(teachingReflections)
    .where(eq(teachingReflections.sessionId, session.id))
  const leaders = (await readLeaders([session], ctx)).get(session.id) ?? []
  const isTheirs = session.home === null || homeUnitsOf(actor).includes(session.home.id)
  const named = isTheirs ? leaders : []
  const names = await ctx.db.select({ name: users.name }).from(users).where(inArray(users.id, named))
  const learnt = await listLearntFor(actor, ctx)
  const shown = session.people.filter((one) => namesColleague(actor, one) && one.name)
  return {
    reflection: reflection ?? null,
    /** Their names are for those who belong to the unit. */
    managers: { count: leaders.length, names: names.map(({ name }) => name) },
    learntFrom: learnt.find((one) => one.id === session.learntFromId) ?? null,
    people: shown.map(({ name, confirmed, declined }) => ({ name: name ?? '', confirmed, declined })),
    /** People by account whose names the teacher does not see: they work elsewhere, or have left. */
    others: session.people.filter((one) => !shown.includes(one) && one.confirmed).length,
  }
}

export type SessionPage = Awaited<ReturnType<typeof findSessionPageFor>>
export type Log = Awaited<ReturnType<typeof findLogFor>>

/** What the form starts from when a session is changed. @throws not_found for anybody but the teacher */
export async function findSessionToChangeFor(actor: Person, sessionId: string, ctx: Ctx = here()) {
  const session = await findSessionFor(actor, sessionId, ctx)
  hiddenUnless(canReflect(actor, session))
  const { reflection } = await ownPartOf(actor, session, ctx)
  const { id, subject, pathId, moduleId, taughtOn, minutes, home, unit, place, form, learners, learntFromId, version } = session
  const named = session.people.filter((one) => one.named && namesColleague(actor, one))
  return {
    open: canChangeSession(actor, session),
    typed: {
      ...{ id, subject, taughtOn, place, form, reflection: reflection?.text ?? '' },
      ...{ minutes: String(minutes), learners: String(learners), version: String(version) },
      module: pathId && moduleId ? `${pathId} ${moduleId}` : '',
      homeUnitId: home?.id,
      where: unit?.id ?? elsewhere,
      learntFromId: learntFromId ?? '',
      named: named.flatMap(({ userId }) => userId ?? []),
    },
  }
}
