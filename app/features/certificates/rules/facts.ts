// What a certificate says: taken down once, on the day it is given, and never changed.
import type { Walker } from '#app/features/pairs/words.ts'
import { addDays, addMonths, type Day, HOME_ZONE, instantAt } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'

export type CertificateFacts = {
  /** As the person was called that day. */
  name: string
  role: Walker
  path: { id: string; version: number; title: string }
  /** Own and joint work of the modules that everybody walks. */
  hours: number
  modules: string[]
  completedOn: Day
  issuedOn: Day
  unit: { id: string; name: string }
  /** The language that titles are in, and the paper. */
  language: Locale
  /** Who gives it: the operator's name. */
  issuer: string
}

/**
 * How long a path's certificate holds, in months. No law sets an end: ours is three years, because a certificate speaks of a
 * path as it was, of a mandate at a unit and of a habit of teaching, and none of the three stays for long in wards where
 * people change places. It is renewed by walking what has been added since.
 */
const VALID_MONTHS = 36

/** From so many days before its end a certificate can be renewed. */
export const RENEWABLE_DAYS = 90

/** The last day that a certificate of this day holds, and the instant after it. */
export function validityFrom(issuedOn: Day): { lastDay: Day; until: Date } {
  const end = addMonths(issuedOn, VALID_MONTHS)
  return { lastDay: addDays(end, -1), until: instantAt(end, '00:00', HOME_ZONE) }
}
