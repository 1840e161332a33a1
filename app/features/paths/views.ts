// What the doors answer with: the path in one language, and no more of it than the page shows.
import type { Locale } from '#app/kernel/locales.ts'
import { type LearningModule, type LearningPath, toolIds } from './rules/shape.ts'
import type { Sheet } from './rules/shape-of-sheets.ts'
import { spoken } from './rules/spoken.ts'
import { coreTime, timeOf } from './rules/time.ts'

export function overviewOf(path: LearningPath, sheets: readonly Sheet[], locale: Locale) {
  const { id, title, lead, pace } = path
  return {
    path: spoken({ id, title, lead, pace }, locale),
    time: coreTime(path.modules),
    modules: path.modules.map((one) => ({
      ...spoken({ id: one.id, title: one.title, aim: one.aim, optional: one.optional }, locale),
      time: timeOf(one),
    })),
    sheets: toolIds
      .flatMap((tool) => sheets.filter((one) => one.id === tool))
      .map(({ id, title }) => spoken({ id, title }, locale)),
  }
}

/** The module without the texts of its activities, which have pages of their own. */
export function moduleView(path: LearningPath, module: LearningModule, locale: Locale) {
  const { tracks, ...rest } = module
  const steps = (track: keyof typeof tracks) =>
    tracks[track].map(({ id, title, minutes }) => spoken({ id, title, minutes }, locale))
  return {
    path: {
      ...spoken({ id: path.id, title: path.title }, locale),
      modules: path.modules.map(({ id, title, optional }) => spoken({ id, title, optional }, locale)),
    },
    module: { ...spoken(rest, locale), tracks: { resource_person: steps('resource_person'), leader: steps('leader') } },
  }
}
