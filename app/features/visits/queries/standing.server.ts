// What is known about visits beside their file: days on the table, who has confirmed the rules, what is ticked.
import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import { type Day, dayAt } from '#app/kernel/days.ts'
import type { Ctx } from '#db/context.server.ts'
import { checklistTicks, dateProposals, entryConfirmations, users, visitParticipants } from '#db/schema/index.ts'
import { coordinatedSide, participantOf, sideOf } from '../policy.ts'
import { currentRulesVersion, followUpMonthsOf } from '../reference.server.ts'
import { openRound, summaryDueOn } from '../rules/calendar.ts'
import type { ChecklistFacts, Seen, Tick } from '../rules/checklist.ts'
import type { NextStepFacts } from '../rules/next-step.ts'
import type { SeenFact } from '../rules/reference.ts'
import type { DayPart, Side, VisitFile } from '../rules/words.ts'

export type Proposal = {
  id: string
  visitId: string
  side: Side
  startsOn: Day
  endsOn: Day
  startPart: DayPart
  endPart: DayPart
  fits: boolean | null
  /** Why days that stand should move. */
  reason: string
  agreedAt: Date | null
}
export type Standing = {
  /** On the table, or agreed. */
  proposals: Proposal[]
  /** Participants who have confirmed the rules that hold now, with when. */
  confirmed: Map<string, Date>
  ticks: Tick[]
}

/** The standing of each visit, by id. Unguarded, as files are. */
export async function readStandings(visitIds: readonly string[], ctx: Ctx): Promise<Map<string, Standing>> {
  const ids = [...visitIds]
  const standings = new Map<string, Standing>(ids.map((id) => [id, { proposals: [], confirmed: new Map(), ticks: [] }]))
  if (ids.length === 0) return standings
  const onTable = or(isNull(dateProposals.retiredAt), isNotNull(dateProposals.agreedAt))
  const onOffer = ctx.db
    .select()
    .from(dateProposals)
    .where(and(inArray(dateProposals.visitId, ids), onTable))
    .orderBy(asc(dateProposals.createdAt), asc(dateProposals.position))
  const confirming = ctx.db
    .select({ visitId: visitParticipants.visitId, id: visitParticipants.id, at: entryConfirmations.confirmedAt })
    .from(entryConfirmations)
    .innerJoin(visitParticipants, eq(visitParticipants.id, entryConfirmations.participantId))
    .where(and(inArray(visitParticipants.visitId, ids), eq(entryConfirmations.rulesVersion, currentRulesVersion())))
  const ticking = ctx.db
    .select({
      visitId: checklistTicks.visitId,
      item: checklistTicks.item,
      participantId: checklistTicks.participantId,
      at: checklistTicks.doneAt,
      by: users.name,
    })
    .from(checklistTicks)
    .leftJoin(users, eq(users.id, checklistTicks.doneBy))
    .where(inArray(checklistTicks.visitId, ids))
  const [proposals, confirmed, ticks] = await Promise.all([onOffer, confirming, ticking])
  for (const proposal of proposals) standings.get(proposal.visitId)?.proposals.push(proposal)
  for (const { visitId, id, at } of confirmed) standings.get(visitId)?.confirmed.set(id, at)
  for (const { visitId, ...tick } of ticks) standings.get(visitId)?.ticks.push(tick)
  return standings
}

/** What this room knows towards the actor's next step; rooms above add theirs. */
export function stepFactsOf(actor: Actor, file: VisitFile, standing: Standing, now: Date): NextStepFacts {
  const { visit } = file
  const mine = participantOf(actor, file)
  const guests = file.participants.filter((person) => person.side === 'guest' && person.leftAt === null)
  const agreed = visit.startsOn && visit.endsOn ? { startsOn: visit.startsOn, endsOn: visit.endsOn } : undefined
  const round = agreed && openRound(agreed, dayAt(now, visit.timeZone), followUpMonthsOf(visit.kind))
  return {
    status: visit.status,
    direction: visit.direction,
    side: sideOf(actor, file),
    isCoordinator: coordinatedSide(actor, file) !== null,
    takesPart: mine !== null,
    proposals: standing.proposals.filter((proposal) => proposal.agreedAt === null),
    preparationDueOn: visit.preparationDueOn,
    summaryDueOn: agreed ? summaryDueOn(agreed) : null,
    rulesConfirmed: mine?.side !== 'guest' || standing.confirmed.has(mine.id),
    guestsMissing: Math.max(0, visit.groupSize - guests.length),
    followUpOpen: round !== undefined,
  }
}

/** What this room has seen of the checklist; rooms above add theirs. */
export function checklistFactsOf(
  file: VisitFile,
  standing: Standing,
  seenAbove: Partial<Record<SeenFact, Seen>> = {},
): ChecklistFacts {
  const { visit } = file
  const active = file.participants.filter((person) => person.leftAt === null)
  const idsOf = (side: Side) => active.filter((person) => person.side === side).map((person) => person.id)
  const people = { host: idsOf('host'), guest: idsOf('guest') }
  return {
    form: visit.form,
    startsOn: visit.startsOn,
    timeZone: visit.timeZone,
    people,
    seen: {
      datesAgreed: { done: visit.startsOn !== null, at: standing.proposals.find((each) => each.agreedAt)?.agreedAt ?? null },
      guestsNamed: {
        done: people.guest.length >= visit.groupSize,
        count: { done: people.guest.length, of: visit.groupSize },
      },
      hostsNamed: { done: people.host.length >= 2 },
      meetingLinkSet: { done: visit.meetingUrl !== '' },
      rulesConfirmed: {
        done: people.guest.length > 0 && people.guest.every((id) => standing.confirmed.has(id)),
        people: standing.confirmed,
      },
      ...seenAbove,
    },
    ticks: standing.ticks,
  }
}
