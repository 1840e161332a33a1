import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { discardDraft, saveDraft, startPath } from '#app/features/paths/commands/drafts.server.ts'
import { addEditor, removeEditor } from '#app/features/paths/commands/editors.server.ts'
import { publishVersion, withdrawVersion } from '#app/features/paths/commands/publish.server.ts'
import { findDraftFor, listEditorsFor, listOwnersFor, listPathsToEditFor } from '#app/features/paths/queries/drafts.server.ts'
import {
  findEditionFor,
  findPathFor,
  listEditionsFor,
  listPathsFor,
  readPath,
} from '#app/features/paths/queries/library.server.ts'
import { visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { paths, pathVersions } from '#db/schema/index.ts'
import { walking } from '#tests/pairs/pairs.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { aUnit, aUser, aVisit } from '#tests/support/factories.ts'
import { aModule, aPathBeingMade, publish, say, write } from './making.ts'

const gone = { code: 'gone', reason: 'paths_error_withdrawn' }
const hidden = { code: 'not_found' }

describe('beginning and writing', () => {
  test('those who lead a unit begin a path there, once however often they press', async ({ ctx }) => {
    const { elsa, yusuf, tove, unit, madeId, begun } = await aPathBeingMade(ctx)
    expect(madeId).toMatch(/^trygg-hemgang-[0-9a-f]{6}$/)
    expect(await startPath(elsa, begun, ctx)).toBe(madeId)
    expect(await ctx.db.select().from(paths)).toHaveLength(1)
    await expect(startPath(tove, begun, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await expect(startPath(yusuf, begun, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await listOwnersFor(elsa, ctx)).toEqual([{ id: unit.id, name: unit.name, language: 'sv' }])
    expect(await listOwnersFor(yusuf, ctx)).toEqual([])
  })

  test('a draft is there for those who write it, and for nobody else', async ({ ctx }) => {
    const { elsa, samira, yusuf, tove, madeId } = await aPathBeingMade(ctx)
    const others = [samira, yusuf, await anOutsider(ctx), visitor]
    for (const one of others) {
      await expect(findDraftFor(one, madeId, ctx)).rejects.toMatchObject(hidden)
      expect(await listPathsToEditFor(one, ctx)).toEqual([])
      await expect(findPathFor(one, madeId, ctx)).rejects.toMatchObject(hidden)
    }
    for (const one of [elsa, tove, await anAdmin(ctx)]) {
      expect((await findDraftFor(one, madeId, ctx)).draft.title.sv).toBe('Trygg hemgång')
      expect((await listPathsToEditFor(one, ctx)).map(({ pathId }) => pathId)).toEqual([madeId])
    }
  })

  test('of two who save from the same revision the later one is told, and nothing is written over', async ({ freshDb }) => {
    const { elsa, tove, madeId } = await aPathBeingMade(freshDb.ctx())
    const { draft, revision } = await findDraftFor(elsa, madeId, freshDb.ctx())
    const saves = [
      saveDraft(elsa, { pathId: madeId, revision, draft: { ...draft, pace: say('Elsas takt') } }, freshDb.ctx()),
      saveDraft(tove, { pathId: madeId, revision, draft: { ...draft, pace: say('Toves takt') } }, freshDb.ctx()),
    ]
    const results = await Promise.allSettled(saves)
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', reason: 'paths_error_draft_changed' },
    })
    const now = await findDraftFor(elsa, madeId, freshDb.ctx())
    expect([now.revision, now.draft.pace.sv]).toEqual([revision + 1, `${now.savedBy === elsa.name ? 'Elsas' : 'Toves'} takt`])
  })

  test('changes of two parts at once both stand', async ({ freshDb }) => {
    const { elsa, tove, madeId } = await aPathBeingMade(freshDb.ctx())
    await Promise.all([
      write(elsa, madeId, (draft) => ({ ...draft, pace: say('I egen takt') }), freshDb.ctx()),
      write(tove, madeId, (draft) => ({ ...draft, modules: [...draft.modules, aModule('A3')] }), freshDb.ctx()),
    ])
    const { draft } = await findDraftFor(elsa, madeId, freshDb.ctx())
    expect([draft.pace.sv, draft.modules.map(({ id }) => id)]).toEqual(['I egen takt', ['A1', 'A2', 'A3']])
  })

  test('what has not the shape of a path, or is larger than any, is not kept', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const broken = write(elsa, madeId, (draft) => ({ ...draft, modules: [aModule('print')] }), ctx)
    await expect(broken).rejects.toMatchObject({ code: 'invalid', reason: 'paths_error_draft_shape' })
    const long = 'Ord '.repeat(1_000)
    const lead = { sv: Array.from({ length: 200 }, () => long), nb: [], en: [] }
    const modules = Array.from({ length: 5 }, (_, index) => aModule(`A${index}`, { lead }))
    const huge = write(elsa, madeId, (draft) => ({ ...draft, modules }), ctx)
    await expect(huge).rejects.toMatchObject({ code: 'invalid', reason: 'paths_error_too_large' })
  })
})

describe('editors', () => {
  test('a colleague who is named writes but does not publish, and stops when they leave the organisation', async ({ ctx }) => {
    const { elsa, yusuf, madeId } = await aPathBeingMade(ctx)
    await addEditor(elsa, { pathId: madeId, personId: yusuf.id }, ctx)
    await addEditor(elsa, { pathId: madeId, personId: yusuf.id }, ctx)
    expect((await listEditorsFor(elsa, madeId, ctx)).editors.map(({ name }) => name)).toEqual(['Yusuf Demir'])
    await write(yusuf, madeId, (draft) => ({ ...draft, pace: say('Yusufs takt') }), ctx)
    await expect(publish(yusuf, madeId, {}, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addEditor(yusuf, { pathId: madeId, personId: elsa.id }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(findDraftFor({ ...yusuf, roles: [] }, madeId, ctx)).rejects.toMatchObject(hidden)
    expect(await listPathsToEditFor({ ...yusuf, roles: [] }, ctx)).toEqual([])
    await removeEditor(yusuf, { pathId: madeId, personId: yusuf.id }, ctx)
    await expect(findDraftFor(yusuf, madeId, ctx)).rejects.toMatchObject(hidden)
  })

  test('somebody elsewhere and somebody who is nobody are refused in the same words', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    for (const personId of [(await anOutsider(ctx)).id, newId()]) {
      const added = addEditor(elsa, { pathId: madeId, personId }, ctx)
      await expect(added).rejects.toMatchObject({ code: 'invalid', reason: 'paths_error_editor_unknown' })
    }
  })
})

describe('publishing', () => {
  test('a version gets a number, the organisation’s name and its languages; a second press makes no second one', async ({
    ctx,
  }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const { revision } = await findDraftFor(elsa, madeId, ctx)
    const press = {
      pathId: madeId,
      revision,
      audience: 'everyone',
      languages: ['sv'],
      note: 'Först',
      noteLanguage: 'sv',
    } as const
    expect(await publishVersion(elsa, { ...press, languages: ['sv'] }, ctx)).toBe(1)
    expect(await publishVersion(elsa, { ...press, languages: ['sv'] }, ctx)).toBe(1)
    const { path, edition } = await findEditionFor(visitor, { pathId: madeId }, ctx)
    expect(path).toMatchObject({ version: 1, languages: ['sv'], by: 'Rehabavdelningen Tallbacken, Region Öst' })
    expect(edition).toMatchObject({ note: 'Först', publishedName: 'Elsa Öberg', publishedAt: ctx.now })
    expect(edition.summary).toMatchObject({ minutes: { resource_person: 40, leader: 40, joint: 60 } })
    expect(edition.summary.modules.map(({ id }) => id)).toEqual(['A1', 'A2'])
    await expect(publish(elsa, madeId, {}, ctx)).rejects.toMatchObject({ reason: 'paths_error_nothing_new' })
    expect((await findDraftFor(elsa, madeId, ctx)).begun).toBe(false)
  })

  test('with a fault nothing is published, and from an old page neither', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    await expect(publish(elsa, madeId, { languages: ['sv', 'nb'] }, ctx)).rejects.toMatchObject({
      ...{ code: 'invalid', reason: 'paths_error_faults' },
    })
    const old = publishVersion(
      elsa,
      { pathId: madeId, revision: 1, audience: 'everyone', languages: ['sv'], note: '', noteLanguage: 'sv' },
      ctx,
    )
    await expect(old).rejects.toMatchObject({ code: 'conflict', reason: 'paths_error_draft_changed' })
    expect(await ctx.db.select().from(pathVersions)).toEqual([])
  })

  test('what is published stays as it was, whatever is written afterwards', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    await publish(elsa, madeId, {}, ctx)
    await write(elsa, madeId, (draft) => ({ ...draft, pace: say('Långsamt') }), ctx)
    expect((await findPathFor(visitor, madeId, ctx)).pace.sv).toBe('')
    await publish(elsa, madeId, { note: 'Takten' }, ctx)
    expect((await findPathFor(visitor, madeId, ctx)).pace.sv).toBe('Långsamt')
    expect((await readPath({ pathId: madeId, version: 1 }, ctx)).pace.sv).toBe('')
    expect((await findEditionFor(visitor, { pathId: madeId, version: 1 }, ctx)).path.version).toBe(1)
  })

  test('a draft is let go of only when something is published', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const { revision } = await findDraftFor(elsa, madeId, ctx)
    await expect(discardDraft(elsa, { pathId: madeId, revision }, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await publish(elsa, madeId, {}, ctx)
    const next = await write(elsa, madeId, (draft) => ({ ...draft, pace: say('Fort') }), ctx)
    await discardDraft(elsa, { pathId: madeId, revision: next }, ctx)
    expect((await findDraftFor(elsa, madeId, ctx)).draft.pace.sv).toBe('')
  })
})

describe('who reads', () => {
  test('a version for the own network is there for people of it, not for visitors, guests, outsiders or those who left', async ({
    ctx,
  }) => {
    const { elsa, unit, samira, madeId } = await aPathBeingMade(ctx)
    await publish(elsa, madeId, { audience: 'network' }, ctx)
    const top = unit.lineage[0] ?? ''
    const sister = await aUnit(ctx, { name: 'Avdelning 9', parent: { id: top, lineage: [top] } })
    const colleague = await aPersonWith(ctx, 'member', { unit: sister })
    for (const one of [elsa, samira, colleague]) {
      expect((await findPathFor(one, madeId, ctx)).id).toBe(madeId)
      expect((await listPathsFor(one, ctx)).map(({ pathId }) => pathId)).toEqual(['learn-to-teach-on', madeId])
    }
    const visit = await aVisit(ctx, { host: unit })
    const guest = await aPersonWith(ctx, 'guest', { visit })
    const elsewhere = await aPersonWith(ctx, 'education_lead', { unit: await aUnit(ctx) }, await aUser(ctx))
    for (const one of [visitor, guest, elsewhere, await anOutsider(ctx), { ...samira, roles: [] }]) {
      await expect(findPathFor(one, madeId, ctx)).rejects.toMatchObject(hidden)
      expect((await listPathsFor(one, ctx)).map(({ pathId }) => pathId)).toEqual(['learn-to-teach-on'])
      expect(await listEditionsFor(one, madeId, ctx)).toEqual([])
    }
  })

  test('each reads the newest version that is for them', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    await publish(elsa, madeId, { audience: 'everyone' }, ctx)
    await publish(elsa, madeId, { audience: 'network' }, ctx)
    expect((await findPathFor(visitor, madeId, ctx)).version).toBe(1)
    expect((await findPathFor(elsa, madeId, ctx)).version).toBe(2)
    await expect(findEditionFor(visitor, { pathId: madeId, version: 2 }, ctx)).rejects.toMatchObject(hidden)
    expect((await listEditionsFor(elsa, madeId, ctx)).map(({ version }) => version)).toEqual([2, 1])
  })

  test('what is withdrawn is gone for newcomers, who get the version before it if there is one; walkers keep it', async ({
    ctx,
  }) => {
    const { elsa, yusuf, samira, unit, madeId } = await aPathBeingMade(ctx)
    await publish(elsa, madeId, {}, ctx)
    await walking(samira, elsa, unit.id, ctx)
    await expect(withdrawVersion(yusuf, { pathId: madeId, version: 1, reason: 'Fel' }, ctx)).rejects.toMatchObject(hidden)
    await expect(withdrawVersion(elsa, { pathId: madeId, version: 7, reason: 'Fel' }, ctx)).rejects.toMatchObject(hidden)
    await withdrawVersion(elsa, { pathId: madeId, version: 1, reason: 'Fel i A1' }, ctx)
    await withdrawVersion(elsa, { pathId: madeId, version: 1, reason: 'Ett annat skäl' }, ctx)
    await expect(findPathFor(visitor, madeId, ctx)).rejects.toMatchObject(gone)
    expect((await readPath({ pathId: madeId, version: 1 }, ctx)).title.sv).toBe('Trygg hemgång')
    const [row] = await ctx.db.select().from(pathVersions).where(eq(pathVersions.pathId, madeId))
    expect(row?.withdrawnReason).toBe('Fel i A1')
    expect(await publish(elsa, madeId, {}, ctx)).toBe(2)
    expect((await findPathFor(visitor, madeId, ctx)).version).toBe(2)
    await expect(findEditionFor(visitor, { pathId: madeId, version: 1 }, ctx)).rejects.toMatchObject(gone)
  })

  test('that a version for the network was withdrawn is not told to others', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    await publish(elsa, madeId, { audience: 'network' }, ctx)
    await withdrawVersion(elsa, { pathId: madeId, version: 1, reason: 'Fel' }, ctx)
    await expect(findPathFor(visitor, madeId, ctx)).rejects.toMatchObject(hidden)
    await expect(findPathFor(elsa, madeId, ctx)).rejects.toMatchObject(gone)
  })
})
