// Keys and certificates through the operator's hands: backed up, restored beside a server's own first key, rotated by command.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { issueCertificate } from '#app/features/certificates/commands/issue.server.ts'
import { makeFirstKey } from '#app/features/certificates/commands/keys.server.ts'
import { findCertificateFor } from '#app/features/certificates/queries/certificates.server.ts'
import { checkCredential } from '#app/features/certificates/queries/check.server.ts'
import { listKeys, readSigningKey } from '#app/features/certificates/queries/keys.server.ts'
import { found } from '#app/kernel/errors.ts'
import { readBackup, writeBackup } from '#db/backup.server.ts'
import { setDatabase } from '#db/client.server.ts'
import { rotateCertificateKey } from '#server/admin/rotate-certificate-key.ts'
import { openFresh, type TestCtx, test } from '#tests/support/db.ts'
import { aCertificate } from './finished.ts'

function folderOfTheTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samlara-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const standing = async (token: string, ctx: TestCtx) => {
  const verdict = await checkCredential(token, ctx)
  return verdict.kind === 'certificate' ? verdict.checked.standing : verdict.kind
}

test('a restored backup brings its keys: old certificates hold, and the same key goes on signing', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const { samira, elsa, pairId, certificateId } = await aCertificate(ctx)
  const token = found((await findCertificateFor(samira, certificateId, ctx)).credential)
  const file = join(folderOfTheTest(), 'b.gz')
  await writeBackup(freshDb.open, file, ctx.now)

  const other = await openFresh()
  onTestFinished(() => other.close())
  const there: TestCtx = { ...ctx, db: other.open.db }
  // The new server has been started before somebody thought of the backup, so it has made a key of its own.
  await makeFirstKey(there)
  expect(await standing(token, there)).toBe('foreign')
  await readBackup(other.open, file)
  expect(await listKeys(there)).toEqual(await listKeys(ctx))
  expect(await standing(token, there)).toBe('valid')
  const hers = await issueCertificate(elsa, { pairId }, there)
  expect((await findCertificateFor(elsa, hers, there)).keyId).toBe((await readSigningKey(ctx)).id)
})

test('the operator lists, rotates and withdraws keys, and reads in each line what became of them', async ({ freshDb }) => {
  const before = setDatabase(freshDb.open)
  onTestFinished(() => void setDatabase(before))
  const ctx = freshDb.ctx()
  const { samira, certificateId } = await aCertificate(ctx)
  const token = found((await findCertificateFor(samira, certificateId, ctx)).credential)
  const first = (await listKeys(ctx))[0]?.id ?? ''
  expect(await rotateCertificateKey.run(['--list'])).toMatch(new RegExp(`^${first}  made \\d{4}-\\d\\d-\\d\\d  signs$`))
  const rotated = (await rotateCertificateKey.run([])).split('\n')
  expect(rotated).toHaveLength(2)
  expect(rotated.find((line) => line.startsWith(first))).toMatch(/signed until .*, still trusted$/)
  expect(await standing(token, ctx)).toBe('valid')
  const withdrawn = await rotateCertificateKey.run(['--withdraw', `https://samlara.example.org/issuer/keys/${first}`])
  expect(withdrawn.split('\n').find((line) => line.startsWith(first))).toMatch(/withdrawn/)
  expect(await standing(token, ctx)).toBe('key_withdrawn')
  await expect(rotateCertificateKey.run(['--withdraw', 'banana'])).rejects.toThrow(/There is no key "banana"/)
  await expect(rotateCertificateKey.run(['--list', '--withdraw', first])).rejects.toThrow(/not both/)
})
