import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished } from 'vitest'
import { issueCertificate } from '#app/features/certificates/commands/issue.server.ts'
import { makeFirstKey, rotateKey, withdrawKey } from '#app/features/certificates/commands/keys.server.ts'
import { allowAnew, revokeCertificate } from '#app/features/certificates/commands/revoke.server.ts'
import {
  findCertificateFor,
  listCertificatesFor,
  listCertificatesOfUnitFor,
} from '#app/features/certificates/queries/certificates.server.ts'
import { checkCertificate, checkCredential } from '#app/features/certificates/queries/check.server.ts'
import { listKeys, readSigningKey } from '#app/features/certificates/queries/keys.server.ts'
import { findOfferFor } from '#app/features/certificates/queries/offer.server.ts'
import { readKeySet, readPublicKey, readStatusList } from '#app/features/certificates/queries/published.server.ts'
import { newKeys, sign } from '#app/features/certificates/signatures.server.ts'
import { endPair } from '#app/features/pairs/commands/keep-pair.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { type Settings, setSettings, settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { certificateKeys, certificatePapers, certificates, users } from '#db/schema/index.ts'
import { openPost } from '#tests/notifications/post.ts'
import { aPair } from '#tests/pairs/pairs.ts'
import { shippedPath } from '#tests/paths/shipped.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit } from '#tests/support/factories.ts'
import { aCertificate, aFinishedPair, isBitSet, verifiedElsewhere, walkAll } from './finished.ts'

const credentialOf = async (who: Person, id: string, ctx: TestCtx) => found((await findCertificateFor(who, id, ctx)).credential)
const verdict = async (text: string, ctx: TestCtx) => {
  const found = await checkCredential(text, ctx)
  return found.kind === 'certificate' ? found.checked.standing : found.kind
}

/** As somebody who knows nothing of us but the token: follows its kid, then its status list. */
async function asStranger(token: string, ctx: TestCtx) {
  const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }
  const { keys } = await readKeySet(ctx)
  const key = found(keys.find((one) => one.kid === header.kid))
  const said = verifiedElsewhere(token, key, ctx.now)
  const status = said.credentialStatus as { statusListIndex: string; statusListCredential: string }
  const listToken = await readStatusList(Number(status.statusListCredential.split('/').at(-1)), ctx)
  const listKey = found(
    keys.find((one) => one.kid === JSON.parse(Buffer.from(listToken.split('.')[0] ?? '', 'base64url').toString()).kid),
  )
  const list = verifiedElsewhere(listToken, listKey, ctx.now)
  const { encodedList } = list.credentialSubject as { encodedList: string }
  return { said, revoked: isBitSet(encodedList, Number(status.statusListIndex)) }
}

