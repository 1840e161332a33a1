// Writing a path on its pages, as browsers without scripts do it: two at once, typed words that are never lost, what is published.
import { describe, expect } from 'vitest'
import { addEditor, removeEditor } from '#app/features/paths/commands/editors.server.ts'
import { findColleaguesFor } from '#app/features/paths/queries/colleagues.server.ts'
import { findDraftFor, listEditorsFor } from '#app/features/paths/queries/drafts.server.ts'
import { listEditionsFor } from '#app/features/paths/queries/library.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import * as module from '#app/routes/paths.$pathId.edit.$moduleId._index.tsx'
import * as activity from '#app/routes/paths.$pathId.edit.$moduleId.$activityId.tsx'
import * as about from '#app/routes/paths.$pathId.edit.about.tsx'
import * as editors from '#app/routes/paths.$pathId.edit.editors._index.tsx'
import * as order from '#app/routes/paths.$pathId.edit.order.ts'
import * as publishing from '#app/routes/paths.$pathId.edit.publish.tsx'
import * as begin from '#app/routes/paths.new.tsx'
import { anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, aUser } from '#tests/support/factories.ts'
import { callAction } from '#tests/support/http.ts'
import { ask } from '#tests/support/remix.ts'
import { formOn } from './form.ts'
import { aPathBeingMade, publish, say, write } from './making.ts'

type Sent = Record<string, string | readonly string[]>

/** A change of the outline by one of its buttons. */
function press(ctx: TestCtx, as: Person, pathId: string, form: Sent) {
  return callAction(ctx, order.action, { path: `/paths/${pathId}/edit/order`, params: { pathId }, as, form })
}

/** What the page's form holds when somebody opens it. */
async function opened(ctx: TestCtx, as: Person, path: string): Promise<Sent> {
  const { status, text } = await ask(ctx, { path, as, locale: 'sv' })
  expect([path, status]).toEqual([path, 200])
  return formOn(text, 'writing')
}

function sendModule(ctx: TestCtx, as: Person, pathId: string, form: Sent) {
  return callAction(ctx, module.action, {
    ...{ path: `/paths/${pathId}/edit/a1`, params: { pathId, moduleId: 'a1' }, as, form, locale: 'sv' as const },
  })
}

describe('making a path', () => {
  test('from a name to modules with every kind of activity, moved and removed by buttons', async ({ ctx }) => {
    const { elsa, unit } = await aPathBeingMade(ctx)
    const form = { id: newId(), ownerId: unit.id, title: 'Bra möten', language: 'nb' }
    const begun = await callAction(ctx, begin.action, { path: '/paths/new', as: elsa, form })
    const pathId = /paths\/([^/]+)\/edit$/.exec(begun.location ?? '')?.[1] ?? ''
    await press(ctx, elsa, pathId, { kind: 'add_module', id: 'm-1', title: 'Første', language: 'nb' })
    await press(ctx, elsa, pathId, { kind: 'add_module', id: 'm-2', title: 'Andre', language: 'nb' })
    const kinds = ['study', 'video', 'quiz', 'checklist', 'reflection', 'practice', 'sheet', 'questionnaire']
    for (const kind of kinds) {
      const add = { kind: 'add_activity', moduleId: 'm-1', track: 'leader', id: `a-${kind}`, title: kind, language: 'nb' }
      expect((await press(ctx, elsa, pathId, { ...add, activityKind: kind })).location).toBe(
        `/paths/${pathId}/edit/m-1/a-${kind}`,
      )
      const page = `/paths/${pathId}/edit/m-1/a-${kind}`
      const params = { pathId, moduleId: 'm-1', activityId: `a-${kind}` }
      const saved = await callAction(ctx, activity.action, {
        ...{ path: page, params, as: elsa, form: await opened(ctx, elsa, page) },
      })
      expect([kind, saved.status]).toEqual([kind, 302])
    }
    await press(ctx, elsa, pathId, { kind: 'move_activity', moduleId: 'm-1', activityId: 'a-video', by: '-1' })
    const place = { kind: 'place_activity', moduleId: 'm-1', activityId: 'a-quiz', to: 'm-2 resource_person' }
    await press(ctx, elsa, pathId, place)
    await press(ctx, elsa, pathId, { kind: 'remove_activity', moduleId: 'm-1', activityId: 'a-sheet' })
    await press(ctx, elsa, pathId, { kind: 'move_module', moduleId: 'm-2', by: '-1' })
    const { draft } = await findDraftFor(elsa, pathId, ctx)
    expect(draft.modules.map((one) => [one.id, one.title.nb])).toEqual([
      ['m-2', 'Andre'],
      ['m-1', 'Første'],
    ])
    expect(draft.modules[0]?.tracks.resource_person.map((one) => one.id)).toEqual(['a-quiz'])
    expect(draft.modules[1]?.tracks.leader.map((one) => one.id)).toEqual(
      ['video', 'study', 'checklist', 'reflection', 'practice', 'questionnaire'].map((kind) => `a-${kind}`),
    )
    const { text } = await ask(ctx, { path: `/paths/${pathId}/edit`, as: elsa, locale: 'sv' })
    expect(text).toContain('1. Andre')
  })

  test('a page that is opened and saved as it is changes nothing', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const before = (await findDraftFor(elsa, madeId, ctx)).draft
    await sendModule(ctx, elsa, madeId, await opened(ctx, elsa, `/paths/${madeId}/edit/a1`))
    const params = { pathId: madeId, moduleId: 'a1', activityId: 'leader-1' }
    const page = `/paths/${madeId}/edit/a1/leader-1`
    await callAction(ctx, activity.action, { path: page, params, as: elsa, form: await opened(ctx, elsa, page) })
    const aboutPage = `/paths/${madeId}/edit/about`
    const form = await opened(ctx, elsa, aboutPage)
    await callAction(ctx, about.action, { path: aboutPage, params: { pathId: madeId }, as: elsa, form })
    expect((await findDraftFor(elsa, madeId, ctx)).draft).toEqual(before)
  })

  test('only two languages on the screen: the third is kept', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    await write(elsa, madeId, (draft) => ({ ...draft, languages: ['sv', 'nb', 'en'], pace: say('Takt', ['sv', 'en']) }), ctx)
    const page = `/paths/${madeId}/edit/about?show=sv-nb`
    const form = { ...(await opened(ctx, elsa, page)), 'pace.nb': 'Tempo' }
    await callAction(ctx, about.action, { path: page, params: { pathId: madeId }, as: elsa, form })
    expect((await findDraftFor(elsa, madeId, ctx)).draft.pace).toEqual({ sv: 'Takt', nb: 'Tempo', en: 'Takt' })
  })
})

