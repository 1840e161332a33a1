import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf, unconfirmed, warningsIn } from '#app/features/blogs/guard.ts'
import {
  changedPost,
  gatheredUntil,
  isGathered,
  newComment,
  newPost,
  phaseAt,
  readingMinutes,
} from '#app/features/blogs/rules.ts'
import { addressFor, slugOf } from '#app/features/blogs/slug.ts'

const kindsIn = (text: string) => warningsIn(text).map((warning) => warning.kind)

describe('what might point out a patient', () => {
  it.each([
    ['a Swedish number', 'Hon, 420305-1234, ville hem'],
    ['a Swedish number with the century', '19420305-1234'],
    ['a Swedish number without a sign', 'nr 194203051234.'],
    ['a Swedish number of somebody over a hundred', '200305+1234'],
    ['a Swedish coordination number', '420365-1234'],
    ['a Norwegian number', 'fødselsnummer 05034212345'],
    ['a Norwegian number with a space', '050342 12345'],
    ['a Norwegian D-number', '45034212345'],
    ['a Danish number', 'CPR 050342-1234'],
    ['a Finnish number', '050342A123B'],
  ])('%s is an identity number', (_, text) => {
    expect(kindsIn(text)).toEqual(['identity_number'])
  })

  it.each([
    'Ring 070-123 45 67',
    '+46 70 123 45 67',
    '0701234567',
    'tlf 912 34 567',
    '22 33 44 55',
    '+47 22334455',
    '036-12 34 56',
  ])('%s is a telephone number', (text) => {
    expect(kindsIn(text)).toEqual(['phone'])
  })

  it.each(['Hon är född 5 mars 1942', 'f. 1942-03-05', 'født den 5.3.1942', 'She was born on 5/3/42'])(
    '%s is a birthday',
    (text) => {
      expect(kindsIn(text)).toContain('birth')
    },
  )

  it.each([
    'En 82-årig kvinna på rum 4 ville hem i tisdags.',
    'Mannen, 82 år, låg på avdelning 41 den 3 februari.',
    'En 82 år gammel dame på sengepost 3 falt på mandag.',
    'An 82-year-old man on ward 7 fell last night.',
  ])('age, place and day together are: %s', (text) => {
    expect(kindsIn(text)).toContain('age_place_time')
  })

  it.each([
    'Vi möttes på avdelning 41 på tisdag och gick igenom tavlan.',
    'Jag har arbetat här i elva år. Hon ville hämta tidningen, trettioåtta meter bort.',
    'Vi provar från 3 februari 2027 till 12 mars. 90 procent svarade, 45 av 50.',
    'Elva studenter på rum 4. Vi har 12 platser.',
    'https://example.org/2027/02/03/12345 och 14.30–15.45',
  ])('says nothing about: %s', (text) => {
    expect(warningsIn(text)).toEqual([])
  })

  it('tells of each thing once, and a number as one thing', () => {
    expect(kindsIn('420305-1234 och igen 420305-1234, 070-123 45 67')).toEqual(['identity_number', 'phone'])
  })

  it('asks again only about what is new', () => {
    const [first] = warningsIn('070-123 45 67')
    const confirmed = first ? [keyOf(first)] : []
    expect(unconfirmed('Ring 070-123 45 67', confirmed)).toEqual([])
    expect(unconfirmed('Ring 070-123 45 68', confirmed)).toHaveLength(1)
  })

  it('looks through any text without failing, and quickly', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => warningsIn(text).length <= 20))
    const start = performance.now()
    for (const piece of ['1', '0 ', '+4', 'f. ', '82 år ', 'rum 4 ', '1-', 'född', '07 ']) warningsIn(piece.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('addresses', () => {
  it.each([
    ['Frågan vi hade slutat ställa', 'fragan-vi-hade-slutat-stalla'],
    ['Å være på besøk hos Ærfugl', 'a-vaere-pa-besok-hos-aerfugl'],
    ['Áilu čđŋ šŧž', 'ailu-cdn-stz'],
    ['  «Hva nå?» – 2027!  ', 'hva-na-2027'],
    ['العربية', 'post'],
    ['mine', 'mine'],
  ])('%s becomes %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  it('get a piece of the id when they are taken or a page of ours', () => {
    const id = '1234abcd-0000-4000-8000-000000000000'
    expect(addressFor('fragan', id, false)).toBe('fragan')
    expect(addressFor('fragan', id, true)).toBe('fragan-1234abcd')
    expect(addressFor('mine', id, false)).toBe('mine-1234abcd')
  })

  it('are always safe to put in an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(slugOf(title)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        expect(slugOf(title).length).toBeLessThanOrEqual(60)
      }),
    )
  })
})

