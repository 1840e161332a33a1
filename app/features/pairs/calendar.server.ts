// Talks as iCalendar: a file to keep, an invitation for mails, and a feed with all talks of a person.
// The law is the programme's: an entry keeps its UID for ever, its SEQUENCE only grows, and what is called off is said.
import { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { asDate, emptyCalendar, invite } from '#app/features/programme/calendar.server.ts'
import { addDays, instantAt } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { TalkRow } from './queries/talks.server.ts'
import type { PairFile } from './rules/pair.ts'
import { TALK_MINUTES } from './rules/talks.ts'
import { pairAddress, pairTitle } from './ui/words.ts'

type Entry = { pair: PairFile; leader: string | null; talk: TalkRow }

/** Every entry for a calendar that follows an address, or one in a file to open. Words are in the language at hand. */
export function talkCalendar(entries: readonly Entry[], now: Date): string {
  const calendar = emptyCalendar(ICalCalendarMethod.PUBLISH)
  calendar.name(m.pairs_talks())
  calendar.ttl(60 * 60)
  for (const entry of entries) addTalk(calendar, entry, now)
  return calendar.toString()
}

/** As mail programs understand it: an invitation, or its cancellation. */
export function talkInvite(entry: Entry, to: { name: string; email: string }, now: Date) {
  return inMail(entry, to, entry.talk.outcome === 'cancelled' ? 'CANCEL' : 'REQUEST', now)
}

/** For somebody whose talk it is no longer: only theirs is cancelled, the talk goes on. */
export function talkWithdrawal({ talk, ...entry }: Entry, to: { name: string; email: string }, now: Date) {
  return inMail({ ...entry, talk: { ...talk, outcome: 'cancelled' } }, to, 'CANCEL', now)
}

function inMail(entry: Entry, to: { name: string; email: string }, method: 'CANCEL' | 'REQUEST', now: Date) {
  const calendar = emptyCalendar(ICalCalendarMethod[method])
  invite(addTalk(calendar, entry, now), entry.pair.unit.name, to)
  return { method, content: calendar.toString() } as const
}

/** The talk's UID; the same in mails, files and feeds, and for ever. What was written in the talk stays on its page. */
function addTalk(calendar: ICalCalendar, { pair, leader, talk }: Entry, now: Date) {
  const { onDay, startsAt, place } = talk
  const start = startsAt ? instantAt(onDay, startsAt, pair.unit.timeZone) : asDate(onDay)
  const timed = { start, end: new Date(start.getTime() + TALK_MINUTES * 60_000) }
  return calendar.createEvent({
    id: `talk-${talk.id}@samlara`,
    sequence: talk.calendarSequence,
    stamp: now,
    summary: m.pairs_talk_summary({ names: pairTitle({ resourcePerson: pair.resourcePerson.name, leader }) }),
    ...(startsAt ? timed : { start, end: asDate(addDays(onDay, 1)), allDay: true }),
    status: talk.outcome === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    location: place || undefined,
    url: `${settings().ORIGIN}${pairAddress(pair.id, 'talks', talk.id)}`,
  })
}
