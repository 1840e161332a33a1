import { expect } from 'vitest'
import { createAccount } from '#app/features/identity/commands/accounts.server.ts'
import { createInvitation } from '#app/features/identity/commands/invitations.server.ts'
import { makeLoginToken } from '#app/features/identity/commands/sign-in.server.ts'
import { actorFromCookie } from '#app/features/identity/sessions.server.ts'
import * as invitation from '#app/routes/i.$token._index.tsx'
import * as renewal from '#app/routes/i.$token.renewal.tsx'
import * as login from '#app/routes/login._index.tsx'
import * as loginToken from '#app/routes/login.$token.tsx'
import * as loginCode from '#app/routes/login.code.tsx'
import * as loginLink from '#app/routes/login.link.tsx'
import * as logout from '#app/routes/logout.tsx'
import * as settings from '#app/routes/settings._index.tsx'
import * as email from '#app/routes/settings.email._index.tsx'
import * as emailToken from '#app/routes/settings.email.$token.tsx'
import * as emailCode from '#app/routes/settings.email.code.tsx'
import * as settingsPassword from '#app/routes/settings.password.tsx'
import * as layDown from '#app/routes/settings.roles.$roleId.end.tsx'
import * as endAtUnit from '#app/routes/units.$unitId.roles.$roleId.end.tsx'
import { aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aRole, aUnit, aUser, userAgain } from '#tests/support/factories.ts'
import { callAction, callLoader, cookieFor } from '#tests/support/http.ts'

const password = 'korridor lampa älg'
const cookiesOf = (headers: Headers) => headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
const actorAfter = (ctx: TestCtx, headers: Headers) => actorFromCookie(cookiesOf(headers).join('; '), ctx)
type Refusal = { result: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> } }
const refusalIn = (data: unknown) => (data as Refusal).result

test('the right password leads to where one was going, in one’s own language', async ({ ctx }) => {
  const { id } = await createAccount(ctx, { email: 'åse@example.org'.replace('å', 'a'), name: 'Åse', locale: 'nb', password })
  const form = { email: ' ASE@example.org ', password, to: '/visits?tab=now' }
  const answer = await callAction(ctx, login.action, { path: '/login?index', form })
  expect(answer).toMatchObject({ status: 302, location: '/visits?tab=now' })
  expect(await actorAfter(ctx, answer.headers)).toMatchObject({ kind: 'person', id })
  expect(cookiesOf(answer.headers)).toContain('lang=nb')
})

test('signing in ends the session that the browser had', async ({ ctx }) => {
  const before = await cookieFor(ctx, await aUser(ctx))
  await createAccount(ctx, { email: 'ase@example.org', name: 'Åse', locale: 'nb', password })
  const form = { email: 'ase@example.org', password }
  await callAction(ctx, login.action, { path: '/login?index', form, headers: { cookie: before } })
  expect(await actorFromCookie(before, ctx)).toEqual({ kind: 'visitor' })
})

test.for(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/ok\r\nSet-Cookie: a=b'])(
  'nobody is led to %j after signing in',
  async (to, { ctx }) => {
    await createAccount(ctx, { email: 'ase@example.org', name: 'Åse', locale: 'nb', password })
    const answer = await callAction(ctx, login.action, {
      path: '/login?index',
      form: { email: 'ase@example.org', password, to },
    })
    expect(answer).toMatchObject({ status: 302, location: '/home' })
  },
)

test('a wrong password comes back with the address typed and never the password', async ({ ctx }) => {
  const form = { email: 'ase@example.org', password: 'hemligt ord' }
  const answer = await callAction(ctx, login.action, { path: '/login?index', form, locale: 'nb' })
  expect(answer.status).toBe(422)
  expect(refusalIn(answer.data).initialValue).toEqual({ email: 'ase@example.org' })
  expect(refusalIn(answer.data).error?.['']?.[0]).toMatch(/hører ikke sammen/)
  expect(JSON.stringify(answer.data)).not.toContain('hemligt')
})

test.for([
  [{ email: 'not an address', password: 'x' }, 'email'],
  [{ email: '', password: 'x' }, 'email'],
  [{ email: 'ase@example.org' }, 'password'],
  [{ email: 'ase@example.org', password: 'x'.repeat(257) }, 'password'],
] as const)('bad input %j is answered at the field %s', async ([form, field], { ctx }) => {
  const answer = await callAction(ctx, login.action, { path: '/login?index', form })
  expect(answer.status).toBe(400)
  expect(refusalIn(answer.data).error?.[field]?.[0]).toMatch(/\w/)
})

