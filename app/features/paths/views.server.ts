// What the doors answer with where sheets are named too.
import type { Locale } from '#app/kernel/locales.ts'
import { sheetOf } from './reference.server.ts'
import { activityOf, moduleOf } from './rules/places.ts'
import type { LearningPath } from './rules/shape.ts'
import { languageFor, spoken } from './rules/spoken.ts'

/** One activity with its neighbours. @throws not_found for what is not on the path */
export function activityView(path: LearningPath, place: Record<string, string | undefined>, locale: Locale) {
  const { module } = moduleOf(path, place.moduleId)
  const { activity, track, before, after } = activityOf(module, place.activityId)
  const language = languageFor(path.languages, locale)
  const named = (one: { id: string; title: typeof path.title } | undefined) =>
    one ? spoken({ id: one.id, title: one.title }, language) : null
  const sheet = 'tool' in activity && activity.tool ? sheetOf(activity.tool) : null
  return {
    language,
    path: spoken({ id: path.id, title: path.title }, language),
    module: { ...spoken({ id: module.id, title: module.title }, language), joint: module.joint !== null },
    activity: spoken(activity, language),
    track,
    before: named(before),
    after: named(after),
    // Sheets are ours, in every language.
    sheet: sheet ? spoken({ id: sheet.id, title: sheet.title }, locale) : null,
  }
}
