// A path that goes out as a file and comes in somewhere else.
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { importPath } from '#app/features/paths/commands/import-path.server.ts'
import { addMedia } from '#app/features/paths/commands/media.server.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { findPathFileFor } from '#app/features/paths/queries/path-file.server.ts'
import { withMedia } from '#app/features/paths/rules/handed-on.ts'
import type { PathFile } from '#app/features/paths/rules/path-file.ts'
import { visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { pathMedia, paths } from '#db/schema/index.ts'
import { anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { ask } from '#tests/support/remix.ts'
import { aPathBeingMade, publish, write } from './making.ts'

const captions = Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nHej\n')

/** A published path of Elsa's with a file, as its own file; and Ragnhild, who leads a unit elsewhere. */
async function aFile(ctx: TestCtx) {
  const { elsa, madeId } = await aPathBeingMade(ctx)
  const mediaId = newId()
  const film = newId()
  await addMedia(elsa, { id: mediaId, pathId: madeId, name: 'text.vtt', bytes: captions }, ctx)
  const webm = Buffer.concat([Buffer.from('\x1a\x45\xdf\xa3', 'latin1'), Buffer.from('\x42\x82\x84webm', 'latin1')])
  await addMedia(elsa, { id: film, pathId: madeId, name: 'film.webm', bytes: webm }, ctx)
  await write(
    elsa,
    madeId,
    (draft) => {
      const [first, ...others] = draft.modules
      if (!first) return draft
      const words = { sv: ['Hej'], nb: [], en: [] }
      const about = { id: 'film', minutes: 5, title: { sv: 'Film', nb: '', en: '' }, text: words, transcript: words }
      const video = { media: film, captions: { sv: mediaId, nb: null, en: null } }
      const leader = [...first.tracks.leader, { ...about, kind: 'video' as const, video }]
      return { ...draft, modules: [{ ...first, tracks: { ...first.tracks, leader } }, ...others] }
    },
    ctx,
  )
  await publish(elsa, madeId, {}, ctx)
  const owner = await aUnit(ctx, { kind: 'municipality', name: 'Fjordby kommune', language: 'nb', country: 'NO' })
  const ragnhild = await aPersonWith(ctx, 'education_lead', { unit: owner })
  const file = await fileOf(madeId, ctx)
  return { elsa, madeId, owner, ragnhild, file }
}

async function fileOf(pathId: string, ctx: TestCtx): Promise<PathFile> {
  const { pieces } = await findPathFileFor(visitor, { pathId }, ctx)
  let text = ''
  for await (const piece of pieces) text += piece
  return JSON.parse(text)
}

const asText = (file: PathFile) => JSON.stringify(file)

test('what goes out comes in as the same path, with files of its own, and says whose it was', async ({ ctx }) => {
  const { madeId, owner, ragnhild, file } = await aFile(ctx)
  const form = { id: newId(), ownerId: owner.id, text: asText(file) }
  const made = await importPath(ragnhild, form, ctx)
  if (!made.ok) throw new Error(JSON.stringify(made.faults))
  expect(await importPath(ragnhild, form, ctx)).toEqual(made)
  expect(await ctx.db.$count(paths)).toBe(2)
  const { draft } = await findDraftFor(ragnhild, made.pathId, ctx)
  const nameless = (content: unknown) => withMedia(content, () => 'a file')
  expect(nameless(draft.modules)).toEqual(nameless(file.path.modules))
  expect(draft.madeFrom[0]).toMatchObject({ pathId: madeId, version: 1, title: 'Trygg hemgång' })
  const rows = await ctx.db.select().from(pathMedia).where(eq(pathMedia.pathId, made.pathId))
  expect(rows.map(({ kind, name }) => [kind, name]).sort()).toEqual([
    ['captions', 'text.vtt'],
    ['film', 'film.webm'],
  ])
  await publish(ragnhild, made.pathId, {}, ctx)
  const again = await fileOf(made.pathId, ctx)
  expect(nameless(again.path.modules)).toEqual(nameless(file.path.modules))
  expect(again.media.map(({ base64 }) => base64).sort()).toEqual(file.media.map(({ base64 }) => base64).sort())
})

test('a file with a fault makes nothing, not even its sound parts', async ({ ctx }) => {
  const { owner, ragnhild, file } = await aFile(ctx)
  const form = { id: newId(), ownerId: owner.id }
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>').toString('base64')
  const hostile: [PathFile, object][] = [
    [{ ...file, media: file.media.map((one) => ({ ...one, base64: svg })) }, { place: 'media[0]' }],
    [{ ...file, media: [] }, { reason: 'paths_file_media_missing' }],
    [
      { ...file, path: { ...file.path, modules: [...file.path.modules, ...file.path.modules] } },
      { reason: 'paths_file_module_twice' },
    ],
  ]
  for (const [text, fault] of hostile) {
    const made = await importPath(ragnhild, { ...form, text: asText(text) }, ctx)
    expect(made).toMatchObject({ ok: false, faults: expect.arrayContaining([expect.objectContaining(fault)]) })
  }
  const [film] = file.media.filter((one) => one.kind === 'film')
  const swapped = file.media.map((one) => ({ ...one, base64: film?.base64 ?? '' }))
  const made = await importPath(ragnhild, { ...form, text: asText({ ...file, media: swapped }) }, ctx)
  expect(made).toMatchObject({ ok: false, faults: [{ reason: 'paths_file_media_kind' }] })
  expect(await ctx.db.$count(paths)).toBe(1)
})

test('only those who lead the unit make a path of a file', async ({ ctx }) => {
  const { elsa, owner, file } = await aFile(ctx)
  for (const who of [elsa, await anOutsider(ctx)]) {
    const made = importPath(who, { id: newId(), ownerId: owner.id, text: asText(file) }, ctx)
    await expect(made).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('the file is there for those who may read the path', async ({ ctx }) => {
  const { elsa, madeId, ragnhild } = await aFile(ctx)
  const { status, headers, text } = await ask(ctx, { path: `/paths/${madeId}/file` })
  expect([status, headers.get('content-disposition')]).toEqual([200, `attachment; filename="${madeId}-1.samlara.json"`])
  expect(JSON.parse(text).path.id).toBe(madeId)
  await publish(elsa, madeId, { audience: 'network', languages: ['sv'], note: 'Bara vi' }, ctx)
  expect((await ask(ctx, { path: `/paths/${madeId}/file?version=2`, as: ragnhild })).status).toBe(404)
  expect((await ask(ctx, { path: `/paths/${madeId}/file?version=2`, as: elsa })).status).toBe(200)
})

test('a film goes out whole in pieces, and nobody fetches files without end', async ({ ctx }) => {
  const { madeId, file } = await aFile(ctx)
  const film = file.media.find(({ kind }) => kind === 'film')
  const bytes = new Uint8Array(2_000_003).map((_, index) => index % 251)
  await ctx.db
    .update(pathMedia)
    .set({ bytes, size: bytes.byteLength })
    .where(eq(pathMedia.id, film?.id ?? ''))
  const sent = (await fileOf(madeId, ctx)).media.find(({ kind }) => kind === 'film')
  expect(Buffer.from(sent?.base64 ?? '', 'base64').equals(bytes)).toBe(true)
  for (let count = 0; count < 40; count += 1) await takeTry(ctx, 'file', { ip: '203.0.113.7', address: madeId })
  const { status, headers } = await ask(ctx, { path: `/paths/${madeId}/file`, ip: '203.0.113.7' })
  expect([status, headers.get('retry-after')]).toEqual([429, '60'])
  expect((await ask(ctx, { path: `/paths/${madeId}/file`, ip: '203.0.113.8' })).status).toBe(200)
})
