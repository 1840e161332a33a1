import { expect } from 'vitest'
import { readSettings, setSettings, settings } from '#app/kernel/env.server.ts'
import * as accessibility from '#app/routes/accessibility.tsx'
import * as contact from '#app/routes/contact.tsx'
import * as gallery from '#app/routes/dev.gallery.tsx'
import * as privacy from '#app/routes/privacy.tsx'
import * as theme from '#app/routes/theme.ts'
import { test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'
import { callAction, callLoader, cookieFor } from '#tests/support/http.ts'

/** Runs `work` as if the server had started with these settings. */
async function startedWith<T>(
  mode: 'production' | 'demo',
  environment: Record<string, string>,
  work: () => Promise<T>,
): Promise<T> {
  const before = settings()
  setSettings(readSettings(mode, { ORIGIN: 'http://samlara.test', DATA_DIR: 'data/test', ...environment }))
  try {
    return await work()
  } finally {
    setSettings(before)
  }
}

test('a choice of dark is kept for a year, and one comes back to where one was', async ({ ctx }) => {
  const answer = await callAction(ctx, theme.action, { path: '/theme', form: { theme: 'dark', to: '/blog?page=2' } })
  expect(answer).toMatchObject({ status: 302, location: '/blog?page=2' })
  expect(answer.headers.get('set-cookie')).toMatch(/^theme=dark; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly$/)
})

test('going back to "as the device" forgets the choice', async ({ ctx }) => {
  const answer = await callAction(ctx, theme.action, { path: '/theme', form: { theme: 'system', to: '/' } })
  expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
})

test('a choice of theme never leads to another site', async ({ ctx }) => {
  for (const to of ['https://evil.example', '//evil.example', '/\\evil.example']) {
    const answer = await callAction(ctx, theme.action, { path: '/theme', form: { theme: 'light', to } })
    expect(answer.location).toBe('/')
  }
})

test('an unknown theme is not remembered', async ({ ctx }) => {
  const answer = await callAction(ctx, theme.action, { path: '/theme', form: { theme: 'neon; Domain=evil', to: '/' } })
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('the privacy page names the cookie that a session really has', async ({ ctx }) => {
  const { data } = await callLoader(ctx, privacy.loader, { path: '/privacy' })
  expect(await cookieFor(ctx, await aUser(ctx))).toMatch(new RegExp(`^${data.session}=`))
  expect(data).toMatchObject({ idle: settings().SESSION_IDLE_DAYS, most: settings().SESSION_MAX_DAYS })
})

test('the public pages say who runs the site, and that nobody has said so when nobody has', async ({ ctx }) => {
  const named = { OPERATOR: 'Region Exempel', CONTACT_EMAIL: 'samlara@region.example' }
  await startedWith('demo', named, async () => {
    const { data } = await callLoader(ctx, contact.loader, { path: '/contact' })
    expect(data).toEqual({ operator: 'Region Exempel', email: 'samlara@region.example' })
    expect((await callLoader(ctx, accessibility.loader, { path: '/accessibility' })).data.operator).toBe('Region Exempel')
  })
  await startedWith('demo', {}, async () => {
    const { data } = await callLoader(ctx, contact.loader, { path: '/contact' })
    expect(data).toEqual({ operator: null, email: null })
  })
})

test('the gallery of components is not answered in production', async ({ ctx }) => {
  await startedWith('production', { SMTP_URL: 'smtp://mail.example' }, async () => {
    expect((await callLoader(ctx, gallery.loader, { path: '/dev/gallery' })).status).toBe(404)
    expect((await callAction(ctx, gallery.action, { path: '/dev/gallery', form: { name: 'x' } })).status).toBe(404)
  })
  await startedWith('demo', {}, async () => {
    expect((await callLoader(ctx, gallery.loader, { path: '/dev/gallery' })).status).toBe(200)
  })
})
