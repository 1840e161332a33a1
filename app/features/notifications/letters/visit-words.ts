// What every letter about a visit says in the same way: names, days, why one gets it. Call in the receiver's language.
import { rangeOf } from '#app/features/visits/rules/dates.ts'
import { otherSide, type Side, type Visit, type VisitFile } from '#app/features/visits/rules/words.ts'
import { rangeWords } from '#app/features/visits/ui/words.ts'
import { countryName, formatList } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { Letter, Quote } from '../words.ts'

export function guestsOf(file: VisitFile): string {
  return formatList(file.guestUnits.map((unit) => unit.name))
}

/** The side's name: the unit, or the organisations that the guests come from. */
export function nameOf(side: Side, file: VisitFile): string {
  return side === 'host' ? file.hostUnit.name : guestsOf(file)
}

export function acrossFrom(side: Side, file: VisitFile): string {
  return nameOf(otherSide(side), file)
}

/** The days with their parts, or '' while none are agreed. */
export function daysOf(days: Parameters<typeof rangeOf>[0]): string {
  const range = rangeOf(days)
  return range ? rangeWords(range) : ''
}

/** The side of somebody who gets a letter; those without a seat answer for the host. */
export function sideOf({ participants }: VisitFile, participantId: string | null): Side {
  return participants.find((person) => person.id === participantId)?.side ?? 'host'
}

export function addressOf(visit: Pick<Visit, 'id'>, section?: string): string {
  return `/visits/${visit.id}${section ? `/${section}` : ''}`
}

/** Who meets and when. */
export function factsOf(file: VisitFile): NonNullable<Letter['facts']> {
  const guests = file.guestUnits.map((unit) => `${unit.name} (${countryName(unit.country)})`)
  return [
    { label: m.notifications_fact_visit(), value: file.visit.title },
    { label: m.notifications_fact_host(), value: `${file.hostUnit.name} (${countryName(file.hostUnit.country)})` },
    { label: m.notifications_fact_guests(), value: formatList(guests) },
    ...(file.visit.startsOn ? [{ label: m.notifications_fact_days(), value: daysOf(file.visit) }] : []),
    ...(file.visit.meetingUrl ? [{ label: m.notifications_fact_meeting(), value: file.visit.meetingUrl }] : []),
  ]
}

/** Why somebody moved or changed the visit, in the language of the one who wrote it, as far as that is known. */
export function reasonOf(
  { reason, actorId }: { reason: string; actorId: string | null },
  { participants, hostUnit }: VisitFile,
): Quote[] {
  const writer = participants.find((person) => person.userId === actorId)
  return reason ? [{ words: reason, language: writer?.locale ?? hostUnit.language, by: writer?.name ?? '' }] : []
}
