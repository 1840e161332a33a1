// Who of a pair still belongs to its unit. Roles end and units close without asking the pairs, so it is asked here.
import { and, inArray, isNull } from 'drizzle-orm'
import { readPeopleNow } from '#app/features/identity/queries.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { learningPairs, units } from '#db/schema/index.ts'
import { belongsToUnit } from '../policy.ts'
import { leaderNow, type PairFile, pairStatus } from '../rules/pair.ts'
import { readPairs } from './pairs.server.ts'

/** Those of the two who are with the pair and no longer belong to its unit. */
export type Missing = { resourcePerson: boolean; leader: boolean }

/** By pair. Unguarded: for queries and letters that have asked who may know. */
export async function readMissing(pairs: readonly PairFile[], ctx: Ctx): Promise<Map<string, Missing>> {
  const ids = pairs.flatMap((pair) => [pair.resourcePerson.id, leaderNow(pair)?.personId ?? '']).filter(Boolean)
  const people = await readPeopleNow(ids, ctx)
  return new Map(
    pairs.map((pair) => {
      const isGone = (personId: string | undefined) => {
        const person = people.find((one) => one.id === personId)
        return personId !== undefined && !(person && belongsToUnit(person, pair.unit.lineage))
      }
      return [pair.id, { resourcePerson: isGone(pair.resourcePerson.id), leader: isGone(leaderNow(pair)?.personId) }]
    }),
  )
}

/** Open pairs that somebody has to decide about: their manager has gone, or their unit has closed. For the clock. */
export async function listPairsAdrift(ctx: Ctx): Promise<{ pair: PairFile; missing: Missing }[]> {
  const open = await ctx.db
    .select({ id: learningPairs.id })
    .from(learningPairs)
    .where(and(isNull(learningPairs.endedAt), isNull(learningPairs.pausedAt)))
  const all = await readPairs(
    open.map((row) => row.id),
    ctx,
  )
  const pairs = all.filter((pair) => pairStatus(pair) === 'under_way')
  const missing = await readMissing(pairs, ctx)
  return pairs
    .map((pair) => ({ pair, missing: missing.get(pair.id) ?? { resourcePerson: false, leader: false } }))
    .filter(({ pair, missing }) => missing.leader || pair.unit.closedAt !== null)
}

/** Where the pair can go from here: open units of the resource person, and whether the manager belongs there too. */
export async function readHomesFor(pair: PairFile, ctx: Ctx) {
  const leaderId = leaderNow(pair)?.personId
  const people = await readPeopleNow([pair.resourcePerson.id, leaderId ?? ''].filter(Boolean), ctx)
  const resource = people.find((one) => one.id === pair.resourcePerson.id)
  const leader = people.find((one) => one.id === leaderId)
  const ids = (resource?.roles ?? []).flatMap((role) => (role.unitId && role.unitId !== pair.unit.id ? [role.unitId] : []))
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select({ id: units.id, name: units.name, lineage: units.lineage })
    .from(units)
    .where(and(inArray(units.id, ids), isNull(units.closedAt)))
  return rows.map((unit) => ({ ...unit, both: leader !== undefined && belongsToUnit(leader, unit.lineage) }))
}
