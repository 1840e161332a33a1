// Paths that an organisation makes, for tests: a small one that can be published, and people who may and may not.

import { changeDraft, startPath } from '#app/features/paths/commands/drafts.server.ts'
import { publishVersion } from '#app/features/paths/commands/publish.server.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import type { LearningModule, PathDraft } from '#app/features/paths/rules/shape.ts'
import type { Audience } from '#app/features/paths/words.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { pathMedia } from '#db/schema/index.ts'
import { aUnitWithPeople } from '#tests/pairs/pairs.ts'
import type { TestCtx } from '#tests/support/db.ts'

/** The same words in the languages given, nothing in the others. */
export function say(words: string, languages: readonly Locale[] = ['sv']) {
  const of = (language: Locale) => (languages.includes(language) ? words : '')
  return { sv: of('sv'), nb: of('nb'), en: of('en') }
}

export function read(words: string, languages: readonly Locale[] = ['sv']) {
  const of = (language: Locale) => (languages.includes(language) ? [words] : [])
  return { sv: of('sv'), nb: of('nb'), en: of('en') }
}

type Activities = LearningModule['tracks']['leader']

/** A module with one activity on each track, and a joint step unless told otherwise. */
export function aModule(
  id: string,
  given: Partial<LearningModule> = {},
  languages: readonly Locale[] = ['sv'],
): LearningModule {
  const activity = (track: string): Activities => [
    {
      ...{ id: `${track}-1`, kind: 'study' as const, title: say(`${id} ${track}`, languages), minutes: 20 },
      ...{ text: read('Läs.', languages), example: read('Så här.', languages), task: read('Gör.', languages) },
    },
  ]
  return {
    ...{ id, title: say(`Modul ${id}`, languages), aim: say('Mål', languages), optional: false, requires: [] },
    ...{ lead: read('Därför.', languages), tracks: { resource_person: activity('resource'), leader: activity('leader') } },
    joint: { title: say('Samtal', languages), minutes: 30, text: read('Prata.', languages), ask: [say('Vad?', languages)] },
    ...{ reflection: [], ethics: null, checks: [], reading: [] },
    ...given,
  }
}

/** Replaces what the draft says, whatever it said. */
export function write(actor: Person, pathId: string, change: (draft: PathDraft) => PathDraft, ctx: TestCtx): Promise<number> {
  return changeDraft(actor, { pathId }, ctx, ({ draft }) => change(draft))
}

/** Publishes what is written as it stands. */
export async function publish(
  actor: Person,
  pathId: string,
  given: { audience?: Audience; languages?: Locale[]; note?: string },
  ctx: TestCtx,
): Promise<number> {
  const { revision } = await findDraftFor(actor, pathId, ctx)
  const about = {
    audience: 'everyone' as const,
    languages: ['sv' as const],
    note: 'Nytt',
    noteLanguage: 'sv' as const,
    ...given,
  }
  return publishVersion(actor, { pathId, revision, ...about }, ctx)
}

/** Elsa leads the unit and begins a path with two modules; Tove leads education in the region above. */
export async function aPathBeingMade(ctx: TestCtx) {
  const people = await aUnitWithPeople(ctx)
  const { unit, elsa } = people
  const begun = { id: newId(), ownerId: unit.id, title: 'Trygg hemgång', language: 'sv' as const }
  const madeId = await startPath(elsa, begun, ctx)
  await write(elsa, madeId, (draft) => ({ ...draft, modules: [aModule('A1'), aModule('A2', { requires: ['A1'] })] }), ctx)
  return { ...people, madeId, begun }
}

/** A path of one module with that name, published for the organisation; the draft is begun again. */
export async function aPathOf(lead: Person, { id, name }: { id: string; name: string }, ctx: TestCtx): Promise<string> {
  const pathId = await startPath(lead, { id: newId(), ownerId: id, title: 'Trygg hemgång', language: 'sv' }, ctx)
  await write(lead, pathId, (draft) => ({ ...draft, modules: [aModule(name)] }), ctx)
  await publish(lead, pathId, { audience: 'network' }, ctx)
  await write(lead, pathId, (draft) => ({ ...draft, pace: say('I egen takt') }), ctx)
  return pathId
}

/** A picture that belongs to the path and is shown nowhere. */
export async function aFileOf(pathId: string, ctx: TestCtx): Promise<string> {
  const id = newId()
  const file = { kind: 'picture', type: 'image/webp', bytes: new Uint8Array([1]), size: 1, name: 'Händer' } as const
  await ctx.db.insert(pathMedia).values({ id, pathId, ...file, madeAt: ctx.now })
  return id
}
