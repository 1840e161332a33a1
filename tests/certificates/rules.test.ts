import fc from 'fast-check'
import { expect, test } from 'vitest'
import { credentialOf } from '#app/features/certificates/rules/credential.ts'
import { type CertificateFacts, validityFrom } from '#app/features/certificates/rules/facts.ts'
import { keyAddress, keyIdIn, publishedKey } from '#app/features/certificates/rules/keys.ts'
import { isRefusedForever, isRenewable, standingOf } from '#app/features/certificates/rules/standing.ts'
import { bitsOf, LIST_BITS } from '#app/features/certificates/rules/status-list.ts'
import { credentialWords } from '#app/features/certificates/said.ts'
import { headerOf, newKeys, sign, signedBy } from '#app/features/certificates/signatures.server.ts'
import { HOME_ZONE, lastDayBefore } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import { verifiedElsewhere } from './finished.ts'

const origin = 'https://samlara.example.org'
const issuedAt = new Date('2026-04-14T08:00:00.789Z')
const validUntil = new Date('2029-04-13T22:00:00Z')
const facts: CertificateFacts = {
  name: 'Samira Nilsson',
  role: 'resource_person',
  path: { id: 'learn-to-teach-on', version: 2, title: 'Lära för att lära vidare' },
  hours: 22.5,
  modules: ['Starta tillsammans', 'Lära vid sängkanten'],
  completedOn: '2026-04-10',
  issuedOn: '2026-04-14',
  unit: { id: newId(), name: 'Rehabavdelningen Tallbacken' },
  language: 'sv',
  issuer: 'Region Öst',
}

function aCredential(id = newId()) {
  const about = { subjectId: newId(), email: { salt: 'ab', hash: 'cd' }, status: { list: 1, index: 77 } }
  return credentialOf({ id, facts, words: credentialWords(facts), origin, issuedAt, validUntil, ...about })
}

test('the credential is an Open Badge 3.0 whose JWT claims repeat what it says', () => {
  const id = newId()
  const credential = aCredential(id)
  expect(credential['@context'].slice(0, 2)).toEqual([
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ])
  expect(credential.type).toEqual(['VerifiableCredential', 'OpenBadgeCredential'])
  expect(credential.jti).toBe(credential.id)
  expect(credential.id).toBe(`${origin}/check/${id}`)
  expect(credential.iss).toBe(credential.issuer.id)
  expect(credential.sub).toBe(credential.credentialSubject.id)
  // Whole seconds on both sides, or verifiers that compare the two refuse it.
  expect(credential.validFrom).toBe('2026-04-14T08:00:00Z')
  expect(new Date(credential.nbf * 1_000).toISOString()).toBe('2026-04-14T08:00:00.000Z')
  expect(new Date(credential.exp * 1_000)).toEqual(new Date(credential.validUntil))
  const { achievement } = credential.credentialSubject
  expect(achievement).toMatchObject({
    type: ['Achievement'],
    name: facts.path.title,
    achievementType: 'CertificateOfCompletion',
  })
  expect(achievement.description).toContain('22,5 timmar')
  expect(achievement.criteria.narrative).toContain('- Lära vid sängkanten')
  expect(credential.credentialStatus).toMatchObject({ type: 'BitstringStatusListEntry', statusListIndex: '77' })
  expect(JSON.stringify(credential)).not.toContain('@example')
})

