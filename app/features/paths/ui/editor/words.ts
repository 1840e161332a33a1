// How addresses, faults and readers are said to those who write.
import { m } from '#app/paraglide/messages.js'
import type { ActivityKind } from '../../rules/shape.ts'
import type { FaultKind } from '../../rules/soundness.ts'
import type { Audience } from '../../words.ts'

export function editAddress(pathId: string, ...rest: string[]): string {
  return ['/paths', pathId, 'edit', ...rest.map((part) => part.toLowerCase())].join('/')
}

export function titleWords(title: string): string {
  return title || m.paths_edit_untitled()
}

export function audienceName(audience: Audience): string {
  return audience === 'everyone' ? m.paths_audience_everyone() : m.paths_publish_network()
}

const kinds: Record<ActivityKind, () => string> = {
  study: m.paths_about_study,
  video: m.paths_about_video,
  quiz: m.paths_about_quiz,
  checklist: m.paths_about_checklist,
  reflection: m.paths_about_reflection,
  practice: m.paths_about_practice,
  sheet: m.paths_about_sheet,
  questionnaire: m.paths_about_questionnaire,
}

/** What an activity of the kind is to those who walk, and what its writer gives it. */
export function kindAbout(kind: ActivityKind): string {
  return kinds[kind]()
}

const faults: Record<FaultKind, (fault: { part: string }) => string> = {
  no_modules: m.paths_fault_no_modules,
  module_empty: m.paths_fault_module_empty,
  module_twice: m.paths_fault_twice,
  activity_twice: m.paths_fault_twice,
  question_twice: m.paths_fault_twice,
  requires_unknown: m.paths_fault_requires,
  requires_later: m.paths_fault_requires,
  no_right_answer: m.paths_fault_right_answer,
  text_missing: ({ part }) => m.paths_fault_text({ part: partName(part) }),
  gap: ({ part }) => m.paths_fault_text({ part: partName(part) }),
  media_missing: m.paths_fault_media,
  film_missing: m.paths_fault_film,
  captions_missing: m.paths_fault_captions,
  languages_missing: m.paths_fault_languages,
}

export function faultWords(fault: { kind: FaultKind; part: string }): string {
  return faults[fault.kind](fault)
}

/** Parts as the fields of the editor are called: the last name in `joint.ask.2` or `checks.0.options.1.why` that has one. */
const parts: Record<string, () => string> = {
  title: m.paths_edit_text_title,
  task: m.paths_edit_text_task,
  transcript: m.paths_edit_text_transcript,
  question: m.paths_edit_question,
  questions: m.paths_edit_question,
  ask: m.paths_joint_ask,
  items: m.paths_edit_item,
  about: m.paths_edit_reading_about,
  options: m.paths_edit_answer,
}

function partName(part: string): string {
  const name = part.split('.').findLast((one) => one in parts)
  return (name ? parts[name]?.() : undefined) ?? m.paths_edit_text_text()
}
