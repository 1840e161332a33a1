// What differs between versions that the actor may read, and between a path and the one it was made from.
import type { Actor } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { differenceOf, type FieldChange, type PathDifference } from '../rules/difference.ts'
import type { LearningPath } from '../rules/shape.ts'
import { languageFor } from '../rules/spoken.ts'
import { type Piece, wordsChanged } from '../rules/words-changed.ts'
import { findEditionFor, listEditionsFor, readPath } from './library.server.ts'

/** `versions`: of one path, the older one first. `source`: what we changed. `news`: what the source has changed since. */
export type Asked =
  | { kind: 'versions'; from?: number | undefined; to?: number | undefined }
  | { kind: 'source' }
  | { kind: 'news' }

type Side = { pathId: string; version: number; title: string; by: string }
type WithWords<T> = T extends FieldChange
  ? T & { words: Piece[] }
  : T extends readonly (infer E)[]
    ? WithWords<E>[]
    : T extends object
      ? { [K in keyof T]: WithWords<T[K]> }
      : T

export type ChangesPage = {
  path: { id: string; title: string }
  language: Locale
  asked: Asked['kind']
  from: Side
  to: Side
  difference: WithWords<PathDifference>
  /** Versions of the path that can be compared, the newest first. */
  versions: number[]
  /** The path was made from another one that the reader may read; `news`: and that has a newer version. */
  source: { title: string; by: string; news: boolean } | null
}

/**
 * Null where there is nothing to compare with: one version, and no source. `walked`: versions that the actor may read because
 * they walk them, also when they are withdrawn.
 * @throws not_found, gone for what the actor may not read
 */
export async function findChangesFor(
  actor: Actor,
  {
    pathId,
    asked,
    locale,
    walked = [],
  }: { pathId: string | undefined; asked: Asked; locale: Locale; walked?: readonly number[] },
  ctx: Ctx = here(),
): Promise<ChangesPage | null> {
  const { path } = await findEditionFor(actor, { pathId }, ctx)
  const readable = (await listEditionsFor(actor, path.id, ctx)).map((one) => one.version)
  const versions = [...new Set([...readable, ...walked])].toSorted((a, b) => b - a)
  const source = await findSourceFor(actor, path, ctx)
  const language = languageFor(path.languages, locale)
  const pair = await sidesOf(actor, { path, source, asked, versions, walked }, ctx)
  if (!pair) return null
  const [from, to] = pair
  return {
    path: { id: path.id, title: path.title[language] },
    ...{ language, asked: asked.kind, from: sideOf(from, language), to: sideOf(to, language), versions },
    difference: withWords(differenceOf(from, to, language)),
    source: source && { title: titleOf(source.copied, language), by: source.copied.by, news: source.newest !== source.copied },
  }
}

type Source = { copied: LearningPath; newest: LearningPath }
type Known = { path: LearningPath; source: Source | null; asked: Asked; versions: readonly number[]; walked: readonly number[] }

async function sidesOf(actor: Actor, known: Known, ctx: Ctx): Promise<[LearningPath, LearningPath] | null> {
  const { path, source, asked, versions, walked } = known
  if (asked.kind === 'source') return source && [source.copied, path]
  if (asked.kind === 'news') return source && [source.copied, source.newest]
  const to = asked.to ?? versions[0] ?? path.version
  const from = asked.from ?? versions.find((one) => one < to)
  if (from === undefined) return source && asked.to === undefined ? [source.copied, path] : null
  const read = async (version: number) =>
    walked.includes(version)
      ? readPath({ pathId: path.id, version }, ctx)
      : (await findEditionFor(actor, { pathId: path.id, version }, ctx)).path
  return [await read(Math.min(from, to)), await read(Math.max(from, to))]
}

/** What the path was made from, where the actor may read it: attribution is for everybody, the text only for its readers. */
async function findSourceFor(actor: Actor, { madeFrom }: LearningPath, ctx: Ctx): Promise<Source | null> {
  const [nearest] = madeFrom
  if (!nearest) return null
  try {
    const copied = await findEditionFor(actor, nearest, ctx)
    const newest = await findEditionFor(actor, { pathId: nearest.pathId }, ctx)
    return { copied: copied.path, newest: newest.path }
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'not_found' || error.code === 'gone')) return null
    throw error
  }
}

function sideOf(path: LearningPath, language: Locale): Side {
  return { pathId: path.id, version: path.version, title: titleOf(path, language), by: path.by }
}

function titleOf({ title, languages }: LearningPath, language: Locale): string {
  return title[language] || title[languageFor(languages, language)]
}

function withWords({ about, modules }: PathDifference): WithWords<PathDifference> {
  const fields = (changes: readonly FieldChange[]) =>
    changes.map((one) => ({ ...one, words: wordsChanged(one.before, one.after) }))
  return {
    about: fields(about),
    modules: modules.map((module) => ({
      ...module,
      fields: fields(module.fields),
      activities: module.activities.map((activity) => ({ ...activity, fields: fields(activity.fields) })),
    })),
  }
}
