// What differs between two versions of a path, or between a path and the one it was made from: told by place, since modules and
// activities keep their ids for as long as they live.
import { type Locale, locales } from '#app/kernel/locales.ts'
import type { Activity, LearningModule, LearningPath, Track } from './shape.ts'
import { spoken } from './spoken.ts'

export const pathFields = ['title', 'lead', 'pace', 'languages'] as const
export const moduleFields = [
  ...(['title', 'aim', 'optional', 'requires', 'lead', 'joint', 'reflection', 'ethics', 'checks', 'reading'] as const),
]
export const activityFields = [
  ...(['title', 'minutes', 'text', 'example', 'task', 'tool', 'video', 'transcript', 'checks', 'items', 'questions'] as const),
]
export type Field = (typeof pathFields)[number] | (typeof moduleFields)[number] | (typeof activityFields)[number]

/** One field as it was and is in the reader's language. `alsoIn`: other languages in which it differs. */
export type FieldChange = { field: Field; before: string; after: string; alsoIn: Locale[] }

export type Standing = 'same' | 'changed' | 'added' | 'removed'

export type ActivityDifference = {
  id: string
  title: string
  standing: Standing
  /** Stands on another track, in another module or in another order than before. */
  moved: boolean
  fields: FieldChange[]
}

export type ModuleDifference = Omit<ActivityDifference, never> & { activities: ActivityDifference[] }

export type PathDifference = { about: FieldChange[]; modules: ModuleDifference[] }

type Content = Omit<LearningPath, 'id' | 'version' | 'by' | 'madeFrom'>
type Placed = { activity: Activity; track: Track; moduleId: string }

/** In the order of `after`, what was removed last. Media are compared by what is said of them, since a copy has files of its own. */
export function differenceOf(before: Content, after: Content, locale: Locale): PathDifference {
  const [was, is] = [placesOf(before), placesOf(after)]
  const titles = new Map([...before.modules, ...after.modules].map((one) => [one.id, one.title[locale] || one.id]))
  const order = movedIn(
    before.modules.map((one) => one.id),
    after.modules.map((one) => one.id),
  )
  const told = after.modules.map((module): ModuleDifference => {
    const old = before.modules.find((one) => one.id === module.id)
    const fields = old ? changesOf(moduleFields, withTitles(old, titles), withTitles(module, titles), locale) : []
    const activities = activityDifferences(module, old, was, is, locale)
    const isChanged = fields.length > 0 || activities.some((one) => one.standing !== 'same' || one.moved)
    const standing = old ? (isChanged ? 'changed' : 'same') : 'added'
    return { id: module.id, title: titles.get(module.id) ?? '', standing, moved: order.has(module.id), fields, activities }
  })
  const gone = before.modules.filter((one) => !after.modules.some(({ id }) => id === one.id))
  return {
    about: changesOf(pathFields, before, after, locale),
    modules: [
      ...told,
      ...gone.map(({ id }) => ({
        ...{ id, title: titles.get(id) ?? '', standing: 'removed' as const, moved: false },
        ...{ fields: [], activities: [] },
      })),
    ],
  }
}

/** Is there anything to tell? */
export function isSame({ about, modules }: PathDifference): boolean {
  return about.length === 0 && modules.every((one) => one.standing === 'same' && !one.moved)
}