describe('two write at once', () => {
  test('one in Swedish, one in Norwegian, one moves the module: all of it stands', async ({ ctx }) => {
    const { elsa, yusuf, madeId } = await aPathBeingMade(ctx)
    await addEditor(elsa, { pathId: madeId, personId: yusuf.id }, ctx)
    await write(elsa, madeId, (draft) => ({ ...draft, languages: ['sv', 'nb'] }), ctx)
    const page = `/paths/${madeId}/edit/a1`
    const [elsas, yusufs] = [await opened(ctx, elsa, page), await opened(ctx, yusuf, page)]
    await press(ctx, elsa, madeId, { kind: 'add_module', id: 'm-new', title: 'Ny', language: 'sv' })
    await sendModule(ctx, elsa, madeId, { ...elsas, 'aim.sv': 'Elsas mål' })
    await sendModule(ctx, yusuf, madeId, { ...yusufs, 'title.nb': 'Yusufs tittel' })
    const { draft } = await findDraftFor(elsa, madeId, ctx)
    expect(draft.modules.map((one) => one.id)).toEqual(['A1', 'A2', 'm-new'])
    expect(draft.modules[0]).toMatchObject({ aim: { sv: 'Elsas mål' }, title: { nb: 'Yusufs tittel' } })
  })

  test('the same words: the later one sees both, loses nothing, and decides', async ({ ctx }) => {
    const { elsa, yusuf, madeId } = await aPathBeingMade(ctx)
    await addEditor(elsa, { pathId: madeId, personId: yusuf.id }, ctx)
    const page = `/paths/${madeId}/edit/a1`
    const yusufs = { ...(await opened(ctx, yusuf, page)), 'aim.sv': 'Yusufs mål', 'title.sv': 'Yusufs rubrik' }
    await sendModule(ctx, elsa, madeId, { ...(await opened(ctx, elsa, page)), 'aim.sv': 'Elsas mål' })
    const refused = await sendModule(ctx, yusuf, madeId, yusufs)
    expect(refused.status).toBe(409)
    expect((await findDraftFor(elsa, madeId, ctx)).draft.modules[0]?.title.sv).toBe('Modul A1')
    const { status, text } = await ask(ctx, { path: page, as: yusuf, locale: 'sv', form: single(yusufs) })
    expect(status).toBe(409)
    expect(text).toContain('Elsas mål')
    expect(formOn(text, 'writing')).toMatchObject({ 'aim.sv': ['Yusufs mål'], 'title.sv': ['Yusufs rubrik'] })
    await sendModule(ctx, yusuf, madeId, formOn(text, 'writing'))
    const [first] = (await findDraftFor(elsa, madeId, ctx)).draft.modules
    expect([first?.aim.sv, first?.title.sv]).toEqual(['Yusufs mål', 'Yusufs rubrik'])
  })

  test('what one writes on, another removes: said, with the typed words still there', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const page = `/paths/${madeId}/edit/a1/leader-1`
    const form = { ...(await opened(ctx, elsa, page)), 'title.sv': 'Det jag hann skriva' }
    await press(ctx, elsa, madeId, { kind: 'remove_activity', moduleId: 'A1', activityId: 'leader-1' })
    const { status, text } = await ask(ctx, { path: page, as: elsa, locale: 'sv', form: single(form) })
    expect(status).toBe(410)
    expect(text).toContain('finns inte längre i lärvägen')
    expect(text).toContain('Det jag hann skriva')
    expect((await ask(ctx, { path: page, as: elsa })).status).toBe(404)
  })
})

