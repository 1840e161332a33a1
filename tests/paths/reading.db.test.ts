// Pages of paths that organisations make, as they are sent: to everybody, to the organisation, in the language there is.
import { expect } from 'vitest'
import { withdrawVersion } from '#app/features/paths/commands/publish.server.ts'
import type { LearningModule } from '#app/features/paths/rules/shape.ts'
import { newId } from '#app/kernel/ids.ts'
import { pathMedia } from '#db/schema/index.ts'
import { anAdmin, anOutsider } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'
import { ask } from '#tests/support/remix.ts'
import { aModule, aPathBeingMade, publish, read, say, write } from './making.ts'

/** A module with one activity of every kind, all for the resource person. */
async function everyKind(ctx: TestCtx, pathId: string, id: string): Promise<LearningModule> {
  const media = { film: newId(), captions: newId(), picture: newId() }
  const rows = Object.entries(media).map(([kind, mediaId]) => ({
    ...{ id: mediaId, pathId, kind: kind as keyof typeof media, type: 'text/plain', bytes: new Uint8Array([1]), size: 1 },
    ...{ name: kind, madeAt: ctx.now },
  }))
  await ctx.db.insert(pathMedia).values(rows)
  const any = (name: string) => ({ id: name, title: say(`Titel ${name}`), minutes: 10, text: read(`Text ${name}`) })
  const option = (right: boolean) => ({ text: say(right ? 'Rätt svar' : 'Fel svar'), right, why: say('Därför') })
  const resource_person: LearningModule['tracks']['resource_person'] = [
    {
      ...{ ...any('film'), kind: 'video', transcript: read('Allt som sägs') },
      video: { media: media.film, captions: { sv: media.captions, nb: null, en: null } },
    },
    { ...any('lank'), kind: 'video', transcript: read('Allt'), video: { link: 'https://film.example/x', captioned: ['nb'] } },
    {
      ...any('prov'),
      kind: 'quiz',
      checks: [{ id: 'c1', question: say('Vad gör du?'), options: [option(true), option(false)] }],
    },
    { ...any('lista'), kind: 'checklist', items: [{ id: 'i1', text: say('Har talat med chefen') }] },
    { ...any('tanke'), kind: 'reflection', questions: [say('Vad bär du med dig?')] },
    { ...any('ovning'), kind: 'practice', task: read('Öva på en kollega') },
    { ...any('blad'), kind: 'sheet', tool: 'pdsa' },
    { ...any('enkat'), kind: 'questionnaire' },
    {
      ...{ ...any('bild'), kind: 'study', example: read('', []), task: read('', []) },
      text: { sv: [{ picture: media.picture, alt: 'Två händer', caption: 'Foto' }], nb: [], en: [] },
    },
  ]
  return aModule(id, { tracks: { resource_person, leader: [] }, joint: null })
}

async function aPublishedPath(ctx: TestCtx) {
  const people = await aPathBeingMade(ctx)
  const { elsa, madeId } = people
  const module = await everyKind(ctx, madeId, 'K1')
  await write(elsa, madeId, (draft) => ({ ...draft, modules: [...draft.modules, module] }), ctx)
  await publish(elsa, madeId, {}, ctx)
  return { ...people, home: `/paths/${madeId}`, module }
}

test('every kind of activity is a page, for everybody and without a script', async ({ ctx }) => {
  const { home, module } = await aPublishedPath(ctx)
  const said: Record<string, string[]> = {
    film: ['<video', 'kind="captions"', 'srcLang="sv"', 'Allt som sägs', '/media/'],
    lank: ['href="https://film.example/x"', 'film.example', 'Textad på norskt bokmål'],
    prov: ['Vad gör du?', 'Rätt svar', 'Det stämmer'],
    lista: ['Har talat med chefen'],
    tanke: ['Vad bär du med dig?', `href="${home}/k1#reflection"`],
    ovning: ['Öva på en kollega', 'skriver under'],
    blad: [`href="${home}/sheets/pdsa"`],
    enkat: [`href="${home}/questionnaire"`],
    bild: ['alt="Två händer"', 'Foto'],
  }
  for (const { id } of module.tracks.resource_person) {
    const { status, text } = await ask(ctx, { path: `${home}/k1/${id}`, locale: 'sv' })
    expect([id, status]).toEqual([id, 200])
    expect(text).toContain(`Text ${id}`.replace('Text bild', 'Titel bild'))
    for (const words of said[id] ?? ['nothing is expected of it']) expect(text).toContain(words)
    expect(text).not.toMatch(/<script|<iframe/)
  }
  const printed = (await ask(ctx, { path: `${home}/print`, locale: 'sv' })).text
  for (const words of [
    'Allt som sägs',
    'https://film.example/x',
    'Har talat med chefen',
    'Vad bär du med dig?',
    'Öva på en kollega',
  ])
    expect(printed).toContain(words)
})

test('who reads another language is told, and the path’s own words say which they are in', async ({ ctx }) => {
  const { home } = await aPublishedPath(ctx)
  for (const url of [home, `${home}/a1`, `${home}/a1/leader-1`, `${home}/print`]) {
    const { text } = await ask(ctx, { path: url, locale: 'en' })
    expect(text).toContain('This path is not available in English. You are reading it in Swedish.')
    expect(text).toMatch(/<h1><span lang="sv">/)
    expect(text).toContain('class="sl-prose" lang="sv"')
    expect(text).toContain('<html lang="en"')
    expect((await ask(ctx, { path: url, locale: 'sv' })).text).not.toMatch(/lang="sv">(?!<head)[^<]|finns inte på/)
  }
})

