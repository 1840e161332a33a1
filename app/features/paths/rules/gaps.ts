// Where a path is not written yet: what one language has and another lacks.
import { type Locale, locales } from '#app/kernel/locales.ts'
import type { PathDraft } from './shape.ts'

/** `part`: which text of the path, module or activity, as the shape has it: `title`, `joint.ask.2`, `checks.0.options.1.why`. */
export type Place = { moduleId: string | null; activityId: string | null; part: string }
export type Gap = Place & { language: Locale }

type Said = { sv: string; nb: string; en: string } | { sv: unknown[]; nb: unknown[]; en: unknown[] }
type Text = Place & { said: Said }

/** Every text that is written in some language and not in another; texts that nobody has written are no gaps. */
export function gapsIn(path: PathDraft): Gap[] {
  return textsIn(path).flatMap(({ said, ...place }) => {
    const lacking = locales.filter((language) => isEmpty(said[language]))
    return lacking.length === locales.length ? [] : lacking.map((language) => ({ ...place, language }))
  })
}

/** The languages in which nothing is missing, the one it was written in first. Empty for a path without a title. */
export function languagesWithoutGaps(path: PathDraft): Locale[] {
  const lacking = new Set(gapsIn(path).map(({ language }) => language))
  const inOrder = [...path.languages, ...locales.filter((language) => !path.languages.includes(language))]
  return inOrder.filter((language) => !lacking.has(language) && !isEmpty(path.title[language]))
}

/** How much of the path is written in each language: texts written, of all that are written in any. */
export function writtenIn(path: PathDraft): Record<Locale, { written: number; of: number }> {
  const begun = textsIn(path).filter(({ said }) => locales.some((language) => !isEmpty(said[language])))
  const count = (language: Locale) => begun.filter(({ said }) => !isEmpty(said[language])).length
  const of = begun.length
  return { sv: { written: count('sv'), of }, nb: { written: count('nb'), of }, en: { written: count('en'), of } }
}

/** Every trilingual text of the path with its place, in reading order. */
export function textsIn({ modules, ...path }: PathDraft): Text[] {
  const whole = textsOf(path, { moduleId: null, activityId: null, part: '' })
  return [
    ...whole,
    ...modules.flatMap(({ tracks, ...module }) => [
      ...textsOf(module, { moduleId: module.id, activityId: null, part: '' }),
      ...[...tracks.resource_person, ...tracks.leader].flatMap((activity) =>
        textsOf(activity, { moduleId: module.id, activityId: activity.id, part: '' }),
      ),
    ]),
  ]
}

function textsOf(value: unknown, place: Place): Text[] {
  if (typeof value !== 'object' || value === null) return []
  if (isSaid(value)) return [{ ...place, said: value }]
  return Object.entries(value).flatMap(([key, one]) => {
    // Three ids of files, and no text.
    if (key === 'captions') return []
    return textsOf(one, { ...place, part: place.part ? `${place.part}.${key}` : key })
  })
}

function isSaid(value: object): value is Said {
  return 'sv' in value && 'nb' in value && 'en' in value
}

/** Is nothing said? Spaces say nothing. */
export function isEmpty(text: string | unknown[]): boolean {
  return typeof text === 'string' ? text.trim() === '' : text.length === 0
}
