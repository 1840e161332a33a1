// One visit as its pages show it: facts for those who may know of it, more for those who stand on a side. Never addresses.
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { countryName, languageName } from '#app/i18n/format.ts'
import { type Actor, personIdOf } from '#app/kernel/actor.ts'
import type { Trilingual } from '#app/kernel/locales.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { units, users, visitMoves, visitReferrals } from '#db/schema/index.ts'
import { canReadInside, coordinatedSide, participantOf, sideOf } from '../policy.ts'
import { findVisitFor } from '../queries.server.ts'
import { followUpMonthsOf, kindRow } from '../reference.server.ts'
import { endedEarly, nextMoves } from '../rules/moves.ts'
import { type ThreadStand, threadOf } from '../rules/thread.ts'
import type { Side, Visit, VisitFile, VisitStatus } from '../rules/words.ts'

export type PersonThere = {
  id: string
  name: string
  profession: string
  organisation: string
  side: Side
  isCoordinator: boolean
  hasAccepted: boolean
  isMe: boolean
}

/** How a visit ended before its thread did. `who` null: the clock. */
export type Ending = {
  status: VisitStatus
  who: string | null
  at: Date
  reason: string
  referrals: { id: string; name: string }[]
}

export type VisitPage = {
  visit: Omit<Visit, 'createdBy' | 'createdAt' | 'isDemo' | 'calendarSequence'>
  kindTitle: Trilingual
  host: { id: string; name: string; country: string }
  guests: { id: string; unitId: string | null; name: string; country: string; countryName: string }[]
  /** The language of title and inquiry, named in the reader's language. */
  languageName: string
  people: PersonThere[]
  thread: ThreadStand[]
  ending: Ending | null
  me: {
    side: Side | null
    coordinates: Side | null
    takesPart: boolean
    inside: boolean
    participantId: string | null
    /** Where the actor, as coordinator, can take the visit from here. */
    moves: VisitStatus[]
  }
}

/** @throws not_found unless the actor may know of the visit */
export async function findVisitPageFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<VisitPage> {
  const file = await findVisitFor(actor, visitId, ctx)
  const { createdBy, createdAt, isDemo, calendarSequence, ...visit } = file.visit
  const inside = canReadInside(actor, file)
  const coordinates = coordinatedSide(actor, file)
  const moves = await once(ctx, `moves ${visitId}`, () => readMoves(visitId, ctx))
  return {
    visit: inside ? visit : { ...visit, inquiry: '', meetingUrl: '' },
    kindTitle: kindRow(visit.kind).title,
    host: { id: file.hostUnit.id, name: file.hostUnit.name, country: file.hostUnit.country },
    guests: file.guestUnits.map(({ id, unitId, name, country }) => ({
      id,
      unitId,
      name,
      country,
      countryName: countryName(country),
    })),
    languageName: languageName(visit.language),
    people: peopleOf(file, actor),
    thread: threadOf(visit, moves, followUpMonthsOf(visit.kind)),
    ending: endedEarly(visit) ? await endingOf(file, inside, ctx) : null,
    me: {
      side: sideOf(actor, file),
      coordinates,
      takesPart: participantOf(actor, file) !== null,
      inside,
      participantId: participantOf(actor, file)?.id ?? null,
      moves: coordinates ? nextMoves(visit, coordinates) : [],
    },
  }
}

async function readMoves(visitId: string, ctx: Ctx) {
  return ctx.db
    .select({ toStatus: visitMoves.toStatus, at: visitMoves.at })
    .from(visitMoves)
    .where(eq(visitMoves.visitId, visitId))
    .orderBy(asc(visitMoves.at), asc(visitMoves.position))
}

function peopleOf(file: VisitFile, actor: Actor): PersonThere[] {
  return file.participants
    .filter((person) => person.leftAt === null)
    .map(({ id, name, profession, organisation, side, isCoordinator, userId }) => ({
      ...{ id, name, profession, organisation, side, isCoordinator },
      hasAccepted: userId !== null,
      isMe: userId !== null && userId === personIdOf(actor),
    }))
    .toSorted((a, b) => Number(b.isCoordinator) - Number(a.isCoordinator))
}

async function endingOf(file: VisitFile, inside: boolean, ctx: Ctx): Promise<Ending | null> {
  const { id, status } = file.visit
  const [row] = await ctx.db
    .select({ at: visitMoves.at, reason: visitMoves.reason, who: users.name })
    .from(visitMoves)
    .leftJoin(users, eq(users.id, visitMoves.actorId))
    .where(and(eq(visitMoves.visitId, id), eq(visitMoves.toStatus, status)))
    .orderBy(desc(visitMoves.position))
    .limit(1)
  if (!row) return null
  const referred = ctx.db.select({ id: visitReferrals.unitId }).from(visitReferrals).where(eq(visitReferrals.visitId, id))
  const referrals = await ctx.db.select({ id: units.id, name: units.name }).from(units).where(inArray(units.id, referred))
  return { status, who: row.who, at: row.at, reason: inside && row.who ? row.reason : '', referrals }
}
