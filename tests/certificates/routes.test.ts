import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { issueCertificate } from '#app/features/certificates/commands/issue.server.ts'
import { rotateKey, withdrawKey } from '#app/features/certificates/commands/keys.server.ts'
import { readSigningKey } from '#app/features/certificates/queries/keys.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { locales } from '#app/kernel/locales.ts'
import { certificates } from '#db/schema/index.ts'
import { anOutsider } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { ask } from '#tests/support/remix.ts'
import { aCertificate, aFinishedPair, isBitSet, verifiedElsewhere } from './finished.ts'

const path = (address: string) => new URL(address).pathname
const json = async (ctx: TestCtx, url: string) => JSON.parse((await ask(ctx, { path: url, accept: '*/*' })).text)
const file = async (ctx: TestCtx, as: Person, id: string, kind: 'jwt' | 'pdf') =>
  ask(ctx, { path: `/certificates/${id}.${kind}`, as, accept: '*/*' })

describe('the person', () => {
  test('gets it from the page of the pair, twice the same, and finds it among their own', async ({ ctx }) => {
    const { samira, pairId } = await aFinishedPair(ctx)
    const offered = await ask(ctx, { path: `/pairs/${pairId}`, as: samira })
    expect(offered.text).toContain('Hämta ditt intyg')
    const first = await ask(ctx, { path: `/pairs/${pairId}/certificate`, as: samira, form: {} })
    const again = await ask(ctx, { path: `/pairs/${pairId}/certificate`, as: samira, form: {} })
    expect(first.status).toBe(302)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    const own = await ask(ctx, { path: '/certificates', as: samira })
    expect(own.text).toContain(`href="${first.headers.get('location')}"`)
    expect((await ask(ctx, { path: `/pairs/${pairId}`, as: samira })).text).toContain('Se ditt intyg')
  })

  test('takes PDF and credential along as files; nobody else does', async ({ ctx }) => {
    const { samira, elsa, certificateId } = await aCertificate(ctx)
    const pdf = await file(ctx, samira, certificateId, 'pdf')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toBe('attachment; filename="samlara-2026-04-14.pdf"')
    expect(pdf.text.startsWith('%PDF-1.7')).toBe(true)
    const jwt = await file(ctx, samira, certificateId, 'jwt')
    expect(jwt.text).toMatch(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/)
    for (const other of [elsa, await anOutsider(ctx)]) {
      expect((await file(ctx, other, certificateId, 'pdf')).status).toBe(404)
      expect((await file(ctx, other, certificateId, 'jwt')).status).toBe(404)
    }
    await ask(ctx, { path: `/certificates/${certificateId}/revocation`, as: samira, form: { reason: '' } })
    expect((await file(ctx, samira, certificateId, 'pdf')).status).toBe(410)
  })
})

describe('who answers for the unit', () => {
  test('finds it from the unit’s page and takes it back with a reason; without one the form comes back', async ({ ctx }) => {
    const { unit, elsa, samira, certificateId } = await aCertificate(ctx)
    expect((await ask(ctx, { path: `/units/${unit.id}`, as: elsa })).text).toContain(`/units/${unit.id}/certificates`)
    expect((await ask(ctx, { path: `/units/${unit.id}`, as: samira })).text).not.toContain(`/units/${unit.id}/certificates`)
    const list = await ask(ctx, { path: `/units/${unit.id}/certificates`, as: elsa })
    expect(list.text).toContain('Samira Nilsson')
    const address = `/certificates/${certificateId}/revocation`
    expect((await ask(ctx, { path: address, as: elsa, form: { reason: '' } })).status).toBe(400)
    expect((await ask(ctx, { path: address, as: elsa, form: { reason: 'Fel person' } })).status).toBe(302)
    const page = await ask(ctx, { path: `/certificates/${certificateId}`, as: samira })
    expect(page.text).toContain('Fel person')
    expect(page.text).not.toContain(`/certificates/${certificateId}.pdf`)
    expect((await ask(ctx, { path: `/certificates/${certificateId}/reopening`, as: elsa, form: {} })).status).toBe(302)
    expect((await ask(ctx, { path: `/certificates/${certificateId}/reopening`, as: samira, form: {} })).status).toBe(403)
  })
})