test('too many tries are refused with the minutes to wait', async ({ ctx }) => {
  const form = { email: 'ase@example.org', password: 'wrong' }
  for (let count = 0; count < 10; count += 1) await callAction(ctx, login.action, { path: '/login?index', form })
  const answer = await callAction(ctx, login.action, { path: '/login?index', form, locale: 'en' })
  expect(answer.status).toBe(429)
  expect(refusalIn(answer.data).error?.['']?.[0]).toMatch(/Wait \d+ minutes/)
})

test('asking for a link gives the same answer for a known and an unknown address', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const ask = (email: string) => callAction(ctx, loginLink.action, { path: '/login/link', form: { email, to: '/visits' } })
  const [known, unknown] = [await ask(åse.email), await ask('nobody@example.org')]
  expect(known).toMatchObject({ status: 302, location: '/login/code' })
  expect(unknown).toMatchObject({ status: 302, location: '/login/code' })
  const shape = (headers: Headers, email: string) => headers.get('set-cookie')?.replace(encodeURIComponent(email), 'ADDRESS')
  expect(shape(known.headers, åse.email)).toBe(shape(unknown.headers, 'nobody@example.org'))
})

test('the code page knows the address that was typed, and the code leads on', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const asked = await callAction(ctx, loginLink.action, { path: '/login/link', form: { email: åse.email, to: '/visits' } })
  const cookie = cookiesOf(asked.headers).join('; ')
  const page = await callLoader(ctx, loginCode.loader, { path: '/login/code', headers: { cookie } })
  expect(page.data).toEqual({ email: åse.email, to: '/visits' })
  const { code } = await makeLoginToken(åse.id, ctx)
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
  const form = { email: åse.email, code: spaced, to: '/visits' }
  expect(await callAction(ctx, loginCode.action, { path: '/login/code', form })).toMatchObject({
    status: 302,
    location: '/visits',
  })
})

test('a tampered cookie on the code page is an empty form', async ({ ctx }) => {
  for (const cookie of ['login=%', 'login={}', 'login=%7B%22to%22%3A%22https%3A%2F%2Fevil.example%22%7D', 'login=null']) {
    const page = await callLoader(ctx, loginCode.loader, { path: '/login/code', headers: { cookie } })
    expect(page.data.email).toBe('')
    expect(['', '/home']).toContain(page.data.to)
  }
})

test('a scanner opens the link ten times and the person is still let in', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const { token } = await makeLoginToken(åse.id, ctx)
  const call = { path: `/login/${token}?to=/visits`, params: { token } }
  for (let count = 0; count < 10; count += 1) {
    expect((await callLoader(ctx, loginToken.loader, call)).headers.get('cache-control')).toBe('no-store')
  }
  const answer = await callAction(ctx, loginToken.action, call)
  expect(answer).toMatchObject({ status: 302, location: '/visits' })
  expect(await actorAfter(ctx, answer.headers)).toMatchObject({ id: åse.id })
  expect(await callAction(ctx, loginToken.action, call)).toMatchObject({ status: 410, data: { gone: true } })
})

test('signing out ends the session on the server', async ({ ctx }) => {
  const cookie = await cookieFor(ctx, await aUser(ctx))
  const answer = await callAction(ctx, logout.action, { path: '/logout', headers: { cookie } })
  expect(answer).toMatchObject({ status: 302, location: '/' })
  expect(await actorFromCookie(cookie, ctx)).toEqual({ kind: 'visitor' })
})

test('an invitation is shown as often as one likes and accepted once', async ({ ctx }) => {
  const ward = await aUnit(ctx, { name: 'Avdelning 41' })
  const karin = await aUser(ctx, { name: 'Karin Åkerlund' })
  const guest = { email: 'maeve@example.org', name: 'Maeve Doherty', locale: 'en' as const, roleKind: 'member' as const }
  await createInvitation(ctx, { ...guest, unitId: ward.id, invitedBy: karin.id })
  await ctx.settled()
  const token = String(ctx.jobs[0]?.data.token)
  const call = { path: `/i/${token}`, params: { token }, locale: 'en' as const }
  for (let count = 0; count < 3; count += 1) {
    expect((await callLoader(ctx, invitation.loader, call)).data).toMatchObject({
      state: 'open',
      invitation: { email: 'maeve@example.org', invitedBy: 'Karin Åkerlund', unitName: 'Avdelning 41', lastDay: '2026-05-14' },
    })
  }
  const answer = await callAction(ctx, invitation.action, call)
  expect(answer).toMatchObject({ status: 302, location: `/units/${ward.id}` })
  expect(await actorAfter(ctx, answer.headers)).toMatchObject({ name: 'Maeve Doherty', locale: 'en' })
  expect((await callLoader(ctx, invitation.loader, call)).data).toEqual({
    state: 'accepted',
    to: `/units/${ward.id}`,
    signedIn: false,
  })
  expect(await callAction(ctx, invitation.action, call)).toMatchObject({ status: 410 })
})

