// What ships as data for the visits room, read once and checked against its shape.

import { found } from '#app/kernel/errors.ts'
import checklistRows from '#db/reference/checklist.json'
import rules2026 from '#db/reference/entry-rules/2026-1.json'
import kindRows from '#db/reference/visit-kinds.json'
import { checklistItem, type EntryRules, entryRules, type KindOfVisit, kindOfVisit } from './rules/reference.ts'
import type { VisitForm, VisitKind } from './rules/words.ts'

export const visitKindRows: readonly KindOfVisit[] = kindOfVisit.array().parse(kindRows)

export const checklistItems = checklistItem.array().parse(checklistRows)

/** Every version that was ever shown, oldest first: a confirmation keeps the version it was given for. */
const everyRules: readonly EntryRules[] = entryRules.array().parse([rules2026])

export function kindRow(kind: VisitKind): KindOfVisit {
  return found(visitKindRows.find((row) => row.key === kind))
}

export function followUpMonthsOf(kind: VisitKind): readonly number[] {
  return kindRow(kind).followUpMonths
}

/** The rules before entry that hold now, as far as they concern the form of the visit. */
export function currentEntryRules(form: VisitForm): EntryRules {
  const newest = found(everyRules.at(-1))
  return { ...newest, sections: newest.sections.filter((section) => section.forms.includes(form)) }
}

export function currentRulesVersion(): string {
  return found(everyRules.at(-1)).version
}
