// Reads of learning groups. Who is not in one, and is not asked to be, finds nothing of it.
import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { findPathFor, readPath } from '#app/features/paths/queries/library.server.ts'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { type Actor, homeUnitsOf, type Person, unitRoleKinds } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import {
  learningGroupMembers,
  learningGroups,
  learningPairs,
  pairLeaders,
  reflections,
  roles,
  units,
  users,
} from '#db/schema/index.ts'
import { canMakeGroup, canTendGroup, isAskedToGroup, isInGroup } from '../policy.ts'
import { askedMembers, type GroupFile, presentMembers } from '../rules/group.ts'

/** @throws not_found unless the actor is in it, or asked to be */
export async function findGroupFor(actor: Actor, groupId: string, ctx: Ctx = here()): Promise<GroupFile> {
  const group = found(await readGroup(groupId, ctx))
  return found(isInGroup(actor, group) || isAskedToGroup(actor, group) ? group : null)
}

/** Unguarded: for letters, which ask the policy themselves. */
export async function readGroup(groupId: string, ctx: Ctx): Promise<GroupFile | null> {
  return (await readWhere(eq(learningGroups.id, groupId), ctx))[0] ?? null
}

/** The actor's groups, those they are asked to join among them. */
export async function listGroupsFor(actor: Person, ctx: Ctx = here()): Promise<GroupFile[]> {
  const { groupId, personId, endedAt } = learningGroupMembers
  const own = ctx.db
    .select({ groupId })
    .from(learningGroupMembers)
    .where(and(eq(personId, actor.id), isNull(endedAt)))
  return once(ctx, `groups ${actor.id}`, () => readWhere(inArray(learningGroups.id, own), ctx))
}

/** The same for their page: what each is called, how many are in it. */
export async function listMyGroupsFor(actor: Person, ctx: Ctx = here()) {
  return (await listGroupsFor(actor, ctx)).map((group) => ({
    ...{
      id: group.id,
      name: group.name,
      language: group.language,
      unit: { name: group.unit.name, language: group.unit.language },
    },
    asked: isAskedToGroup(actor, group),
    members: presentMembers(group).length,
  }))
}

async function readWhere(which: SQL, ctx: Ctx): Promise<GroupFile[]> {
  const { id, pathId, name, language, madeBy } = learningGroups
  const { personId, invitedAt, joinedAt, endedAt } = learningGroupMembers
  const rows = await ctx.db
    .select({
      group: { id, pathId, name, language, madeBy },
      unit: { id: units.id, name: units.name, language: units.language, lineage: units.lineage },
      member: {
        id: learningGroupMembers.id,
        personId,
        name: users.name,
        invitedAt,
        joinedAt,
        endedAt,
        belongs: belongsAt(ctx),
      },
    })
    .from(learningGroups)
    .innerJoin(units, eq(units.id, learningGroups.unitId))
    .innerJoin(learningGroupMembers, eq(learningGroupMembers.groupId, learningGroups.id))
    .innerJoin(users, eq(users.id, personId))
    .where(which)
    .orderBy(asc(name), asc(users.name))
  const files = new Map<string, GroupFile>()
  for (const { group, unit, member } of rows) {
    const file = files.get(group.id) ?? { ...group, unit, members: [] }
    files.set(group.id, file)
    file.members.push(member)
  }
  return [...files.values()]
}

/** Has the user of the row a role today at the unit of the row or below it, or do they lead it from above? */
function belongsAt(ctx: Ctx) {
  const kinds = (some: readonly string[]) => sql`(${sql.join([...some], sql`, `)})`
  return sql<boolean>`exists (
    select 1 from ${roles} held join ${units} place on place.id = held.unit_id
    where held.user_id = ${users.id} and held.starts_at <= ${ctx.now.toISOString()}::timestamptz
      and (held.ends_at is null or held.ends_at > ${ctx.now.toISOString()}::timestamptz)
      and ((held.kind in ${kinds(unitRoleKinds)} and place.lineage @> array[${units.id}])
        or (held.kind in ${kinds(['education_lead', 'unit_manager'])} and place.id = any(${units.lineage}))))`
}

