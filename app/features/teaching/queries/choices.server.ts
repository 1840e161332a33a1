// What the form of a session offers: own units, places near them, colleagues, modules, and what the writer learnt themselves.
import { and, arrayOverlaps, asc, desc, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { isHeldAt } from '#app/features/identity/queries/held-now.server.ts'
import { listPathsFor } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { type Actor, homeUnitsOf, type Person, unitRoleKinds } from '#app/kernel/actor.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { type Ctx, here } from '#db/context.server.ts'
import { cascadePeople, roles, teachingLearners, teachingSessions, units, users } from '#db/schema/index.ts'

/** Places in the select; whoever taught somewhere else writes it. */
const mostPlaces = 300

export type Choice = { id: string; name: string; language: string }
export type Colleague = { id: string; name: string; profession: string; unitId: string }

/**
 * What the form of a session can be filled in with: the actor's own units, places near them, colleagues, what they learnt, modules.
 */
export async function listChoicesFor(actor: Person, ctx: Ctx = here()) {
  const homes = await ownUnits(actor, ctx)
  const places = await placesNear(homes, ctx)
  const colleagues = await listColleaguesOf(actor, ctx)
  const learnt = await listLearntFor(actor, ctx)
  return { homes: homes.map(brief), places: places.map(brief), colleagues, learnt, modules: await listModulesFor(actor, ctx) }
}

/** Modules of all paths that the actor reads. `value`: what the form sends. */
export async function listModulesFor(actor: Actor, ctx: Ctx) {
  const paths = await listPathsFor(actor, ctx)
  return paths.flatMap(({ pathId, summary }) =>
    summary.modules.map(({ id, title }) => ({
      ...{ value: `${pathId} ${id}`, pathId, moduleId: id },
      title: title[languageFor(summary.languages, getLocale())],
    })),
  )
}

type Unit = typeof units.$inferSelect

function brief({ id, name, language }: Unit): Choice {
  return { id, name, language }
}

/** Open units where the actor has a role. */
async function ownUnits(actor: Person, ctx: Ctx): Promise<Unit[]> {
  const ids = homeUnitsOf(actor)
  if (ids.length === 0) return []
  return ctx.db
    .select()
    .from(units)
    .where(and(inArray(units.id, ids), isNull(units.closedAt)))
    .orderBy(asc(units.name))
}

/** The own units, what is below them, and what is beside them under the same roof. */
async function placesNear(homes: readonly Unit[], ctx: Ctx): Promise<Unit[]> {
  if (homes.length === 0) return []
  const roofs = homes.map(({ lineage, id }) => lineage.at(-2) ?? id)
  return ctx.db
    .select()
    .from(units)
    .where(
      and(
        isNull(units.closedAt),
        or(
          arrayOverlaps(units.lineage, roofs),
          inArray(
            units.id,
            homes.map(({ id }) => id),
          ),
        ),
      ),
    )
    .orderBy(asc(units.name))
    .limit(mostPlaces)
}

/** Who else has a role at the very units where the actor has one: whom one may name. */
export async function listColleaguesOf(actor: Person, ctx: Ctx = here()): Promise<Colleague[]> {
  const ids = homeUnitsOf(actor)
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select({ id: users.id, name: users.name, profession: users.profession, unitId: roles.unitId })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .where(
      and(
        inArray(roles.unitId, ids),
        inArray(roles.kind, [...unitRoleKinds]),
        isHeldAt(ctx.now),
        isNull(users.suspendedAt),
        ne(users.id, actor.id),
      ),
    )
  const known = new Map(rows.flatMap(({ unitId, ...user }) => (unitId ? [[user.id, { ...user, unitId }]] : [])))
  return [...known.values()]
}

export type Learnt = { id: string; subject: string; language: string; taughtOn: string; teacher: string | null }

/** Sessions in which the actor has confirmed that they learnt: what can be taught on. The latest first. */
export async function listLearntFor(actor: Person, ctx: Ctx = here()): Promise<Learnt[]> {
  const me = ctx.db.select({ id: cascadePeople.id }).from(cascadePeople).where(eq(cascadePeople.userId, actor.id))
  return ctx.db
    .select({
      id: teachingSessions.id,
      subject: teachingSessions.subject,
      language: teachingSessions.language,
      taughtOn: teachingSessions.taughtOn,
      teacher: users.name,
    })
    .from(teachingLearners)
    .innerJoin(teachingSessions, eq(teachingSessions.id, teachingLearners.sessionId))
    .innerJoin(cascadePeople, eq(cascadePeople.id, teachingSessions.teacherId))
    .leftJoin(users, and(eq(users.id, cascadePeople.userId), isNull(users.suspendedAt)))
    .where(and(inArray(teachingLearners.personId, me), isNotNull(teachingLearners.confirmedAt)))
    .orderBy(desc(teachingSessions.taughtOn), desc(teachingSessions.id))
    .limit(100)
}
