// Files by what they are; captions and films without what does not belong in them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCaptions, writeCaptions } from '#app/features/paths/rules/captions.ts'
import { packingsOf, withoutTraces } from '#app/features/paths/rules/film.ts'
import { fileName, partOf, sortOf, telephoneSort } from '#app/features/paths/rules/media.ts'
import { aFilm, bytesOf } from './media-files.ts'

test('a file is what its first bytes say, whatever it is called', () => {
  const sorts = {
    '\xff\xd8\xff\xe0': 'image/jpeg',
    '\x89PNG\r\n\x1a\n': 'image/png',
    'RIFF\x10\0\0\0WEBP': 'image/webp',
    '\0\0\0\x18ftypisom': 'video/mp4',
    '\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x84webm': 'video/webm',
    'WEBVTT\n': 'text/vtt',
  }
  for (const [begins, type] of Object.entries(sorts)) expect(sortOf(bytesOf(begins))?.type).toBe(type)
  const refused = [
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<?xml version="1.0"?><svg/>',
    '<!doctype html><script>1</script>',
    'GIF89a',
    '%PDF-1.7',
    'MZ',
    '\0\0\0\x14ftypqt  ',
    '\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x88matroska',
    '',
  ]
  for (const begins of refused) expect([begins, sortOf(bytesOf(begins))]).toEqual([begins, null])
})

test('names of files are names and nothing else', () => {
  expect(fileName('C:\\Users\\elsa\\Händer.JPG')).toBe('Händer.JPG')
  expect(fileName('../../etc/passwd')).toBe('passwd')
  expect(fileName('a"; filename="b.html')).toBe('a filename=b.html')
  expect(fileName('\u202egpj.exe')).toBe('gpj.exe')
  expect(fileName('///')).toBe('fil')
})

describe('parts of a film', () => {
  test('whatever is asked for lies inside the file, or is refused, or is all of it', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 10_000_000 }), (header, size) => {
        expect(inside(partOf(header, size), size)).toBe(true)
      }),
    )
    const number = fc.option(fc.nat(12_000_000))
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 10_000_000 }), (from, to, size) => {
        const part = partOf(`bytes=${from ?? ''}-${to ?? ''}`, size)
        expect(inside(part, size)).toBe(true)
        if (from !== null && typeof part === 'object') expect(part.from).toBe(from)
        if (from !== null && from >= size) expect(part).toBe('outside')
      }),
    )
  })

  test('an open end gives a piece; the end counts backwards', () => {
    expect(partOf('bytes=0-', 9_000_000)).toEqual({ from: 0, to: 1_999_999 })
    expect(partOf('bytes=-500', 1_000)).toEqual({ from: 500, to: 999 })
    expect(partOf('bytes=0-1,5-9', 1_000)).toBe('whole')
    expect(partOf(null, 1_000)).toBe('whole')
    expect(partOf('bytes=9-3', 1_000)).toBe('outside')
  })
})

function inside(part: ReturnType<typeof partOf>, size: number): boolean {
  return typeof part === 'string' || (part.from >= 0 && part.from <= part.to && part.to < size)
}

