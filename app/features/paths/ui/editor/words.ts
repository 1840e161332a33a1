// How kinds of activities, addresses and gaps are said to those who write.
import { m } from '#app/paraglide/messages.js'
import type { ActivityKind } from '../../rules/shape.ts'

const kinds: Record<ActivityKind, () => string> = {
  study: m.paths_kind_study,
  video: m.paths_kind_video,
  quiz: m.paths_kind_quiz,
  checklist: m.paths_kind_checklist,
  reflection: m.paths_kind_reflection,
  practice: m.paths_kind_practice,
  sheet: m.paths_kind_sheet,
  questionnaire: m.paths_kind_questionnaire,
}

export function kindName(kind: ActivityKind): string {
  return kinds[kind]()
}

export function editAddress(pathId: string, ...rest: string[]): string {
  return ['/paths', pathId, 'edit', ...rest.map((part) => part.toLowerCase())].join('/')
}

export function titleWords(title: string): string {
  return title || m.paths_edit_untitled()
}
