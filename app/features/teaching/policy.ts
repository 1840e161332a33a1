// Who writes, who signs, who sees whose name. Names are for those who work together; everybody else gets numbers.
import { type Actor, holdsAt, homeUnitsOf, isAdmin, unitRoleKinds } from '#app/kernel/actor.ts'
import { isSignedOff, type SessionFile, waitsForManager } from './rules/session.ts'

const leaders = ['education_lead', 'unit_manager'] as const

function isTeacher(actor: Actor, session: Pick<SessionFile, 'teacher'>): boolean {
  return actor.kind === 'person' && actor.id === session.teacher.userId
}

/** Named by the teacher, or come by the link. */
function tookPart(actor: Actor, session: Pick<SessionFile, 'people'>): boolean {
  return actor.kind === 'person' && session.people.some((one) => one.userId === actor.id)
}

/** Leads the teacher's own unit, or the one where it was held, or something above them: the writer never signs for themselves. */
export function answersFor(actor: Actor, session: Pick<SessionFile, 'teacher' | 'home' | 'unit'>): boolean {
  if (isTeacher(actor, session)) return false
  return [session.home, session.unit].some((place) => place !== null && holdsAt(actor, leaders, place.lineage))
}

/** Managers read what they have been asked to sign or have signed; the rest of the log is the writer's and the learners'. */
export function canReadSession(actor: Actor, session: SessionFile): boolean {
  if (isTeacher(actor, session) || tookPart(actor, session)) return true
  return answersFor(actor, session) && (waitsForManager(session) || session.signedAt !== null)
}

/** Until somebody has stood behind it. */
export function canChangeSession(actor: Actor, session: SessionFile): boolean {
  return isTeacher(actor, session) && !isSignedOff(session)
}

/** One's own thoughts about it, also after it was signed. */
export function canReflect(actor: Actor, session: SessionFile): boolean {
  return isTeacher(actor, session)
}

/** Somebody has to be there who answers for a unit of it. */
export function canAskManager(actor: Actor, session: SessionFile): boolean {
  const hasUnit = session.home !== null || session.unit !== null
  return isTeacher(actor, session) && hasUnit && session.signedAt === null && session.askedAt === null
}

/** Only what was asked for, and only by who leads a unit of it. */
export function canSign(actor: Actor, session: SessionFile): boolean {
  return answersFor(actor, session) && waitsForManager(session)
}

/** The link is the teacher's to hand out and to take back, also when a manager has signed. */
export function canInviteLearners(actor: Actor, session: SessionFile): boolean {
  return isTeacher(actor, session)
}

/** A learner answers once; who has said no may still say yes, who has said yes has said it. */
export function canConfirm(actor: Actor, session: SessionFile): boolean {
  return actor.kind === 'person' && session.people.some((one) => one.userId === actor.id && !one.confirmed)
}

/**
 * What somebody sees of a unit's teaching: 'names' of the teachers they answer for and all counts; 'counts' in steps, for
 * those who work at the unit, above or below it; null: nothing. `homes`: lineages of the units where the actor holds a role.
 */
export function sightOfUnit(
  actor: Actor,
  lineage: readonly string[],
  homes: readonly (readonly string[])[],
): 'names' | 'counts' | null {
  if (isAdmin(actor) || holdsAt(actor, leaders, lineage)) return 'names'
  const unitId = lineage.at(-1)
  const belongs = holdsAt(actor, unitRoleKinds, lineage) || homes.some((home) => unitId !== undefined && home.includes(unitId))
  return belongs ? 'counts' : null
}

/** In a unit's tree: teachers of units that the reader answers for. */
export function namesTeacherInUnit(actor: Actor, lineage: readonly string[] | null): boolean {
  return isAdmin(actor) || (lineage !== null && holdsAt(actor, leaders, lineage))
}

/** Among those one has taught, and in the tree below: oneself, and people of units where the reader has a role. */
export function namesColleague(actor: Actor, person: { userId: string | null; unitId: string | null }): boolean {
  if (actor.kind !== 'person' || person.userId === null) return false
  return actor.id === person.userId || (person.unitId !== null && homeUnitsOf(actor).includes(person.unitId))
}
