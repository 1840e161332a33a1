// What must hold before a path is published. Every fault says where it is.
import type { Locale } from '#app/kernel/locales.ts'
import type { MediaKind } from '../words.ts'
import { gapsIn, isEmpty, type Place, textsIn } from './gaps.ts'
import type { Activity, Check, LearningModule, Passage, PathDraft } from './shape.ts'

export type FaultKind =
  | 'no_modules'
  | 'module_empty'
  | 'module_twice'
  | 'activity_twice'
  | 'requires_unknown'
  | 'requires_later'
  | 'no_right_answer'
  | 'question_twice'
  | 'text_missing'
  | 'gap'
  | 'media_missing'
  | 'film_missing'
  | 'captions_missing'
  | 'languages_missing'

export type Fault = Place & { kind: FaultKind; language?: Locale }

/** What the path may show: its own media by id. */
export type KnownMedia = ReadonlyMap<string, MediaKind>

/** Everything that stands in the way of publishing the path in `languages`; empty when nothing does. */
export function faultsIn(path: PathDraft, { languages, media }: { languages: readonly Locale[]; media: KnownMedia }): Fault[] {
  const whole = placeIn(null, null)
  return [
    ...(languages.length === 0 ? [{ ...whole, kind: 'languages_missing' as const }] : []),
    ...(path.modules.length === 0 ? [{ ...whole, kind: 'no_modules' as const }] : []),
    ...path.modules.flatMap((module, index) => faultsOfModule(module, path.modules.slice(0, index), path.modules)),
    ...faultsOfMedia(path, media),
    ...faultsOfTexts(path, languages),
  ]
}

function faultsOfModule(module: LearningModule, before: readonly LearningModule[], all: readonly LearningModule[]): Fault[] {
  const here = placeIn(module.id, null)
  const known = (moduleId: string, among: readonly LearningModule[]) => among.some((one) => sameId(one.id, moduleId))
  const activities = [...module.tracks.resource_person, ...module.tracks.leader]
  const ids = activities.map(({ id }) => id)
  return [
    ...(known(module.id, before) ? [{ ...here, kind: 'module_twice' as const }] : []),
    ...(activities.length === 0 && module.joint === null ? [{ ...here, kind: 'module_empty' as const }] : []),
    ...module.requires.flatMap((asked, index): Fault[] => {
      if (known(asked, before)) return []
      const kind = known(asked, all) ? 'requires_later' : 'requires_unknown'
      return [{ ...here, part: `requires.${index}`, kind }]
    }),
    ...faultsOfChecks(module.checks, here),
    ...activities.flatMap((activity, index) => [
      ...(ids.indexOf(activity.id) < index ? [{ ...placeIn(module.id, activity.id), kind: 'activity_twice' as const }] : []),
      ...faultsOfActivity(activity, placeIn(module.id, activity.id)),
    ]),
  ]
}

function faultsOfActivity(activity: Activity, here: Place): Fault[] {
  if (activity.kind === 'quiz') return faultsOfChecks(activity.checks, here)
  if (activity.kind === 'checklist') return twice(activity.items, 'items', here)
  if (activity.kind !== 'video') return []
  if (!activity.video) return [{ ...here, part: 'video', kind: 'film_missing' }]
  if ('link' in activity.video) return []
  const captioned = Object.values(activity.video.captions).some((one) => one !== null)
  return captioned ? [] : [{ ...here, part: 'video.captions', kind: 'captions_missing' }]
}

function faultsOfChecks(checks: readonly Check[], here: Place): Fault[] {
  return [
    ...twice(checks, 'checks', here),
    ...checks.flatMap((check, index): Fault[] =>
      check.options.some((option) => option.right) ? [] : [{ ...here, part: `checks.${index}`, kind: 'no_right_answer' }],
    ),
  ]
}

function twice(rows: readonly { id: string }[], part: string, here: Place): Fault[] {
  return rows.flatMap(({ id }, index): Fault[] =>
    rows.findIndex((one) => one.id === id) < index ? [{ ...here, part: `${part}.${index}`, kind: 'question_twice' }] : [],
  )
}

/** What a text needs to make sense at all, by the end of its place; a lead or a pace may be left out. */
const needed = /(^|\.)(title|question|options\.\d+\.(text|why)|items\.\d+\.text|questions\.\d+|ask\.\d+|transcript|about)$/

function faultsOfTexts(path: PathDraft, languages: readonly Locale[]): Fault[] {
  const gaps = gapsIn(path).filter(({ language }) => languages.includes(language))
  const unwritten = textsIn(path).filter(({ said }) => languages.every((language) => isEmpty(said[language])))
  const practice = path.modules
    .flatMap(({ id, tracks }) => [...tracks.resource_person, ...tracks.leader].map((one) => ({ moduleId: id, one })))
    .filter(({ one }) => one.kind === 'practice')
    .map(({ moduleId, one }) => `${moduleId} ${one.id} task`)
  const missing = unwritten.filter(
    ({ moduleId, activityId, part }) => needed.test(part) || practice.includes(`${moduleId} ${activityId} ${part}`),
  )
  const known = new Set(gaps.map(({ moduleId, activityId, part }) => `${moduleId} ${activityId} ${part}`))
  return [
    ...gaps.map((gap) => ({ ...gap, kind: 'gap' as const })),
    ...missing
      .filter(({ moduleId, activityId, part }) => !known.has(`${moduleId} ${activityId} ${part}`))
      .map(({ moduleId, activityId, part }) => ({ moduleId, activityId, part, kind: 'text_missing' as const })),
  ]
}

function faultsOfMedia(path: PathDraft, media: KnownMedia): Fault[] {
  return mediaIn(path).flatMap(({ mediaId, kind, ...place }): Fault[] =>
    media.get(mediaId) === kind ? [] : [{ ...place, kind: 'media_missing' }],
  )
}

export type UsedMedia = Place & { mediaId: string; kind: MediaKind }

/** Every picture, film and caption file that the path shows, with its place. */
export function mediaIn(path: PathDraft): UsedMedia[] {
  const pictures = textsIn(path).flatMap(({ said, ...place }) =>
    Object.values(said as Passage).flatMap((blocks) =>
      Array.isArray(blocks)
        ? blocks.flatMap((block): UsedMedia[] =>
            typeof block === 'object' && 'picture' in block ? [{ ...place, mediaId: block.picture, kind: 'picture' }] : [],
          )
        : [],
    ),
  )
  const films = path.modules.flatMap((module) =>
    [...module.tracks.resource_person, ...module.tracks.leader].flatMap((activity): UsedMedia[] => {
      if (activity.kind !== 'video' || !activity.video || 'link' in activity.video) return []
      const here = placeIn(module.id, activity.id)
      const captions = Object.values(activity.video.captions).filter((one) => one !== null)
      return [
        { ...here, part: 'video', mediaId: activity.video.media, kind: 'film' },
        ...captions.map((mediaId) => ({ ...here, part: 'video.captions', mediaId, kind: 'captions' as const })),
      ]
    }),
  )
  return [...pictures, ...films]
}

function placeIn(moduleId: string | null, activityId: string | null): Place {
  return { moduleId, activityId, part: '' }
}

/** Addresses do not tell capitals apart. */
function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
