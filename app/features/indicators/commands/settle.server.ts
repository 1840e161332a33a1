// The one statement that counts. Its law: lock cuts first, then observations, each in key order, so that writers never
// wait for each other in a circle; add, never read and write back, so that nothing is lost between them.
import { type SQL, sql } from 'drizzle-orm'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import type { Quarter } from '../rules/periods.ts'
import type { RespondentGroup, Strand, Taken, Tally } from '../rules/words.ts'

/** Counts that reach a unit's stream. `least`: answers a step needs; `isNew` false when they were counted before and only move. */
export type Entry = Tally & {
  unitId: string
  indicatorId: string
  strand: Strand
  group: RespondentGroup
  part: string
  quarter: Quarter
  least: number
  isNew: boolean
}

/**
 * Adds the entries to their units' cuts, and to the observations of the units and all above them; what has found enough
 * company becomes a step and shows. `takeIn` in rules/cuts.ts says the same in TypeScript, and a test holds them together.
 * Entries of one stream (unit, indicator, strand, group, part) must be one entry. Tells how many answers waited in each before.
 */
export async function settle(ctx: Ctx, entries: readonly Entry[]): Promise<Taken[]> {
  if (entries.length === 0) return []
  const taken = await ctx.db.execute(sql`
    with given (unit_id, indicator_id, strand, respondent_group, part, quarter, least, numerator, denominator, answers, is_new) as (
      values ${sql.join(entries.map(rowOf), sql`, `)}
    ), cut as (
      insert into observation_cuts as c (unit_id, indicator_id, strand, respondent_group, part, least, numerator, denominator,
        answers, shown_numerator, shown_denominator, shown_answers, step_numerator, step_denominator, step_answers,
        step_quarter, waits_since)
      select unit_id, indicator_id, strand, respondent_group, part, least, numerator, denominator, answers,
        case when answers >= least then numerator else 0 end, case when answers >= least then denominator else 0 end,
        case when answers >= least then answers else 0 end, case when answers >= least then numerator else 0 end,
        case when answers >= least then denominator else 0 end, case when answers >= least then answers else 0 end,
        quarter, quarter
      from given order by indicator_id, strand, respondent_group, part, unit_id
      on conflict (indicator_id, strand, respondent_group, part, unit_id) do update set
        least = excluded.least,
        numerator = c.numerator + excluded.numerator,
        denominator = c.denominator + excluded.denominator,
        answers = c.answers + excluded.answers,
        shown_numerator = case when ${enough} then c.numerator + excluded.numerator else c.shown_numerator end,
        shown_denominator = case when ${enough} then c.denominator + excluded.denominator else c.shown_denominator end,
        shown_answers = case when ${enough} then c.answers + excluded.answers else c.shown_answers end,
        step_numerator = case when ${enough} then c.numerator + excluded.numerator - c.shown_numerator else 0 end,
        step_denominator = case when ${enough} then c.denominator + excluded.denominator - c.shown_denominator else 0 end,
        step_answers = case when ${enough} then c.answers + excluded.answers - c.shown_answers else 0 end,
        step_quarter = case when ${idle} then excluded.waits_since else greatest(c.waits_since, excluded.waits_since) end,
        waits_since = case when ${enough} or ${idle} then excluded.waits_since else least(c.waits_since, excluded.waits_since) end
      returning *
    ), piece as (
      select unit_id, indicator_id, strand, respondent_group, quarter, numerator, denominator, answers,
        0::bigint as shown_numerator, 0::bigint as shown_denominator, 0::bigint as shown_answers
      from given where is_new
      union all
      select unit_id, indicator_id, strand, respondent_group, step_quarter, 0, 0, 0, step_numerator, step_denominator, step_answers
      from cut where step_answers <> 0 or step_denominator <> 0 or step_numerator <> 0
    ), counted as (
    insert into observations as o (unit_id, indicator_id, strand, respondent_group, quarter, parent_id, own_numerator,
      own_denominator, own_answers, numerator, denominator, answers, shown_numerator, shown_denominator, shown_answers)
    select node.id, piece.indicator_id, piece.strand, piece.respondent_group, piece.quarter,
      coalesce(unit.lineage[node.place - 1], node.id) as above,
      ${own('numerator')}, ${own('denominator')}, ${own('answers')},
      ${total('numerator')}, ${total('denominator')}, ${total('answers')},
      ${total('shown_numerator')}, ${total('shown_denominator')}, ${total('shown_answers')}
    from piece join units as unit on unit.id = piece.unit_id
      cross join lateral unnest(unit.lineage) with ordinality as node (id, place)
    group by node.id, piece.indicator_id, piece.strand, piece.respondent_group, piece.quarter, above
    order by node.id, piece.indicator_id, piece.strand, piece.respondent_group, piece.quarter, above
    on conflict (unit_id, indicator_id, strand, respondent_group, quarter, parent_id) do update set
      own_numerator = o.own_numerator + excluded.own_numerator,
      own_denominator = o.own_denominator + excluded.own_denominator,
      own_answers = o.own_answers + excluded.own_answers,
      numerator = o.numerator + excluded.numerator,
      denominator = o.denominator + excluded.denominator,
      answers = o.answers + excluded.answers,
      shown_numerator = o.shown_numerator + excluded.shown_numerator,
      shown_denominator = o.shown_denominator + excluded.shown_denominator,
      shown_answers = o.shown_answers + excluded.shown_answers
    )
    select cut.indicator_id as "indicatorId", cut.strand, cut.unit_id as "unitId", cut.respondent_group as "group", cut.part,
      (cut.answers - cut.shown_answers + cut.step_answers - given.answers)::int as waited
    from cut join given using (indicator_id, strand, respondent_group, part, unit_id)`)
  return rowsOf<Taken>(taken)
}

const enough: SQL = sql.raw('c.answers + excluded.answers - c.shown_answers >= excluded.least')
const idle: SQL = sql.raw('c.answers = c.shown_answers')

function own(column: string): SQL {
  return sql.raw(`sum(case when node.id = unit.id then piece.${column} else 0 end)::bigint`)
}

function total(column: string): SQL {
  return sql.raw(`sum(piece.${column})::bigint`)
}

function rowOf(entry: Entry): SQL {
  return sql`(${entry.unitId}::uuid, ${entry.indicatorId}::text, ${entry.strand}::text, ${entry.group}::text, ${entry.part}::text,
    ${entry.quarter}::integer, ${entry.least}::integer, ${entry.numerator}::bigint, ${entry.denominator}::bigint,
    ${entry.answers}::bigint, ${entry.isNew}::boolean)`
}
