// What needs a person: over all their visits, in one query, since every page's head counts it.
import { sql } from 'drizzle-orm'
import { listRatingNeedsFor } from '#app/features/mastery/queries/needs.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import { listTeachingNeedsFor } from '#app/features/teaching/queries/needs.server.ts'
import { canCoordinate, participantOf, sideOf } from '#app/features/visits/policy.ts'
import { currentRulesVersion } from '#app/features/visits/reference.server.ts'
import {
  type Direction,
  type NextStepFacts,
  type ProposalStanding,
  type Seating,
  type Side,
  summaryDueOn,
  type VisitStatus,
} from '#app/features/visits/rules.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { rowsOf, uuids } from '#db/client.server.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { byUrgency, type Need, needsOf } from '../needs.ts'
import { coordinatedUnits, type FactRow, factColumns, factsFrom } from './step-facts.server.ts'

type Row = FactRow & {
  id: string
  title: string
  language: string
  status: VisitStatus
  direction: Direction
  group_size: number
  starts_on: Day | null
  ends_on: Day | null
  due_on: Day | null
  host: string
  host_lineage: string[]
  guests: { name: string; lineage: string[] | null }[] | null
  seat: { id: string; side: Side; isCoordinator: boolean } | null
  proposals: ProposalStanding[] | null
  rules_confirmed: boolean
  /** The sides that somebody who takes part plans for. */
  planned: Side[] | null
  guests_named: number
}

/** The number in the page's head. Null for visitors. */
export async function countNeedsFor(actor: Actor, ctx: Ctx = here()): Promise<number | null> {
  if (actor.kind !== 'person') return null
  const lists = [
    listNeedsFor(actor, ctx),
    listWalkNeedsFor(actor, ctx),
    listRatingNeedsFor(actor, ctx),
    listTeachingNeedsFor(actor, ctx),
  ]
  return (await Promise.all<readonly unknown[]>(lists)).flat().length
}

/** What waits for this person to act, what is due first, first. */
export async function listNeedsFor(actor: Person, ctx: Ctx = here()): Promise<Need[]> {
  const rows = await once(ctx, `needs ${actor.id}`, () => readOpenVisits(actor, ctx))
  return rows.flatMap((row) => needsOf(visitOf(row), factsOf(actor, row))).toSorted(byUrgency)
}

/** Open visits that the person has a seat at or answers for. */
async function readOpenVisits(actor: Person, ctx: Ctx): Promise<Row[]> {
  const above = uuids(coordinatedUnits(actor))
  return rowsOf<Row>(
    await ctx.db.execute(sql`
      with mine as (
        select visit_id as id from visit_participants where user_id = ${actor.id}::uuid and left_at is null
        union
        select v.id from visits v join units u on u.id = v.host_unit_id where u.lineage && ${above}
        union
        select g.visit_id from visit_guest_units g join units u on u.id = g.unit_id where u.lineage && ${above}
      )
      select v.id, v.title, v.language, v.status, v.direction, v.group_size, v.starts_on::text, v.ends_on::text,
        v.preparation_due_on::text as due_on, host.name as host, to_json(host.lineage) as host_lineage,
        (select json_agg(json_build_object('name', g.name, 'lineage', u.lineage) order by g.position)
          from visit_guest_units g left join units u on u.id = g.unit_id where g.visit_id = v.id) as guests,
        case when p.id is not null then
          json_build_object('id', p.id, 'side', p.side, 'isCoordinator', p.is_coordinator) end as seat,
        case when v.status in ('asked', 'in_dialogue', 'confirmed', 'preparing') then
          (select json_agg(json_build_object('side', d.side, 'fits', d.fits))
          from date_proposals d where d.visit_id = v.id and d.retired_at is null) end as proposals,
        exists (select 1 from entry_confirmations c
          where c.participant_id = p.id and c.rules_version = ${currentRulesVersion()}) as rules_confirmed,
        (select json_agg(distinct o.side) from visit_participants o
          where o.visit_id = v.id and o.is_coordinator and o.left_at is null) as planned,
        (select count(*)::int from visit_participants o
          where o.visit_id = v.id and o.side = 'guest' and o.left_at is null) as guests_named,
        ${factColumns(actor.id, ctx.now)}
      from mine
      join visits v on v.id = mine.id
      join units host on host.id = v.host_unit_id
      left join visit_participants p on p.visit_id = v.id and p.user_id = ${actor.id}::uuid and p.left_at is null
      where v.status not in ('followed_up', 'closed', 'declined', 'withdrawn', 'cancelled')`),
  )
}

function seatingOf(actor: Person, row: Row): Seating {
  return {
    visit: { id: row.id },
    hostUnit: { lineage: row.host_lineage },
    guestUnits: (row.guests ?? []).map(({ lineage }) => ({ lineage: lineage ?? [] })),
    participants: row.seat ? [{ ...row.seat, userId: actor.id, leftAt: null }] : [],
  }
}

function factsOf(actor: Person, row: Row): NextStepFacts {
  const seating = seatingOf(actor, row)
  const side = sideOf(actor, seating)
  const takesPart = participantOf(actor, seating) !== null
  // Who only answers for the unit is not asked to do what somebody at the table plans already.
  const isFree = takesPart || !row.planned?.includes(side ?? 'host')
  const dated = row.starts_on && row.ends_on ? { startsOn: row.starts_on, endsOn: row.ends_on } : null
  return {
    status: row.status,
    direction: row.direction,
    side,
    isCoordinator: side !== null && isFree && canCoordinate(actor, seating, side),
    takesPart,
    proposals: row.proposals ?? [],
    preparationDueOn: row.due_on,
    summaryDueOn: dated && summaryDueOn(dated),
    // Those who receive are bound by their own employer's rules; only guests confirm before entry.
    rulesConfirmed: side !== 'guest' || row.rules_confirmed,
    guestsMissing: Math.max(0, row.group_size - row.guests_named),
    ...factsFrom(row, side),
  }
}

function visitOf({ id, title, language, host, guests }: Row) {
  return { visitId: id, title, language, hostName: host, guestNames: (guests ?? []).map((unit) => unit.name) }
}
