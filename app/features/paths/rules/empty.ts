// What a new module or activity begins as: its title in one language, and room for everything else.
import type { Locale } from '#app/kernel/locales.ts'
import type { Activity, ActivityKind, Check, LearningModule, Passage } from './shape.ts'

export const activityKinds = [
  'study',
  'video',
  'quiz',
  'checklist',
  'reflection',
  'practice',
  'sheet',
  'questionnaire',
] as const satisfies readonly ActivityKind[]

/** A title as it is typed first: in the language that the path is written in. */
export type FirstTitle = { text: string; language: Locale }

const noWords = () => ({ sv: '', nb: '', en: '' })
const noBlocks = (): Passage => ({ sv: [], nb: [], en: [] })
const titled = ({ text, language }: FirstTitle) => ({ ...noWords(), [language]: text })

/** With a title in the language it was typed in, and nothing else. */
export function emptyModule(id: string, title: FirstTitle): LearningModule {
  return {
    id,
    title: titled(title),
    aim: noWords(),
    optional: false,
    requires: [],
    lead: noBlocks(),
    tracks: { resource_person: [], leader: [] },
    joint: null,
    reflection: [],
    ethics: null,
    checks: [],
    reading: [],
  }
}

/** A question with the two answers that it takes at least. */
export function emptyCheck(id: string): Check {
  const option = () => ({ text: noWords(), right: false, why: noWords() })
  return { id, question: noWords(), options: [option(), option()] }
}

/** With all fields of its kind, empty. */
export function emptyActivity(kind: ActivityKind, id: string, title: FirstTitle): Activity {
  const any = { id, title: titled(title), minutes: 15, text: noBlocks() }
  switch (kind) {
    case 'study':
      return { ...any, kind, example: noBlocks(), task: noBlocks() }
    case 'video':
      return { ...any, kind, video: null, transcript: noBlocks() }
    case 'quiz':
      return { ...any, kind, checks: [emptyCheck('first')] }
    case 'checklist':
      return { ...any, kind, items: [{ id: 'first', text: noWords() }] }
    case 'reflection':
      return { ...any, kind, questions: [noWords()] }
    case 'practice':
      return { ...any, kind, task: noBlocks() }
    case 'sheet':
      return { ...any, kind, tool: 'improvement' }
    case 'questionnaire':
      return { ...any, kind }
  }
}
