// Reads of pairs. Whatever the actor may not know of is not found.
import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { listRolesAt } from '#app/features/identity/queries.server.ts'
import { type Actor, homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { isAmong } from '#db/client.server.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { learningPairs, pairLeaders, units, users } from '#db/schema/index.ts'
import { belongsToUnit, canKnowPair } from '../policy.ts'
import type { PairFile } from '../rules/pair.ts'

/** @throws not_found unless the actor is one of the two, or asked to be */
export async function findPairFor(actor: Actor, pairId: string, ctx: Ctx = here()): Promise<PairFile> {
  const pair = found((await once(ctx, `pair ${pairId}`, () => readPairs([pairId], ctx)))[0])
  return found(canKnowPair(actor, pair) ? pair : null)
}

/** The actor's pairs on a path (or on any), those they are asked to join among them; the newest first, ended ones last. */
export async function listPairsFor(actor: Person, filter: { pathId?: string } = {}, ctx: Ctx = here()): Promise<PairFile[]> {
  const pairs = await readPairsNaming(actor.id, ctx)
  const order = (pair: PairFile) => (pair.endedAt ? 0 : Number(pair.startedAt))
  return pairs
    .filter((pair) => canKnowPair(actor, pair) && (!filter.pathId || pair.pathId === filter.pathId))
    .toSorted((a, b) => order(b) - order(a))
}

/**
 * Every pair that the person is or was in, or was ever asked to join. Every page's head asks for them, and most people's are
 * few: one statement, once a request. Unguarded.
 */
export function readPairsNaming(personId: string, ctx: Ctx): Promise<PairFile[]> {
  const asResource = ctx.db
    .select({ id: learningPairs.id })
    .from(learningPairs)
    .where(eq(learningPairs.resourcePersonId, personId))
  const asLeader = ctx.db.select({ id: pairLeaders.pairId }).from(pairLeaders).where(eq(pairLeaders.personId, personId))
  // Two lists and not one condition with "or", which no index answers.
  return once(ctx, `pairs ${personId}`, () => readWhere(inArray(learningPairs.id, asResource.union(asLeader)), ctx))
}

/** Unguarded: for commands and letters, which ask the policy themselves. */
export async function readPairs(pairIds: readonly string[], ctx: Ctx): Promise<PairFile[]> {
  return pairIds.length === 0 ? [] : readWhere(isAmong(learningPairs.id, pairIds), ctx)
}

/** One row for each who was asked to lead a pair, or one for a pair that nobody was. */
async function readWhere(which: SQL, ctx: Ctx): Promise<PairFile[]> {
  const { id, pathId, pathVersion: version, startedBy, startedAt, joinedAt, pausedAt, endedAt } = learningPairs
  const { name, language, lineage, timeZone, closedAt } = units
  const leads = alias(users, 'leads')
  const { personId, invitedAt, declinedAt, openedOn } = pairLeaders
  const rows = await ctx.db
    .select({
      pair: { id, pathId, version, startedBy, startedAt, joinedAt, pausedAt, endedAt },
      unit: { id: units.id, name, language, lineage, timeZone, closedAt },
      resourcePerson: { id: learningPairs.resourcePersonId, name: users.name },
      leader: { personId, invitedAt, joinedAt: pairLeaders.joinedAt, declinedAt, endedAt: pairLeaders.endedAt, openedOn },
      leaderName: leads.name,
    })
    .from(learningPairs)
    .innerJoin(units, eq(units.id, learningPairs.unitId))
    .innerJoin(users, eq(users.id, learningPairs.resourcePersonId))
    .leftJoin(pairLeaders, eq(pairLeaders.pairId, learningPairs.id))
    .leftJoin(leads, eq(leads.id, pairLeaders.personId))
    .where(which)
    // Asked in one instant: who has gone stands before who came after.
    .orderBy(asc(invitedAt), asc(pairLeaders.endedAt), asc(pairLeaders.id))
  const files = new Map<string, PairFile>()
  for (const { pair, unit, resourcePerson, leader, leaderName } of rows) {
    const file = files.get(pair.id) ?? { ...pair, unit, resourcePerson, leaders: [] }
    files.set(pair.id, file)
    if (leader) file.leaders.push({ ...leader, name: leaderName ?? '' })
  }
  return [...files.values()]
}

/** Whoever brought two others together; null for a pair that one of the two started. Unguarded. */
export async function readProposer(pair: PairFile, ctx: Ctx): Promise<string | null> {
  const isOwn = [pair.resourcePerson.id, ...pair.leaders.map((one) => one.personId)].includes(pair.startedBy ?? '')
  if (!pair.startedBy || isOwn) return null
  const [row] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, pair.startedBy))
  return row?.name ?? null
}

export type Colleague = { id: string; name: string; profession: string }

/** Whom one can walk with at the unit: those with a role there, and those who lead it from above. Names only. */
export async function listColleaguesFor(actor: Person, unitId: string, ctx: Ctx = here()) {
  const { lineage, ...unit } = await findUnitToStartAt(actor, unitId, ctx)
  return { unit, colleagues: await readColleagues(lineage, actor.id, ctx) }
}

/** An open unit where the actor can start a walk. @throws not_found */
export async function findUnitToStartAt(actor: Person, unitId: string, ctx: Ctx) {
  const [unit] = await ctx.db
    .select()
    .from(units)
    .where(and(eq(units.id, unitId), isNull(units.closedAt)))
  const { id, name, language, lineage } = found(unit)
  hiddenUnless(belongsToUnit(actor, lineage))
  return { id, name, language, lineage }
}

/** Those with a role at the unit and those who lead it from above, but for one. Unguarded. */
export async function readColleagues(lineage: readonly string[], exceptId: string, ctx: Ctx): Promise<Colleague[]> {
  const held = await listRolesAt(lineage, ctx)
  const known = new Map<string, Colleague>()
  for (const place of lineage.toReversed()) {
    for (const { userId, name, profession, kind } of held.filter(({ unitId }) => unitId === place)) {
      const leads = kind === 'unit_manager' || kind === 'education_lead'
      if (userId !== exceptId && (place === lineage.at(-1) || leads)) known.set(userId, { id: userId, name, profession })
    }
  }
  return [...known.values()]
}

/** The units where the actor can start, closed ones left out. */
export async function listUnitsToStartAt(actor: Person, ctx: Ctx = here()): Promise<{ id: string; name: string }[]> {
  const ids = homeUnitsOf(actor)
  if (ids.length === 0) return []
  return ctx.db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(inArray(units.id, ids), isNull(units.closedAt)))
    .orderBy(asc(units.name))
}