test('another account on the browser is told whose invitation it is', async ({ ctx }) => {
  const [ward, sindre] = [await aUnit(ctx), await aUser(ctx)]
  const guest = { email: 'maeve@example.org', locale: 'en' as const, roleKind: 'member' as const, unitId: ward.id }
  await createInvitation(ctx, { ...guest, invitedBy: null })
  await ctx.settled()
  const token = String(ctx.jobs[0]?.data.token)
  const page = await callLoader(ctx, invitation.loader, { path: `/i/${token}`, params: { token }, as: sindre })
  expect(page.data).toEqual({ state: 'other', name: sindre.name, email: sindre.email, invited: 'maeve@example.org' })
})

test('whoever asks for a new link in place of an expired invitation is told that it is on its way', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const guest = { email: 'maeve@example.org', locale: 'en' as const, roleKind: 'member' as const, unitId: ward.id }
  await createInvitation(ctx, { ...guest, invitedBy: null })
  await ctx.settled()
  const token = String(ctx.jobs[0]?.data.token)
  const path = `/i/${token}/renewal`
  const later = ctx.at(new Date(ctx.now.getTime() + 60 * 86_400_000).toISOString())
  const asked = await callAction(later, renewal.action, { path, params: { token } })
  expect(asked).toMatchObject({ status: 302, location: `${path}?sent` })
  expect(later.jobs).toHaveLength(2)
  expect((await callLoader(later, renewal.loader, { path: `${path}?sent`, params: { token } })).status).toBe(200)
  expect((await callLoader(later, renewal.loader, { path, params: { token } })).location).toBe(`/i/${token}`)
})

test.for(['nonsense', '', '%00', '../../etc', 'x'.repeat(5000)])(
  'the invitation %j is gone, kindly',
  async (token, { ctx }) => {
    const call = { path: '/i/x', params: { token } }
    const page = await callLoader(ctx, invitation.loader, call)
    expect(page).toMatchObject({ status: 410, data: { state: 'gone' } })
    expect((await callAction(ctx, invitation.action, call)).status).toBe(410)
    expect((await callAction(ctx, renewal.action, call)).status).toBe(410)
  },
)

test('settings are for those who have signed in; others come back after signing in', async ({ ctx }) => {
  const answer = await callLoader(ctx, settings.loader, { path: '/settings' })
  expect(answer).toMatchObject({ status: 302, location: '/login?to=%2Fsettings' })
})

test('settings are saved, with the language at once', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const form = { name: 'Åse Solheim', profession: 'sykepleier', locale: 'nb', theme: 'dark' }
  const answer = await callAction(ctx, settings.action, { path: '/settings?index', as: åse, form })
  expect(answer).toMatchObject({ status: 302, location: '/settings?saved' })
  expect(cookiesOf(answer.headers)).toContain('lang=nb')
  expect(await userAgain(ctx, åse)).toMatchObject(form)
})

test('an impossible setting is refused at its field and nothing typed is lost', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const form = { name: '  ', profession: 'sykepleier', locale: 'fr', theme: 'dark' }
  const answer = await callAction(ctx, settings.action, { path: '/settings?index', as: åse, form })
  expect(answer.status).toBe(400)
  expect(Object.keys(refusalIn(answer.data).error ?? {}).sort()).toEqual(['locale', 'name'])
  expect(refusalIn(answer.data).initialValue).toMatchObject({ profession: 'sykepleier' })
  expect((await userAgain(ctx, åse)).locale).toBe('sv')
})

test('NUL bytes and half characters are refused, not a fault', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const form = { name: 'Åse\u0000', profession: 'x', locale: 'nb', theme: 'dark' }
  expect((await callAction(ctx, settings.action, { path: '/settings?index', as: åse, form })).status).toBe(400)
})

test('a first password is chosen, a weak one refused without being sent back', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const choose = (chosen: string) =>
    callAction(ctx, settingsPassword.action, { path: '/settings/password', as: åse, form: { password: chosen } })
  const weak = await choose('Sommar2026!')
  expect(weak.status).toBe(422)
  expect(JSON.stringify(weak.data)).not.toContain('Sommar')
  expect((await choose('kort')).status).toBe(400)
  expect(await choose(password)).toMatchObject({ status: 302 })
  expect((await userAgain(ctx, åse)).passwordHash).toMatch(/^\$argon2id/)
})

