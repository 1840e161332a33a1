import { sql } from 'drizzle-orm'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'

/** Something in the store that does not add up. `where`: the unit, or null when the sums over all units differ. */
export type Discrepancy = {
  check: 'roll_up' | 'cuts' | 'shown'
  unitId: string | null
  indicatorId: string
  strand: string
  group: string
  quarter: number | null
}

/**
 * Adds the store up in other ways than it was written, for operators and tests: empty when every unit is the sum of its own
 * answers and those of the units that reported to it in the quarter, when cuts and observations count the same answers, and
 * when everything that is shown at the tops has been let out by a cut.
 */
export async function verifyRollUp(ctx: Ctx): Promise<Discrepancy[]> {
  const rolled = await ctx.db.execute(sql`
    with unit as (
      select unit_id, indicator_id, strand, respondent_group, quarter,
        sum(numerator - own_numerator) as numerator, sum(denominator - own_denominator) as denominator,
        sum(answers - own_answers) as answers
      from observations group by 1, 2, 3, 4, 5
    ), below as (
      select parent_id as unit_id, indicator_id, strand, respondent_group, quarter,
        sum(numerator) as numerator, sum(denominator) as denominator, sum(answers) as answers
      from observations where parent_id <> unit_id group by 1, 2, 3, 4, 5
    )
    select 'roll_up' as check, unit_id as "unitId", indicator_id as "indicatorId", strand, respondent_group as "group", quarter
    from unit full join below using (unit_id, indicator_id, strand, respondent_group, quarter)
    where (coalesce(unit.numerator, 0), coalesce(unit.denominator, 0), coalesce(unit.answers, 0))
      <> (coalesce(below.numerator, 0), coalesce(below.denominator, 0), coalesce(below.answers, 0))`)
  const sums = await ctx.db.execute(sql`
    with store as (
      select indicator_id, strand, respondent_group,
        sum(own_numerator) as n, sum(own_denominator) as d, sum(own_answers) as a,
        sum(shown_numerator) filter (where parent_id = unit_id) as shown_n,
        sum(shown_denominator) filter (where parent_id = unit_id) as shown_d,
        sum(shown_answers) filter (where parent_id = unit_id) as shown_a
      from observations group by 1, 2, 3
    ), cuts as (
      select indicator_id, strand, respondent_group, sum(numerator) as n, sum(denominator) as d, sum(answers) as a,
        sum(shown_numerator) as shown_n, sum(shown_denominator) as shown_d, sum(shown_answers) as shown_a
      from observation_cuts group by 1, 2, 3
    )
    select case when (store.n, store.d, store.a) is distinct from (cuts.n, cuts.d, cuts.a) then 'cuts' else 'shown' end as check,
      null as "unitId", indicator_id as "indicatorId", strand, respondent_group as "group", null as quarter
    from store full join cuts using (indicator_id, strand, respondent_group)
    where (store.n, store.d, store.a, store.shown_n, store.shown_d, store.shown_a)
      is distinct from (cuts.n, cuts.d, cuts.a, cuts.shown_n, cuts.shown_d, cuts.shown_a)`)
  return [...rowsOf<Discrepancy>(rolled), ...rowsOf<Discrepancy>(sums)]
}