describe('keys', () => {
  test('two servers that start at once end up with one key', async ({ freshDb }) => {
    await Promise.all([makeFirstKey(freshDb.ctx()), makeFirstKey(freshDb.ctx()), makeFirstKey(freshDb.ctx())])
    expect(await listKeys(freshDb.ctx())).toHaveLength(1)
    await makeFirstKey(freshDb.ctx())
    expect(await listKeys(freshDb.ctx())).toHaveLength(1)
  })

  test('rotated: the new one signs, what the old one signed still holds, its private half is gone', async ({ ctx }) => {
    const { samira, elsa, pairId, certificateId } = await aCertificate(ctx)
    const before = await readSigningKey(ctx)
    await rotateKey(ctx.at('2026-05-01T00:00:00Z'))
    const after = await readSigningKey(ctx)
    expect(after.id).not.toBe(before.id)
    const [old] = await ctx.db.select().from(certificateKeys).where(eq(certificateKeys.id, before.id))
    expect(old?.privateKey).toBeNull()
    const token = await credentialOf(samira, certificateId, ctx)
    expect(await verdict(token, ctx)).toBe('valid')
    expect((await asStranger(token, ctx)).revoked).toBe(false)
    const elsas = await issueCertificate(elsa, { pairId }, ctx)
    expect((await asStranger(await credentialOf(elsa, elsas, ctx), ctx)).said.header.kid).toBe(after.kid)
  })

  test('withdrawn: everything it signed is refused, here and elsewhere, until the person gets a new one', async ({ ctx }) => {
    const { samira, pairId, certificateId } = await aCertificate(ctx)
    const token = await credentialOf(samira, certificateId, ctx)
    const { id } = await readSigningKey(ctx)
    await withdrawKey({ keyId: id }, ctx)
    expect((await readSigningKey(ctx)).id).not.toBe(id)
    await expect(withdrawKey({ keyId: id }, ctx)).rejects.toMatchObject({ code: 'conflict' })
    await expect(withdrawKey({ keyId: newId() }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    expect(await verdict(token, ctx)).toBe('key_withdrawn')
    expect(await checkCertificate(certificateId, ctx)).toMatchObject({ standing: 'key_withdrawn', facts: null })
    expect((await readKeySet(ctx)).keys.map((key) => key.kid)).toEqual([(await readSigningKey(ctx)).kid])
    await expect(readPublicKey(id, ctx)).rejects.toMatchObject({ code: 'gone' })
    const anew = await issueCertificate(samira, { pairId }, ctx)
    expect(anew).not.toBe(certificateId)
    expect(await verdict(await credentialOf(samira, anew, ctx), ctx)).toBe('valid')
  })

  test('sealed with the operator’s secret: nothing to read in the table, and nothing signs without it', async ({ ctx }) => {
    const before = settings()
    onTestFinished(() => setSettings(before))
    setSettings({ ...before, CERTIFICATE_SECRET: 'a secret of more than thirty-two characters' })
    await makeFirstKey(ctx)
    const [row] = await ctx.db.select().from(certificateKeys)
    expect(row?.privateKey).toMatch(/^sealed:1:/)
    expect(row?.privateKey).not.toContain('PRIVATE')
    expect((await readSigningKey(ctx)).privateKey).toContain('PRIVATE KEY')
    for (const CERTIFICATE_SECRET of ['another secret of more than thirty-two letters', undefined]) {
      setSettings({ ...before, CERTIFICATE_SECRET })
      await expect(readSigningKey(ctx)).rejects.toMatchObject({ code: 'unavailable', reason: 'certificates_error_secret' })
    }
  })
})

describe('in production', () => {
  const secret = 'a secret of more than thirty-two characters'
  const inProduction = (given: Partial<Settings>) => {
    const before = settings()
    onTestFinished(() => setSettings(before))
    setSettings({ ...before, mode: 'production', hasFolder: false, ...given })
  }

  test('no key lies in the database without a secret: none is given, and the page says why before anybody presses', async ({
    ctx,
  }) => {
    inProduction({})
    expect(await makeFirstKey(ctx)).toBe(false)
    const { samira, pairId } = await aFinishedPair(ctx)
    expect(await findOfferFor(samira, pairId, ctx)).toEqual({ kind: 'not_yet' })
    const none = { code: 'unavailable', reason: 'certificates_error_no_secret' }
    await expect(issueCertificate(samira, { pairId }, ctx)).rejects.toMatchObject(none)
    await expect(rotateKey(ctx)).rejects.toMatchObject(none)
    expect(await ctx.db.select().from(certificateKeys)).toEqual([])
    inProduction({ CERTIFICATE_SECRET: secret })
    expect(await findOfferFor(samira, pairId, ctx)).toEqual({ kind: 'get' })
    expect(await verdict(await credentialOf(samira, await issueCertificate(samira, { pairId }, ctx), ctx), ctx)).toBe('valid')
  })

  test('the first start writes a secret to the folder, for its owner alone, and the next one goes on with it', async ({
    ctx,
  }) => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'samlara-secret-'))
    onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }))
    inProduction({ hasFolder: true, DATA_DIR })
    expect(await makeFirstKey(ctx)).toBe(true)
    const file = join(DATA_DIR, 'certificate-secret')
    const [written, mode] = [readFileSync(file, 'utf8'), statSync(file).mode & 0o777]
    expect([written.length, mode]).toEqual([43, 0o600])
    const { privateKey } = await readSigningKey(ctx)
    expect(await makeFirstKey(ctx)).toBe(true)
    expect([readFileSync(file, 'utf8'), (await readSigningKey(ctx)).privateKey]).toEqual([written, privateKey])
    rmSync(file)
    await expect(readSigningKey(ctx)).rejects.toMatchObject({ reason: 'certificates_error_secret' })
  })

  test('a file that a full disk left empty is no secret: nothing is kept in plain', async ({ ctx }) => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'samlara-secret-'))
    onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }))
    writeFileSync(join(DATA_DIR, 'certificate-secret'), '')
    inProduction({ hasFolder: true, DATA_DIR })
    expect(await makeFirstKey(ctx)).toBe(false)
  })

  test('a key that was made before there was a secret is sealed at the next start, and goes on signing', async ({ ctx }) => {
    const { samira, certificateId } = await aCertificate(ctx)
    const plain = await readSigningKey(ctx)
    inProduction({ CERTIFICATE_SECRET: secret })
    expect(await makeFirstKey(ctx)).toBe(true)
    const [row] = await ctx.db.select().from(certificateKeys)
    expect(row?.privateKey).toMatch(/^sealed:1:/)
    expect(await readSigningKey(ctx)).toEqual(plain)
    expect(await verdict(await credentialOf(samira, certificateId, ctx), ctx)).toBe('valid')
  })
})