describe('what cannot be saved', () => {
  test('a link that is not https, a picture that says nothing: told at the field, with everything that was typed', async ({
    ctx,
  }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const add = { kind: 'add_activity', moduleId: 'A1', track: 'leader', id: 'a-film', title: 'Film', language: 'sv' }
    await press(ctx, elsa, madeId, { ...add, activityKind: 'video' })
    const page = `/paths/${madeId}/edit/a1/a-film`
    const typed = { 'video.link': 'http://example.org', 'text.sv': `Se!\n\n![](picture:${newId()})`, 'title.nb': 'Ny film' }
    const form = single({ ...(await opened(ctx, elsa, page)), ...typed })
    const { status, text } = await ask(ctx, { path: page, as: elsa, locale: 'sv', form })
    expect(status).toBe(400)
    expect(text).toContain('Skriv en webbadress som börjar med https://.')
    expect(text).toContain('Skriv inom hakparenteserna vad bilden visar')
    for (const [name, value] of Object.entries(typed)) expect(formOn(text, 'writing')[name]).toEqual([value])
  })

  test('an order of things that are not there is refused as a page, and changes nothing', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const before = await findDraftFor(elsa, madeId, ctx)
    const orders: Record<string, string>[] = [
      { kind: 'move_module', moduleId: 'nothing', by: '1' },
      { kind: 'move_module', moduleId: 'A2', by: '-1' },
      { kind: 'move_module', moduleId: 'A1', by: '-1' },
      { kind: 'place_activity', moduleId: 'A1', activityId: 'leader-1', to: 'A2 leader' },
    ]
    for (const form of orders)
      expect((await ask(ctx, { path: `/paths/${madeId}/edit/order`, as: elsa, form })).status).toBe(409)
    expect((await ask(ctx, { path: `/paths/${madeId}/edit/order`, as: elsa, form: { kind: 'burn' } })).status).toBe(422)
    expect(await findDraftFor(elsa, madeId, ctx)).toEqual(before)
  })
})