describe('captions', () => {
  test('times and words come out as they went in, whatever they are', () => {
    const words = fc.stringMatching(/^[a-zåäöæø ,.?!]{0,40}[a-zåäöæø]$/)
    const cue = fc.record({ gap: fc.nat(100_000), length: fc.integer({ min: 1, max: 9_000 }), text: words })
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 20 }), (given) => {
        let at = 0
        const cues = given.map(({ gap, length, text }) => {
          at += gap
          return { from: at, to: at + length, text }
        })
        expect(readCaptions(writeCaptions(cues))).toEqual({ ok: true, cues })
      }),
    )
  })

  test('names of speakers and emphasis stay; settings, styles, comments and ids go', () => {
    const file = [
      'WEBVTT - Handledning',
      'Kind: captions',
      '',
      'STYLE',
      '::cue { background: url(https://spy.example/x) }',
      '',
      'NOTE av Elsa',
      '',
      'intro',
      '00:01.000 --> 00:03.500 line:0 position:20%',
      '<v Elsa>Hej, <i>välkommen</i> &amp; in!</v>',
      '',
    ].join('\r\n')
    const read = readCaptions(`\ufeff${file}`)
    expect(read).toEqual({
      ok: true,
      cues: [{ from: 1_000, to: 3_500, text: '<v Elsa>Hej, <i>välkommen</i> &amp; in!</v>' }],
    })
  })

  test('anything else is refused with its line', () => {
    const cue = (text: string, times = '00:01.000 --> 00:02.000') => readCaptions(`WEBVTT\n\n${times}\n${text}\n`)
    const wrong = [
      cue('<script>alert(1)</script>'),
      cue('<img src=x onerror=alert(1)>'),
      cue('<c.yellow>Hej</c>'),
      cue('a & b'),
      cue('Hej\u0007'),
      cue('Hej', '00:02.000 --> 00:01.000'),
      cue('Hej', '00:99.000 --> 00:01.000'),
      cue('Hej', 'snart --> sedan'),
      cue(''),
    ]
    expect(wrong).toEqual(wrong.map(() => ({ ok: false, line: 3 })))
    expect(readCaptions('WEBVTTHej\n\n00:01.000 --> 00:02.000\nHej')).toEqual({ ok: false, line: 1 })
    expect(readCaptions('WEBVTT\n').ok).toBe(false)
  })

  test('no file makes reading throw, and what is read can be read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const read = readCaptions(`WEBVTT\n\n00:01.000 --> 00:02.000\n${words}`)
        if (read.ok) expect(readCaptions(writeCaptions(read.cues)).ok).toBe(true)
      }),
    )
  })
})

describe('films of telephones', () => {
  const place = '+59.2753+015.2134/'
  const sort = (brand: string, packed: string) => sortOf(aFilm({ place, brand, packed }))?.type ?? null

  test('are taken in when browsers can play them, whatever is written around the pictures', () => {
    expect([sort('qt  ', 'avc1'), sort('mp42', 'avc1')]).toEqual(['video/mp4', 'video/mp4'])
    expect([sort('qt  ', 'hvc1'), sort('qt  ', 'jpeg'), sort('mp42', 'hvc1'), sort('isom', 'hev1')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('lose the place where they were filmed, QuickTime too', () => {
    const clean = withoutTraces(aFilm({ place, brand: 'qt  ' }))
    expect(Buffer.from(clean ?? []).toString('latin1')).toContain('FRAMES')
    expect(Buffer.from(clean ?? []).toString('latin1')).not.toContain('+59.2753')
  })

  test('and pictures that cannot be shown are known as such, so that one can be told what to do', () => {
    expect(telephoneSort(aFilm({ place, brand: 'qt  ', packed: 'hvc1' }))).toBe('film')
    expect(telephoneSort(bytesOf('\0\0\0\x18ftypheic'))).toBe('picture')
    expect(telephoneSort(bytesOf('<svg xmlns='))).toBeNull()
  })

  test('whatever the bytes are, what they are packed as is found or not, and nothing breaks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(150), (noise, at) => {
        const film = aFilm({ place })
        film.set(noise.subarray(0, Math.max(0, film.length - at)), at)
        expect(packingsOf(film).every((one) => one.length === 4)).toBe(true)
      }),
    )
  })
})

describe('films', () => {
  test('places and makers are gone, and all that plays is where it was', () => {
    const film = aFilm({ place: '+59.2753+015.2134/' })
    const clean = withoutTraces(film)
    if (!clean) throw new Error('the film is whole')
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
    expect(text(film)).toContain('+59.2753')
    expect(text(clean)).not.toContain('+59.2753')
    expect(clean.byteLength).toBe(film.byteLength)
    expect(text(clean).indexOf('FRAMES')).toBe(text(film).indexOf('FRAMES'))
  })

  test('a file that is broken is none; no bytes make reading throw or run on', () => {
    expect(withoutTraces(aFilm({ place: 'x' }).subarray(0, 60))).toBeNull()
    expect(withoutTraces(bytesOf('\0\0\0\x10ftypisom\0\0\0\0'))).toBeNull()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const film = new Uint8Array([...bytesOf('\0\0\0\x10ftypisom\0\0\0\0'), ...bytes])
        const clean = withoutTraces(film)
        expect(clean === null || clean.byteLength === film.byteLength).toBe(true)
      }),
    )
  })
})