it('a post belongs to the phase of the day in the visit’s own zone', () => {
  const visit = { startsOn: '2027-02-02', endsOn: '2027-02-04', timeZone: 'Europe/Helsinki' }
  expect(phaseAt(visit, new Date('2027-02-01T21:59:59Z'))).toBe('before')
  expect(phaseAt(visit, new Date('2027-02-01T22:00:00Z'))).toBe('during')
  expect(phaseAt(visit, new Date('2027-02-04T21:59:59Z'))).toBe('during')
  expect(phaseAt(visit, new Date('2027-02-04T22:00:00Z'))).toBe('after')
  expect(phaseAt({ ...visit, startsOn: null, endsOn: null }, new Date('2030-01-01T00:00:00Z'))).toBe('before')
})

describe('what a form may send', () => {
  const id = '1234abcd-0000-4000-8000-000000000000'
  const post = { id, title: ' Frågan  ', body: 'Hej', language: 'sv', visibility: 'unit' }
  const errorsOf = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)

  it('a post has a heading, a text, a language and readers', () => {
    const parsed = newPost.safeParse(post)
    expect(parsed.data).toMatchObject({ title: 'Frågan', visibility: 'unit', text: { version: 1 } })
    expect(errorsOf(newPost.safeParse({ ...post, title: ' ' }))).toEqual(['title: blogs_error_title'])
    expect(errorsOf(newPost.safeParse({ ...post, title: 'x'.repeat(161) }))).toEqual(['title: blogs_error_title_long'])
    expect(errorsOf(newPost.safeParse({ ...post, body: ' \n ' }))).toEqual(['body: blogs_error_empty'])
    expect(errorsOf(newPost.safeParse({ ...post, language: 'sv"><script>' }))).toEqual(['language: blogs_error_language'])
    expect(errorsOf(newPost.safeParse({ ...post, visibility: 'world' }))).toEqual(['visibility: blogs_error_visibility'])
    expect(newPost.safeParse({ ...post, id: 'banana' }).success).toBe(false)
  })

  it('the editor’s state wins over the plain field, and a hostile one is told as the text’s error', () => {
    const document = JSON.stringify({
      root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Från redigeraren' }] }] },
    })
    expect(newPost.safeParse({ ...post, document }).data?.text.blocks[0]).toMatchObject({
      content: [{ text: 'Från redigeraren' }],
    })
    expect(errorsOf(newPost.safeParse({ ...post, document: '{"root":{"type":"script"}}' }))).toEqual([
      'body: blogs_error_unreadable',
    ])
    expect(errorsOf(newPost.safeParse({ ...post, document: '[' }))).toEqual(['body: blogs_error_unreadable'])
  })

  it('what looks like a patient has to be confirmed, in the heading as in the text', () => {
    const risky = { ...post, title: 'Ring 070-123 45 67' }
    expect(errorsOf(newPost.safeParse(risky))).toEqual(['confirmed: blogs_error_confirm'])
    expect(newPost.safeParse({ ...risky, confirmed: 'phone:070-123 45 67' }).success).toBe(true)
    expect(newPost.safeParse({ ...risky, confirmed: ['birth:x', 'phone:070-123 45 67\r\nbirth:y'] }).success).toBe(true)
    expect(changedPost.safeParse({ ...risky, version: '3' }).success).toBe(false)
    expect(errorsOf(newComment.safeParse({ id, text: '420305-1234', language: 'sv' }))).toEqual([
      'confirmed: blogs_error_confirm',
    ])
  })

  it('a comment is plain text of some length', () => {
    expect(newComment.safeParse({ id, text: ' Hej\r\n\r\n\r\n\r\ndå ', language: 'nb' }).data?.text).toBe('Hej\n\ndå')
    expect(errorsOf(newComment.safeParse({ id, text: '  ', language: 'nb' }))).toEqual(['text: blogs_error_comment_empty'])
    expect(errorsOf(newComment.safeParse({ id, text: 'x'.repeat(4_001), language: 'nb' }))).toEqual([
      'text: blogs_error_comment_long',
    ])
  })
})

it('nobody reads in no time', () => {
  expect(readingMinutes('')).toBe(1)
  expect(readingMinutes('ord '.repeat(800))).toBe(4)
})

it('every instant belongs to exactly one hour of comments, which ends within the hour', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (at) => {
      const until = gatheredUntil(at)
      expect(isGathered(at, until)).toBe(true)
      expect(isGathered(at, new Date(until.getTime() + 3_600_000))).toBe(false)
      expect(until.getTime() - at.getTime()).toBeLessThanOrEqual(3_600_000)
      expect(until.getTime()).toBeGreaterThan(at.getTime())
      expect(gatheredUntil(new Date(until.getTime() - 1))).toEqual(until)
    }),
  )
})
