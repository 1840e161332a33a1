// The programme as iCalendar (RFC 5545): a feed that a participant's calendar follows, and invitations for mails.
// The law: an entry keeps its UID for ever, its SEQUENCE only grows, and what was taken out is said, not left out.
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventStatus,
} from 'ical-generator'
import type { Participant, VisitFile } from '#app/features/visits/rules.ts'
import { endedEarly, partDaysBetween, rangeOf } from '#app/features/visits/rules.ts'
import { addDays, instantAt } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { instantsOf } from './rules.ts'
import type { Slot } from './words.ts'

type CalendarSlot = Slot & { removedAt: Date | null }

/** The whole programme of one visit for one participant's calendar. `now` stamps the answer; words are as people wrote them. */
export function calendarFeedFor(file: VisitFile, slots: readonly CalendarSlot[], now: Date): string {
  const calendar = emptyCalendar(ICalCalendarMethod.PUBLISH)
  calendar.name(file.visit.title)
  // Clients may read more often; the feed is cheap.
  calendar.ttl(60 * 60)
  addVisit(calendar, file, now)
  for (const slot of slots) addSlot(calendar, file, slot, now)
  return calendar.toString()
}

/**
 * The visit as an invitation that mail programs understand, or its cancellation. One entry: the agreed days. The programme's
 * points come with the feed, so that a mail does not have to be sent for each of them.
 * Null while no days are agreed.
 */
export function calendarInviteFor(
  file: VisitFile,
  participant: Pick<Participant, 'name' | 'email'>,
  method: 'REQUEST' | 'CANCEL',
  now: Date,
): string | null {
  const calendar = emptyCalendar(ICalCalendarMethod[method])
  const event = addVisit(calendar, file, now)
  if (!event) return null
  if (method === 'CANCEL') event.status(ICalEventStatus.CANCELLED)
  invite(event, file.hostUnit.name, participant)
  return calendar.toString()
}

/** Makes the entry an invitation from the unit to one person, who has said yes already. */
export function invite(event: ICalEvent, unitName: string, { name, email }: { name: string; email: string }): void {
  event.organizer({ name: `${unitName} (Samlära)`, email: addressIn(settings().MAIL_FROM) })
  event.createAttendee({ name, email, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false })
}

/** The visit's UID; the same in mails, in feeds, and for ever. */
export function visitUid(visitId: string): string {
  return `visit-${visitId}@samlara`
}

export function slotUid(slotId: string): string {
  return `slot-${slotId}@samlara`
}

export function emptyCalendar(method: ICalCalendarMethod): ICalCalendar {
  return ical({ prodId: { company: 'Samlara', product: 'Samlara', language: 'EN' }, method })
}

function addVisit(calendar: ICalCalendar, file: VisitFile, now: Date) {
  const { visit, hostUnit } = file
  const range = rangeOf(visit)
  if (!range) return null
  const parts = partDaysBetween(range, visit.timeZone)
  const link = visit.form === 'on_site' ? '' : visit.meetingUrl
  return calendar.createEvent({
    id: visitUid(visit.id),
    sequence: visit.calendarSequence,
    stamp: now,
    summary: visit.title,
    // Part days need clock times; DTEND of an all-day entry is the first day after it.
    ...(parts ?? { start: asDate(range.startsOn), end: asDate(addDays(range.endsOn, 1)), allDay: true }),
    status: endedEarly(visit) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    location: visit.form === 'digital' ? link || undefined : hostUnit.name,
    url: `${settings().ORIGIN}/visits/${visit.id}`,
    description: link || undefined,
  })
}

function addSlot(calendar: ICalCalendar, file: VisitFile, slot: CalendarSlot, now: Date): void {
  const { visit } = file
  const gone = slot.removedAt !== null || endedEarly(visit)
  const { start, end } = instantsOf(slot, visit.timeZone)
  const host = file.participants.find((person) => person.id === slot.hostParticipantId)
  calendar.createEvent({
    id: slotUid(slot.id),
    // Both only grow: the slot's own changes and the visit's (dates, cancellation).
    sequence: slot.version - 1 + visit.calendarSequence,
    stamp: now,
    summary: slot.title,
    start,
    end,
    status: gone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    location: [slot.place, file.hostUnit.name].filter(Boolean).join(', '),
    description: [slot.notes, host?.name].filter(Boolean).join('\n\n') || undefined,
    url: `${settings().ORIGIN}/visits/${visit.id}/programme?day=${slot.day}`,
  })
}

/** For an entry that lasts all day. */
export function asDate(day: string): Date {
  return instantAt(day, '00:00', 'UTC')
}

/** 'Samlära <no-reply@samlara.example>' → 'no-reply@samlara.example'. */
function addressIn(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from
}
