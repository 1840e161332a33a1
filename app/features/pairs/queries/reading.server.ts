// Which version somebody reads on the path's pages: the one they walk, the one they ask for, or the newest.
import { eq, inArray } from 'drizzle-orm'
import {
  type Edition,
  findEditionFor,
  listEditionsFor,
  readEdition,
  readPath,
} from '#app/features/paths/queries/library.server.ts'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pairVersionMoves } from '#db/schema/index.ts'
import { canReadInside, invitedAs } from '../policy.ts'
import type { PairFile } from '../rules/pair.ts'
import { listPairsFor } from './pairs.server.ts'

export type Reading = {
  path: LearningPath
  edition: Edition
  /** The newest version that the reader may read; null where all are withdrawn or hidden: then they walk this one. */
  newest: Edition | null
  /** The pair whose version it is; null when it is nobody's, or another was asked for. */
  pair: PairFile | null
  /** The reader's other pairs on this path, also those they are asked to join. */
  others: PairFile[]
}

/**
 * `search`: the page's; `pair` names one of several walks, `version` another version. Who walks reads on what they walk, also
 * when it is withdrawn, and what they have walked before.
 * @throws not_found, gone as findEditionFor
 */
export async function findReadingFor(
  actor: Actor,
  { pathId, search = new URLSearchParams() }: { pathId: string | undefined; search?: URLSearchParams },
  ctx: Ctx = here(),
): Promise<Reading> {
  const version = versionIn(search)
  const pairs = actor.kind === 'person' ? await listPairsFor(actor, { pathId: found(pathId) }, ctx) : []
  const mine = pairs.filter((pair) => canReadInside(actor, pair) && invitedAs(actor, pair) === null)
  const wanted = mine.find((pair) => pair.id === search.get('pair')) ?? mine.find((pair) => !pair.endedAt)
  const pair = [wanted, ...mine].find((one) => one && (version === undefined || one.version === version)) ?? null
  const [newest = null] = await listEditionsFor(actor, found(pathId), ctx)
  const others = pairs.filter((one) => one !== pair)
  if (pair) return { ...(await readWalked(pair, ctx)), newest, pair, others }
  const before = version === undefined ? [] : await versionsWalkedBefore(mine, ctx)
  if (pathId && version !== undefined && before.includes(version)) {
    return { ...(await readWalked({ pathId, version }, ctx)), newest, pair: null, others }
  }
  return { ...(await findEditionFor(actor, { pathId, version }, ctx)), newest, pair: null, others }
}

/** The versions of a path that the actor walks or has walked: they may read those also when they are withdrawn. */
export async function listVersionsWalkedFor(actor: Actor, pathId: string, ctx: Ctx = here()): Promise<number[]> {
  if (actor.kind !== 'person') return []
  const mine = (await listPairsFor(actor, { pathId }, ctx)).filter((pair) => canReadInside(actor, pair))
  return [...new Set([...mine.map((pair) => pair.version), ...(await versionsWalkedBefore(mine, ctx))])]
}

async function readWalked(place: { pathId: string; version: number }, ctx: Ctx) {
  return { path: await readPath(place, ctx), edition: found(await readEdition(place, ctx)) }
}

async function versionsWalkedBefore(pairs: readonly PairFile[], ctx: Ctx): Promise<number[]> {
  if (pairs.length === 0) return []
  const rows = await ctx.db
    .select({ version: pairVersionMoves.fromVersion })
    .from(pairVersionMoves)
    .where(
      inArray(
        pairVersionMoves.pairId,
        pairs.map(({ id }) => id),
      ),
    )
  return rows.map(({ version }) => version)
}

export type VersionMove = { fromVersion: number; toVersion: number; movedBy: string; movedAt: Date }

/** How a pair came to the version it walks, the first move first. Unguarded: for the pair's page. */
export async function readMoves(pairId: string, ctx: Ctx): Promise<VersionMove[]> {
  const { fromVersion, toVersion, movedName, movedAt } = pairVersionMoves
  return ctx.db
    .select({ fromVersion, toVersion, movedBy: movedName, movedAt })
    .from(pairVersionMoves)
    .where(eq(pairVersionMoves.pairId, pairId))
    .orderBy(movedAt)
}

/** The version that an address asks for. */
export function versionIn(search: URLSearchParams): number | undefined {
  const asked = Number(search.get('version') ?? Number.NaN)
  return Number.isInteger(asked) && asked > 0 ? asked : undefined
}
