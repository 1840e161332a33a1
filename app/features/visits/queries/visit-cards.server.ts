// Lists of visits as their readers may see them: a few facts and the one next step, nothing that people wrote in confidence.
import { and, arrayOverlaps, desc, eq, exists, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { type Actor, homeUnitsOf, isAdmin, type Person, type RoleKind } from '#app/kernel/actor.ts'
import { type Day, dayAt, daysBetween } from '#app/kernel/days.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { units, visitGuestUnits, visitParticipants, visits } from '#db/schema/index.ts'
import { canReadVisit, sideOf } from '../policy.ts'
import { type NextStep, type NextStepFacts, nextStepFor } from '../rules/next-step.ts'
import type { Direction, Side, VisitFile, VisitForm, VisitKind, VisitStatus } from '../rules/words.ts'
import { readFiles } from './read-files.server.ts'
import { readStandings, stepFactsOf } from './standing.server.ts'

export type VisitCard = {
  id: string
  title: string
  language: string
  kind: VisitKind
  form: VisitForm
  status: VisitStatus
  direction: Direction
  startsOn: Day | null
  endsOn: Day | null
  groupSize: number
  hostName: string
  guestNames: string[]
  /** Who stands for each side on pictures: its coordinator, else its first; else the unit's name. */
  hostPerson: string
  guestPerson: string
  side: Side | null
  step: NextStep
  /** Days until it begins, in the visit's zone; null without agreed days. */
  inDays: number | null
}

export type VisitScope = 'open' | 'over'

/** Facts that rooms above know about these visits, for the next steps. */
export type MoreFacts = (visitIds: readonly string[]) => Promise<Map<string, Partial<NextStepFacts>>>

/** So many are listed. */
const MOST = 100

const seeing: readonly RoleKind[] = ['unit_manager', 'host_coordinator', 'education_lead']
const overStatuses: VisitStatus[] = ['closed', 'declined', 'withdrawn', 'cancelled']

/**
 * The actor's visits: those they take part in, and those of units they answer for. What needs them comes first, then what
 * begins soonest; what is over comes newest first. At most `limit`, which is at most a hundred.
 */
export async function listVisitsFor(
  actor: Person,
  filter: { scope: VisitScope; onlyMine?: boolean; limit?: number; more?: MoreFacts },
  ctx: Ctx = here(),
): Promise<VisitCard[]> {
  const files = await listFilesFor(actor, filter, ctx)
  const ids = files.map((file) => file.visit.id)
  const standings = await readStandings(ids, ctx)
  const more = filter.more ? await filter.more(ids) : new Map<string, Partial<NextStepFacts>>()
  const cards = files.flatMap((file) => {
    const standing = standings.get(file.visit.id)
    if (!standing) return []
    const facts = { ...stepFactsOf(actor, file, standing, ctx.now), ...more.get(file.visit.id) }
    return [cardOf(actor, file, nextStepFor(facts), ctx.now)]
  })
  return filter.scope === 'over' ? cards : cards.toSorted(byUrgency)
}

/** The visits of such a list, what begins last first; a page that shows them in several ways reads them once. */
export async function listFilesFor(
  actor: Person,
  { scope, onlyMine = false, limit = MOST }: { scope: VisitScope; onlyMine?: boolean; limit?: number },
  ctx: Ctx = here(),
): Promise<VisitFile[]> {
  const about = `visits ${actor.id} ${scope} ${onlyMine ? 'mine' : 'all'}`
  const files = await once(ctx, about, () => readListed(actor, scope, onlyMine, ctx))
  return files.slice(0, limit).filter((file) => canReadVisit(actor, file))
}

async function readListed(actor: Person, scope: VisitScope, onlyMine: boolean, ctx: Ctx): Promise<VisitFile[]> {
  const isOfScope = scope === 'over' ? inArray(visits.status, overStatuses) : notInArray(visits.status, overStatuses)
  const rows = await ctx.db
    .select({ id: visits.id })
    .from(visits)
    .innerJoin(units, eq(units.id, visits.hostUnitId))
    .where(and(isOfScope, seenBy(actor, ctx, onlyMine)))
    .orderBy(desc(sql`coalesce(${visits.startsOn}, ${visits.createdAt}::date)`), visits.id)
    .limit(MOST)
  return readFiles(
    rows.map((row) => row.id),
    ctx,
  )
}

function seenBy(actor: Person, ctx: Ctx, onlyMine: boolean): SQL | undefined {
  const seat = ctx.db
    .select({ one: sql`1` })
    .from(visitParticipants)
    .where(
      and(eq(visitParticipants.visitId, visits.id), eq(visitParticipants.userId, actor.id), isNull(visitParticipants.leftAt)),
    )
  if (onlyMine) return exists(seat)
  if (isAdmin(actor)) return undefined
  const above = homeUnitsOf(actor, seeing)
  if (above.length === 0) return exists(seat)
  const guestUnits = sql`(select ${visitGuestUnits.unitId} from ${visitGuestUnits} where ${visitGuestUnits.visitId} = ${visits.id})`
  const guestAbove = sql`exists (select 1 from units g where g.id in ${guestUnits} and g.lineage && ${sql.param(above, units.lineage)})`
  return or(exists(seat), arrayOverlaps(units.lineage, above), guestAbove)
}

/** One visit as a card. */
function cardOf(actor: Actor, file: VisitFile, step: NextStep, now: Date): VisitCard {
  const { id, title, language, kind, form, status, direction, startsOn, endsOn, groupSize, timeZone } = file.visit
  return {
    ...{ id, title, language, kind, form, status, direction, startsOn, endsOn, groupSize },
    hostName: file.hostUnit.name,
    guestNames: file.guestUnits.map((unit) => unit.name),
    hostPerson: faceOf(file, 'host') ?? file.hostUnit.name,
    guestPerson: faceOf(file, 'guest') ?? file.guestUnits[0]?.name ?? '',
    side: sideOf(actor, file),
    step,
    inDays: startsOn && daysBetween(dayAt(now, timeZone), startsOn),
  } as VisitCard
}

function faceOf(file: VisitFile, side: Side): string | undefined {
  const people = file.participants.filter((person) => person.side === side && person.leftAt === null)
  return (people.find((person) => person.isCoordinator) ?? people[0])?.name
}

function byUrgency(a: VisitCard, b: VisitCard): number {
  if (a.step.needs !== b.step.needs) return a.step.needs ? -1 : 1
  return (a.startsOn ?? '9999').localeCompare(b.startsOn ?? '9999')
}
