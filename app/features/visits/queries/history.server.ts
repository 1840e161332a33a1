// A visit's history as one list: moves, changes, days proposed and marked, people who came and went.
import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#app/kernel/actor.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { dateProposals, users, visitMoves } from '#db/schema/index.ts'
import { canReadInside } from '../policy.ts'
import { findVisitFor } from '../queries.server.ts'
import type { Change, Side, VisitStatus } from '../rules/words.ts'

export type HistoryEntry = { id: string; at: Date; by: string | null } & (
  | { what: 'moved'; from: VisitStatus | null; to: VisitStatus; reason: string }
  | { what: 'changed'; change: Change; before: string; reason: string }
  | { what: 'proposed'; side: Side; count: number }
  | { what: 'marked'; fits: number; count: number }
  | { what: 'joined' | 'left'; name: string; side: Side }
)

/**
 * Who did what, when and why, oldest first. The clock's moves have `by` null and a clock's reason.
 * Those who may only know of the visit read the moves without people's reasons, and not who came and went.
 * @throws not_found
 */
export async function historyOf(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<HistoryEntry[]> {
  const file = await findVisitFor(actor, visitId, ctx)
  const inside = canReadInside(actor, file)
  const entries = await movesOf(visitId, inside, ctx)
  if (inside) {
    entries.push(...(await proposalsOf(visitId, ctx)))
    for (const person of file.participants) {
      const { id, name, side } = person
      if (person.addedAt > file.visit.createdAt) entries.push({ id, at: person.addedAt, by: null, what: 'joined', name, side })
      if (person.leftAt) entries.push({ id: `${id}-left`, at: person.leftAt, by: null, what: 'left', name, side })
    }
  }
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime() || rankOf(a) - rankOf(b))
}

/** Of what happened at the same instant: asking, then its days, then answers, then what followed from them. */
function rankOf(entry: HistoryEntry): number {
  if (entry.what === 'moved') return entry.from === null ? 0 : 3
  return entry.what === 'proposed' ? 1 : entry.what === 'marked' ? 2 : 4
}

async function movesOf(visitId: string, inside: boolean, ctx: Ctx): Promise<HistoryEntry[]> {
  const rows = await ctx.db
    .select({ move: visitMoves, by: users.name })
    .from(visitMoves)
    .leftJoin(users, eq(users.id, visitMoves.actorId))
    .where(eq(visitMoves.visitId, visitId))
    .orderBy(asc(visitMoves.at), asc(visitMoves.position))
  return rows.map(({ move, by }) => {
    const reason = inside || move.actorId === null ? move.reason : ''
    const base = { id: move.id, at: move.at, by, reason }
    if (move.change) return { ...base, what: 'changed' as const, change: move.change, before: move.before }
    return { ...base, what: 'moved' as const, from: move.fromStatus, to: move.toStatus }
  })
}

async function proposalsOf(visitId: string, ctx: Ctx): Promise<HistoryEntry[]> {
  const marker = alias(users, 'marker')
  const rows = await ctx.db
    .select({ proposal: dateProposals, by: users.name, markedByName: marker.name })
    .from(dateProposals)
    .leftJoin(users, eq(users.id, dateProposals.proposedBy))
    .leftJoin(marker, eq(marker.id, dateProposals.markedBy))
    .where(eq(dateProposals.visitId, visitId))
  const proposed = new Map<string, HistoryEntry & { what: 'proposed' }>()
  const marked = new Map<string, HistoryEntry & { what: 'marked' }>()
  for (const { proposal, by, markedByName } of rows) {
    const { id, side, createdAt, markedAt, markedBy, fits } = proposal
    const at = `${side} ${createdAt.getTime()}`
    const known = proposed.get(at)
    if (known) known.count += 1
    else proposed.set(at, { id, at: createdAt, by, what: 'proposed', side, count: 1 })
    if (!markedAt) continue
    const answer = `${markedBy} ${markedAt.getTime()}`
    const entry = marked.get(answer) ?? {
      ...{ id: `${id}-marked`, at: markedAt, by: markedByName },
      ...{ what: 'marked' as const, fits: 0, count: 0 },
    }
    entry.count += 1
    entry.fits += fits ? 1 : 0
    marked.set(answer, entry)
  }
  return [...proposed.values(), ...marked.values()]
}