/** The group's page. To those who are only asked it shows who is in it, and nothing that was written. @throws not_found */
export async function findGroupPageFor(actor: Person, groupId: string, ctx: Ctx = here()) {
  const group = await findGroupFor(actor, groupId, ctx)
  const { id, pathId, name, language, unit } = group
  const present = presentMembers(group)
  const inside = isInGroup(actor, group)
  const tends = canTendGroup(actor, group)
  const named = ({ id, personId, name }: GroupFile['members'][number]) => ({ id, name, me: personId === actor.id })
  return {
    group: { id, pathId, name, language, unit: { id: unit.id, name: unit.name, language: unit.language } },
    inside,
    tends,
    path: inside ? await pathOf(actor, group, ctx) : null,
    members: present.map(named),
    asked: askedMembers(group).map(named),
    toInvite: tends ? await listWalkersAt(group, ctx) : [],
    shared: inside ? await readShared(group, ctx) : [],
  }
}

/** What present members share with the group; of those who have gone nothing is left. */
async function readShared(group: GroupFile, ctx: Ctx) {
  const present = new Map(presentMembers(group).map((one) => [one.personId, one.name]))
  const rows = await ctx.db.select().from(reflections).where(eq(reflections.sharedGroupId, group.id))
  return rows.flatMap(({ personId, moduleId, text, language }) => {
    const by = present.get(personId)
    return by === undefined ? [] : [{ moduleId, text, language, by }]
  })
}

/** For the titles of modules: the newest version that somebody of the group walks, else the newest there is for the reader. */
async function pathOf(actor: Person, group: GroupFile, ctx: Ctx): Promise<LearningPath> {
  const people = presentMembers(group).map((one) => one.personId)
  const [row] = await ctx.db
    .select({ version: sql<number | null>`max(${learningPairs.pathVersion})::int` })
    .from(learningPairs)
    .where(and(eq(learningPairs.pathId, group.pathId), inArray(learningPairs.resourcePersonId, people)))
  return row?.version ? readPath({ pathId: group.pathId, version: row.version }, ctx) : findPathFor(actor, group.pathId, ctx)
}

/** Who belongs to the unit, walks the path there or below it, and is neither in the group nor asked: by name. */
async function listWalkersAt(group: GroupFile, ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const walking = ctx.db
    .select({ id: learningPairs.id, resourcePersonId: learningPairs.resourcePersonId })
    .from(learningPairs)
    .innerJoin(units, eq(units.id, learningPairs.unitId))
    .where(
      and(
        eq(learningPairs.pathId, group.pathId),
        isNull(learningPairs.endedAt),
        sql`${units.lineage} @> array[${group.unit.id}::uuid]`,
      ),
    )
    .as('walking')
  const rows = await ctx.db
    .selectDistinct({ id: users.id, name: users.name })
    .from(walking)
    .leftJoin(
      pairLeaders,
      and(eq(pairLeaders.pairId, walking.id), isNull(pairLeaders.endedAt), sql`${pairLeaders.joinedAt} is not null`),
    )
    .innerJoin(users, sql`${users.id} in (${walking.resourcePersonId}, ${pairLeaders.personId})`)
    .innerJoin(units, eq(units.id, group.unit.id))
    .where(and(isNull(users.suspendedAt), belongsAt(ctx)))
    .orderBy(asc(users.name))
  const taken = new Set([...presentMembers(group), ...askedMembers(group)].map((one) => one.personId))
  return rows.filter((one) => !taken.has(one.id))
}

/** May this person be asked to the group: they walk the path there. Unguarded: for commands. */
export async function walksAt(group: GroupFile, personId: string, ctx: Ctx): Promise<boolean> {
  return (await listWalkersAt(group, ctx)).some((one) => one.id === personId)
}

/** Where the actor can make a group, closed units left out. */
export async function listUnitsForGroups(actor: Person, ctx: Ctx = here()): Promise<{ id: string; name: string }[]> {
  const ids = homeUnitsOf(actor)
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select({ id: units.id, name: units.name, lineage: units.lineage })
    .from(units)
    .where(and(inArray(units.id, ids), isNull(units.closedAt)))
    .orderBy(asc(units.name))
  return rows.filter((unit) => canMakeGroup(actor, unit.lineage)).map(({ id, name }) => ({ id, name }))
}
