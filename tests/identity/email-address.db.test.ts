import { eq } from 'drizzle-orm'
import { expect, onTestFinished } from 'vitest'
import { changePassword, createAccount, sweep } from '#app/features/identity/commands/accounts.server.ts'
import {
  confirmEmailByCode,
  confirmEmailByLink,
  prepareEmailChange,
  requestEmailChange,
} from '#app/features/identity/commands/email-address.server.ts'
import { consumeLoginLink, makeLoginToken } from '#app/features/identity/commands/sign-in.server.ts'
import { findEmailDoor } from '#app/features/identity/queries.server.ts'
import { actorFromCookie, createSession, sessionKeyOf } from '#app/features/identity/sessions.server.ts'
import { followAccount } from '#app/features/visits/commands/seats.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { emailChanges, visitParticipants } from '#db/schema/index.ts'
import { personOf } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aParticipant, aUser, aVisit, type User, userAgain } from '#tests/support/factories.ts'
import { openPost } from '../notifications/post.ts'

const password = 'korridor lampa älg'
const wanted = 'ase.ny@example.org'
const minutes = (ctx: TestCtx, count: number) => ctx.at(new Date(ctx.now.getTime() + count * 60_000))
const wrong = (code: string) => (code === '000000' ? '111111' : '000000')

async function aBrowser(ctx: TestCtx, user: { id: string }) {
  const cookie = (await createSession(user.id, 'Firefox', ctx)).split(';')[0] ?? ''
  return { cookie, session: sessionKeyOf(cookie, ctx) }
}

type Mailed = { changeId: string; token: string; code: string }

/** Asks, lets the job run, and answers with what the new address got. */
async function asked(ctx: TestCtx, actor: Person, session: string | null, email = wanted): Promise<Mailed> {
  await requestEmailChange(actor, { email, session }, ctx)
  return (ctx.jobs.findLast(({ name }) => name === 'identity.prepare_email_change')?.data ?? {}) as Mailed
}

async function åseWithABrowser(ctx: TestCtx): Promise<{ åse: User; actor: Person; cookie: string; session: string | null }> {
  const åse = await aUser(ctx, { name: 'Åse Solheim' })
  return { åse, actor: personOf(åse), ...(await aBrowser(ctx, åse)) }
}

test('the link moves the account, ends every other session, and kills links that lie in the old mailbox', async ({ ctx }) => {
  const { åse, actor, cookie, session } = await åseWithABrowser(ctx)
  const elsewhere = await aBrowser(ctx, åse)
  const old = await makeLoginToken(åse.id, ctx)
  const { token } = await asked(ctx, actor, session)
  expect((await userAgain(ctx, åse)).email).toBe(åse.email)

  await confirmEmailByLink(actor, { token, session }, ctx)

  expect((await userAgain(ctx, åse)).email).toBe(wanted)
  expect(await actorFromCookie(cookie, ctx)).toMatchObject({ kind: 'person', id: åse.id, email: wanted })
  expect(await actorFromCookie(elsewhere.cookie, ctx)).toEqual({ kind: 'visitor' })
  await expect(consumeLoginLink({ token: old.token }, ctx)).rejects.toMatchObject({ code: 'gone' })
  await expect(confirmEmailByLink(actor, { token, session }, ctx)).rejects.toMatchObject({ code: 'gone' })
})

test('the code does the same; five tries in all, however many at once', async ({ ctx }) => {
  const { åse, actor, session } = await åseWithABrowser(ctx)
  const first = await asked(ctx, actor, session)
  for (let count = 0; count < 5; count += 1) {
    const refusal = confirmEmailByCode(actor, { code: wrong(first.code), session }, ctx)
    await expect(refusal).rejects.toMatchObject({ code: 'invalid', reason: 'identity_error_code' })
  }
  await expect(confirmEmailByCode(actor, { code: first.code, session }, ctx)).rejects.toMatchObject({ code: 'invalid' })
  const second = await asked(ctx, actor, session)
  await confirmEmailByCode(actor, { code: second.code, session }, ctx)
  expect((await userAgain(ctx, åse)).email).toBe(wanted)
})

test('whoever is mistaken for the new address cannot take the account: the link counts for its owner alone', async ({
  ctx,
}) => {
  const { åse, actor, session } = await åseWithABrowser(ctx)
  const { token, code } = await asked(ctx, actor, session)
  const mikko = personOf(await aUser(ctx, { name: 'Mikko Lahtinen' }))
  await expect(confirmEmailByLink(mikko, { token, session: null }, ctx)).rejects.toMatchObject({ code: 'gone' })
  await expect(confirmEmailByCode(mikko, { code, session: null }, ctx)).rejects.toMatchObject({ code: 'invalid' })
  expect((await userAgain(ctx, åse)).email).toBe(åse.email)
})

test('a second wish forgets the first, and a quarter of an hour is all there is', async ({ ctx }) => {
  const { åse, actor, session } = await åseWithABrowser(ctx)
  const first = await asked(ctx, actor, session, 'stavfel@example.org')
  const second = await asked(ctx, actor, session)
  await expect(confirmEmailByLink(actor, { token: first.token, session }, ctx)).rejects.toMatchObject({ code: 'gone' })
  const late = minutes(ctx, 15)
  await expect(confirmEmailByLink(actor, { token: second.token, session }, late)).rejects.toMatchObject({ code: 'gone' })
  expect((await userAgain(ctx, åse)).email).toBe(åse.email)
})

