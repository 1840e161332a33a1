// The draft as a path to read, for those who write it: the same pages, at addresses of their own.
import { found } from '#app/kernel/errors.ts'
import { type Locale, locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import type { DraftFile } from './queries/drafts.server.ts'
import type { LearningPath, Track } from './rules/shape.ts'
import type { VersionFacts } from './ui/AboutVersion.tsx'

/** As whom one looks at it. */
export const previewers = ['visitor', 'resource_person', 'leader'] as const
export type Previewer = (typeof previewers)[number]

/** @throws not_found for an address that names nobody */
export function previewerIn(role: string | undefined): Previewer {
  return found(previewers.find((one) => one === role))
}

/** The draft with an id that leads from page to page of the preview. */
export function previewed({ pathId, draft, published }: DraftFile, role: Previewer): LearningPath {
  const modules = draft.modules.map(({ tracks, joint, ...module }) => ({
    ...named(module),
    tracks: { resource_person: tracks.resource_person.map(named), leader: tracks.leader.map(named) },
    joint: joint && named(joint),
  }))
  return { ...named(draft), modules, id: `${pathId}/edit/preview/${role}`, version: published + 1 }
}

/** With a word where a title is not written in some language yet: links need one. */
function named<T extends { title: Record<Locale, string> }>(one: T): T {
  const { title } = one
  const titles = locales.map((locale) => [locale, title[locale] || m.paths_edit_untitled({}, { locale })])
  return { ...one, title: Object.fromEntries(titles) }
}

/** What the path's own page says of the version that the draft would become. */
export function previewedVersion({ draft, published }: DraftFile, now: Date): VersionFacts {
  return {
    ...{ number: published + 1, by: draft.by, languages: draft.languages, audience: 'network', publishedAt: now },
    ...{
      newest: null,
      madeFrom: draft.madeFrom.map((one) => ({ ...one, to: null })),
      versions: 1,
      mayEdit: false,
      isDraft: true,
      answers: 0,
    },
  }
}

/** Whose track the one who looks would walk; null for a visitor. */
export function trackOf(role: Previewer): Track | null {
  return role === 'visitor' ? null : role
}
