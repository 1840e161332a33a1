// The teacher's own hand: writing a session down, changing and deleting it until somebody has stood behind it.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import { homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { teachingLearners, teachingReflections, teachingSessions, units } from '#db/schema/index.ts'
import { canChangeSession, canReflect } from '../policy.ts'
import { listChoicesFor, listColleaguesOf, listLearntFor, listModulesFor } from '../queries/choices.server.ts'
import { findSessionFor } from '../queries/sessions.server.ts'
import { elsewhere, type SessionFile, type SessionInput } from '../rules/session.ts'
import { placesOf } from './people.server.ts'

type Typed = SessionInput & { language: Locale }

/**
 * Writes down what the actor has taught. A second press makes nothing. Named colleagues are asked whether they took part.
 * @throws invalid for a day to come, a unit that is not theirs, somebody who is no colleague, a session they did not learn in
 */
export async function logSession(actor: Person, input: Typed, ctx: Ctx = here()): Promise<string> {
  return transaction(ctx, async (tx) => {
    const facts = await factsOf(actor, input, null, tx)
    const place = await placesOf(tx, [actor.id])
    const made = await tx.db
      .insert(teachingSessions)
      .values({ id: input.id, teacherId: place(actor.id), createdAt: tx.now, ...facts })
      .onConflictDoNothing()
      .returning({ id: teachingSessions.id })
    if (made.length === 0) return (await findOwn(actor, input.id, tx)).id
    await nameLearners(actor, input, [], tx)
    await keepReflection(actor, { ...input, sessionId: input.id }, tx)
    return input.id
  })
}

/**
 * @throws conflict once it is signed off, or when it has been changed since the form was made; not_found for anybody else's
 */
export async function changeSession(actor: Person, input: Typed, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (tx) => {
    const session = await lockOwn(actor, input.id, tx)
    if (session.version !== input.version) throw new DomainError('conflict', 'teaching_error_changed')
    const facts = await factsOf(actor, input, session, tx)
    await tx.db
      .update(teachingSessions)
      .set({ ...facts, version: session.version + 1 })
      .where(eq(teachingSessions.id, session.id))
    const before = session.people.flatMap((one) => (one.named && one.userId ? [one.userId] : []))
    await nameLearners(actor, input, before, tx)
    await keepReflection(actor, { ...input, sessionId: session.id }, tx)
  })
}

/** @throws conflict once it is signed off */
export async function deleteSession(actor: Person, { sessionId }: { sessionId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { id } = await lockOwn(actor, sessionId, tx)
    await tx.db.delete(teachingSessions).where(eq(teachingSessions.id, id))
  })
}

/** The teacher's own thoughts, at any time. An empty text takes them away. */
export async function writeTeachingReflection(
  actor: Person,
  input: { sessionId: string; reflection: string; language: Locale },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    hiddenUnless(canReflect(actor, await findSessionFor(actor, input.sessionId, tx)))
    await keepReflection(actor, input, tx)
  })
}

async function findOwn(actor: Person, sessionId: string, ctx: Ctx): Promise<SessionFile> {
  const session = await findSessionFor(actor, sessionId, ctx)
  return found(session.teacher.userId === actor.id ? session : null)
}

/** Held until the end: nobody signs or confirms what is being changed. */
async function lockOwn(actor: Person, sessionId: string, ctx: Ctx): Promise<SessionFile> {
  await lockSession(sessionId, ctx)
  const session = await findOwn(actor, sessionId, ctx)
  if (!canChangeSession(actor, session)) throw new DomainError('conflict', 'teaching_error_signed_off')
  return session
}

/** One change of a session at a time; one that is not there is not found. */
export async function lockSession(sessionId: string, ctx: Ctx): Promise<void> {
  const session = eq(teachingSessions.id, sessionId)
  found((await ctx.db.select({ id: teachingSessions.id }).from(teachingSessions).where(session).for('update'))[0])
}

