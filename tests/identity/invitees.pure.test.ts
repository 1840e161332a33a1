import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inviteesInput, MOST_INVITEES, nameFrom, readInvitees } from '#app/features/identity/rules/invitees.ts'

const read = (text: string) => readInvitees(text).map(({ email, name }) => [email, name])

test.each([
  ['anna@region.se', [['anna@region.se', '']]],
  ['  Anna.Berg@Region.SE ', [['anna.berg@region.se', '']]],
  ['Anna Berg <anna@region.se>', [['anna@region.se', 'Anna Berg']]],
  ['"Berg, Anna" <anna@region.se>', [['anna@region.se', 'Berg Anna']]],
  ['Anna Berg, anna@region.se', [['anna@region.se', 'Anna Berg']]],
  ['anna@region.se\tAnna Berg', [['anna@region.se', 'Anna Berg']]],
  [
    'anna@region.se, bo@region.se',
    [
      ['anna@region.se', ''],
      ['bo@region.se', ''],
    ],
  ],
  [
    'Anna <anna@region.se>; Bo <bo@region.se>;',
    [
      ['anna@region.se', 'Anna'],
      ['bo@region.se', 'Bo'],
    ],
  ],
  [
    'Anna <anna@region.se>, Bo <bo@region.se>',
    [
      ['anna@region.se', 'Anna'],
      ['bo@region.se', 'Bo'],
    ],
  ],
  [
    'anna@region.se\r\n\r\nbo@region.se',
    [
      ['anna@region.se', ''],
      ['bo@region.se', ''],
    ],
  ],
  ['anna@region.se\nANNA@region.se', [['anna@region.se', '']]],
] as const)('%j is read as people write it', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('a line without an address, and a broken one, stay as they were written and lose nobody else', () => {
  expect(readInvitees('Anna Berg\nbo@region.se\ncilla@\nann@region')).toEqual([
    { line: 'Anna Berg', email: null, name: '' },
    { line: 'bo@region.se', email: 'bo@region.se', name: '' },
    { line: 'cilla@', email: null, name: '' },
    { line: 'ann@region', email: null, name: '' },
  ])
})

test('whatever is pasted, every address is one that can be written to, and none comes twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.array(fc.emailAddress(), { maxLength: 5 }), (noise, real) => {
      const people = readInvitees([noise, ...real].join('\n'))
      const emails = people.flatMap(({ email }) => email ?? [])
      expect(new Set(emails).size).toBe(emails.length)
      for (const email of emails) expect(email).toMatch(/^[^\s<>,()"]+@[^\s<>,()"]+$/)
      expect(people.every(({ line, name }) => line.trim() !== '' && name.length <= 120)).toBe(true)
    }),
  )
})

test('at most forty at a time, and not none', () => {
  const list = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@region.se`).join('\n')
  expect(inviteesInput.safeParse(list(MOST_INVITEES)).success).toBe(true)
  expect(inviteesInput.safeParse(list(MOST_INVITEES + 1)).success).toBe(false)
  expect(inviteesInput.safeParse('   ').success).toBe(false)
})

test('without a name the address gives one to begin with', () => {
  expect(nameFrom('anna.berg@region.se')).toBe('Anna Berg')
  expect(nameFrom('åsa-lind@region.se')).toBe('Åsa Lind')
  expect(nameFrom('x@region.se')).toBe('X')
})