describe('publishing', () => {
  const send = (ctx: TestCtx, as: Person, pathId: string, form: Sent) =>
    callAction(ctx, publishing.action, { path: `/paths/${pathId}/edit/publish`, params: { pathId }, as, form })

  test('the page names what is missing, and leads there; nothing is offered until it is put right', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    await write(
      elsa,
      madeId,
      (draft) => ({ ...draft, languages: ['sv', 'nb'], title: say('Trygg hemgång', ['sv', 'nb']) }),
      ctx,
    )
    await press(ctx, elsa, madeId, { kind: 'add_module', id: 'm-3', title: 'Tom', language: 'sv' })
    const page = { path: `/paths/${madeId}/edit/publish`, as: elsa, locale: 'sv' as const }
    const { text } = await ask(ctx, page)
    expect(text).toContain('Modulen har varken aktiviteter eller en gemensam avstämning.')
    expect(text).toContain(`href="/paths/${madeId}/edit/m-3"`)
    expect(text).toContain('Norsk bokmål')
    expect(text).not.toContain('Publicera version 1')
    await press(ctx, elsa, madeId, { kind: 'remove_module', moduleId: 'm-3' })
    expect((await ask(ctx, page)).text).toContain('Publicera version 1')
  })

  test('from the second version on one says what is new', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const revision = async () => String((await findDraftFor(elsa, madeId, ctx)).revision)
    const form = { audience: 'network', languages: ['sv'] }
    const first = await send(ctx, elsa, madeId, { ...form, revision: await revision(), note: '' })
    expect(first.location).toBe(`/paths/${madeId}/edit/publish?done=1`)
    await write(elsa, madeId, (draft) => ({ ...draft, pace: say('Lugnt') }), ctx)
    const silent = await send(ctx, elsa, madeId, { ...form, revision: await revision(), note: ' ' })
    expect([silent.status, (await listEditionsFor(elsa, madeId, ctx)).length]).toEqual([422, 1])
    await send(ctx, elsa, madeId, { ...form, revision: await revision(), note: 'Lugnare takt' })
    expect((await listEditionsFor(elsa, madeId, ctx)).map((one) => one.note)).toEqual(['Lugnare takt', ''])
  })

  test('the draft is read as each role by those who write it, and by nobody else', async ({ ctx }) => {
    const { elsa, samira, madeId } = await aPathBeingMade(ctx)
    await publish(elsa, madeId, {}, ctx)
    await write(elsa, madeId, (draft) => ({ ...draft, pace: say('Bara i utkastet') }), ctx)
    const home = `/paths/${madeId}/edit/preview`
    for (const role of ['visitor', 'resource_person', 'leader']) {
      const mine = await ask(ctx, { path: `${home}/${role}`, as: elsa, locale: 'sv' })
      expect([mine.status, mine.text.includes('Bara i utkastet')]).toEqual([200, true])
      expect((await ask(ctx, { path: `${home}/${role}/a1`, as: elsa, locale: 'sv' })).text).toContain('Modul A1')
      expect((await ask(ctx, { path: `${home}/${role}/a1/leader-1`, as: elsa, locale: 'sv' })).status).toBe(200)
      expect((await ask(ctx, { path: `${home}/${role}`, as: samira })).status).toBe(404)
    }
    expect((await ask(ctx, { path: `${home}/leader/a1`, as: elsa, locale: 'sv' })).text).toContain('Ditt spår: chef')
    expect((await ask(ctx, { path: `${home}/visitor/a1`, as: elsa, locale: 'sv' })).text).not.toContain('Ditt spår')
  })
})

describe('editors', () => {
  test('are found by name among the owner’s own people, and by nobody who may not name them', async ({ ctx }) => {
    const { elsa, yusuf, madeId } = await aPathBeingMade(ctx)
    const elsewhere = await aPersonWith(ctx, 'member', { unit: await aUnit(ctx) }, await aUser(ctx, { name: 'Yusuf Ek' }))
    const find = (name: string, as = elsa) => findColleaguesFor(as, { pathId: madeId, name }, ctx)
    expect((await find('yus')).map((one) => one.id)).toEqual([yusuf.id])
    expect(await find('%')).toEqual([])
    expect(await find(' ')).toEqual([])
    const call = { path: `/paths/${madeId}/edit/editors`, params: { pathId: madeId }, as: elsa }
    await callAction(ctx, editors.action, { ...call, form: { personId: yusuf.id } })
    expect((await listEditorsFor(elsa, madeId, ctx)).editors.map((one) => one.name)).toEqual(['Yusuf Demir'])
    expect((await callAction(ctx, editors.action, { ...call, form: { personId: elsewhere.id } })).status).toBe(422)
    await expect(find('samira', yusuf)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(find('samira', elsewhere)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('whoever has been removed, and whoever never belonged, finds no page and changes nothing', async ({ ctx }) => {
    const { elsa, yusuf, madeId } = await aPathBeingMade(ctx)
    await addEditor(elsa, { pathId: madeId, personId: yusuf.id }, ctx)
    const form = { ...(await opened(ctx, yusuf, `/paths/${madeId}/edit/a1`)), 'aim.sv': 'För sent' }
    await removeEditor(elsa, { pathId: madeId, personId: yusuf.id }, ctx)
    const before = await findDraftFor(elsa, madeId, ctx)
    for (const as of [yusuf, await anOutsider(ctx)]) {
      for (const page of ['', '/about', '/a1', '/a1/leader-1', '/publish', '/editors', '/preview/leader', '/versions/1'])
        expect([page, (await ask(ctx, { path: `/paths/${madeId}/edit${page}`, as })).status]).toEqual([page, 404])
      expect((await sendModule(ctx, as, madeId, form)).status).toBe(404)
      expect((await press(ctx, as, madeId, { kind: 'remove_module', moduleId: 'A1' })).status).toBe(404)
    }
    expect(await findDraftFor(elsa, madeId, ctx)).toEqual(before)
  })
})

/** The first of each name: `ask` sends one value a name. */
function single(form: Sent): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const one = typeof value === 'string' ? value : value[0]
      return one === undefined ? [] : [[name, one]]
    }),
  )
}