describe('the open check', () => {
  test.for(locales)(
    'in %s it answers anybody, without cookie or script, and asks not to be listed',
    async (locale, { ctx }) => {
      const { certificateId } = await aCertificate(ctx)
      const { status, headers, text } = await ask(ctx, { path: `/check/${certificateId}`, locale })
      expect(status).toBe(200)
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('x-robots-tag')).toContain('noindex')
      expect(text).toContain('noindex')
      expect(text).not.toMatch(/<script/)
      expect(text).toContain('Samira Nilsson')
      expect(text).toContain('Rehabavdelningen Tallbacken')
      expect(text).toContain(
        { sv: 'Intyget är äkta och gäller', nb: 'Beviset er ekte og gjelder', en: 'The certificate is genuine and valid' }[
          locale
        ],
      )
    },
  )

  test('shows no name of what was taken back, and finds nothing at other addresses', async ({ ctx }) => {
    const { tove, certificateId } = await aCertificate(ctx)
    expect(await json(ctx, `/check/${certificateId}.json`)).toMatchObject({ standing: 'valid', validThrough: '2029-04-13' })
    await ask(ctx, { path: `/certificates/${certificateId}/revocation`, as: tove, form: { reason: 'Given by mistake' } })
    const { text } = await ask(ctx, { path: `/check/${certificateId}`, locale: 'en' })
    expect(text).toContain('The certificate is revoked and not valid')
    expect(text).not.toMatch(/Samira|mistake|Tallbacken/)
    expect(await json(ctx, `/check/${certificateId}.json`)).toMatchObject({ standing: 'revoked', revokedOn: '2026-04-14' })
    for (const other of ['/check/banana', '/check/00000000-0000-4000-8000-000000000000', '/check/banana.json']) {
      expect((await ask(ctx, { path: other })).status).toBe(404)
    }
    const none = await ask(ctx, { path: '/check/00000000-0000-4000-8000-000000000000', locale: 'en' })
    expect(none.text).toContain('We find no certificate here')
  })

  test.for([
    ['sv', 'inget digitalt märke', 'signaturen stämmer inte', 'inte utfärdat här', 'har gått ut', 'är återkallat'],
    ['nb', 'ikke noe digitalt merke', 'signaturen stemmer ikke', 'ikke utstedt her', 'er utløpt', 'er trukket tilbake'],
    ['en', 'not a digital badge', 'signature does not match', 'not issued here', 'has expired', 'is revoked'],
  ] as const)(
    'in %s a pasted credential gets a clear answer',
    async ([locale, garbage, changed, foreign, expired, revoked], { ctx }) => {
      const { samira, certificateId } = await aCertificate(ctx)
      const token = (await file(ctx, samira, certificateId, 'jwt')).text
      const paste = async (credential: string, at: TestCtx = ctx) =>
        (await ask(at, { path: '/check?index', locale, form: { credential } })).text
      expect(await paste(token)).toContain('Samira Nilsson')
      expect(await paste('Hej')).toContain(garbage)
      expect(await paste(`${token.slice(0, -6)}AAAAAA`)).toContain(changed)
      const elsewhere = Buffer.from('{"alg":"RS256","kid":"https://other.example/keys/1"}').toString('base64url')
      expect(await paste([elsewhere, ...token.split('.').slice(1)].join('.'))).toContain(foreign)
      expect(await paste(token, ctx.at('2029-06-01T00:00:00Z'))).toContain(expired)
      await ctx.db
        .update(certificates)
        .set({ revokedAt: ctx.now, revokedAs: 'holder' })
        .where(eq(certificates.id, certificateId))
      const refused = await paste(token)
      expect(refused).toContain(revoked)
      expect(refused).not.toContain('Samira')
      expect(await paste('')).toContain('sl-errors')
    },
  )

  test('who tries without end has to wait', async ({ ctx }) => {
    const paste = () => ask(ctx, { path: '/check?index', form: { credential: 'the same again' } })
    const statuses: number[] = []
    for (let time = 0; time < 31; time += 1) statuses.push((await paste()).status)
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(200))
    expect(statuses[30]).toBe(429)
  })
})

test('a verifier elsewhere needs the token and our open addresses, nothing else; after revocation it refuses', async ({
  ctx,
}) => {
  const { samira, certificateId } = await aCertificate(ctx)
  const token = (await file(ctx, samira, certificateId, 'jwt')).text
  const { kid } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }
  const key = await json(ctx, path(kid))
  expect(key).toMatchObject({ kty: 'RSA', alg: 'RS256', kid })
  expect(Object.keys(key)).not.toContain('d')
  expect((await json(ctx, '/.well-known/jwks.json')).keys).toEqual([key])
  const said = verifiedElsewhere(token, key, ctx.now)
  expect((await json(ctx, path(String(said.iss)))).id).toBe(said.iss)
  expect((await ask(ctx, { path: path(String(said.jti)) })).status).toBe(200)
  const status = said.credentialStatus as { statusListIndex: string; statusListCredential: string }
  const refused = async () => {
    const answer = await ask(ctx, { path: path(status.statusListCredential), accept: '*/*' })
    expect(answer.headers.get('content-type')).toBe('application/vc+jwt')
    const list = verifiedElsewhere(answer.text, key, ctx.now).credentialSubject as { encodedList: string }
    return isBitSet(list.encodedList, Number(status.statusListIndex))
  }
  expect(await refused()).toBe(false)
  await ask(ctx, { path: `/certificates/${certificateId}/revocation`, as: samira, form: { reason: '' } })
  expect(await refused()).toBe(true)
})

test('keys: what was rotated away stays published, what was withdrawn is gone', async ({ ctx }) => {
  const { elsa, pairId } = await aCertificate(ctx)
  const first = await readSigningKey(ctx)
  await rotateKey(ctx)
  await issueCertificate(elsa, { pairId }, ctx)
  expect((await json(ctx, '/.well-known/jwks.json')).keys).toHaveLength(2)
  await withdrawKey({ keyId: first.id }, ctx)
  expect((await ask(ctx, { path: path(first.kid), accept: '*/*' })).status).toBe(410)
  expect((await json(ctx, '/.well-known/jwks.json')).keys).toHaveLength(1)
  expect((await ask(ctx, { path: '/issuer/status/2', accept: '*/*' })).status).toBe(404)
  expect((await ask(ctx, { path: '/issuer/status/banana', accept: '*/*' })).status).toBe(404)
})
