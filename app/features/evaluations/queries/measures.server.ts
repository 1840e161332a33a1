// The result measures of a visit or a unit that come from this room: the evaluation and the summary's answers.
import { eq, sql } from 'drizzle-orm'
import { isVisitOfUnits } from '#app/features/visits/queries.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { rowsOf } from '#db/client.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { evaluationReceipts, evaluations, summaries, summaryAnswers, visitParticipants, visits } from '#db/schema/index.ts'

export type EvaluationMeasures = {
  /** People asked and people who answered; null when nobody has been asked, 'hidden' when too few were. */
  turnout: { asked: number; answered: number } | 'hidden' | null
  /** Answers written in summaries, and summaries that both sides agreed to. */
  summaryAnswers: number
  summariesAgreed: number
  /** Visits whose days are over: those that can have a summary. */
  visits: number
}

/**
 * Counts for the pages of results: of one visit, or of all visits to and from a unit and everything below it, as the blog's
 * measures beside them. Callers have checked that the reader may see the visit or unit.
 */
export async function evaluationMeasures(
  of: { visitId: string } | { unitId: string },
  ctx: Ctx = here(),
): Promise<EvaluationMeasures> {
  const which = 'visitId' in of ? eq(visits.id, of.visitId) : isVisitOfUnits(visits.id, [of.unitId])
  const result =
    await ctx.db.execute(sql`with chosen as (select ${visits.id} as id, ${visits.status} as status from ${visits} where ${which}),
    counted as (${people})
    select
      (select count(*)::int from chosen where status in ('evaluating', 'summarised', 'followed_up', 'closed')) as visits,
      (select count(*)::int from ${summaryAnswers} where visit_id in (select id from chosen) and value <> '') as written,
      (select count(*)::int from ${summaries} where visit_id in (select id from chosen) and agreed_at is not null) as agreed,
      count(*)::int as questionnaires,
      coalesce(sum(asked) filter (where asked >= ${settings().SMALLEST_GROUP}), 0)::int as asked,
      coalesce(sum(answered) filter (where asked >= ${settings().SMALLEST_GROUP}), 0)::int as answered
    from counted`)
  const { visits: held, written, agreed, ...asked } = found(rowsOf<Counts>(result)[0])
  return { turnout: turnoutOf(asked), summaryAnswers: written, summariesAgreed: agreed, visits: held }
}

type Counts = { visits: number; written: number; agreed: number } & Asked
type Asked = { questionnaires: number; asked: number; answered: number }

/** Each questionnaire's people; who has left without answering was not asked. Counted anew until it closes. */
const people = sql`select
    coalesce(e.asked, (select count(*)::int from ${visitParticipants} p where p.visit_id = e.visit_id and p.side = e.side
      and (p.left_at is null or exists (select 1 from ${evaluationReceipts} r
        where r.evaluation_id = e.id and r.participant_id = p.id)))) as asked,
    coalesce(e.answered, (select count(*)::int from ${evaluationReceipts} r where r.evaluation_id = e.id)) as answered
  from ${evaluations} e where e.visit_id in (select id from chosen)`

/** Over the questionnaires that alone have enough people asked: a sum must not reveal how few of a small visit answered. */
function turnoutOf({ questionnaires, asked, answered }: Asked): EvaluationMeasures['turnout'] {
  if (questionnaires === 0) return null
  return asked === 0 ? 'hidden' : { asked, answered }
}
