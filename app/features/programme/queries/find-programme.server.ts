import { eq } from 'drizzle-orm'
import { readGoals, readWorks } from '#app/features/preparation/queries.server.ts'
import type { Goal, ImprovementWork } from '#app/features/preparation/words.ts'
import { canReadInside, participantOf } from '#app/features/visits/policy.ts'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import { visitDays } from '#app/features/visits/rules.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { type Day, dayAt } from '#app/kernel/days.ts'
import { hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { unitProfiles } from '#db/schema/index.ts'
import { canMoveProgramme, canPlan, isPlannable, plannableKinds } from '../policy.ts'
import { findPlannedDays, readSlots } from '../queries.server.ts'
import { overlapsIn, shiftDays, slotsOutside, unpresentedWorks, unservedGoals } from '../rules.ts'
import { type Slot, type SlotKind, slotKinds } from '../words.ts'

export type PlannedSlot = Slot & {
  hostName: string | null
  mayChange: boolean
  /** Titles of slots at the same time; `sameHost` when the host person would be in two places. */
  beside: { id: string; title: string; language: string; sameHost: boolean }[]
}

export type ProgrammePage = {
  visitId: string
  title: string
  language: string
  timeZone: string
  today: Day
  days: Day[]
  slots: PlannedSlot[]
  /** Slots on days that are not agreed any more; they are not among `slots`. */
  outside: PlannedSlot[]
  goals: Goal[]
  works: ImprovementWork[]
  unserved: Goal[]
  unpresented: ImprovementWork[]
  hosts: { id: string; name: string; profession: string }[]
  /** Days to move along when the visit's days have changed; 0 when there is nothing to ask. */
  shift: number
  /** Before the days are agreed and after the visit nothing is planned. */
  open: boolean
  may: { kinds: SlotKind[]; move: boolean; follow: boolean }
  pocket: { hostUnit: string; coordinators: string[]; practicalities: string; meetingUrl: string; language: string }
}

/**
 * The whole programme with what is wrong with it: overlaps, days that are not agreed, goals and works without a slot.
 * @throws not_found unless the actor may read what is written for the participants.
 */
export async function findProgrammeFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<ProgrammePage> {
  const file = await findVisitFor(actor, visitId, ctx)
  hiddenUnless(canReadInside(actor, file))
  const { visit, hostUnit, participants } = file
  const days = visitDays(visit)
  const slots = await readSlots(visitId, ctx)
  const goals = await readGoals(visitId, ctx)
  const works = await readWorks(visitId, ctx)
  const profile = (await ctx.db.select().from(unitProfiles).where(eq(unitProfiles.unitId, hostUnit.id)))[0]
  const planned = await findPlannedDays(visitId, ctx)
  const overlaps = overlapsIn(slots)
  const outside = slotsOutside(slots, days)
  const whole = (slot: Slot): PlannedSlot => ({
    ...slot,
    hostName: participants.find((person) => person.id === slot.hostParticipantId)?.name ?? null,
    mayChange: canPlan(actor, file, slot.kind),
    beside: overlaps.flatMap(({ first, second, sameHost }) => {
      if (first.id !== slot.id && second.id !== slot.id) return []
      const { id, title, language } = first.id === slot.id ? second : first
      return [{ id, title, language, sameHost }]
    }),
  })
  const hosts = participants.filter((person) => person.side === 'host' && person.leftAt === null)
  return {
    visitId,
    title: visit.title,
    language: visit.language,
    timeZone: visit.timeZone,
    today: dayAt(ctx.now, visit.timeZone),
    days,
    slots: slots.filter((slot) => !outside.includes(slot)).map(whole),
    outside: outside.map(whole),
    goals,
    works,
    unserved: unservedGoals(goals, slots),
    unpresented: unpresentedWorks(works, slots),
    hosts: hosts.map(({ id, name, profession }) => ({ id, name, profession })),
    shift: slots.length > 0 && isPlannable(file) ? shiftDays(planned?.plannedFrom ?? null, days[0] ?? null) : 0,
    open: isPlannable(file) && days.length > 0,
    may: {
      kinds: days.length > 0 ? plannableKinds(actor, file, slotKinds) : [],
      move: canMoveProgramme(actor, file),
      follow: participantOf(actor, file) !== null && days.length > 0,
    },
    pocket: {
      hostUnit: hostUnit.name,
      coordinators: hosts.filter((person) => person.isCoordinator).map((person) => person.name),
      practicalities: profile?.practicalities ?? '',
      meetingUrl: visit.meetingUrl,
      language: hostUnit.language,
    },
  }
}