test('a module without a joint step has none to go to; what to walk first is said with a link', async ({ ctx }) => {
  const { home } = await aPublishedPath(ctx)
  const { text } = await ask(ctx, { path: `${home}/k1`, locale: 'sv' })
  expect(text).not.toContain('id="joint"')
  expect(text).not.toContain('id="leader"')
  expect((await ask(ctx, { path: `${home}/k1/bild`, locale: 'sv' })).text).not.toContain('#joint')
  const second = await ask(ctx, { path: `${home}/a2`, locale: 'sv' })
  expect(second.text).toMatch(/Gå först:.*href="[^"]*\/a1"/)
})

test('the list names organisation, languages, hours and version; what is for the network is there for the network', async ({
  ctx,
}) => {
  const { elsa, samira, home, madeId } = await aPublishedPath(ctx)
  const open = await ask(ctx, { path: '/paths', locale: 'sv' })
  expect([open.status, open.headers.get('set-cookie')]).toEqual([200, null])
  expect(open.text).toContain('Lära för att lära vidare')
  expect(open.text).toMatch(/Trygg hemgång.*Rehabavdelningen Tallbacken, Region Öst.*svenska.*Version 1, tisdag 14 april 2026/)
  expect(open.text.indexOf('learn-to-teach-on')).toBeLessThan(open.text.indexOf(home))
  expect(open.text).not.toMatch(/\/edit"|\/paths\/new/)
  const writing = await ask(ctx, { path: '/paths', as: elsa, locale: 'sv' })
  expect(writing.text).toContain(`href="${home}/edit"`)
  expect(writing.text).toContain('href="/paths/new"')

  await withdrawVersion(elsa, { pathId: madeId, version: 1, reason: 'Fel' }, ctx)
  await publish(elsa, madeId, { audience: 'network' }, ctx)
  expect((await ask(ctx, { path: '/paths' })).text).not.toContain(home)
  for (const as of [null, await anOutsider(ctx)])
    for (const url of [home, `${home}/a1`, `${home}/a1/leader-1`, `${home}/print`, `${home}/versions`, `${home}/share`])
      expect([url, (await ask(ctx, { path: url, as })).status >= 404]).toEqual([url, true])
  const { status, headers, text } = await ask(ctx, { path: home, as: samira, locale: 'sv' })
  expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect(text).not.toContain('/share"')
})

test('versions can be read one by one, and links stay in the version that is read', async ({ ctx }) => {
  const { elsa, home, madeId } = await aPublishedPath(ctx)
  await write(elsa, madeId, (draft) => ({ ...draft, modules: [aModule('A1', { title: say('Nytt namn') })] }), ctx)
  await publish(elsa, madeId, { note: 'Kortare' }, ctx)
  const { text } = await ask(ctx, { path: `${home}/versions`, locale: 'sv' })
  expect(text).toMatch(/Version|version 2/)
  expect(text).toContain('Kortare')
  expect(text).toContain(`href="${home}?version=1"`)
  const first = await ask(ctx, { path: `${home}?version=1`, locale: 'sv' })
  expect(first.text).toContain('Modul A1')
  expect(first.text).toContain('Du läser version 1. Den senaste är version 2.')
  expect(first.text).toContain(`href="${home}/a1?version=1"`)
  expect((await ask(ctx, { path: `${home}/a1?version=1`, locale: 'sv' })).text).toContain(
    `href="${home}/a1/leader-1?version=1"`,
  )
  expect((await ask(ctx, { path: `${home}/k1?version=1`, locale: 'sv' })).status).toBe(200)
  expect((await ask(ctx, { path: `${home}/k1`, locale: 'sv' })).status).toBe(404)
  expect((await ask(ctx, { path: home, locale: 'sv' })).text).toContain('Nytt namn')
  for (const odd of ['9', '0', '-1', '1.5', 'x']) {
    expect([odd, [200, 404].includes((await ask(ctx, { path: `${home}?version=${odd}` })).status)]).toEqual([odd, true])
  }
})

test('of a path that was withdrawn a newcomer learns so, with a way on', async ({ ctx }) => {
  const { elsa, home, madeId } = await aPublishedPath(ctx)
  await withdrawVersion(elsa, { pathId: madeId, version: 1, reason: 'Fel i A1' }, ctx)
  for (const url of [home, `${home}/a1`, `${home}/print`]) {
    const { status, text } = await ask(ctx, { path: url, locale: 'sv' })
    expect([url, status]).toEqual([url, 410])
    expect(text).toContain('Lärvägen har dragits tillbaka')
    expect(text).toContain('href="/paths"')
    expect(text).not.toContain('Fel i A1')
  }
})

test('who published a version is told to colleagues in the network, and to nobody else who may read the path', async ({
  ctx,
}) => {
  const { elsa, yusuf, madeId } = await aPathBeingMade(ctx)
  await publish(elsa, madeId, { audience: 'everyone' }, ctx)
  const path = `/paths/${madeId}/versions`
  for (const as of [elsa, yusuf, await anAdmin(ctx)]) expect((await ask(ctx, { path, as })).text).toContain(elsa.name)
  const stranger = await aUser(ctx, { name: 'Ailu Sara' })
  for (const as of [null, stranger]) {
    const { status, text } = await ask(ctx, { path, as })
    expect([status, text.includes(elsa.name)]).toEqual([200, false])
  }
})
