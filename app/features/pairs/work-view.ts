// What counts by itself, in one language, as pages are sent it.
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Day } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { WorkView } from './queries/pair-work.server.ts'

export type Cycle = {
  id: string
  onDay: Day
  plan: string
  done: string
  study: string
  act: string
  language: string
  version: number
}

export type WorkLine = ReturnType<typeof workLine>

/** One piece of work with the name of the activity that it counts for. */
export function workLine({ activity, languages, ...work }: WorkView, locale: Locale) {
  return { ...work, activity: { ...activity, title: activity.title[languageFor(languages, locale)] } }
}