describe('getting one', () => {
  test('both get theirs, of their own walk; asked again it is the same', async ({ ctx }) => {
    const { samira, elsa, unit, pairId } = await aFinishedPair(ctx)
    const first = await issueCertificate(samira, { pairId }, ctx)
    expect(await issueCertificate(samira, { pairId }, ctx.at('2026-09-01T08:00:00Z'))).toBe(first)
    const [mine] = await listCertificatesFor(samira, ctx)
    expect(mine?.facts).toMatchObject({
      name: 'Samira Nilsson',
      role: 'resource_person',
      path: { id: 'learn-to-teach-on', version: 1 },
      completedOn: '2026-04-10',
      issuedOn: '2026-04-14',
      unit: { id: unit.id, name: 'Rehabavdelningen Tallbacken' },
    })
    expect(mine?.facts?.modules).toEqual(shippedPath.modules.filter((one) => !one.optional).map((one) => one.title.sv))
    const hers = await issueCertificate(elsa, { pairId }, ctx)
    const [leaders] = await listCertificatesFor(elsa, ctx)
    expect(leaders).toMatchObject({ id: hers, facts: { role: 'leader', name: 'Elsa Öberg' } })
    expect(leaders?.facts?.hours).toBeLessThan(mine?.facts?.hours ?? 0)
  })

  test('nobody gets one while something is left, nor for somebody else’s walk', async ({ ctx }) => {
    const people = await aPair(ctx)
    const { samira, elsa, yusuf, tove, pairId } = people
    await expect(issueCertificate(samira, { pairId }, ctx)).rejects.toMatchObject({ reason: 'certificates_error_not_complete' })
    await walkAll(people, ctx, 'M3')
    for (const one of [samira, elsa]) {
      await expect(issueCertificate(one, { pairId }, ctx)).rejects.toMatchObject({ reason: 'certificates_error_not_complete' })
    }
    for (const other of [yusuf, tove, await anOutsider(ctx)]) {
      await expect(issueCertificate(other, { pairId }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await ctx.db.select().from(certificates)).toEqual([])
  })

  test('also after the pair has ended', async ({ ctx }) => {
    const { samira, pairId } = await aFinishedPair(ctx)
    await endPair(samira, { pairId }, ctx)
    expect(await issueCertificate(samira, { pairId }, ctx)).toBeTruthy()
  })

  test('asked for twice at once it is one', async ({ freshDb }) => {
    const { samira, pairId } = await aFinishedPair(freshDb.ctx())
    const ids = await Promise.all([1, 2, 3].map(() => issueCertificate(samira, { pairId }, freshDb.ctx())))
    expect(new Set(ids).size).toBe(1)
    expect(await freshDb.open.db.select().from(certificatePapers)).toHaveLength(1)
  })

  test('it stays as it was when the person takes another name; near its end there is a new one', async ({ ctx }) => {
    const { samira, pairId, certificateId } = await aCertificate(ctx)
    const token = await credentialOf(samira, certificateId, ctx)
    await ctx.db.update(users).set({ name: 'Samira Ek' }).where(eq(users.id, samira.id))
    expect(await credentialOf(samira, certificateId, ctx)).toBe(token)
    const later = ctx.at('2029-03-01T08:00:00Z')
    const renewed = await issueCertificate({ ...samira, name: 'Samira Ek' }, { pairId }, later)
    expect(renewed).not.toBe(certificateId)
    expect((await findCertificateFor(samira, renewed, later)).facts?.name).toBe('Samira Ek')
    // Both hold until the first one's own end.
    expect(await verdict(token, later)).toBe('valid')
    expect(await verdict(token, ctx.at('2029-05-01T08:00:00Z'))).toBe('expired')
    expect(await issueCertificate(samira, { pairId }, later)).toBe(renewed)
  })
})

describe('taking back', () => {
  test('an independent verifier accepts the certificate, and refuses it once it is taken back', async ({ ctx }) => {
    const { samira, tove, certificateId } = await aCertificate(ctx)
    const token = await credentialOf(samira, certificateId, ctx)
    const before = await asStranger(token, ctx)
    expect(before.said).toMatchObject({ name: 'Lära för att lära vidare' })
    expect(before.revoked).toBe(false)
    await revokeCertificate(tove, { certificateId, reason: 'Given by mistake' }, ctx)
    expect((await asStranger(token, ctx)).revoked).toBe(true)
    expect(await verdict(token, ctx)).toBe('revoked')
    const checked = await checkCertificate(certificateId, ctx)
    expect(checked).toMatchObject({ standing: 'revoked', facts: null, revokedAs: 'issuer', revokedOn: '2026-04-14' })
    expect(JSON.stringify(checked)).not.toMatch(/Samira|mistake/)
  })

  test('only the person, those who lead the unit from there up, and admins; a second time it is gone', async ({ ctx }) => {
    const { yusuf, certificateId } = await aCertificate(ctx)
    const elsewhere = await aPersonWith(ctx, 'unit_manager', { unit: await aUnit(ctx) })
    for (const other of [yusuf, elsewhere, await anOutsider(ctx)]) {
      const attempt = revokeCertificate(other, { certificateId, reason: 'No reason' }, ctx)
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' })
    }
    const admin = await anAdmin(ctx)
    await revokeCertificate(admin, { certificateId, reason: 'Asked for by the unit' }, ctx)
    const again = revokeCertificate(admin, { certificateId, reason: 'Asked for by the unit' }, ctx)
    await expect(again).rejects.toMatchObject({ code: 'gone' })
  })

  test('by the person: a new one is theirs for the asking', async ({ ctx }) => {
    const { samira, pairId, certificateId } = await aCertificate(ctx)
    await revokeCertificate(samira, { certificateId, reason: '' }, ctx)
    const anew = await issueCertificate(samira, { pairId }, ctx)
    expect(anew).not.toBe(certificateId)
    expect(await checkCertificate(certificateId, ctx)).toMatchObject({ standing: 'revoked', revokedAs: 'holder' })
  })

  test('by the issuer: not before somebody who leads the unit has agreed', async ({ ctx }) => {
    const { samira, elsa, pairId, certificateId } = await aCertificate(ctx)
    await revokeCertificate(elsa, { certificateId, reason: 'Module 4 was not walked' }, ctx)
    expect((await findCertificateFor(samira, certificateId, ctx)).reason).toBe('Module 4 was not walked')
    const refused = { code: 'forbidden', reason: 'certificates_error_taken_back' }
    await expect(issueCertificate(samira, { pairId }, ctx)).rejects.toMatchObject(refused)
    await expect(allowAnew(samira, { certificateId }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await allowAnew(elsa, { certificateId }, ctx)
    expect(await issueCertificate(samira, { pairId }, ctx)).not.toBe(certificateId)
    await expect(allowAnew(elsa, { certificateId }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('by the issuer: the one that it came in place of goes with it; by the person only the one she names', async ({
    ctx,
  }) => {
    const { samira, elsa, pairId, certificateId: first } = await aCertificate(ctx)
    const token = await credentialOf(samira, first, ctx)
    const later = ctx.at('2029-03-01T08:00:00Z')
    const second = await issueCertificate(samira, { pairId }, later)
    await revokeCertificate(samira, { certificateId: second, reason: '' }, later)
    expect(await verdict(token, later)).toBe('valid')
    const third = await issueCertificate(samira, { pairId }, later)
    await revokeCertificate(elsa, { certificateId: third, reason: 'Somebody else walked' }, later)
    expect(await verdict(token, later)).toBe('revoked')
    expect((await findCertificateFor(samira, first, later)).reason).toBe('Somebody else walked')
    expect((await findCertificateFor(samira, second, later)).reason).toBe('')
  })

  test('the person is told by mail when somebody else takes it back, and when a new one is theirs; the reason stays', async ({
    ctx,
  }) => {
    const { samira, elsa, certificateId } = await aCertificate(ctx)
    const office = openPost()
    onTestFinished(office.close)
    await revokeCertificate(elsa, { certificateId, reason: 'Module 4 was not walked' }, ctx)
    await office.work(ctx)
    await allowAnew(elsa, { certificateId }, ctx)
    await office.work(ctx)
    const mails = (await office.mails()).filter((mail) => mail.words.includes(certificateId))
    expect(mails.map((mail) => mail.receiver)).toEqual([samira.email, samira.email])
    const subjects = mails.map((mail) => mail.subject ?? '').sort()
    expect(subjects[0]).toContain('Ditt intyg har återkallats: Lära för att lära vidare')
    expect(subjects[1]).toContain('Du kan hämta ett nytt intyg: Lära för att lära vidare')
    expect(mails.map((mail) => mail.words).join()).not.toContain('Module 4')
  })

  test('with the account the name goes, and what was signed is refused from then on', async ({ ctx }) => {
    const { samira, certificateId } = await aCertificate(ctx)
    const token = await credentialOf(samira, certificateId, ctx)
    await ctx.db.delete(users).where(eq(users.id, samira.id))
    expect(await ctx.db.select().from(certificatePapers)).toEqual([])
    expect((await asStranger(token, ctx)).revoked).toBe(true)
    expect(await checkCertificate(certificateId, ctx)).toMatchObject({ standing: 'revoked', facts: null, revokedOn: null })
  })
})

test('the check tells garbage, foreign, changed and unknown credentials from our own', async ({ ctx }) => {
  const { samira, certificateId } = await aCertificate(ctx)
  const token = await credentialOf(samira, certificateId, ctx)
  const [head = '', body = '', signature = ''] = token.split('.')
  // As mail programs break it.
  expect(await verdict(`\n ${token.slice(0, 70)}\r\n${token.slice(70)} \n`, ctx)).toBe('valid')
  expect(await verdict(token, ctx.at('2029-05-01T08:00:00Z'))).toBe('expired')
  const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('Samira', 'Elvira')).toString('base64url')
  expect(await verdict(`${head}.${forged}.${signature}`, ctx)).toBe('changed')
  expect(await verdict(`${head}.${body}.`, ctx)).toBe('changed')
  for (const text of ['Hej', '{}', 'a.b', 'a.b.c', '🙂.🙂.🙂', 'x'.repeat(20_000)])
    expect(await verdict(text, ctx)).toBe('unreadable')
  const other = await newKeys()
  const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
  const { kid, privateKey } = await readSigningKey(ctx)
  expect(await verdict(await sign(said, { kid: `https://other.example/keys/1`, privateKey: other.privateKey }), ctx)).toBe(
    'foreign',
  )
  expect(await verdict(await sign(said, { kid: kid.replace(/[^/]+$/, newId()), privateKey: other.privateKey }), ctx)).toBe(
    'foreign',
  )
  expect(await verdict(await sign(said, { kid, privateKey: other.privateKey }), ctx)).toBe('changed')
  // A thief of the key can sign, but not put a certificate into our table.
  for (const jti of [`http://samlara.test/check/${newId()}`, 'banana', undefined]) {
    expect(await verdict(await sign({ ...said, jti }, { kid, privateKey }), ctx)).toBe('unknown')
  }
})

test('a unit’s certificates are listed for who answers for it, and for nobody else', async ({ ctx }) => {
  const { unit, samira, elsa, yusuf, tove, certificateId } = await aCertificate(ctx)
  for (const one of [elsa, tove, await anAdmin(ctx)]) {
    expect((await listCertificatesOfUnitFor(one, unit.id, ctx)).certificates.map(({ id }) => id)).toEqual([certificateId])
  }
  for (const one of [samira, yusuf, await anOutsider(ctx)]) {
    await expect(listCertificatesOfUnitFor(one, unit.id, ctx)).rejects.toMatchObject({ code: 'not_found' })
  }
})