function activityDifferences(
  module: LearningModule,
  old: LearningModule | undefined,
  was: Places,
  is: Places,
  locale: Locale,
): ActivityDifference[] {
  const present = (['resource_person', 'leader'] as const).flatMap((track) => {
    const order = movedIn(idsOf(old, track), idsOf(module, track))
    return module.tracks[track].map((activity): ActivityDifference => {
      const { id, title } = activity
      const earlier = was.get(keyOf(module.id, id)) ?? goneFrom(was, is, id)
      const fields = earlier ? changesOf(activityFields, earlier.activity, activity, locale) : []
      const elsewhere = earlier !== undefined && (earlier.track !== track || earlier.moduleId !== module.id)
      const standing = earlier ? (fields.length > 0 ? 'changed' : 'same') : 'added'
      return { id, title: title[locale], standing, moved: elsewhere || order.has(id), fields }
    })
  })
  const removed = [...idsOf(old, 'resource_person'), ...idsOf(old, 'leader')].filter(
    (id) => !is.has(keyOf(module.id, id)) && !goneFrom(is, was, id),
  )
  return [
    ...present,
    ...removed.map((id) => ({
      ...{ id, title: was.get(keyOf(module.id, id))?.activity.title[locale] ?? id, standing: 'removed' as const, moved: false },
      fields: [],
    })),
  ]
}

function idsOf(module: LearningModule | undefined, track: Track): string[] {
  return module?.tracks[track].map((one) => one.id) ?? []
}

type Places = ReadonlyMap<string, Placed>

/** An activity's id is one of a kind in its module. */
function keyOf(moduleId: string, activityId: string): string {
  return `${moduleId}/${activityId}`
}

/** Where an activity stands that has no such place on the other side: it has been moved from one module to another. */
function goneFrom(here: Places, there: Places, activityId: string): Placed | undefined {
  return [...here].find(([key, { activity }]) => activity.id === activityId && !there.has(key))?.[1]
}

function placesOf({ modules }: Content): Map<string, Placed> {
  return new Map(
    modules.flatMap(({ id, tracks }) =>
      (['resource_person', 'leader'] as const).flatMap((track) =>
        tracks[track].map((activity): [string, Placed] => [keyOf(id, activity.id), { activity, track, moduleId: id }]),
      ),
    ),
  )
}

/** Of those that stand in both, the ones that have changed places: all that are not in the longest row that kept its order. */
function movedIn(before: readonly string[], after: readonly string[]): Set<string> {
  const places = after.filter((id) => before.includes(id)).map((id) => ({ id, was: before.indexOf(id) }))
  const best: { length: number; from: number }[] = []
  for (const [index, { was }] of places.entries()) {
    const [longest] = places
      .slice(0, index)
      .flatMap((one, from) => (one.was < was ? [{ length: best[from]?.length ?? 0, from }] : []))
      .toSorted((a, b) => b.length - a.length)
    best.push({ length: (longest?.length ?? 0) + 1, from: longest?.from ?? -1 })
  }
  const kept = new Set<string>()
  let at = best.reduce((top, one, index) => (one.length > (best[top]?.length ?? 0) ? index : top), best.length - 1)
  while (at >= 0) {
    kept.add(places[at]?.id ?? '')
    at = best[at]?.from ?? -1
  }
  return new Set(places.map(({ id }) => id).filter((id) => !kept.has(id)))
}

function changesOf<T extends object>(fields: readonly Field[], before: T, after: T, locale: Locale): FieldChange[] {
  const said = (whole: T, field: Field, language: Locale) => wordsOf(spoken(Reflect.get(whole, field) ?? null, language))
  return fields.flatMap((field): FieldChange[] => {
    const [was, is] = [said(before, field, locale), said(after, field, locale)]
    const others = locales.filter((one) => one !== locale)
    const alsoIn = others.filter((one) => said(before, field, one) !== said(after, field, one))
    return was === is && alsoIn.length === 0 ? [] : [{ field, before: was, after: is, alsoIn }]
  })
}

/** Modules that are required are told by their titles. */
function withTitles(module: LearningModule, titles: ReadonlyMap<string, string>) {
  return { ...module, requires: module.requires.map((id) => titles.get(id) ?? id) }
}

/** What a reader sees of a value, a line for each part; ids are none of it. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return '✓'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('\n')
  return Object.entries(value)
    .filter(([key]) => !['id', 'picture', 'media', 'captions'].includes(key))
    .map(([, part]) => wordsOf(part))
    .filter(Boolean)
    .join('\n')
}
