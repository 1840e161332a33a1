// A path as one file, to keep or to hand on: docs/path-file.md. Reading one trusts nothing in it, and says where a fault is.
import { z } from 'zod'
import { day } from '#app/kernel/days.ts'
import { mediaKinds } from '../words.ts'
import { mostFiles } from './media.ts'
import { learningPath } from './shape.ts'
import { faultsIn } from './soundness.ts'

export const FILE_FORMAT = 'samlara.path/1'

/** Bytes: a path with one long film, or many pictures. */
export const LARGEST_FILE = 120_000_000

const media = z.strictObject({
  id: z.uuid(),
  kind: z.enum(mediaKinds),
  /** What the file was called. */
  name: z.string().min(1).max(200),
  base64: z.base64().max(90_000_000),
})

export const pathFile = z.strictObject({
  format: z.literal(FILE_FORMAT),
  /** When the file was made. */
  made: day,
  path: learningPath,
  media: z.array(media).max(mostFiles),
})

export type PathFile = z.infer<typeof pathFile>

/** `place`: as in `path.modules[2].title.sv`. `within`: the title of the module it stands in. `reason`: a message key. */
export type FileFault = { place: string; within: string | null; reason: string; params?: Record<string, string | number> }

export type ReadFile = { ok: true; file: PathFile } | { ok: false; faults: FileFault[] }

/** As many as somebody can mend in one go. */
const MOST_FAULTS = 20
/** Deeper than any path: what is deeper is no path. */
const DEEPEST = 20

/** The file that the text holds, or what is wrong with it; the first faults in the order they stand. */
export function readPathFile(text: string): ReadFile {
  if (isOvergrown(text)) return refused([{ place: '', within: null, reason: 'paths_file_overgrown' }])
  const value = parsed(text)
  if (value === undefined) return refused([{ place: '', within: null, reason: 'paths_file_no_json' }])
  const hostile = oddKeys(value)
  if (hostile) return refused([{ place: hostile, within: null, reason: 'paths_file_odd_key' }])
  if (!isOurs(value)) return refused([{ place: 'format', within: null, reason: 'paths_file_other_format' }])
  const read = pathFile.safeParse(value)
  if (!read.success) return refused(read.error.issues.map((issue) => faultOf(issue, value)))
  const unsound = unsoundIn(read.data)
  return unsound.length > 0 ? refused(unsound) : { ok: true, file: read.data }
}

function refused(faults: FileFault[]): ReadFile {
  return { ok: false, faults: faults.slice(0, MOST_FAULTS) }
}

/** Lists, objects and what stands in them, together. The shipped path, with ten modules in three languages, has 7,000. */
const MOST_PARTS = 400_000

/**
 * Has the text more parts than a path can have? Asked before it is parsed: a hundred million bytes of `{},` become gigabytes of
 * objects. What is written in strings is passed over, so that films cost nothing.
 */
function isOvergrown(text: string): boolean {
  let parts = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) at = endOfString(text, at)
    else if (sign === COMMA || sign === BRACKET || sign === BRACE) parts += 1
    if (parts > MOST_PARTS) return true
  }
  return false
}

const [QUOTE, COMMA, BRACKET, BRACE, BACKSLASH] = [34, 44, 91, 123, 92]

/** Where the string that begins at `start` ends; the end of the text when it never does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end
    while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1
    if ((end - before) % 2 === 0) return end
  }
  return text.length
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function isOurs(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FILE_FORMAT
}

/** The first place that is too deep, or is called as no field of anything is. */
function oddKeys(value: unknown, place: readonly PropertyKey[] = []): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (place.length > DEEPEST) return placeWords(place)
  for (const [key, part] of Object.entries(value)) {
    const here = [...place, Array.isArray(value) ? Number(key) : key]
    if (['__proto__', 'constructor', 'prototype'].includes(key)) return placeWords(here)
    const odd = oddKeys(part, here)
    if (odd) return odd
  }
  return null
}

/** What a draft can not carry, because pages and walks would take one thing for another. */
const confusing = ['module_twice', 'activity_twice', 'question_twice', 'requires_unknown', 'requires_later', 'media_missing']

function unsoundIn({ path, media }: PathFile): FileFault[] {
  const known = new Map(media.map(({ id, kind }) => [id, kind]))
  const twice = media.filter(({ id }, index) => media.findIndex((one) => one.id === id) < index)
  const faults = faultsIn(path, { languages: path.languages, media: known }).filter(({ kind }) => confusing.includes(kind))
  return [
    ...faults.map(({ moduleId, activityId, part, kind }) => ({
      place: ['path', moduleId, activityId, part].filter(Boolean).join(' › '),
      within: titleIn(path.modules.find((one) => one.id === moduleId)),
      reason: `paths_file_${kind}`,
    })),
    ...twice.map(({ id }) => ({ place: `media ${id}`, within: null, reason: 'paths_file_media_twice' })),
  ]
}

type Issue = z.core.$ZodIssue

function faultOf(issue: Issue, value: unknown): FileFault {
  const place = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  return { place: placeWords(place), within: moduleTitleAt(issue.path, value), ...wordsOf(issue, value) }
}

/** `path.modules[2].title.sv`; names that are long or strange are cut, since they come from a file that may be anything. */
function placeWords(place: readonly PropertyKey[]): string {
  const words = place.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 40)}`))
  return words.join('').replace(/^\./, '').slice(0, 300)
}

function wordsOf(issue: Issue, value: unknown): Pick<FileFault, 'reason' | 'params'> {
  if (issue.code === 'unrecognized_keys') return { reason: 'paths_file_unknown_key' }
  if (issue.code === 'invalid_type' && isMissing(issue.path, value)) return { reason: 'paths_file_missing' }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { reason: 'paths_file_too_long', params: { most: Number(issue.maximum) } }
  if (issue.code === 'too_big') return { reason: 'paths_file_too_many', params: { most: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { reason: 'paths_file_too_few', params: { least: Number(issue.minimum) } }
  return { reason: issue.code === 'invalid_type' ? 'paths_file_wrong_kind' : 'paths_file_wrong_form' }
}

function isMissing(place: readonly PropertyKey[], value: unknown): boolean {
  return at(place, value) === undefined
}

function moduleTitleAt([whole, modules, index]: readonly PropertyKey[], value: unknown): string | null {
  if (whole !== 'path' || modules !== 'modules' || typeof index !== 'number') return null
  return titleIn(at(['path', 'modules', index], value))
}

/** In whatever language there is one. */
function titleIn(module: unknown): string | null {
  const title = at(['title'], module)
  const words = typeof title === 'object' && title !== null ? Object.values(title) : []
  const [first] = words.filter((one) => typeof one === 'string' && one !== '')
  return typeof first === 'string' ? first.slice(0, 100) : null
}

function at(place: readonly PropertyKey[], value: unknown): unknown {
  return place.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? Reflect.get(inner, key) : undefined,
    value,
  )
}
