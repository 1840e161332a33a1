// The laws of the organisation tree and of what a unit offers. A lineage is all units above and the unit itself, itself last.
import { z } from 'zod'
import { addDays, addMonths, type Day, day, instantAt } from '#app/kernel/days.ts'
import { type Country, countries, type Language, languages, unitKinds, type VisitForm, visitForms } from './rules/words.ts'

export * from './rules/words.ts'

const line = (most: number) => z.string().trim().max(most)
const text = z.string().trim().max(4000).default('')
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

const unitFields = {
  name: line(160).min(1),
  city: line(80).default(''),
  placeCode: z.string().max(10).optional(),
  language: z.enum(languages),
}

export const newUnitInput = z.object({
  id: z.uuid(),
  parentId: z.uuid().optional(),
  kind: z.enum(unitKinds),
  country: z.enum(countries),
  ...unitFields,
})
export type NewUnitInput = z.output<typeof newUnitInput>

/** A checkbox: ticked sends `on`, unticked nothing. */
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

export const unitInput = z
  .object({
    ...unitFields,
    /** Kind and country stay as they are when they are not given. */
    kind: z.enum(unitKinds).optional(),
    country: z.enum(countries).optional(),
    isOpen: ticked,
    canShow: text,
    struggleWith: text,
    practicalities: text,
    languages: z.array(z.enum(languages)).default([]),
    forms: z.array(z.enum(visitForms)).default([]),
    groupMin: count(1, 200),
    groupMax: count(1, 200),
    daysMin: count(1, 60),
    daysMax: count(1, 60),
    noticeMonths: count(0, 24),
    version: z.coerce.number().int().min(0),
  })
  .refine((unit) => unit.groupMin <= unit.groupMax, { path: ['groupMax'], error: 'units_error_group_range' })
  .refine((unit) => unit.daysMin <= unit.daysMax, { path: ['daysMax'], error: 'units_error_days_range' })
  .refine((unit) => !unit.isOpen || unit.canShow !== '', { path: ['canShow'], error: 'units_error_open_without_words' })
  .refine((unit) => !unit.isOpen || unit.languages.length > 0, {
    path: ['languages'],
    error: 'units_error_open_without_language',
  })
  .refine((unit) => !unit.isOpen || unit.forms.length > 0, { path: ['forms'], error: 'units_error_open_without_form' })
export type UnitInput = z.output<typeof unitInput>

export const closedPeriodInput = z
  .object({ id: z.uuid(), startsOn: day, endsOn: day, reason: line(200).default('') })
  .refine((period) => period.startsOn <= period.endsOn, { path: ['endsOn'], error: 'units_error_period_order' })
export type ClosedPeriodInput = z.output<typeof closedPeriodInput>

export const moveInput = z.object({ parentId: z.uuid().optional() })

export type Lineage = readonly string[]

/** The lineage of a unit below `parent` (empty for a unit without one). */
export function lineageBelow(parent: Lineage, id: string): string[] {
  return [...parent, id]
}

/** Would the unit come to stand below itself? */
export function isCycle(unitId: string, newParent: Lineage): boolean {
  return newParent.includes(unitId)
}

/** The first day that gives the unit the notice it asks for. */
export function earliestStart({ noticeMonths }: { noticeMonths: number }, today: Day): Day {
  return addMonths(today, noticeMonths)
}

/** Does any of the texts contain every word of the search? Accents and case do not matter; å finds a, ø finds o. */
export function matches(texts: readonly string[], search: string): boolean {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const all = plain(texts.join(' \n '))
  return words.every((word) => all.includes(word))
}

function plain(value: string): string {
  return value
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ð', 'd')
    .replaceAll('þ', 'th')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
}

const offerFilter = z.object({
  country: z.enum(countries).optional().catch(undefined),
  language: z.enum(languages).optional().catch(undefined),
  form: z.enum(visitForms).optional().catch(undefined),
  search: line(100).optional().catch(undefined),
})
export type OfferFilter = { country?: Country; language?: Language; form?: VisitForm; search?: string }

/** What an address asks of the list of offers; what is not understood is left out. */
export function readOfferFilter(search: URLSearchParams): OfferFilter {
  const given = (name: string) => search.get(name) || undefined
  const asked = { country: given('country'), language: given('language'), form: given('form'), search: given('q') }
  const read = offerFilter.parse(asked)
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value)) as OfferFilter
}

export const guestEndInput = z.object({ endsOn: day })

/** The first instant after the day, in the unit's zone: a role that holds "until the 3rd" holds all of the 3rd. */
export function instantAfter(lastDay: Day, zone: string): Date {
  return instantAt(addDays(lastDay, 1), '00:00', zone)
}
