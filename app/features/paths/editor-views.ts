// What the pages of the editor are given: the draft's frame, its outline with gaps counted, one place to write on.
import { found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { DraftFile } from './queries/drafts.server.ts'
import { gapsIn } from './rules/gaps.ts'
import { moduleOf } from './rules/places.ts'
import type { Activity, LearningModule, Track } from './rules/shape.ts'
import { languageFor } from './rules/spoken.ts'
import { startOfAbout, startOfActivity, startOfModule, stepsOf } from './rules/writing.ts'

export type EditorFrame = {
  pathId: string
  title: string
  owner: string
  languages: Locale[]
  /** Which of them stand side by side; null: all. */
  asked: string | null
  savedBy: string | null
  savedAt: Date | null
  /** There is something that is not published yet. */
  begun: boolean
  published: number
  can: { publish: boolean }
}

/** Texts missing in one of the path's languages. */
export type GapCount = { language: Locale; count: number }

/** What every page of the editor shows around its form. `url`: says which languages are shown. */
export function frameOf(file: DraftFile, url: URL, locale: Locale): EditorFrame {
  const { pathId, draft, savedBy, savedAt, begun, published, can } = file
  const title = inWords(draft.title, draft.languages, locale)
  const asked = url.searchParams.get('show')
  return { pathId, title, owner: file.owner.name, languages: draft.languages, asked, savedBy, savedAt, begun, published, can }
}

/** What is written, in the reader's language where it is, else in the first that has it. */
function inWords(said: Record<Locale, string>, languages: readonly Locale[], locale: Locale): string {
  const first = languageFor(languages, locale)
  return said[first] || languages.map((language) => said[language]).find(Boolean) || ''
}

export type StepRow = { id: string; title: string; minutes: number; kind: Activity['kind']; gaps: GapCount[] }
export type ModuleRow = {
  id: string
  title: string
  optional: boolean
  hasJoint: boolean
  tracks: Record<Track, StepRow[]>
  gaps: GapCount[]
}

/** The outline with what is missing, counted by language. */
export function outlineView({ draft }: Pick<DraftFile, 'draft'>, locale: Locale): { modules: ModuleRow[]; gaps: GapCount[] } {
  const gaps = gapsIn(draft)
  const count = (moduleId: string | null, activityId: string | null) =>
    draft.languages.map((language) => ({
      language,
      count: gaps.filter((one) => one.moduleId === moduleId && one.activityId === activityId && one.language === language)
        .length,
    }))
  const row = (moduleId: string, { id, title, minutes, kind }: Activity): StepRow => ({
    ...{ id, minutes, kind, title: inWords(title, draft.languages, locale), gaps: count(moduleId, id) },
  })
  const modules = draft.modules.map(({ id, title, optional, joint, tracks }) => ({
    ...{ id, optional, title: inWords(title, draft.languages, locale), hasJoint: joint !== null, gaps: count(id, null) },
    tracks: {
      resource_person: tracks.resource_person.map((one) => row(id, one)),
      leader: tracks.leader.map((one) => row(id, one)),
    },
  }))
  const whole = (language: Locale) => gaps.filter((one) => one.language === language).length
  return { modules, gaps: draft.languages.map((language) => ({ language, count: whole(language) })) }
}

/** The form about the path as a whole. */
export function aboutView({ draft }: Pick<DraftFile, 'draft'>) {
  return { start: startOfAbout(draft) }
}

type ModuleName = { id: string; title: string }

/** @throws not_found */
export function moduleEditView({ draft }: Pick<DraftFile, 'draft'>, moduleId: string | undefined, locale: Locale) {
  const { module, number } = moduleOf(draft, moduleId)
  const named = ({ id, title }: LearningModule): ModuleName => ({ id, title: inWords(title, draft.languages, locale) })
  return {
    start: startOfModule(module),
    module: named(module),
    number,
    before: draft.modules.slice(0, number - 1).map(named),
    /** Modules that build on this one. */
    builtOn: draft.modules.filter((one) => one.requires.includes(module.id)).map(named),
  }
}

/** @throws not_found */
export function activityEditView(
  { draft }: Pick<DraftFile, 'draft'>,
  place: { moduleId: string | undefined; activityId: string | undefined },
  locale: Locale,
) {
  const { module } = moduleOf(draft, place.moduleId)
  const activity = found(stepsOf(module).find((one) => one.id === place.activityId))
  const track: Track = module.tracks.leader.includes(activity) ? 'leader' : 'resource_person'
  const title = (said: Record<Locale, string>) => inWords(said, draft.languages, locale)
  return {
    start: startOfActivity(activity),
    kind: activity.kind,
    activity: { id: activity.id, title: title(activity.title) },
    module: { id: module.id, title: title(module.title) },
    track,
    modules: draft.modules.map((one): ModuleName => ({ id: one.id, title: title(one.title) })),
  }
}