test('asking for a new address leads to the same page whether it is free or taken', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const taken = await aUser(ctx)
  const ask = (address: string) =>
    callAction(ctx, email.action, { path: '/settings/email?index', as: åse, form: { email: address } })
  expect(await ask('ny@example.org')).toMatchObject({ status: 302, location: '/settings/email/code' })
  expect(await ask(taken.email)).toMatchObject({ status: 302, location: '/settings/email/code' })
  const { data } = await callLoader(ctx, emailCode.loader, { path: '/settings/email/code', as: åse })
  expect(data).toEqual({ wanted: taken.email })
})

test('opening the link to a new address changes nothing; pressing its button does, once', async ({ ctx }) => {
  const åse = await aUser(ctx)
  await callAction(ctx, email.action, { path: '/settings/email?index', as: åse, form: { email: 'ny@example.org' } })
  const { token = '' } = (ctx.jobs[0]?.data ?? {}) as { token?: string }
  const call = { path: `/settings/email/${token}`, params: { token }, as: åse }
  expect((await callLoader(ctx, emailToken.loader, call)).status).toBe(200)
  expect((await callLoader(ctx, emailToken.loader, call)).status).toBe(200)
  expect((await userAgain(ctx, åse)).email).toBe(åse.email)
  expect(await callAction(ctx, emailToken.action, call)).toMatchObject({ status: 302, location: '/settings?email' })
  expect((await userAgain(ctx, åse)).email).toBe('ny@example.org')
  expect((await callAction(ctx, emailToken.action, call)).status).toBe(410)
})

test('a link to a new address asks somebody who is not signed in to sign in and come back', async ({ ctx }) => {
  const { location } = await callLoader(ctx, emailToken.loader, { path: '/settings/email/abc', params: { token: 'abc' } })
  expect(location).toBe('/login?to=%2Fsettings%2Femail%2Fabc')
})

test('a wrong code for a new address comes back as the form’s error, and six tries in a row are too many', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const ask = () => callAction(ctx, email.action, { path: '/settings/email?index', as: åse, form: { email: 'ny@example.org' } })
  for (let count = 0; count < 5; count += 1) expect((await ask()).status).toBe(302)
  expect((await ask()).status).toBe(429)
  const answer = await callAction(ctx, emailCode.action, { path: '/settings/email/code', as: åse, form: { code: '12 34 5x' } })
  expect(answer.status).toBe(400)
  expect(refusalIn(answer.data).error?.code?.[0]).toMatch(/\w/)
})

test('a role is asked about before it ends; opening the page ends nothing', async ({ ctx }) => {
  const unit = await aUnit(ctx, { name: 'Rehab Tallbacken' })
  const åse = await aUser(ctx)
  const role = await aRole(ctx, åse, 'host_coordinator', { unit })
  const call = { path: `/settings/roles/${role.id}/end`, params: { roleId: role.id }, as: åse }
  const { data } = await callLoader(ctx, layDown.loader, call)
  expect(data).toMatchObject({ role: { kind: 'host_coordinator', place: 'Rehab Tallbacken', isMine: true }, back: '/settings' })
  expect((await callLoader(ctx, layDown.loader, call)).status).toBe(200)
  expect(await callAction(ctx, layDown.action, call)).toMatchObject({ status: 302, location: '/settings' })
  expect((await callLoader(ctx, layDown.loader, call)).status).toBe(404)
})

test('whoever may give a role is asked before they end somebody else’s; others do not find it', async ({ ctx }) => {
  const unit = await aUnit(ctx)
  const åse = await aUser(ctx, { name: 'Åse Solheim' })
  const role = await aRole(ctx, åse, 'supervisor', { unit })
  const manager = await aPersonWith(ctx, 'unit_manager', { unit })
  const params = { unitId: unit.id, roleId: role.id }
  const call = { path: `/units/${unit.id}/roles/${role.id}/end`, params }
  const { data } = await callLoader(ctx, endAtUnit.loader, { ...call, as: manager })
  expect(data.role).toMatchObject({ holder: 'Åse Solheim', isMine: false })
  expect((await callLoader(ctx, endAtUnit.loader, { ...call, as: await aUser(ctx) })).status).toBe(404)
  expect((await callAction(ctx, endAtUnit.action, { ...call, as: await aUser(ctx) })).status).toBe(404)
})
