// What the page for publishing is given: each fault and gap with the page where it is put right.
import type { Locale } from '#app/kernel/locales.ts'
import type { PublishingPage } from './queries/publishing.server.ts'
import type { Place } from './rules/gaps.ts'
import { stepsOf } from './rules/writing.ts'

/** The page for publishing, in one language. */
export function publishView({ file, faults, gaps, ready, editions }: PublishingPage, locale: Locale) {
  const { draft } = file
  const titled = (said: Record<Locale, string>) => said[locale] || draft.languages.map((one) => said[one]).find(Boolean) || ''
  const where = ({ moduleId, activityId }: Place) => {
    const module = draft.modules.find((one) => one.id === moduleId)
    const activity = module && stepsOf(module).find((one) => one.id === activityId)
    return {
      page: module ? (activity ? [module.id, activity.id] : [module.id]) : ['about'],
      titles: [module, activity].flatMap((one) => (one ? [titled(one.title)] : [])),
    }
  }
  const page = ({ moduleId, activityId }: Place) => `${moduleId} ${activityId}`
  const pagesOf = (places: readonly Place[]) =>
    [...new Set(places.map(page))].flatMap((one) => places.find((place) => page(place) === one) ?? [])
  return {
    faults: pagesOf(faults).map((first) => ({
      ...where(first),
      faults: faults.filter((one) => page(one) === page(first)).map(({ kind, part }) => ({ kind, part })),
    })),
    gaps: pagesOf(gaps).map((first) => ({
      ...where(first),
      counts: draft.languages.map((language) => ({
        language,
        count: gaps.filter((gap) => page(gap) === page(first) && gap.language === language).length,
      })),
    })),
    ready,
    /** Ticked to begin with. */
    chosen: draft.languages.filter((language) => ready.includes(language)),
    revision: file.revision,
    next: file.published + 1,
    audience: editions[0]?.audience ?? 'network',
    editions: editions.map(({ version, audience, note, noteLanguage, publishedAt, publishedName, withdrawnAt }) => ({
      ...{ version, audience, note, noteLanguage, publishedAt, publishedName, withdrawnAt },
    })),
  }
}

export type PublishView = ReturnType<typeof publishView>
