// A learning group's page in one language.
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { findGroupPageFor } from './queries/groups.server.ts'

export type GroupView = ReturnType<typeof groupView>

/** What is shared stands below its module; modules without anything are left out. */
export function groupView({ path, shared, ...page }: Awaited<ReturnType<typeof findGroupPageFor>>, locale: Locale) {
  const language = path ? languageFor(path.languages, locale) : locale
  const modules = path?.modules ?? []
  return {
    ...page,
    pathTitle: path?.title[language] ?? null,
    shared: modules
      .map(({ id, title }) => ({ id, title: title[language], thoughts: shared.filter((one) => one.moduleId === id) }))
      .filter((module) => module.thoughts.length > 0),
  }
}
