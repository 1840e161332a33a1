// What the doors answer with: the path in one language, and no more of it than the page shows.
import type { Locale } from '#app/kernel/locales.ts'
import type { PathToEdit } from './queries/drafts.server.ts'
import type { Edition } from './queries/library.server.ts'
import { type LearningModule, type LearningPath, toolIds } from './rules/shape.ts'
import type { Sheet } from './rules/shape-of-sheets.ts'
import { languageFor, spoken } from './rules/spoken.ts'
import { coreTime, timeOf } from './rules/time.ts'

/** `locale`: the reader's; the path answers in it where it can. */
export function overviewOf(path: LearningPath, sheets: readonly Sheet[], locale: Locale) {
  const { id, title, lead, pace } = path
  const language = languageFor(path.languages, locale)
  return {
    language,
    path: spoken({ id, title, lead, pace }, language),
    time: coreTime(path.modules),
    modules: path.modules.map((one) => ({
      ...spoken({ id: one.id, title: one.title, aim: one.aim, optional: one.optional, requires: one.requires }, language),
      time: timeOf(one),
    })),
    sheets: sheetsOn(path)
      .flatMap((tool) => sheets.filter((one) => one.id === tool))
      .map(({ id, title }) => spoken({ id, title }, locale)),
  }
}

/** The sheets that the path's activities use, in the order sheets are listed in. */
function sheetsOn(path: LearningPath) {
  const used = path.modules.flatMap(({ tracks }) =>
    [...tracks.resource_person, ...tracks.leader].flatMap((one) => ('tool' in one && one.tool ? [one.tool] : [])),
  )
  return toolIds.filter((tool) => used.includes(tool))
}

/** The module without the texts of its activities, which have pages of their own. */
export function moduleView(path: LearningPath, module: LearningModule, locale: Locale) {
  const { tracks, ...rest } = module
  const language = languageFor(path.languages, locale)
  const steps = (track: keyof typeof tracks) =>
    tracks[track].map(({ id, kind, title, minutes }) => spoken({ id, kind, title, minutes }, language))
  return {
    language,
    path: {
      ...spoken({ id: path.id, title: path.title }, language),
      modules: path.modules.map(({ id, title, optional }) => spoken({ id, title, optional }, language)),
    },
    module: { ...spoken(rest, language), tracks: { resource_person: steps('resource_person'), leader: steps('leader') } },
  }
}

/** A path among others. */
export function inList({ pathId, version, publishedAt, summary, audience }: Edition, locale: Locale) {
  const { languages, title, lead, by, minutes } = summary
  const language = languageFor(languages, locale)
  const [first] = lead[language]
  const words = typeof first === 'string' ? first : null
  return { id: pathId, version, publishedAt, audience, language, languages, title: title[language], words, by, minutes }
}

/** A path that the reader writes. */
export function inWriting({ pathId, owner, title, languages, begun, savedAt, published }: PathToEdit, locale: Locale) {
  const language = languageFor(languages, locale)
  return { id: pathId, owner, title: title[language], language, begun, savedAt, published }
}
