import { expect, onTestFinished } from 'vitest'
import { setSettings, settings } from '#app/kernel/env.server.ts'
import { newId } from '#app/kernel/ids.ts'
import * as outbox from '#app/routes/dev.outbox._index.tsx'
import * as mailPage from '#app/routes/dev.outbox.$mailId._index.tsx'
import * as mailFile from '#app/routes/dev.outbox.$mailId.file.ts'
import * as mailLook from '#app/routes/dev.outbox.$mailId.look.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'
import { callLoader } from '#tests/support/http.ts'
import { openPost } from './post.ts'

async function aMailInTheOutbox(ctx: TestCtx) {
  const office = openPost()
  onTestFinished(office.close)
  const ingrid = await aUser(ctx, { name: 'Ingrid Solheim', locale: 'nb' })
  const login = { event: 'identity.login_link' as const, userId: ingrid.id, token: 'a-token', code: '024680' }
  await office.tell(login, ctx)
  const { data } = await callLoader(ctx, outbox.loader, { path: '/dev/outbox' })
  return { ingrid, mails: data.mails }
}

test('the outbox lists what was written, and a mail shows its words with links to our own pages', async ({ ctx }) => {
  const { ingrid, mails } = await aMailInTheOutbox(ctx)
  expect(mails).toMatchObject([{ to: ingrid.email, subject: 'Logg inn i Samlära: lenken gjelder i 15 minutter' }])
  const params = { mailId: mails[0]?.id ?? '' }
  const { data } = await callLoader(ctx, mailPage.loader, { path: '/dev/outbox/x', params })
  expect(data.mail.pieces.filter((piece) => piece.path !== null)).toEqual([
    { text: 'http://samlara.test/login/a-token', path: '/login/a-token' },
  ])
  const look = await callLoader(ctx, mailLook.loader, { path: '/dev/outbox/x/look', params })
  expect(look.text).toContain('024680')
  const file = await callLoader(ctx, mailFile.loader, { path: '/dev/outbox/x/file', params })
  expect(file.headers.get('content-type')).toBe('message/rfc822')
  expect(file.text).toMatch(/^(From|Message-ID|Date|Auto-Submitted|X-Auto-Response-Suppress):/m)
})

test('no other file can be read that way, and none in production', async ({ ctx }) => {
  const { mails } = await aMailInTheOutbox(ctx)
  for (const mailId of ['../../etc/passwd', '..%2f..%2fetc%2fpasswd', 'banana', newId()]) {
    expect((await callLoader(ctx, mailPage.loader, { path: '/dev/outbox/x', params: { mailId } })).status).toBe(404)
  }
  setSettings({ ...settings(), mode: 'production' })
  const params = { mailId: mails[0]?.id ?? '' }
  expect((await callLoader(ctx, outbox.loader, { path: '/dev/outbox' })).status).toBe(404)
  expect((await callLoader(ctx, mailPage.loader, { path: '/dev/outbox/x', params })).status).toBe(404)
  expect((await callLoader(ctx, mailLook.loader, { path: '/dev/outbox/x/look', params })).status).toBe(404)
  expect((await callLoader(ctx, mailFile.loader, { path: '/dev/outbox/x/file', params })).status).toBe(404)
})