async function factsOf(actor: Person, input: Typed, before: SessionFile | null, ctx: Ctx) {
  const { subject, taughtOn, minutes, form, learners, language } = input
  const own = homeUnitsOf(actor)
  const homeUnitId = input.homeUnitId ?? before?.home?.id ?? own[0] ?? null
  const isKept = homeUnitId === before?.home?.id
  if (homeUnitId && !own.includes(homeUnitId) && !isKept) throw new DomainError('invalid', 'teaching_error_unit')
  const unitId = input.where === elsewhere ? null : input.where
  if (unitId && unitId !== before?.unit?.id) {
    const { places } = await listChoicesFor(actor, ctx)
    if (!places.some((place) => place.id === unitId)) throw new DomainError('invalid', 'teaching_error_unit')
  }
  if (taughtOn > dayAt(ctx.now, await zoneOf(homeUnitId, ctx))) throw new DomainError('invalid', 'teaching_error_day')
  const learntFromId = input.learntFromId ?? null
  if (learntFromId && learntFromId !== before?.learntFromId) {
    const learnt = await listLearntFor(actor, ctx)
    if (!learnt.some((one) => one.id === learntFromId)) throw new DomainError('invalid', 'teaching_error_learnt_from')
  }
  const place = unitId ? '' : input.place
  const about = await moduleIn(actor, input.module, before, ctx)
  return { subject, taughtOn, minutes, form, learners, language, homeUnitId, unitId, place, learntFromId, ...about }
}

async function zoneOf(unitId: string | null, ctx: Ctx): Promise<string> {
  if (!unitId) return HOME_ZONE
  const [unit] = await ctx.db.select({ timeZone: units.timeZone }).from(units).where(eq(units.id, unitId))
  return unit?.timeZone ?? HOME_ZONE
}

/** A module that has left its path since stays where it was written. */
async function moduleIn(actor: Person, wanted: string, before: SessionFile | null, ctx: Ctx) {
  if (wanted === '') return { pathId: null, moduleId: null }
  if (before && wanted === `${before.pathId} ${before.moduleId}`) return { pathId: before.pathId, moduleId: before.moduleId }
  const known = (await listModulesFor(actor, ctx)).find((one) => one.value === wanted)
  if (!known) throw new DomainError('invalid', 'teaching_error_module')
  return { pathId: known.pathId, moduleId: known.moduleId }
}

/** Only colleagues can be named; who is no longer named, and has not come, leaves no trace. */
async function nameLearners(
  actor: Person,
  { id: sessionId, named }: Typed,
  before: readonly string[],
  ctx: Ctx,
): Promise<void> {
  const added = named.filter((userId) => !before.includes(userId))
  const gone = before.filter((userId) => !named.includes(userId))
  const place = await placesOf(ctx, [...added, ...gone])
  if (gone.length > 0) {
    const theirs = and(eq(teachingLearners.sessionId, sessionId), inArray(teachingLearners.personId, gone.map(place)))
    await ctx.db.delete(teachingLearners).where(and(theirs, isNull(teachingLearners.confirmedAt)))
  }
  if (added.length === 0) return
  const colleagues = new Map((await listColleaguesOf(actor, ctx)).map((one) => [one.id, one]))
  const rows = added.map((userId) => {
    const colleague = colleagues.get(userId)
    if (!colleague) throw new DomainError('invalid', 'teaching_error_colleague')
    return { id: newId(), sessionId, personId: place(userId), unitId: colleague.unitId, namedAt: ctx.now }
  })
  await ctx.db.insert(teachingLearners).values(rows).onConflictDoNothing()
  for (const personId of added) await enqueue(ctx, 'notify', { event: 'teaching.named', sessionId, personId })
}

async function keepReflection(
  actor: Person,
  { sessionId, reflection: text, language }: { sessionId: string; reflection: string; language: Locale },
  ctx: Ctx,
): Promise<void> {
  if (text === '') {
    await ctx.db.delete(teachingReflections).where(eq(teachingReflections.sessionId, sessionId))
    return
  }
  const said = { personId: actor.id, text, language, updatedAt: ctx.now }
  await ctx.db
    .insert(teachingReflections)
    .values({ sessionId, ...said })
    .onConflictDoUpdate({ target: teachingReflections.sessionId, set: said })
}
