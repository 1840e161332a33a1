// The room's words on screen, one map a list: explicit, so that a missing text is a type error and bundles stay small.
import { formatDay, formatDayRange, formatList } from '#app/i18n/format.ts'
import type { Day } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { DateRange, DateWarning } from '../rules/dates.ts'
import type { ClockReason } from '../rules/moves.ts'
import type { Section } from '../rules/reference.ts'
import type { Direction, Side, VisitForm, VisitStatus } from '../rules/words.ts'

type Words = () => string

const statusWords: Record<VisitStatus, Words> = {
  asked: m.visits_status_asked,
  in_dialogue: m.visits_status_in_dialogue,
  confirmed: m.visits_status_confirmed,
  preparing: m.visits_status_preparing,
  under_way: m.visits_status_under_way,
  evaluating: m.visits_status_evaluating,
  summarised: m.visits_status_summarised,
  followed_up: m.visits_status_followed_up,
  closed: m.visits_status_closed,
  declined: m.visits_status_declined,
  withdrawn: m.visits_status_withdrawn,
  cancelled: m.visits_status_cancelled,
}

/** Where the visit stands, in one word; the first step of an invited visit is an invitation. */
export function statusName(status: VisitStatus, direction: Direction = 'asked'): string {
  return status === 'asked' && direction === 'invited' ? m.visits_status_invited() : statusWords[status]()
}

const formWords: Record<VisitForm, Words> = {
  on_site: m.visits_form_on_site,
  digital: m.visits_form_digital,
  mixed: m.visits_form_mixed,
}

export function formName(form: VisitForm): string {
  return formWords[form]()
}

const sectionWords: Record<Section, Words> = {
  dates: m.visits_section_dates,
  people: m.visits_section_people,
  rules: m.visits_section_rules,
  preparation: m.visits_section_preparation,
  programme: m.visits_section_programme,
  room: m.visits_section_room,
  blog: m.visits_section_blog,
  evaluation: m.visits_section_evaluation,
  summary: m.visits_section_summary,
  'follow-up': m.visits_section_follow_up,
  results: m.visits_section_results,
  history: m.visits_section_history,
}

export function sectionName(section: Section): string {
  return sectionWords[section]()
}

const clockWords: Record<ClockReason, Words> = {
  days_agreed: m.visits_clock_days_agreed,
  first_day: m.visits_clock_first_day,
  last_day_over: m.visits_clock_last_day_over,
  follow_up_over: m.visits_clock_follow_up_over,
  no_summary: m.visits_clock_no_summary,
  done: m.visits_clock_done,
  no_answer: m.visits_clock_no_answer,
}

const movedSentences: Record<VisitStatus, (words: { who: string }) => string> = {
  asked: m.visits_moved_asked,
  in_dialogue: m.visits_moved_in_dialogue,
  confirmed: m.visits_moved_confirmed,
  preparing: m.visits_moved_preparing,
  under_way: m.visits_moved_under_way,
  evaluating: m.visits_moved_evaluating,
  summarised: m.visits_moved_summarised,
  followed_up: m.visits_moved_followed_up,
  closed: m.visits_moved_closed,
  declined: m.visits_moved_declined,
  withdrawn: m.visits_moved_withdrawn,
  cancelled: m.visits_moved_cancelled,
}

/** What a move was, as a sentence; the clock's moves name nobody. */
export function movedWords(to: VisitStatus, who: string): string {
  return movedSentences[to]({ who })
}

/** Why the clock moved a visit; empty for a reason that is not the clock's. */
export function clockReasonWords(reason: string): string {
  return reason in clockWords ? clockWords[reason as ClockReason]() : ''
}

export function sideName(side: Side): string {
  return side === 'host' ? m.visits_side_host() : m.visits_side_guest()
}

export function sidesName(side: Side): string {
  return side === 'host' ? m.visits_side_hosts() : m.visits_side_guests()
}

/** "Nordvik på besök hos Tallbacken"; until days are agreed, who wants what. */
export function pairSentence(
  visit: { startsOn: Day | null; direction: Direction },
  host: string,
  guestNames: readonly string[],
): string {
  const words = { host, guests: formatList(guestNames) }
  if (visit.startsOn) return m.visits_pair(words)
  return visit.direction === 'asked' ? m.visits_pair_asked(words) : m.visits_pair_invited(words)
}

/** "tisdag 2 – torsdag 4 februari 2027, från lunch" */
export function rangeWords(range: DateRange): string {
  const parts = [
    ...(range.startPart === 'afternoon' ? [m.visits_part_afternoon()] : []),
    ...(range.endPart === 'morning' ? [m.visits_part_morning()] : []),
  ]
  return [formatDayRange(range.startsOn, range.endsOn), ...parts].join(', ')
}

/** What speaks against the days, as a sentence. */
export function warningWords(warning: DateWarning): string {
  switch (warning.kind) {
    case 'in_the_past':
      return m.visits_warning_in_the_past()
    case 'short_notice':
      return m.visits_warning_short_notice({ months: warning.months, earliest: formatDay(warning.earliest) })
    case 'closed':
      return m.visits_warning_closed({ days: days(warning), reason: warning.reason }).trim()
    case 'taken':
      return m.visits_warning_taken({ days: days(warning) })
    case 'longer_than_usual':
      return m.visits_warning_longer_than_usual({ days: warning.days })
    case 'shorter_than_usual':
      return m.visits_warning_shorter_than_usual({ days: warning.days })
    case 'large_group':
      return m.visits_warning_large_group({ people: warning.people })
  }
}

function days(range: { startsOn: Day; endsOn: Day }): string {
  return formatDayRange(range.startsOn, range.endsOn)
}

/** "i dag", "i morgon", "om 15 dagar"; empty for days that have passed. */
export function inDaysWords(count: number | null): string {
  if (count === null || count < 0) return ''
  return count === 0 ? m.visits_in_days_today() : m.visits_in_days({ count })
}

/** "Hjemmetjenesten Nordvik (Norge)" */
export function unitWithCountry(unit: { name: string; countryName: string }): string {
  return `${unit.name} (${unit.countryName})`
}
