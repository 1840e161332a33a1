// The only reader of observations. Its law: raw counts stay in the database, only what is shown leaves it.
import { type SQL, sql } from 'drizzle-orm'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import type { Quarter } from '../rules/periods.ts'
import type { ShownRow } from '../rules/series.ts'
import type { RespondentGroup, Strand } from '../rules/words.ts'

export type StoredRow = ShownRow & { unitId: string; parentId: string; indicatorId: string }

type Flat = {
  unit_id: string
  parent_id: string
  indicator_id: string
  strand: Strand
  group: RespondentGroup
  quarter: number
  numerator: string
  denominator: string
  answers: string
  has_answers: boolean
}

/** The unit's whole series of the indicators, and those of the units that reported to it since `belowSince`. */
export async function listSeries(
  ctx: Ctx,
  { unitId, indicatorIds, belowSince }: { unitId: string; indicatorIds: readonly string[]; belowSince: Quarter },
): Promise<StoredRow[]> {
  const wanted = sql.join(
    indicatorIds.map((id) => sql`${id}`),
    sql`, `,
  )
  // Two index look-ups: the key of the unit, and the units above which reported to it.
  return read(
    ctx,
    sql`${columns} where unit_id = ${unitId}::uuid and indicator_id in (${wanted})
      union all
      ${columns} where parent_id = ${unitId}::uuid and unit_id <> parent_id and indicator_id in (${wanted})
        and quarter >= ${belowSince}`,
  )
}

/** All indicators at one unit since a quarter. */
export async function listRecent(ctx: Ctx, { unitId, since }: { unitId: string; since: Quarter }): Promise<StoredRow[]> {
  return read(ctx, sql`${columns} where unit_id = ${unitId}::uuid and quarter >= ${since}`)
}

const columns = sql`
  select unit_id, parent_id, indicator_id, strand, respondent_group as "group", quarter,
    shown_numerator as numerator, shown_denominator as denominator, shown_answers as answers,
    (answers > 0 or denominator > 0 or numerator <> 0) as has_answers
  from observations`

async function read(ctx: Ctx, statement: SQL): Promise<StoredRow[]> {
  return rowsOf<Flat>(await ctx.db.execute(statement)).map((row) => ({
    unitId: row.unit_id,
    parentId: row.parent_id,
    indicatorId: row.indicator_id,
    strand: row.strand,
    group: row.group,
    quarter: row.quarter,
    shown: { numerator: Number(row.numerator), denominator: Number(row.denominator), answers: Number(row.answers) },
    hasAnswers: row.has_answers,
  }))
}
