// The only reader of the store: one statement a page. Its law: raw counts stay in the database, only what is shown leaves it.
import { type SQL, sql } from 'drizzle-orm'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import type { Quarter } from '../rules/periods.ts'
import type { ShownRow } from '../rules/series.ts'
import type { TargetRow } from '../rules/targets.ts'
import type { Comparator, RespondentGroup, Strand } from '../rules/words.ts'

export type Place = { id: string; name: string; lineage: string[]; isClosed: boolean }
/** `isOwn`: everything in it is the unit's own, nothing came from below. */
export type StoredRow = ShownRow & { unitId: string; indicatorId: string; isOwn: boolean }
export type StoredTarget = TargetRow & { indicatorId: string }
export type Reading = { places: Place[]; rows: StoredRow[]; targets: StoredTarget[] }

type Wanted = {
  unitId: string
  /** Other units to place: where the reader has a role. */
  homeIds: readonly string[]
  /** Series over all time of these, here and since `since` right below; without them everything here since `since`. */
  indicatorIds?: readonly string[]
  since: Quarter
  /** The indicator whose targets are read; all without it. */
  targetsOf?: string
}

type Answer = {
  places: [id: string, name: string, lineage: string[], isClosed: boolean][] | null
  rows:
    | [
        unitId: string,
        indicatorId: string,
        strand: Strand,
        group: RespondentGroup,
        quarter: number,
        numerator: number,
        denominator: number,
        answers: number,
        hasAnswers: boolean,
        isOwn: boolean,
      ][]
    | null
  targets:
    | [
        id: string,
        indicatorId: string,
        unitId: string,
        comparator: Comparator | null,
        numerator: number | null,
        denominator: number | null,
        reason: string,
        language: string,
        setName: string,
        setAt: string,
      ][]
    | null
}

/**
 * The unit with those above, right below and the homes; the shown counts; the targets of the unit and above, newest first.
 * Unguarded: the caller decides by `places` whether the reader may have the rest.
 */
export async function readStore(ctx: Ctx, wanted: Wanted): Promise<Reading> {
  const statement = sql`
    with centre as (select id, lineage from units where id = ${wanted.unitId}::uuid)
    select
      (select json_agg(json_build_array(id, name, lineage, closed_at is not null)) from units
        where parent_id = ${wanted.unitId}::uuid or id in (select unnest(lineage) from centre)
          or id in (select unnest(lineage) from units where id in (${listOf([wanted.unitId, ...wanted.homeIds], 'uuid')}))) as places,
      (select json_agg(json_build_array(unit_id, indicator_id, strand, respondent_group, quarter,
          shown_numerator, shown_denominator, shown_answers, (answers > 0 or denominator > 0 or numerator <> 0),
          (own_answers = answers and own_denominator = denominator and own_numerator = numerator)))
        from (${countsOf(wanted)}) as counts) as rows,
      (select json_agg(json_build_array(id, indicator_id, unit_id, comparator, numerator, denominator, reason, language,
          set_name, set_at) order by number desc)
        from targets where unit_id in (select unnest(lineage) from centre)
          and ${wanted.targetsOf === undefined ? sql`true` : sql`indicator_id = ${wanted.targetsOf}`}) as targets`
  const [answer] = rowsOf<Answer>(await ctx.db.execute(statement))
  return {
    places: (answer?.places ?? []).map(([id, name, lineage, isClosed]) => ({ id, name, lineage, isClosed })),
    rows: (answer?.rows ?? []).map(
      ([unitId, indicatorId, strand, group, quarter, numerator, denominator, answers, hasAnswers, isOwn]) => ({
        unitId,
        indicatorId,
        strand,
        group,
        quarter,
        shown: { numerator, denominator, answers },
        hasAnswers,
        isOwn,
      }),
    ),
    targets: (answer?.targets ?? []).map(targetOf),
  }
}

/** Two index look-ups: the key of the unit, and the units above which others reported to it. */
function countsOf({ unitId, indicatorIds, since }: Wanted): SQL {
  if (!indicatorIds) return sql`select * from observations where unit_id = ${unitId}::uuid and quarter >= ${since}`
  const wanted = listOf(indicatorIds, 'text')
  return sql`
    select * from observations where unit_id = ${unitId}::uuid and indicator_id in (${wanted})
    union all
    select * from observations where parent_id = ${unitId}::uuid and unit_id <> parent_id and indicator_id in (${wanted})
      and quarter >= ${since}`
}

function listOf(values: readonly string[], type: 'uuid' | 'text'): SQL {
  return sql.join(
    values.map((value) => sql`${value}::${sql.raw(type)}`),
    sql`, `,
  )
}

function targetOf(row: NonNullable<Answer['targets']>[number]): StoredTarget {
  const [id, indicatorId, unitId, comparator, numerator, denominator, reason, language, setName, setAt] = row
  const isSet = comparator !== null && numerator !== null && denominator !== null
  const target = isSet ? { comparator, numerator, denominator } : null
  return { id, indicatorId, unitId, target, reason, language, setName, setAt: new Date(setAt) }
}
