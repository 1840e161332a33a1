// What the page of a unit's walks is sent: in one language, and no more of the path than its titles.
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { UnitWalks } from './queries/unit-walks.server.ts'

export type UnitWalksView = ReturnType<typeof unitWalksView>

/** Counts only, as `readStand` lets them be shown. */
export function unitWalksView({ unit, above, path, choices, least, here, below }: UnitWalks, locale: Locale) {
  const named = ({ id, name, language }: UnitWalks['unit']) => ({ id, name, language })
  const { modules, ...stand } = here
  const language = languageFor(path.languages, locale)
  return {
    ...{ unit: named(unit), above: above.map(named), least, here: stand },
    path: { id: path.id, version: path.version, title: path.title[language] },
    choices: choices.map(({ languages, title, ...one }) => ({ ...one, title: title[languageFor(languages, locale)] })),
    modules: path.modules.map(({ id, title, joint }, index) => ({
      ...{ id, number: index + 1, title: title[language], hasJoint: joint !== null },
      walked: modules[index]?.walked ?? 0,
      joint: modules[index]?.joint ?? 0,
    })),
    below: below.map(({ place, all, states }) => ({ ...named(place), all, states })),
  }
}
