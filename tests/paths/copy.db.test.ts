// Going on with somebody else's path, and seeing what differs.
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { copyPath } from '#app/features/paths/commands/copy.server.ts'
import { saveDraft } from '#app/features/paths/commands/drafts.server.ts'
import { findChangesFor } from '#app/features/paths/queries/changes.server.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { pathMedia, paths } from '#db/schema/index.ts'
import { anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { ask } from '#tests/support/remix.ts'
import { aPathBeingMade, publish, say, write } from './making.ts'
import { shippedPath } from './shipped.ts'

const shippedId = shippedPath.id

/** Ragnhild leads a unit in another country, and goes on with paths from elsewhere. */
async function anotherPlace(ctx: TestCtx) {
  const owner = await aUnit(ctx, { kind: 'municipality', name: 'Fjordby kommune', language: 'nb', country: 'NO' })
  const ragnhild = await aPersonWith(ctx, 'education_lead', { unit: owner })
  const start = { id: newId(), ownerId: owner.id, title: 'Lære hos oss', locale: 'nb' as const }
  return { owner, ragnhild, start }
}

describe('a copy', () => {
  test('says all that the original says, and whose it was; a second press makes no other', async ({ ctx }) => {
    const { ragnhild, start } = await anotherPlace(ctx)
    const pathId = await copyPath(ragnhild, { ...start, pathId: shippedId }, ctx)
    expect(await copyPath(ragnhild, { ...start, pathId: shippedId }, ctx)).toBe(pathId)
    expect(await ctx.db.select().from(paths)).toHaveLength(1)
    const { draft } = await findDraftFor(ragnhild, pathId, ctx)
    expect(draft.modules).toEqual(shippedPath.modules)
    expect([draft.title, draft.languages]).toEqual([{ ...shippedPath.title, nb: 'Lære hos oss' }, ['nb', 'sv', 'en']])
    expect(draft.madeFrom).toEqual([{ pathId: shippedId, version: 1, title: shippedPath.title.sv, by: 'Samlära' }])
  })

  test('keeps what it owes, whatever is saved, and hands it on', async ({ ctx }) => {
    const { ragnhild, start } = await anotherPlace(ctx)
    const pathId = await copyPath(ragnhild, { ...start, pathId: shippedId }, ctx)
    const { draft, revision } = await findDraftFor(ragnhild, pathId, ctx)
    await saveDraft(ragnhild, { pathId, revision, draft: { ...draft, madeFrom: [] } }, ctx)
    await publish(ragnhild, pathId, {}, ctx)
    const again = await copyPath(ragnhild, { ...start, id: newId(), pathId }, ctx)
    const owed = (await findDraftFor(ragnhild, again, ctx)).draft.madeFrom
    expect(owed.map((one) => one.pathId)).toEqual([pathId, shippedId])
  })

  test('has files of its own', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const file = { id: newId(), pathId: madeId, kind: 'picture' as const, type: 'image/webp', madeAt: ctx.now }
    const unused = { ...file, id: newId(), name: 'oanvänd', bytes: Buffer.from('x'), size: 1 }
    await ctx.db.insert(pathMedia).values([{ ...file, name: 'två vid ett bord', bytes: Buffer.from('bild'), size: 4 }, unused])
    const picture = { picture: file.id, alt: 'Två vid ett bord' }
    await write(elsa, madeId, (draft) => ({ ...draft, lead: { sv: ['Se:', picture], nb: [], en: [] } }), ctx)
    await publish(elsa, madeId, {}, ctx)
    const { ragnhild, start } = await anotherPlace(ctx)
    const pathId = await copyPath(ragnhild, { ...start, pathId: madeId }, ctx)
    const [copied, ...rest] = await ctx.db.select().from(pathMedia).where(eq(pathMedia.pathId, pathId))
    expect(rest).toEqual([])
    expect(copied).toMatchObject({ name: 'två vid ett bord', type: 'image/webp', size: 4 })
    expect(copied?.id).not.toBe(file.id)
    const { draft } = await findDraftFor(ragnhild, pathId, ctx)
    expect(draft.lead.sv[1]).toEqual({ ...picture, picture: copied?.id })
  })

  test('is made by those who lead a unit, of what they may read', async ({ ctx }) => {
    const { elsa, yusuf, madeId } = await aPathBeingMade(ctx)
    await publish(elsa, madeId, { audience: 'network' }, ctx)
    const { ragnhild, owner, start } = await anotherPlace(ctx)
    await expect(copyPath(ragnhild, { ...start, pathId: madeId }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    const others = [yusuf, elsa, await anOutsider(ctx)]
    for (const who of others) {
      const copy = copyPath(who, { ...start, id: newId(), pathId: shippedId, ownerId: owner.id }, ctx)
      await expect(copy).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await ctx.db.select().from(paths)).toHaveLength(1)
  })

  test('is offered on a page that says how, also to those who can not make one', async ({ ctx }) => {
    const { ragnhild, start } = await anotherPlace(ctx)
    const path = `/paths/${shippedId}/copy`
    expect((await ask(ctx, { path, as: ragnhild, locale: 'nb' })).text).toContain('Fjordby kommune')
    expect((await ask(ctx, { path, as: await anOutsider(ctx), locale: 'nb' })).text).toContain('må du lede en enhet')
    const made = await ask(ctx, { path, as: ragnhild, form: { id: start.id, ownerId: start.ownerId, title: start.title } })
    expect([made.status, made.headers.get('location')]).toEqual([302, `/paths/laere-hos-oss-${start.id.slice(0, 6)}/edit`])
    const empty = await ask(ctx, { path, as: ragnhild, form: { id: start.id, ownerId: start.ownerId, title: ' ' } })
    expect(empty.status).toBe(400)
  })
})

describe('what differs', () => {
  test('between two versions, from the reader’s own language', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    await publish(elsa, madeId, {}, ctx)
    expect(await findChangesFor(visitor, { pathId: madeId, asked: { kind: 'versions' }, locale: 'nb' }, ctx)).toBeNull()
    await write(elsa, madeId, (draft) => ({ ...draft, pace: say('En modul i veckan') }), ctx)
    await publish(elsa, madeId, { note: 'Ny takt' }, ctx)
    const changes = await findChangesFor(visitor, { pathId: madeId, asked: { kind: 'versions' }, locale: 'nb' }, ctx)
    expect(changes).toMatchObject({ language: 'sv', from: { version: 1 }, to: { version: 2 } })
    expect(changes?.difference.about).toMatchObject([{ field: 'pace', after: 'En modul i veckan' }])
    const { text, status } = await ask(ctx, { path: `/paths/${madeId}/changes?from=1&to=2`, locale: 'nb' })
    expect([status, text.includes('<ins>')]).toEqual([200, true])
  })

  test('between a copy and its original, and what the original has changed since', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    await publish(elsa, madeId, {}, ctx)
    const { ragnhild, start } = await anotherPlace(ctx)
    const pathId = await copyPath(ragnhild, { ...start, pathId: madeId }, ctx)
    await write(ragnhild, pathId, (draft) => ({ ...draft, modules: draft.modules.slice(0, 1) }), ctx)
    await publish(ragnhild, pathId, {}, ctx)
    const asked = (kind: 'source' | 'news') => findChangesFor(visitor, { pathId, asked: { kind }, locale: 'sv' }, ctx)
    expect((await asked('source'))?.source?.news).toBe(false)
    await write(elsa, madeId, (draft) => ({ ...draft, pace: say('Långsamt') }), ctx)
    await publish(elsa, madeId, { note: 'Takten' }, ctx)
    const ours = await asked('source')
    expect(ours?.difference.modules.map(({ id, standing }) => [id, standing])).toEqual([
      ['A1', 'same'],
      ['A2', 'removed'],
    ])
    expect(ours?.source?.news).toBe(true)
    expect((await asked('news'))?.difference.about).toMatchObject([{ field: 'pace', after: 'Långsamt' }])
  })

  test('tells nothing of an original that the reader may not read', async ({ ctx }) => {
    const { elsa, tove, madeId } = await aPathBeingMade(ctx)
    await publish(elsa, madeId, { audience: 'network' }, ctx)
    const start = {
      id: newId(),
      ownerId: (await findDraftFor(elsa, madeId, ctx)).owner.id,
      title: 'För alla',
      locale: 'sv' as const,
    }
    const pathId = await copyPath(elsa, { ...start, pathId: madeId }, ctx)
    await publish(elsa, pathId, { audience: 'everyone' }, ctx)
    const asked = { pathId, asked: { kind: 'source' as const }, locale: 'sv' as const }
    for (const who of [visitor, await anOutsider(ctx)]) expect(await findChangesFor(who, asked, ctx)).toBeNull()
    expect((await findChangesFor(tove, asked, ctx))?.source?.title).toBe('Trygg hemgång')
    const hidden = findChangesFor(visitor, { ...asked, pathId: madeId }, ctx)
    await expect(hidden).rejects.toMatchObject({ code: 'not_found' })
  })
})
