import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkOf } from '#app/features/identity/limits.server.ts'
import {
  emailAddress,
  invitationState,
  isActive,
  loginCodeInput,
  proofNeeded,
  shortestPassword,
} from '#app/features/identity/rules.ts'
import { isWeakPassword } from '#app/features/identity/weak-passwords.server.ts'

const now = new Date('2026-04-14T08:00:00Z')
const before = new Date(now.getTime() - 1)
const after = new Date(now.getTime() + 1)

test('an address is trimmed and lower-cased, so that Ingrid is one person', () => {
  expect(emailAddress.parse('  Ingrid.Bergstrom@Region.Example ')).toBe('ingrid.bergstrom@region.example')
})

test.each([
  'ingrid',
  'ingrid@',
  '@example.org',
  'a b@example.org',
  'a@example.org\nBcc: b@example.org',
  `${'a'.repeat(250)}@example.org`,
])('%j is no address', (text) => expect(emailAddress.safeParse(text).success).toBe(false))

test.each(['123456', '123 456', ' 12 34 56 '])('the code %j is read as its six digits', (code) => {
  expect(loginCodeInput.parse({ email: 'a@example.org', code }).code).toBe('123456')
})

test.each(['12345', '1234567', 'abcdef', '', '12345x'])('%j is no code', (code) => {
  expect(loginCodeInput.safeParse({ email: 'a@example.org', code }).success).toBe(false)
})

test('an invitation is open until its last instant, and what was answered or taken back stays so', () => {
  const open = { expiresAt: after, acceptedAt: null, revokedAt: null }
  expect(invitationState(open, now)).toBe('open')
  expect(invitationState({ ...open, expiresAt: now }, now)).toBe('expired')
  expect(invitationState({ ...open, expiresAt: before, acceptedAt: before }, now)).toBe('accepted')
  expect(invitationState({ ...open, expiresAt: before, revokedAt: before }, now)).toBe('revoked')
})

test('a role holds from its start and no longer at its end', () => {
  expect(isActive({ startsAt: now, endsAt: null }, now)).toBe(true)
  expect(isActive({ startsAt: after, endsAt: null }, now)).toBe(false)
  expect(isActive({ startsAt: before, endsAt: now }, now)).toBe(false)
  expect(isActive({ startsAt: before, endsAt: after }, now)).toBe(true)
})

test.each([
  'password',
  'Password1!',
  'P@ssw0rd',
  'passord123',
  'lösenord',
  'Lösenord2026',
  'salasana1',
  'Sommar2026!',
  'sommer2025',
  'Kesä2026!!',
  'välkommen1',
  'Göteborg123',
  'trondheim99',
  'sykepleier1',
  'sjuksköterska',
  'hockeyhockey',
  '12345678',
  '87654321',
  'qwertyuiop',
  'asdfghjk',
  '1q2w3e4r5t',
  'aaaaaaaa',
  'abababab',
  '20260414',
  'samlara-2026',
  // Leaked often and built on no word or pattern of ours.
  'gogators',
  'trooper1',
  'Papamama',
  'left4dead',
  'Charlie2026!',
])('%j is among the first that are tried', async (password) => {
  expect(await isWeakPassword(password)).toBe(true)
})

test('each of the three thousand commonest leaked passwords that are long enough is refused', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const longEnough = dictionary['passwords-common'].filter((text) => text.length >= shortestPassword).slice(0, 3_000)
  expect(longEnough).toHaveLength(3_000)
  for (const password of longEnough) expect(await isWeakPassword(password), password).toBe(true)
})

test.each(['ingridbergstrom', 'Ingrid1984', 'bergström!!', 'ingrid.bergstrom'])(
  '%j is Ingrid Bergström’s own name',
  async (password) => {
    expect(await isWeakPassword(password, ['ingrid.bergstrom@example.org', 'Ingrid Bergström'])).toBe(true)
  },
)

test.each([
  'korridor-lampa-älg',
  'vi ror hem klockan sju',
  'kaffe & mångata',
  '7f!kQz9p',
  'tretton trötta troll',
  'blåbær i regnvær',
])('%j may be used', async (password) => {
  expect(await isWeakPassword(password, ['ingrid.bergstrom@example.org', 'Ingrid Bergström'])).toBe(false)
})

test('random passwords are not refused, and no text makes the check fail', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 300 })
  await fc.assert(fc.asyncProperty(anything, async (text) => typeof (await isWeakPassword(text)) === 'boolean'))
  await fc.assert(fc.asyncProperty(fc.uuid(), async (text) => !(await isWeakPassword(text))))
})

test('an IPv6 subscriber is one network however many addresses they have; an IPv4 address is one', () => {
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2::ffff'))
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
  expect(networkOf('2001:0DB8:0001:0002::1')).toBe('2001:db8:1:2::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('')).toBe('unknown')
})

test('whatever the address, its network has one of the two forms', () => {
  fc.assert(
    fc.property(fc.ipV6(), (ip) => {
      expect(networkOf(ip)).toMatch(/^[0-9a-f]{1,4}(:[0-9a-f]{1,4}){3}::\/64$|^\d+\.\d+\.\d+\.\d+$/)
    }),
  )
})

test('for a quarter of an hour after signing in nobody is asked again who they are', () => {
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  expect(proofNeeded({ hasPassword: true, signedInAt: ago(899) }, now)).toBe('none')
  expect(proofNeeded({ hasPassword: true, signedInAt: ago(900) }, now)).toBe('password')
  expect(proofNeeded({ hasPassword: false, signedInAt: ago(900) }, now)).toBe('signing_in')
  expect(proofNeeded({ hasPassword: false, signedInAt: null }, now)).toBe('signing_in')
})