test('an address that is taken gets the same answer; its holder is told and nothing moves', async ({ ctx }) => {
  const { åse, actor, session } = await åseWithABrowser(ctx)
  const karin = await aUser(ctx, { name: 'Karin Åkerlund' })
  const mailed = await asked(ctx, actor, session, karin.email)
  await prepareEmailChange(mailed, ctx)
  expect(ctx.jobs.slice(1)).toMatchObject([{ name: 'notify', data: { event: 'identity.email_taken', userId: karin.id } }])
  await expect(confirmEmailByLink(actor, { token: mailed.token, session }, ctx)).rejects.toMatchObject({
    code: 'gone',
    reason: 'identity_error_email_taken',
  })
  expect((await userAgain(ctx, åse)).email).toBe(åse.email)
  expect((await userAgain(ctx, karin)).email).toBe(karin.email)
})

test('some time after signing in the password is asked for, and without one a new sign-in', async ({ ctx }) => {
  const { id } = await createAccount(ctx, { email: 'ingrid@example.org', name: 'Ingrid', locale: 'sv', password })
  const ingrid = personOf(await userAgain(ctx, { id }))
  const { session } = await aBrowser(ctx, ingrid)
  const { actor: åse, session: hers } = await åseWithABrowser(ctx)
  const later = minutes(ctx, 16)

  expect(await findEmailDoor(ingrid, session, ctx)).toMatchObject({ proof: 'none' })
  expect(await findEmailDoor(ingrid, session, later)).toMatchObject({ proof: 'password' })
  expect(await findEmailDoor(åse, hers, later)).toMatchObject({ proof: 'signing_in' })
  const refused = requestEmailChange(ingrid, { email: wanted, current: 'fel ord här', session }, later)
  await expect(refused).rejects.toMatchObject({ code: 'invalid', reason: 'identity_error_current_password' })
  await expect(requestEmailChange(åse, { email: wanted, session: hers }, later)).rejects.toMatchObject({ code: 'forbidden' })
  await requestEmailChange(ingrid, { email: wanted, current: password, session }, later)
  expect(await ctx.db.select().from(emailChanges)).toMatchObject([{ userId: id, email: wanted }])
})

test('one’s own address is not a new one', async ({ ctx }) => {
  const { actor, session } = await åseWithABrowser(ctx)
  const refused = requestEmailChange(actor, { email: actor.email, session }, ctx)
  await expect(refused).rejects.toMatchObject({ code: 'invalid', reason: 'identity_error_email_same' })
})

test('neither link nor code is stored, and the row is swept away', async ({ ctx }) => {
  const { actor, session } = await åseWithABrowser(ctx)
  const { token, code } = await asked(ctx, actor, session)
  const stored = JSON.stringify(await ctx.db.select().from(emailChanges))
  expect(stored).not.toContain(token)
  expect(stored).not.toContain(`"${code}"`)
  await sweep(minutes(ctx, 24 * 60 + 16))
  expect(await ctx.db.select().from(emailChanges)).toEqual([])
})

test('the new address gets link and code, the old one is told without hearing where the account went', async ({ ctx }) => {
  const office = openPost()
  onTestFinished(office.close)
  const { åse, actor, session } = await åseWithABrowser(ctx)
  await requestEmailChange(actor, { email: wanted, session }, ctx)
  await ctx.settled()
  const { token, code, changeId } = (office.waiting.shift()?.data ?? {}) as Mailed
  await prepareEmailChange({ token, code, changeId }, ctx)
  await office.work(ctx)
  const [invitation, ...none] = await office.mails()
  expect(none).toEqual([])
  expect(invitation).toMatchObject({ receiver: wanted })
  expect(invitation?.words).toContain(`http://samlara.test/settings/email/${token}`)
  expect(invitation?.words).toContain(code)

  await confirmEmailByLink(actor, { token, session }, ctx)
  await office.work(ctx)
  const told = (await office.mails()).find((mail) => mail.receiver === åse.email)
  expect(told?.subject).toBe('Din e-postadress i Samlära är bytt')
  expect(told?.words).not.toContain(wanted)
})

test('the seats of visits say the new address, so that nobody is invited twice', async ({ ctx }) => {
  const { åse, actor, session } = await åseWithABrowser(ctx)
  const seat = await aParticipant(ctx, await aVisit(ctx), { user: åse, side: 'guest' })
  const { token } = await asked(ctx, actor, session)
  await confirmEmailByLink(actor, { token, session }, ctx)
  expect(ctx.jobs).toContainEqual(expect.objectContaining({ name: 'visits.follow_account', data: { userId: åse.id } }))
  await followAccount({ userId: åse.id }, ctx)
  const [row] = await ctx.db.select().from(visitParticipants).where(eq(visitParticipants.id, seat.id))
  expect(row?.email).toBe(wanted)
})

test('a new password is not built on the new address either', async ({ ctx }) => {
  const { åse, actor, session } = await åseWithABrowser(ctx)
  await confirmEmailByLink(actor, { token: (await asked(ctx, actor, session, 'solheimliten@example.org')).token, session }, ctx)
  const moved = personOf(await userAgain(ctx, åse))
  const refused = changePassword(moved, { password: 'solheimliten', keep: session }, ctx)
  await expect(refused).rejects.toMatchObject({ reason: 'identity_error_weak_password' })
})
