// The programme's laws: order, overlaps, the agreed days, what serves whom, now and next. Wall clock in the visit's zone.
import { z } from 'zod'
import { type Day, day, daysBetween, instantAt } from '#app/kernel/days.ts'
import { id } from '#app/kernel/ids.ts'
import { type Slot, slotKinds } from './words.ts'

/** 'HH:MM'; people also write 8.15, 8:15 and 0815. */
export const timeOfDay = z.preprocess(
  (value) => {
    if (typeof value !== 'string') return value
    const match = /^\s*(\d{1,2})[.:]?(\d{2})\s*$/.exec(value)
    return match?.[1] ? `${match[1].padStart(2, '0')}:${match[2]}` : value
  },
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'programme_error_time'),
)

export const slotInput = z
  .object({
    day,
    startsAt: timeOfDay,
    endsAt: timeOfDay,
    kind: z.enum(slotKinds),
    title: z.string().trim().min(1).max(200),
    place: z.string().trim().max(300).default(''),
    notes: z.string().trim().max(4000).default(''),
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    hostParticipantId: id.optional(),
    goalIds: z.array(id).max(50).default([]),
    improvementWorkId: id.optional(),
  })
  .refine((slot) => slot.startsAt < slot.endsAt, { path: ['endsAt'], message: 'programme_error_end_before_start' })
export type SlotInput = z.infer<typeof slotInput>

const version = z.coerce.number().int().positive()
export const newSlotForm = z.intersection(slotInput, z.object({ id }))
export const changedSlotForm = z.intersection(slotInput, z.object({ version }))
export const removedSlotForm = z.object({ version })
export const moveForm = z.object({ keep: z.enum(['yes', 'no']) })
export const calendarForm = z.object({})

