// What the rooms above visits have seen, for next steps: one query for any number of visits.
import { type SQL, sql } from 'drizzle-orm'
import { coordinating } from '#app/features/visits/policy.ts'
import type { KnownAbove } from '#app/features/visits/queries/overview.server.ts'
import type { NextStepFacts, Side } from '#app/features/visits/rules.ts'
import { type Actor, homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { rowsOf, uuids } from '#db/client.server.ts'
import { type Ctx, here, once } from '#db/context.server.ts'

/** The facts as they come from the database; instants are text there on one driver and Date on the other. */
export type FactRow = {
  sent_at: string | Date | null
  answered_at: string | Date | null
  open_proposals: number | null
  slots: number | null
  unslotted: number | null
  posts: number | null
  evaluation_open: boolean | null
  unjudged_host: number | null
  unjudged_guest: number | null
  agreed_host: boolean | null
  agreed_guest: boolean | null
  follow_up_open: boolean | null
}

/**
 * Columns of FactRow for a row `v` of visits and a row `p` (or nulls) of the person's seat. Each is looked up only in the
 * steps of a visit where it can matter.
 */
export function factColumns(personId: string, now: Date): SQL {
  const at = now.toISOString()
  const preparing = sql`v.status in ('confirmed', 'preparing')`
  const judging = sql`v.status = 'evaluating'`
  const goal = sql`g.visit_id = v.id and g.withdrawn_at is null and g.text <> ''`
  const unjudged = (side: Side) => sql`case when ${judging} then (select count(*)::int from goals g where ${goal} and not exists
    (select 1 from goal_judgements j where j.goal_id = g.id and j.side = ${side})) end`
  const agreed = (side: Side) => sql`case when ${judging} then exists
    (select 1 from summary_agreements a where a.visit_id = v.id and a.side = ${side}) end`
  return sql`
    case when ${preparing} then (select f.sent_at from preparations f where f.visit_id = v.id) end as sent_at,
    case when ${preparing} then (select min(g.created_at) from goals g where ${goal} and g.side = 'host') end as answered_at,
    case when ${preparing} then
      (select count(*)::int from change_proposals c where c.visit_id = v.id and c.answer is null) end as open_proposals,
    case when ${preparing} then
      (select count(*)::int from slots s where s.visit_id = v.id and s.removed_at is null) end as slots,
    case when ${preparing} then (select count(*)::int from goals g where ${goal} and not exists
      (select 1 from slot_goals sg join slots s on s.id = sg.slot_id where sg.goal_id = g.id and s.removed_at is null))
      end as unslotted,
    case when ${preparing} then (select count(*)::int from posts o
      where o.visit_id = v.id and o.author_id = ${personId}::uuid and o.taken_down_at is null) end as posts,
    case when ${judging} then exists (select 1 from evaluations e where e.visit_id = v.id and e.side = p.side
      and e.closed_at is null and e.opens_at <= ${at}::timestamptz and e.closes_at > ${at}::timestamptz
      and not exists (select 1 from evaluation_receipts r where r.evaluation_id = e.id and r.participant_id = p.id))
      end as evaluation_open,
    ${unjudged('host')} as unjudged_host, ${unjudged('guest')} as unjudged_guest,
    ${agreed('host')} as agreed_host, ${agreed('guest')} as agreed_guest,
    case when v.status in ('evaluating', 'summarised') then exists (select 1 from follow_ups u where u.visit_id = v.id
      and u.closed_at is null and u.opens_at <= ${at}::timestamptz and u.closes_at > ${at}::timestamptz
      and not exists (select 1 from follow_up_answers n where n.follow_up_id = u.id and n.participant_id = p.id))
      end as follow_up_open`
}

/** FactRow in the words of the next step. `side`: on whose behalf goals are judged and the summary is agreed. */
export function factsFrom(row: FactRow, side: Side | null): Partial<NextStepFacts> {
  return {
    hasForm: true,
    formSentAt: dateOf(row.sent_at),
    formAnsweredAt: dateOf(row.answered_at),
    openChangeProposals: row.open_proposals ?? 0,
    slots: row.slots ?? 0,
    unslottedGoals: row.unslotted ?? 0,
    posts: row.posts ?? 0,
    evaluationOpen: row.evaluation_open ?? false,
    unjudgedGoals: (side === 'host' ? row.unjudged_host : row.unjudged_guest) ?? 0,
    summaryAgreedByMySide: (side === 'host' ? row.agreed_host : row.agreed_guest) ?? false,
    followUpOpen: row.follow_up_open ?? false,
  }
}

function dateOf(instant: string | Date | null): Date | null {
  return instant === null ? null : new Date(instant)
}

/**
 * What the rooms above visits know about these visits for the person's next steps, by the visit's id. Numbers and instants
 * only; give it to lists that have already decided which visits the person may know of.
 */
export async function readFactsAbove(
  actor: Person,
  visitIds: readonly string[],
  ctx: Ctx = here(),
): Promise<Map<string, Partial<NextStepFacts>>> {
  if (visitIds.length === 0) return new Map()
  const rows = rowsOf<FactRow & { id: string; side: Side }>(
    await ctx.db.execute(sql`
      select v.id, coalesce(p.side, case when host.lineage && ${uuids(coordinatedUnits(actor))} then 'host' else 'guest' end) as side,
        ${factColumns(actor.id, ctx.now)}
      from visits v
      join units host on host.id = v.host_unit_id
      left join visit_participants p on p.visit_id = v.id and p.user_id = ${actor.id}::uuid and p.left_at is null
      where v.id = any(${uuids(visitIds)})`),
  )
  return new Map(rows.map((row) => [row.id, factsFrom(row, row.side)]))
}

/** The same for one visit, with what the checklist can see of it: what the overview of a visit is given. */
export async function readKnownAbove(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<KnownAbove> {
  if (actor.kind !== 'person') return {}
  const read = await once(ctx, `facts ${actor.id} ${visitId}`, () => readFactsAbove(actor, [visitId], ctx))
  const facts = read.get(visitId)
  if (!facts) return {}
  const { formSentAt = null, formAnsweredAt = null, slots = 0, unslottedGoals = 0 } = facts
  return {
    facts,
    seen: {
      formSent: { done: formSentAt !== null, at: formSentAt },
      formAnswered: { done: formAnsweredAt !== null, at: formAnsweredAt },
      programmePlanned: { done: slots > 0 && unslottedGoals === 0 },
    },
  }
}

/** The units whose visits the person answers for, with everything below them. */
export function coordinatedUnits(actor: Person): string[] {
  return homeUnitsOf(actor, coordinating)
}
