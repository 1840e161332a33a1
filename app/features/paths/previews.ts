// The draft as a path to read, for those who write it: the same pages, at addresses of their own.
import { found } from '#app/kernel/errors.ts'
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
  return { ...draft, id: `${pathId}/edit/preview/${role}`, version: published + 1 }
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
