// The clock's share of the state machine. Any number of servers may run this at once: of two, one moves.
import { eq, inArray, isNull, max, sql } from 'drizzle-orm'
import { forEachAlone } from '#app/jobs/each-alone.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { dateProposals, visitMoves, visits } from '#db/schema/index.ts'
import { followUpMonthsOf } from '../reference.server.ts'
import { type DueFacts, dueMoves, moves } from '../rules/moves.ts'
import type { VisitStatus } from '../rules/words.ts'
import { moveVisit } from './move-visit.server.ts'

const movedByClock = [...new Set(moves.filter((move) => move.by.includes('clock')).map((move) => move.from))]

/**
 * Makes every move that is due at `ctx.now`, each in its own transaction; a visit that somebody else moves meanwhile is
 * left to them. Returns how many moves were made.
 */
export async function advanceVisits(ctx: Ctx = here()): Promise<number> {
  let made = 0
  await forEachAlone(await readDueFacts(ctx), async ({ id, facts }) => {
    for (const due of dueMoves(facts, ctx.now)) {
      if (!(await moved(ctx, id, due))) break
      made += 1
    }
  })
  return made
}

async function moved(ctx: Ctx, visitId: string, due: { from: VisitStatus; to: VisitStatus; reason: string }): Promise<boolean> {
  try {
    await moveVisit(ctx, { visitId, ...due, actorId: null })
    return true
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'conflict' || error.code === 'not_found')) return false
    throw error
  }
}

async function readDueFacts(ctx: Ctx): Promise<{ id: string; facts: DueFacts }[]> {
  const lastMove = ctx.db
    .select({ visitId: visitMoves.visitId, at: max(visitMoves.at).as('moved_at') })
    .from(visitMoves)
    .groupBy(visitMoves.visitId)
    .as('last_move')
  const lastProposal = ctx.db
    .select({
      visitId: dateProposals.visitId,
      on: max(dateProposals.endsOn).as('proposed_on'),
      at: max(sql<Date>`greatest(${dateProposals.createdAt}, ${dateProposals.markedAt})`)
        .mapWith(dateProposals.createdAt)
        .as('sign_at'),
    })
    .from(dateProposals)
    .where(isNull(dateProposals.retiredAt))
    .groupBy(dateProposals.visitId)
    .as('last_proposal')
  const rows = await ctx.db
    .select({ visit: visits, movedAt: lastMove.at, proposedOn: lastProposal.on, signAt: lastProposal.at })
    .from(visits)
    .leftJoin(lastMove, eq(lastMove.visitId, visits.id))
    .leftJoin(lastProposal, eq(lastProposal.visitId, visits.id))
    .where(inArray(visits.status, movedByClock))
  return rows.map(({ visit, movedAt, proposedOn, signAt }) => ({
    id: visit.id,
    facts: {
      status: visit.status,
      startsOn: visit.startsOn,
      endsOn: visit.endsOn,
      timeZone: visit.timeZone,
      followUpMonths: followUpMonthsOf(visit.kind),
      lastProposedOn: proposedOn,
      lastActivityAt: latest([visit.createdAt, movedAt, signAt]),
    },
  }))
}

function latest(instants: readonly (Date | null)[]): Date {
  return new Date(Math.max(...instants.map((instant) => instant?.getTime() ?? 0)))
}
