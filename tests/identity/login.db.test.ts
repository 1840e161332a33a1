import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { suspendPerson } from '#app/features/identity/commands/accounts.server.ts'
import {
  consumeLoginCode,
  consumeLoginLink,
  makeLoginToken,
  prepareLoginLink,
  requestLoginLink,
} from '#app/features/identity/commands/sign-in.server.ts'
import { loginTokens } from '#db/schema/index.ts'
import { anAdmin } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'

const minutes = (ctx: TestCtx, count: number) => ctx.at(new Date(ctx.now.getTime() + count * 60_000))
const wrong = (code: string) => (code === '000000' ? '111111' : '000000')

test('asking for a link leaves the same work for a known and an unknown address', async ({ ctx }) => {
  const åse = await aUser(ctx)
  await requestLoginLink({ email: åse.email, to: '/visits' }, ctx)
  await requestLoginLink({ email: 'nobody@example.org', to: '/visits' }, ctx)
  expect(ctx.jobs.map(({ name, data }) => [name, data.email])).toEqual([
    ['identity.prepare_login_link', åse.email],
    ['identity.prepare_login_link', 'nobody@example.org'],
  ])
})

test('only a known address gets a mail, with a link and a code that both open the door', async ({ ctx }) => {
  const åse = await aUser(ctx)
  await prepareLoginLink({ email: 'nobody@example.org' }, ctx)
  expect(ctx.jobs).toEqual([])
  await prepareLoginLink({ email: åse.email, to: '/visits' }, ctx)
  expect(ctx.jobs).toMatchObject([{ name: 'notify', data: { event: 'identity.login_link', userId: åse.id, to: '/visits' } }])
  const { token, code } = (ctx.jobs[0]?.data ?? {}) as { token: string; code: string }
  expect(code).toMatch(/^\d{6}$/)
  expect(await consumeLoginLink({ token }, ctx)).toMatchObject({ userId: åse.id })
})

test('a shut account gets no mail, and links sent before open nothing', async ({ ctx }) => {
  const yusuf = await aUser(ctx)
  const { token, code } = await makeLoginToken(yusuf.id, ctx)
  await suspendPerson(await anAdmin(ctx), { userId: yusuf.id }, ctx)
  await prepareLoginLink({ email: yusuf.email }, ctx)
  expect(ctx.jobs).toEqual([])
  await expect(consumeLoginLink({ token }, ctx)).rejects.toMatchObject({ code: 'gone' })
  await expect(consumeLoginCode({ email: yusuf.email, code }, ctx)).rejects.toMatchObject({ code: 'invalid' })
})

test('the table holds neither link nor code', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const { token, code } = await makeLoginToken(åse.id, ctx)
  const [row] = await ctx.db.select().from(loginTokens)
  expect(JSON.stringify(row)).not.toContain(token)
  expect(row?.codeHash).not.toBe(code)
})

test('a link opens once', async ({ ctx }) => {
  const { token } = await makeLoginToken((await aUser(ctx)).id, ctx)
  await consumeLoginLink({ token }, ctx)
  await expect(consumeLoginLink({ token }, ctx)).rejects.toMatchObject({ code: 'gone', reason: 'identity_error_link_used' })
})

test('after fifteen minutes neither link nor code opens', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const { token, code } = await makeLoginToken(åse.id, ctx)
  const late = minutes(ctx, 15)
  await expect(consumeLoginLink({ token }, late)).rejects.toMatchObject({ code: 'gone' })
  await expect(consumeLoginCode({ email: åse.email, code }, late)).rejects.toMatchObject({ code: 'invalid' })
  expect(await consumeLoginCode({ email: åse.email, code }, minutes(ctx, 14))).toMatchObject({ userId: åse.id })
})

test('a code opens once, and uses up its link', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const { token, code } = await makeLoginToken(åse.id, ctx)
  await consumeLoginCode({ email: åse.email, code }, ctx)
  await expect(consumeLoginCode({ email: åse.email, code }, ctx)).rejects.toMatchObject({ code: 'invalid' })
  await expect(consumeLoginLink({ token }, ctx)).rejects.toMatchObject({ code: 'gone' })
})

test('after five wrong codes the right one is dead too, while the link still opens', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const { token, code } = await makeLoginToken(åse.id, ctx)
  for (let count = 0; count < 5; count += 1) {
    await expect(consumeLoginCode({ email: åse.email, code: wrong(code) }, ctx)).rejects.toMatchObject({ code: 'invalid' })
  }
  await expect(consumeLoginCode({ email: åse.email, code }, ctx)).rejects.toMatchObject({ reason: 'identity_error_code' })
  expect(await consumeLoginLink({ token }, ctx)).toMatchObject({ userId: åse.id })
})

test('somebody else’s code opens nothing', async ({ ctx }) => {
  const [åse, sindre] = [await aUser(ctx), await aUser(ctx)]
  const { code } = await makeLoginToken(åse.id, ctx)
  await expect(consumeLoginCode({ email: sindre.email, code }, ctx)).rejects.toMatchObject({ reason: 'identity_error_code' })
  await expect(consumeLoginCode({ email: 'nobody@example.org', code }, ctx)).rejects.toMatchObject({
    reason: 'identity_error_code',
  })
})

test('two links asked for in a row both open, and codes of both are tried', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const first = await makeLoginToken(åse.id, ctx)
  const second = await makeLoginToken(åse.id, ctx)
  expect(await consumeLoginCode({ email: åse.email, code: first.code }, ctx)).toMatchObject({ userId: åse.id })
  expect(await consumeLoginLink({ token: second.token }, ctx)).toMatchObject({ userId: åse.id })
})

test('of ten presses of one link at once, one signs in', async ({ freshDb }) => {
  const { token } = await makeLoginToken((await aUser(freshDb.ctx())).id, freshDb.ctx())
  const presses = Array.from({ length: 10 }, () => consumeLoginLink({ token }, freshDb.ctx()))
  const outcomes = await Promise.allSettled(presses)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('forty guesses at once count as five', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const åse = await aUser(ctx)
  const { code } = await makeLoginToken(åse.id, ctx)
  const guesses = Array.from({ length: 40 }, () => consumeLoginCode({ email: åse.email, code: wrong(code) }, freshDb.ctx()))
  await Promise.allSettled(guesses)
  const [row] = await ctx.db.select().from(loginTokens).where(eq(loginTokens.userId, åse.id))
  expect(row?.attempts).toBe(5)
  await expect(consumeLoginCode({ email: åse.email, code }, ctx)).rejects.toMatchObject({ code: 'invalid' })
})
