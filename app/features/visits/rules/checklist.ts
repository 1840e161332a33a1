// What is left before the visit, role by role: lines as data, dates counted from the first day, done by sight or by hand.
import { addDays, type Day, dayAt } from '#app/kernel/days.ts'
import type { ChecklistItem, ChecklistRole, Section, SeenFact } from './reference.ts'
import type { VisitForm } from './words.ts'

/** Something the product has seen: done, when, how much of it. `people`: who has, for lines that each person does. */
export type Seen = { done: boolean; at?: Date | null; count?: Count; people?: ReadonlyMap<string, Date> }
type Count = { done: number; of: number }

/** A line ticked by hand; `participantId` for lines that each person does. */
export type Tick = { item: string; participantId: string | null; at: Date; by: string | null }

export type ChecklistFacts = {
  form: VisitForm
  startsOn: Day | null
  timeZone: string
  /** Who takes part on each side: participants' ids. */
  people: Record<'host' | 'guest', readonly string[]>
  seen: Partial<Record<SeenFact, Seen>>
  ticks: readonly Tick[]
}

/** The reader: their roles, and their seat when they take part. */
export type ChecklistReader = { roles: readonly ChecklistRole[]; participantId: string | null }

export type ChecklistLine = {
  key: string
  role: ChecklistRole
  text: ChecklistItem['text']
  section: Section | null
  /** The day it should be done by; null until days are agreed. */
  dueOn: Day | null
  isLate: boolean
  done: boolean
  doneAt: Date | null
  doneBy: string | null
  /** How many of how many: people named, or those who have done what each does for themselves. */
  count: Count | null
  isMine: boolean
  mayTick: boolean
}

/**
 * Every role's lines, in the order they fall due. A line that each person does is the reader's own for those whom it
 * concerns, and counted for everybody else. Lines that the form of the visit does not need are left out; a fact that no
 * room has told yet counts as not done.
 */
export function checklistFor(
  items: readonly ChecklistItem[],
  facts: ChecklistFacts,
  reader: ChecklistReader,
  now: Date,
): ChecklistLine[] {
  const today = dayAt(now, facts.timeZone)
  return items
    .filter((item) => item.forms.includes(facts.form))
    .flatMap((item) => item.roles.map((role) => lineOf(item, role, facts, reader, today)))
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
}

/** Does everybody of this role do the line for themselves? */
export function isPersonal(role: ChecklistRole): role is 'host' | 'guest' {
  return role === 'host' || role === 'guest'
}

/** The role in which somebody may tick the line by hand, or undefined. A line for each person is nobody else's to tick. */
export function tickingRole(item: ChecklistItem, roles: readonly ChecklistRole[]): ChecklistRole | undefined {
  return item.tickedBy?.find((role) => roles.includes(role))
}

type Done = { done: boolean; at?: Date | null | undefined; by?: string | null | undefined; count?: Count }

function lineOf(
  item: ChecklistItem,
  role: ChecklistRole,
  facts: ChecklistFacts,
  reader: ChecklistReader,
  today: Day,
): ChecklistLine {
  const isMine = reader.roles.includes(role)
  const people = isPersonal(role) ? facts.people[role] : null
  const done = people ? (isMine ? byOne(item, facts, reader.participantId) : byAll(item, facts, people)) : once(item, facts)
  const dueOn = facts.startsOn && addDays(facts.startsOn, -item.daysBeforeStart)
  return {
    key: item.key,
    role,
    text: item.text,
    section: item.section,
    dueOn,
    isLate: !done.done && dueOn !== null && today > dueOn,
    done: done.done,
    doneAt: done.at ?? null,
    doneBy: done.by ?? null,
    count: people && !isMine ? countOf(item, facts, people) : (done.count ?? null),
    isMine,
    mayTick: tickingRole(item, reader.roles) !== undefined,
  }
}

function once(item: ChecklistItem, facts: ChecklistFacts): Done {
  if (item.seenBy) return facts.seen[item.seenBy] ?? { done: false }
  const tick = facts.ticks.find((each) => each.item === item.key)
  return { done: tick !== undefined, at: tick?.at, by: tick?.by }
}

function byOne(item: ChecklistItem, facts: ChecklistFacts, participantId: string | null): Done {
  const at = item.seenBy
    ? facts.seen[item.seenBy]?.people?.get(participantId ?? '')
    : facts.ticks.find((tick) => tick.item === item.key && tick.participantId === participantId)?.at
  return { done: at !== undefined, at }
}

function countOf(item: ChecklistItem, facts: ChecklistFacts, people: readonly string[]): Count {
  return { done: people.filter((id) => byOne(item, facts, id).done).length, of: people.length }
}

function byAll(item: ChecklistItem, facts: ChecklistFacts, people: readonly string[]): Done {
  return { done: people.length > 0 && people.every((id) => byOne(item, facts, id).done) }
}