test('it is verified by another library than the one that signed it, and by no other key', async () => {
  const [ours, other] = [await newKeys(), await newKeys()]
  const kid = keyAddress(origin, newId())
  const credential = aCredential()
  const token = await sign(credential, { kid, privateKey: ours.privateKey })
  const { header, ...said } = verifiedElsewhere(token, ours.publicKey, issuedAt)
  expect(header).toEqual({ alg: 'RS256', kid, typ: 'JWT' })
  expect(said).toEqual(JSON.parse(JSON.stringify(credential)))
  expect(() => verifiedElsewhere(token, other.publicKey, issuedAt)).toThrow(/signature/)
  expect(() => verifiedElsewhere(token, ours.publicKey, validUntil)).toThrow(/expired/)
  expect(() => verifiedElsewhere(token, ours.publicKey, new Date('2026-04-13T00:00:00Z'))).toThrow(/not active/)
  expect(Object.keys(publishedKey(origin, newId(), ours.publicKey)).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
})

test('a token that was changed anywhere, or names another algorithm, is not ours', async () => {
  const { publicKey, privateKey } = await newKeys()
  const token = await sign(aCredential(), { kid: 'https://a.example/issuer/keys/1', privateKey })
  expect(await signedBy(token, publicKey)).toMatchObject({ name: facts.path.title })
  const [head = '', body = '', signature = ''] = token.split('.')
  const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('Samira', 'Elvira')).toString('base64url')
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  const hmac = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')
  for (const one of [
    `${head}.${forged}.${signature}`,
    `${none}.${body}.`,
    `${none}.${body}.${signature}`,
    `${hmac}.${body}.${signature}`,
  ]) {
    expect(await signedBy(one, publicKey)).toBeUndefined()
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...'AZaz09_-'), async (at, letter) => {
      const changed = token.slice(0, at) + letter + token.slice(at + 1)
      // The last letter of base64url carries bits that mean nothing.
      fc.pre(changed !== token && at < token.length - 1 && token[at] !== '.')
      expect(await signedBy(changed, publicKey)).toBeUndefined()
    }),
    { numRuns: 60 },
  )
})

test('what is no token has no header', () => {
  fc.assert(fc.property(fc.string(), (text) => fc.pre(!text.includes('.')) === undefined && headerOf(text) === undefined))
  expect(headerOf('a.b.c')).toBeUndefined()
})

test('a key is found by its address, wherever the site was then, and by nothing else', () => {
  const id = newId()
  expect(keyIdIn(keyAddress(origin, id))).toBe(id)
  expect(keyIdIn(keyAddress('http://localhost:3000', id))).toBe(id)
  for (const other of [id, `${origin}/keys/${id}`, `${keyAddress(origin, id)}/x`, `${origin}/issuer/keys/banana`, 7, null]) {
    expect(keyIdIn(other)).toBeUndefined()
  }
})

test('a certificate holds for three years, through the day before', () => {
  expect(validityFrom('2026-04-14')).toEqual({ lastDay: '2029-04-13', until: validUntil })
  expect(validityFrom('2028-02-29').lastDay).toBe('2031-02-27')
  expect(lastDayBefore(validUntil, HOME_ZONE)).toBe('2029-04-13')
})

const held = { personId: newId(), validUntil, revokedAt: null, revokedAs: null, keyWithdrawnAt: null, replacedAt: null }

test('taken back weighs most, then the key, then the day', () => {
  const before = new Date(validUntil.getTime() - 1)
  expect(standingOf(held, before)).toBe('valid')
  expect(standingOf(held, validUntil)).toBe('expired')
  expect(standingOf({ ...held, keyWithdrawnAt: issuedAt }, validUntil)).toBe('key_withdrawn')
  expect(standingOf({ ...held, keyWithdrawnAt: issuedAt, revokedAt: issuedAt }, before)).toBe('revoked')
  expect(standingOf({ ...held, personId: null }, before)).toBe('revoked')
  expect(isRefusedForever(held)).toBe(false)
  expect(isRefusedForever({ ...held, personId: null })).toBe(true)
  expect(isRefusedForever({ ...held, keyWithdrawnAt: issuedAt })).toBe(true)
})

test('a new one can be given near the end, and when the old one holds no more', () => {
  expect(isRenewable(held, issuedAt)).toBe(false)
  expect(isRenewable(held, new Date('2029-01-12T00:00:00Z'))).toBe(false)
  expect(isRenewable(held, new Date('2029-01-20T00:00:00Z'))).toBe(true)
  expect(isRenewable({ ...held, revokedAt: issuedAt }, issuedAt)).toBe(true)
  expect(isRenewable({ ...held, keyWithdrawnAt: issuedAt }, issuedAt)).toBe(true)
})

test('a list has exactly the bits of what is taken back, the first bit first', () => {
  expect(bitsOf([0])[0]).toBe(0b1000_0000)
  expect(bitsOf([LIST_BITS - 1]).at(-1)).toBe(1)
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(LIST_BITS - 1), { maxLength: 40 }), (indexes) => {
      const bytes = bitsOf(indexes)
      const set = [...bytes].flatMap((byte, at) =>
        [...byte.toString(2).padStart(8, '0')].flatMap((bit, place) => (bit === '1' ? [at * 8 + place] : [])),
      )
      expect(bytes).toHaveLength(LIST_BITS / 8)
      expect(set).toEqual(indexes.toSorted((a, b) => a - b))
    }),
  )
})
