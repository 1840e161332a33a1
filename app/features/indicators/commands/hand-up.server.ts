// Answers that found no company at their own unit are counted one level up, so that they are not lost to those who steer.
import { sql } from 'drizzle-orm'
import { utcDay } from '#app/kernel/days.ts'
import { rowsOf } from '#db/client.server.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { longestWait } from '../rules/cuts.ts'
import { type Quarter, quarterOf } from '../rules/periods.ts'
import { firstOpenQuarter } from '../rules/states.ts'
import { poolClosedStates } from './pool-states.server.ts'
import { settle } from './settle.server.ts'
import { type Stream, takeWaiting } from './take-waiting.server.ts'

type Move = Stream & { toUnitId: string; fromUnitIds: string[] }

/** States have a way of their own: commands/pool-states.server.ts. */
const isAnswers = sql`c.part not like 'state:%' and c.part not like 'pool:%'`

/**
 * For the clock, once a day. Two things happen to answers that wait from quarters that are over:
 * a unit above which has shown nothing for a year shows what waits below it, together, if that is enough people;
 * and what has waited for two years goes one level up, to wait there.
 * Both only ever make steps of answers that have never been shown. States of closed quarters do not wait for years.
 */
export async function handUpWaiting(ctx: Ctx): Promise<void> {
  const today = utcDay(ctx.now)
  const running = quarterOf(today)
  await poolClosedStates(ctx, firstOpenQuarter(today))
  for (const move of await listLongWaiting(ctx, running)) await handUp(ctx, move, running)
  // Deepest first, one at a time: what an area shows, its region shows too, and then no longer needs.
  for (let next = await listSilentAbove(ctx, running); next.length > 0; next = await listSilentAbove(ctx, running)) {
    for (const move of next) await handUp(ctx, move, running)
  }
}

/** What has waited for `longestWait` quarters, by the unit above it; at the top of a tree it waits on. */
async function listLongWaiting(ctx: Ctx, running: Quarter): Promise<Move[]> {
  return rowsOf<Move>(
    await ctx.db.execute(sql`
      select c.indicator_id as "indicatorId", c.strand, c.respondent_group as "group", c.part, u.parent_id as "toUnitId",
        array_agg(c.unit_id::text) as "fromUnitIds"
      from observation_cuts c join units u on u.id = c.unit_id
      where c.answers > c.shown_answers and c.waits_since <= ${running - longestWait} and u.parent_id is not null
        and ${isAnswers}
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`),
  )
}

/**
 * The deepest unit that has shown nothing of an indicator for a year while enough people's answers to a question wait at it
 * and below it: one move for each such question, or none.
 */
async function listSilentAbove(ctx: Ctx, running: Quarter): Promise<Move[]> {
  const silent = rowsOf<Move>(
    await ctx.db.execute(sql`
      select c.indicator_id as "indicatorId", c.strand, c.respondent_group as "group", c.part, node.id as "toUnitId",
        array_agg(c.unit_id::text) as "fromUnitIds"
      from observation_cuts c join units u on u.id = c.unit_id
        cross join lateral unnest(u.lineage) with ordinality as node (id, place)
      where c.answers > c.shown_answers and c.waits_since < ${running} and ${isAnswers} and not exists (
        select 1 from observations o where o.unit_id = node.id and o.indicator_id = c.indicator_id and o.strand = c.strand
          and o.respondent_group = c.respondent_group and o.quarter >= ${running - 4} and o.shown_answers > 0)
      group by c.indicator_id, c.strand, c.respondent_group, c.part, node.id, node.place
      having sum(c.answers - c.shown_answers) >= max(c.least)
      order by node.place desc, node.id, c.indicator_id, c.strand, c.respondent_group, c.part`),
  )
  const [first] = silent
  const isSameStream = (move: Move) =>
    move.toUnitId === first?.toUnitId &&
    move.indicatorId === first.indicatorId &&
    move.strand === first.strand &&
    move.group === first.group
  return silent.filter(isSameStream)
}

/** Takes what waits at the units and lets it wait, or show, at the unit above; dated in the last quarter that is over. */
async function handUp(outer: Ctx, move: Move, running: Quarter): Promise<void> {
  await transaction(outer, async (ctx) => {
    const { toUnitId, fromUnitIds, ...stream } = move
    const below = fromUnitIds.filter((unitId) => unitId !== toUnitId)
    const taken = await takeWaiting(ctx, stream, below, [toUnitId])
    await settle(ctx, [{ ...stream, ...taken, unitId: toUnitId, quarter: running - 1, isNew: false }])
  })
}
