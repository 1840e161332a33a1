// What is left before the visit: lines as data, dates counted from the first day, done by sight or by hand.
import { addDays, type Day, dayAt } from '#app/kernel/days.ts'
import type { ChecklistItem, Section, SeenFact } from './reference.ts'
import type { Side, VisitForm } from './words.ts'

/** Something the product has seen: done, when, and for lines that each person does: how many of how many. */
export type Seen = { done: boolean; at?: Date | null; by?: string | null; count?: { done: number; of: number } }

export type ChecklistFacts = {
  form: VisitForm
  startsOn: Day | null
  timeZone: string
  seen: Partial<Record<SeenFact, Seen>>
  /** Lines ticked by hand, by key. */
  ticks: ReadonlyMap<string, { at: Date; by: string | null }>
}

export type ChecklistLine = {
  key: string
  side: Side | 'both'
  text: ChecklistItem['text']
  section: Section | null
  /** The day it should be done by; null until days are agreed. */
  dueOn: Day | null
  isLate: boolean
  done: boolean
  doneAt: Date | null
  doneBy: string | null
  count: { done: number; of: number } | null
  /** May be ticked by hand; by whom, the policy says. */
  byHand: boolean
}

/**
 * The lines of a side (or of both, for `null`: somebody who only looks on), in the order they fall due.
 * Lines that the form of the visit does not need are left out; a fact that no room has told yet counts as not done.
 */
export function checklistFor(
  items: readonly ChecklistItem[],
  facts: ChecklistFacts,
  side: Side | null,
  now: Date,
): ChecklistLine[] {
  const today = dayAt(now, facts.timeZone)
  return items
    .filter((item) => item.forms.includes(facts.form) && (side === null || item.side === 'both' || item.side === side))
    .map((item) => lineOf(item, facts, today))
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
}

function lineOf(item: ChecklistItem, facts: ChecklistFacts, today: Day): ChecklistLine {
  const seen = item.seenBy ? facts.seen[item.seenBy] : undefined
  const tick = item.seenBy ? undefined : facts.ticks.get(item.key)
  const done = seen?.done ?? tick !== undefined
  const dueOn = facts.startsOn && addDays(facts.startsOn, -item.daysBeforeStart)
  return {
    key: item.key,
    side: item.side,
    text: item.text,
    section: item.section,
    dueOn,
    isLate: !done && dueOn !== null && today > dueOn,
    done,
    doneAt: seen?.at ?? tick?.at ?? null,
    doneBy: seen?.by ?? tick?.by ?? null,
    count: seen?.count ?? null,
    byHand: item.seenBy === null,
  }
}