/** In the order of the day; parallel tracks by title, then by id so that the order never wavers. */
export function inOrder<S extends Slot>(slots: readonly S[]): S[] {
  return [...slots].sort(
    (a, b) =>
      compare(a.day, b.day) ||
      compare(a.startsAt, b.startsAt) ||
      compare(a.endsAt, b.endsAt) ||
      compare(a.title, b.title) ||
      compare(a.id, b.id),
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Do the two share a minute? A slot that begins when the other ends does not. */
export function doOverlap(a: Slot, b: Slot): boolean {
  return a.day === b.day && a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

export type Overlap = { first: Slot; second: Slot /** The same host person is in both. */; sameHost: boolean }

/** Every pair that overlaps. Parallel tracks are allowed: this warns, it never refuses. */
export function overlapsIn(slots: readonly Slot[]): Overlap[] {
  const ordered = inOrder(slots)
  return ordered.flatMap((first, index) =>
    ordered
      .slice(index + 1)
      .filter((second) => doOverlap(first, second))
      .map((second) => ({
        first,
        second,
        sameHost: first.hostParticipantId !== null && first.hostParticipantId === second.hostParticipantId,
      })),
  )
}

/** Slots on days that are not (or no longer) agreed. */
export function slotsOutside(slots: readonly Slot[], days: readonly Day[]): Slot[] {
  return inOrder(slots).filter((slot) => !days.includes(slot.day))
}

/** Goals that no slot serves. */
export function unservedGoals<G extends { id: string }>(goals: readonly G[], slots: readonly Slot[]): G[] {
  const served = new Set(slots.flatMap((slot) => slot.goalIds))
  return goals.filter((goal) => !served.has(goal.id))
}

/** Improvement works that no slot presents. */
export function unpresentedWorks<W extends { id: string }>(works: readonly W[], slots: readonly Slot[]): W[] {
  const presented = new Set(slots.map((slot) => slot.improvementWorkId))
  return works.filter((work) => !presented.has(work.id))
}

/** The slot's first and last instant. A wall-clock time that summer time skips becomes the next one that exists. */
export function instantsOf(slot: Pick<Slot, 'day' | 'startsAt' | 'endsAt'>, zone: string): { start: Date; end: Date } {
  const start = instantAt(slot.day, slot.startsAt, zone)
  const end = instantAt(slot.day, slot.endsAt, zone)
  if (end < start) return { start, end: start }
  return { start, end }
}

export type SlotMoment = 'done' | 'now' | 'ahead'

export function momentOf(slot: Slot, now: Date, zone: string): SlotMoment {
  const { start, end } = instantsOf(slot, zone)
  if (now < start) return 'ahead'
  return now < end ? 'now' : 'done'
}

/**
 * What goes on and what comes: all slots that have begun and not ended, and all that begin at the next beginning.
 * `minutesLeft`: until the last of the present ones ends. `minutesUntil`: until the next begin; counted in real minutes, rounded up.
 */
export function nowAndNext(
  slots: readonly Slot[],
  now: Date,
  zone: string,
): { now: Slot[]; minutesLeft: number; next: Slot[]; minutesUntil: number } {
  const timed = inOrder(slots).map((slot) => ({ slot, ...instantsOf(slot, zone) }))
  const present = timed.filter((each) => each.start <= now && now < each.end)
  const ahead = timed.filter((each) => each.start > now)
  const nextStart = Math.min(...ahead.map((each) => each.start.getTime()))
  const next = ahead.filter((each) => each.start.getTime() === nextStart)
  return {
    now: present.map((each) => each.slot),
    minutesLeft: present.length ? minutes(Math.max(...present.map((each) => each.end.getTime())) - now.getTime()) : 0,
    next: next.map((each) => each.slot),
    minutesUntil: next.length ? minutes(nextStart - now.getTime()) : 0,
  }
}

/** The next instant at which a slot begins or ends: until then `nowAndNext` names the same slots. Null after the last. */
export function turnAfter(slots: readonly Slot[], now: Date, zone: string): Date | null {
  const turns = slots.flatMap((slot) => Object.values(instantsOf(slot, zone))).filter((turn) => turn > now)
  return turns.length > 0 ? new Date(Math.min(...turns.map((turn) => turn.getTime()))) : null
}

/** Real minutes until the slot ends; 0 unless it goes on now. */
export function minutesLeftOf(slot: Slot, now: Date, zone: string): number {
  return momentOf(slot, now, zone) === 'now' ? minutes(instantsOf(slot, zone).end.getTime() - now.getTime()) : 0
}

function minutes(milliseconds: number): number {
  return Math.ceil(milliseconds / 60_000)
}

/** How many days the programme should move along when the visit's first day moved; 0 when it need not. */
export function shiftDays(plannedFrom: Day | null, startsOn: Day | null): number {
  return plannedFrom && startsOn ? daysBetween(plannedFrom, startsOn) : 0
}

/** The day a page opens on: the one asked for, else today, else the first agreed day. */
export function dayToShow(days: readonly Day[], asked: string | null, today: Day): Day | null {
  if (asked && days.includes(asked)) return asked
  if (days.includes(today)) return today
  return days[0] ?? null
}

/**
 * Where a new slot begins: after the day's last one (else nine o'clock), an hour long; with the goal or work that its link named.
 */
export function newSlotValues(
  programme: {
    days: readonly Day[]
    slots: readonly Slot[]
    goals: readonly { id: string }[]
    works: readonly { id: string }[]
  },
  search: URLSearchParams,
) {
  const asked = search.get('day')
  const onDay = asked && programme.days.includes(asked) ? asked : (programme.days[0] ?? '')
  const last = inOrder(programme.slots.filter((slot) => slot.day === onDay)).map((slot) => slot.endsAt)
  const startsAt = last.sort(compare).at(-1) ?? '09:00'
  const goal = programme.goals.find((each) => each.id === search.get('goal'))
  const work = programme.works.find((each) => each.id === search.get('work'))
  return {
    day: onDay,
    startsAt,
    endsAt: hourAfter(startsAt),
    kind: work ? ('guest_presents' as const) : ('show' as const),
    goalIds: goal ? [goal.id] : [],
    improvementWorkId: work?.id ?? '',
  }
}

function hourAfter(time: string): string {
  const hour = Number(time.slice(0, 2)) + 1
  return hour > 23 ? '23:59' : `${String(hour).padStart(2, '0')}${time.slice(2)}`
}
