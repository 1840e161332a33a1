// Uploading to a path and what is sent of it: to whom, as what, and nothing else.
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { acceptPair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import { addEditor } from '#app/features/paths/commands/editors.server.ts'
import { addMedia, removeMedia } from '#app/features/paths/commands/media.server.ts'
import { withdrawVersion } from '#app/features/paths/commands/publish.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { pathMedia, roles } from '#db/schema/index.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aVisit } from '#tests/support/factories.ts'
import { ask } from '#tests/support/remix.ts'
import { aModule, aPathBeingMade, publish, read, write } from './making.ts'
import { aBomb, aFilm, aPicture, bytesOf, multipart } from './media-files.ts'

const invalid = (reason: string) => ({ code: 'invalid', reason })

async function add(actor: Person, pathId: string, name: string, bytes: Uint8Array, ctx: TestCtx): Promise<string> {
  const id = newId()
  await addMedia(actor, { id, pathId, name, bytes }, ctx)
  return id
}

/** Elsa's path with a picture in its first module. */
async function aPathWithPicture(ctx: TestCtx) {
  const people = await aPathBeingMade(ctx)
  const { elsa, madeId } = people
  const picture = await add(elsa, madeId, 'Händer.jpg', await aPicture(), ctx)
  const lead = { sv: [{ picture, alt: 'Två händer' }], nb: [], en: [] }
  await write(elsa, madeId, (draft) => ({ ...draft, modules: [aModule('A1', { lead })] }), ctx)
  return { ...people, picture, address: `/media/${picture}` }
}

async function stored(id: string, ctx: TestCtx) {
  const [row] = await ctx.db.select().from(pathMedia).where(eq(pathMedia.id, id))
  if (!row) throw new Error('the file was taken in')
  return row
}

describe('taking in', () => {
  test('a picture is drawn anew: smaller, upright, without place and camera', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const large = await aPicture({ width: 3_000, height: 1_000 })
    expect(Buffer.from(large).includes('Elsas telefon')).toBe(true)
    const row = await stored(await add(elsa, madeId, '../x/Händer.jpg', large, ctx), ctx)
    expect(row).toMatchObject({ kind: 'picture', type: 'image/webp', name: 'Händer.jpg', size: row.bytes.byteLength })
    const seen = await sharp(row.bytes).metadata()
    expect([seen.format, seen.width, seen.height, seen.exif]).toEqual(['webp', 2_000, 667, undefined])
    expect(Buffer.from(row.bytes).includes('Elsas telefon')).toBe(false)
  })

  test('a picture with a page behind it loses the page; a wrong name changes nothing', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const both = new Uint8Array([...(await aPicture()), ...bytesOf('<script>alert(1)</script>')])
    const row = await stored(await add(elsa, madeId, 'bild.html', both, ctx), ctx)
    expect([row.type, Buffer.from(row.bytes).includes('script')]).toEqual(['image/webp', false])
  })

  test('what is no picture, film or captions is refused, and so is what is broken or a bomb', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const refused: [string, Uint8Array, string][] = [
      ['bild.svg', bytesOf(svg), 'paths_error_media_sort'],
      ['bild.png', bytesOf(svg), 'paths_error_media_sort'],
      ['sida.jpg', bytesOf('<!doctype html><script>1</script>'), 'paths_error_media_sort'],
      ['bild.jpg', bytesOf('\xff\xd8\xff\xe0 inte en bild'), 'paths_error_picture'],
      ['halv.jpg', (await aPicture({ width: 400, height: 400 })).slice(0, 900), 'paths_error_picture'],
      ['bomb.png', await aBomb(), 'paths_error_picture'],
      ['film.mp4', aFilm({ place: 'x' }).slice(0, 50), 'paths_error_film'],
      ['text.vtt', bytesOf('WEBVTT\n\n00:01.000 --> 00:02.000\n<script>x</script>'), 'paths_error_captions'],
      ['text.vtt', bytesOf('WEBVTT\n\n00:01.000 --> 00:02.000\n\xff\xfe'), 'paths_error_captions'],
      ['stor.vtt', bytesOf(`WEBVTT\n${' '.repeat(1_000_001)}`), 'paths_error_media_large'],
    ]
    for (const [name, bytes, reason] of refused) {
      await expect(add(elsa, madeId, name, bytes, ctx)).rejects.toMatchObject(invalid(reason))
    }
    expect(await ctx.db.select({ id: pathMedia.id }).from(pathMedia)).toEqual([])
  })

  test('a film is kept without where it was made, captions without anything but words', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const film = await stored(await add(elsa, madeId, 'f.mp4', aFilm({ place: '+59.27+015.21/' }), ctx), ctx)
    expect([film.type, Buffer.from(film.bytes).includes('+59.27')]).toEqual(['video/mp4', false])
    const vtt = bytesOf('WEBVTT\n\nSTYLE\n::cue{}\n\n1\n00:01.000 --> 00:02.000 line:0\nHej')
    const captions = await stored(await add(elsa, madeId, 't.vtt', vtt, ctx), ctx)
    expect(Buffer.from(captions.bytes).toString()).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHej\n')
  })

  test('those who write the path take in files, and nobody else; what is shown stays', async ({ ctx }) => {
    const { elsa, yusuf, samira, madeId, picture } = await aPathWithPicture(ctx)
    await addEditor(elsa, { pathId: madeId, personId: yusuf.id }, ctx)
    const spare = await add(yusuf, madeId, 'b.jpg', await aPicture(), ctx)
    for (const one of [samira, await anOutsider(ctx)]) {
      await expect(add(one, madeId, 'b.jpg', await aPicture(), ctx)).rejects.toMatchObject({ code: 'not_found' })
      await expect(removeMedia(one, { pathId: madeId, mediaId: spare }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(removeMedia(yusuf, { pathId: madeId, mediaId: picture }, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await publish(elsa, madeId, {}, ctx)
    await write(elsa, madeId, (draft) => ({ ...draft, modules: [aModule('A1')] }), ctx)
    await expect(removeMedia(yusuf, { pathId: madeId, mediaId: picture }, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await removeMedia(yusuf, { pathId: madeId, mediaId: spare }, ctx)
    await expect(removeMedia(yusuf, { pathId: madeId, mediaId: spare }, ctx)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the page', () => {
  test('a file is sent with a form, without a script; a refusal is said beside the field', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const page = `/paths/${madeId}/edit/media`
    const id = newId()
    const upload = await multipart({ name: 'Händer.png', bytes: await aPicture() }, { id })
    expect((await ask(ctx, { path: page, as: elsa, upload })).headers.get('location')).toBe(`${page}#media`)
    expect((await ask(ctx, { path: page, as: elsa, upload })).status).toBe(302)
    expect(await ctx.db.select({ id: pathMedia.id }).from(pathMedia)).toEqual([{ id }])
    const shown = await ask(ctx, { path: page, as: elsa, locale: 'sv' })
    expect(shown.text).toContain(`src="/media/${id}"`)
    expect(shown.text).toContain('Händer.png')
    const svg = await multipart(
      { name: 'x.svg', bytes: bytesOf('<svg onload="alert(1)"/>'), type: 'image/svg+xml' },
      { id: newId() },
    )
    const refused = await ask(ctx, { path: page, as: elsa, upload: svg, locale: 'sv' })
    expect([refused.status, refused.text.includes('Den sortens fil kan inte visas här')]).toEqual([422, true])
    const gone = await ask(ctx, { path: `${page}/${id}/removal`, as: elsa, form: {} })
    expect(gone.headers.get('location')).toBe(page)
  })

  test('odd and oversized forms are refused whatever their headers say', async ({ ctx }) => {
    const { elsa, samira, madeId } = await aPathBeingMade(ctx)
    const page = `/paths/${madeId}/edit/media`
    const good = await multipart({ name: 'a.png', bytes: await aPicture() }, { id: newId() })
    const empty = await multipart({ name: 'a.png', bytes: new Uint8Array() }, { id: newId() })
    const huge = await multipart({ name: 'a.mp4', bytes: new Uint8Array(50_200_000) }, { id: newId() })
    const nameless = await multipart({ name: 'a.png', bytes: await aPicture() }, { id: 'banana' })
    const statuses = async (as: Person) => {
      const given: number[] = []
      for (const upload of [empty, huge, nameless, { ...good, type: 'text/plain' }, { ...good, body: good.body.slice(0, 200) }])
        given.push((await ask(ctx, { path: page, as, upload })).status)
      return given
    }
    expect(await statuses(elsa)).toEqual([422, 422, 404, 422, 422])
    expect(await statuses(samira)).toEqual([404, 404, 404, 404, 404])
    expect(await ctx.db.select({ id: pathMedia.id }).from(pathMedia)).toEqual([])
  })
})

describe('sending', () => {
  test('whoever may read what shows a picture gets it; for all others it is not there', async ({ ctx }) => {
    const { elsa, samira, unit, madeId, address } = await aPathWithPicture(ctx)
    const guest = await aPersonWith(ctx, 'guest', { visit: await aVisit(ctx, { host: unit }) })
    const left = await aPersonWith(ctx, 'member', { unit })
    await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, left.id))
    const status = async (as: Person | null) => (await ask(ctx, { path: address, as })).status
    const all = async () => Promise.all([null, await anOutsider(ctx), guest, left, samira, elsa].map(status))
    expect(await all()).toEqual([404, 404, 404, 404, 404, 200])
    expect(await status(await anAdmin(ctx))).toBe(200)
    await publish(elsa, madeId, { audience: 'network' }, ctx)
    expect(await all()).toEqual([404, 404, 404, 404, 200, 200])
    await withdrawVersion(elsa, { pathId: madeId, version: 1, reason: 'Fel' }, ctx)
    expect(await all()).toEqual([404, 404, 404, 404, 404, 200])
    await publish(elsa, madeId, {}, ctx)
    expect(await all()).toEqual([200, 200, 200, 200, 200, 200])
    for (const odd of ['/media/banana', `/media/${newId()}`]) expect((await ask(ctx, { path: odd, as: elsa })).status).toBe(404)
  })

  test('who walks a version that is withdrawn still sees its pictures', async ({ ctx }) => {
    const { elsa, samira, yusuf, unit, madeId, address } = await aPathWithPicture(ctx)
    await publish(elsa, madeId, {}, ctx)
    const pairId = newId()
    await startPair(samira, { id: pairId, pathId: madeId, unitId: unit.id, as: 'resource_person', colleagueId: elsa.id }, ctx)
    await acceptPair(elsa, { pairId }, ctx)
    await withdrawVersion(elsa, { pathId: madeId, version: 1, reason: 'Fel' }, ctx)
    expect((await ask(ctx, { path: address, as: samira })).status).toBe(200)
    expect((await ask(ctx, { path: address, as: yusuf })).status).toBe(404)
    expect((await ask(ctx, { path: address })).status).toBe(404)
  })

  test('a picture never becomes a page: type, disposition, policy', async ({ ctx }) => {
    const { elsa, address } = await aPathWithPicture(ctx)
    const { headers } = await ask(ctx, { path: address, as: elsa })
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': "attachment; filename*=UTF-8''H%C3%A4nder.jpg",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=86400',
    })
    const again = await ask(ctx, { path: address, as: elsa, headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test('a film comes in the parts that are asked for, and whole when none is', async ({ ctx }) => {
    const { elsa, madeId } = await aPathBeingMade(ctx)
    const film = aFilm({ place: 'x', size: 2_500_000 })
    const address = `/media/${await add(elsa, madeId, 'f.mp4', film, ctx)}`
    const part = async (range: string) => ask(ctx, { path: address, as: elsa, headers: { range } })
    const at = Buffer.from(film).indexOf('FRAMES')
    const frames = await part(`bytes=${at}-${at + 5}`)
    expect([frames.status, frames.text]).toEqual([206, 'FRAMES'])
    expect(frames.headers.get('content-range')).toBe(`bytes ${at}-${at + 5}/${film.byteLength}`)
    const open = await part('bytes=0-')
    expect([open.status, open.headers.get('content-length')]).toEqual([206, '2000000'])
    const beyond = await part('bytes=99999999-')
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${film.byteLength}`])
    const whole = await ask(ctx, { path: address, as: elsa })
    expect([whole.status, whole.headers.get('accept-ranges'), whole.text.includes('FRAMES')]).toEqual([200, 'bytes', true])
    expect(whole.headers.get('content-length')).toBe(String(film.byteLength))
  })
})

test('a text block with a picture that is not the path’s own cannot be published', async ({ ctx }) => {
  const { elsa, madeId } = await aPathBeingMade(ctx)
  const foreign = { ...read('Läs.'), sv: [{ picture: newId(), alt: 'Någon annans' }] }
  await write(elsa, madeId, (draft) => ({ ...draft, modules: [aModule('A1', { lead: foreign })] }), ctx)
  await expect(publish(elsa, madeId, {}, ctx)).rejects.toMatchObject(invalid('paths_error_faults'))
})
