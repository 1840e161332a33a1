import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { createAccount, suspendPerson } from '#app/features/identity/commands/accounts.server.ts'
import {
  acceptInvitation,
  askForNewInvitation,
  createInvitation,
  inviteToUnit,
  renewUnitInvitation,
  revokeUnitInvitation,
} from '#app/features/identity/commands/invitations.server.ts'
import {
  findInvitationByToken,
  findPersonNow,
  listInvitationsTo,
  listRolesAt,
  showInvitation,
} from '#app/features/identity/queries.server.ts'
import { visitor } from '#app/kernel/actor.ts'
import { newId } from '#app/kernel/ids.ts'
import { invitations, roles, users } from '#db/schema/index.ts'
import { anAdmin, anOutsider, aPersonWith, personOf } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aRole, aUnit, aUser, aVisit } from '#tests/support/factories.ts'

const lastToken = (ctx: TestCtx) => String(ctx.jobs.findLast(({ name }) => name === 'notify')?.data.token)
const toUnit = (unitId: string) => ({
  id: newId(),
  unitId,
  email: 'maeve@example.org',
  name: 'Maeve Doherty',
  locale: 'en' as const,
  roleKind: 'supervisor' as const,
})

test('a manager invites an address, and whoever holds the mail becomes a colleague without a password', async ({ ctx }) => {
  const ward = await aUnit(ctx, { name: 'Avdelning 41' })
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const { id } = await inviteToUnit(manager, toUnit(ward.id), ctx)
  expect(ctx.jobs).toMatchObject([{ name: 'notify', data: { event: 'identity.invitation', invitationId: id } }])

  const token = lastToken(ctx)
  expect(await findInvitationByToken(token, ctx)).toMatchObject({
    email: 'maeve@example.org',
    state: 'open',
    invitedBy: manager.name,
    unit: { id: ward.id, name: 'Avdelning 41' },
    visit: null,
    roleKind: 'supervisor',
  })
  const accepted = await acceptInvitation(visitor, { token, locale: 'en' }, ctx)
  expect(accepted).toMatchObject({ email: 'maeve@example.org', name: 'Maeve Doherty', unitId: ward.id, signIn: true })
  const [account] = await ctx.db.select().from(users).where(eq(users.email, 'maeve@example.org'))
  expect(account).toMatchObject({ id: accepted.userId, locale: 'en', passwordHash: null })
  expect(await ctx.db.select().from(roles).where(eq(roles.userId, accepted.userId))).toMatchObject([
    { kind: 'supervisor', unitId: ward.id, givenBy: manager.id },
  ])
})

test('a guest of a visit has a sponsor, the visit as scope and an end', async ({ ctx }) => {
  const visit = await aVisit(ctx)
  const sponsor = await aUser(ctx)
  const roleEndsAt = new Date('2027-01-01T00:00:00Z')
  const guest = { email: 'mikko@example.org', locale: 'en' as const, roleKind: 'guest' as const, visitId: visit.id }
  await createInvitation(ctx, { ...guest, sponsorId: sponsor.id, invitedBy: sponsor.id, roleEndsAt })
  const accepted = await acceptInvitation(visitor, { token: lastToken(ctx), locale: 'en' }, ctx)
  expect(accepted).toMatchObject({ visitId: visit.id, unitId: null, name: 'mikko' })
  expect(await ctx.db.select().from(roles).where(eq(roles.userId, accepted.userId))).toMatchObject([
    { kind: 'guest', visitId: visit.id, unitId: null, sponsorId: sponsor.id, endsAt: roleEndsAt },
  ])
})

test('nobody invites where they may not', async ({ ctx }) => {
  const [ward, other] = [await aUnit(ctx), await aUnit(ctx)]
  const member = await aPersonWith(ctx, 'member', { unit: ward })
  const neighbour = await aPersonWith(ctx, 'unit_manager', { unit: other })
  for (const actor of [visitor, await anOutsider(ctx), member, neighbour]) {
    await expect(inviteToUnit(actor, toUnit(ward.id), ctx)).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expect(inviteToUnit(neighbour, toUnit(newId()), ctx)).rejects.toMatchObject({ code: 'not_found' })
  expect(await ctx.db.select().from(invitations)).toEqual([])
})

test('a second press of the button invites once and mails once', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const input = toUnit(ward.id)
  await inviteToUnit(manager, input, ctx)
  await inviteToUnit(manager, input, ctx)
  expect(await ctx.db.select().from(invitations)).toHaveLength(1)
  expect(ctx.jobs).toHaveLength(1)
})

test('inviting the same address again renews: the first link is dead, the second opens', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  await inviteToUnit(manager, toUnit(ward.id), ctx)
  const first = lastToken(ctx)
  await inviteToUnit(manager, { ...toUnit(ward.id), roleKind: 'member' }, ctx)
  const second = lastToken(ctx)
  expect(await ctx.db.select().from(invitations)).toMatchObject([{ roleKind: 'member' }])
  await expect(acceptInvitation(visitor, { token: first, locale: 'en' }, ctx)).rejects.toMatchObject({ code: 'gone' })
  await expect(findInvitationByToken(first, ctx)).rejects.toMatchObject({ code: 'gone' })
  expect(await acceptInvitation(visitor, { token: second, locale: 'en' }, ctx)).toMatchObject({ unitId: ward.id })
})

test('a role from one day to another begins and ends with those days, by the clock of the unit', async ({ ctx }) => {
  const ward = await aUnit(ctx, { country: 'FI', timeZone: 'Europe/Helsinki' })
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  await inviteToUnit(manager, { ...toUnit(ward.id), startsOn: '2026-05-01', endsOn: '2026-06-30' }, ctx)
  const [startsAt, endsAt] = [new Date('2026-04-30T21:00:00Z'), new Date('2026-06-30T21:00:00Z')]
  expect(await listInvitationsTo(ward.id, ctx)).toMatchObject([{ roleStartsAt: startsAt, roleEndsAt: endsAt }])
  const token = lastToken(ctx)
  const shown = await showInvitation(visitor, token, ctx)
  expect(shown).toMatchObject({ invitation: { roleFirstDay: '2026-05-01', roleLastDay: '2026-06-30' } })
  const { userId } = await acceptInvitation(visitor, { token, locale: 'en' }, ctx)
  expect(await ctx.db.select().from(roles).where(eq(roles.userId, userId))).toMatchObject([{ startsAt, endsAt }])
  const kinds = async (now: string) => (await findPersonNow(userId, ctx.at(now)))?.roles.map(({ kind }) => kind)
  expect(await kinds('2026-04-30T20:59:00Z')).toEqual([])
  expect(await kinds('2026-04-30T21:00:00Z')).toEqual(['supervisor'])
  expect(await kinds('2026-06-30T21:00:00Z')).toEqual([])
  expect(await listRolesAt([ward.id], ctx)).toContainEqual(expect.objectContaining({ userId, since: startsAt, until: endsAt }))
})

test('nobody is invited to days that have been, and an invitation does not outlive the role it offers', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const until = (endsOn: string) => inviteToUnit(manager, { ...toUnit(ward.id), endsOn }, ctx)
  await expect(until('2026-04-13')).rejects.toMatchObject({ reason: 'identity_error_role_end_passed' })
  await until('2026-04-14')
  const token = lastToken(ctx)
  const tomorrow = ctx.at('2026-04-15T08:00:00Z')
  expect(await showInvitation(visitor, token, tomorrow)).toEqual({ state: 'gone' })
  await expect(acceptInvitation(visitor, { token, locale: 'en' }, tomorrow)).rejects.toMatchObject({ code: 'gone' })
  await acceptInvitation(visitor, { token, locale: 'en' }, ctx)
})

test('the table holds no link', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  await inviteToUnit(await anAdmin(ctx), toUnit(ward.id), ctx)
  expect(JSON.stringify(await ctx.db.select().from(invitations))).not.toContain(lastToken(ctx))
})

test('an invitation is accepted once', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  await inviteToUnit(await anAdmin(ctx), toUnit(ward.id), ctx)
  await acceptInvitation(visitor, { token: lastToken(ctx), locale: 'en' }, ctx)
  await expect(acceptInvitation(visitor, { token: lastToken(ctx), locale: 'en' }, ctx)).rejects.toMatchObject({ code: 'gone' })
})

test('of eight acceptances at once one counts, with one account and one role', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const ward = await aUnit(ctx)
  await inviteToUnit(await anAdmin(ctx), toUnit(ward.id), ctx)
  await ctx.settled()
  const token = lastToken(ctx)
  const presses = Array.from({ length: 8 }, () => acceptInvitation(visitor, { token, locale: 'en' }, freshDb.ctx()))
  const outcomes = await Promise.allSettled(presses)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const accounts = await ctx.db.select().from(users).where(eq(users.email, 'maeve@example.org'))
  expect(accounts).toHaveLength(1)
  expect(
    await ctx.db
      .select()
      .from(roles)
      .where(eq(roles.userId, accounts[0]?.id ?? '')),
  ).toHaveLength(1)
})

test('two invitations to one new address accepted at once make one account', async ({ freshDb }) => {
  const ctx = freshDb.ctx()
  const admin = await anAdmin(ctx)
  const tokens: string[] = []
  for (const ward of [await aUnit(ctx), await aUnit(ctx)]) {
    await inviteToUnit(admin, { ...toUnit(ward.id), roleKind: 'member' }, ctx)
    await ctx.settled()
    tokens.push(lastToken(ctx))
  }
  const accepted = await Promise.all(tokens.map((token) => acceptInvitation(visitor, { token, locale: 'en' }, freshDb.ctx())))
  expect(accepted[0]?.userId).toBe(accepted[1]?.userId)
})

test('somebody signed in with another address is refused, and the invitation stays open', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  await inviteToUnit(await anAdmin(ctx), toUnit(ward.id), ctx)
  const other = await anOutsider(ctx)
  await expect(acceptInvitation(other, { token: lastToken(ctx), locale: 'sv' }, ctx)).rejects.toMatchObject({
    code: 'conflict',
    reason: 'identity_error_other_account',
  })
  expect(await findInvitationByToken(lastToken(ctx), ctx)).toMatchObject({ state: 'open' })
})

test('the invited person with a session accepts without a new one', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const maeve = await aUser(ctx, { email: 'maeve@example.org' })
  await inviteToUnit(await anAdmin(ctx), toUnit(ward.id), ctx)
  const accepted = await acceptInvitation(personOf(maeve), { token: lastToken(ctx), locale: 'en' }, ctx)
  expect(accepted).toMatchObject({ userId: maeve.id, signIn: false })
})

test('a link does not open an account that can do more than a guest: sign in first', async ({ ctx }) => {
  const [ward, region] = [await aUnit(ctx), await aUnit(ctx)]
  const lead = await aUser(ctx, { email: 'maeve@example.org' })
  await aRole(ctx, lead, 'education_lead', { unit: region })
  await inviteToUnit(await anAdmin(ctx), toUnit(ward.id), ctx)
  const token = lastToken(ctx)
  await expect(acceptInvitation(visitor, { token, locale: 'en' }, ctx)).rejects.toMatchObject({
    reason: 'identity_error_sign_in_first',
  })
  expect(await acceptInvitation(personOf(lead), { token, locale: 'en' }, ctx)).toMatchObject({ userId: lead.id })
})

test('an account with a password signs in first; one that only ever came by link is let in', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const admin = await anAdmin(ctx)
  const password = 'korridor lampa älg'
  await createAccount(ctx, { email: 'maeve@example.org', name: 'Maeve', locale: 'en', password })
  await aUser(ctx, { email: 'jon@example.org' })
  await inviteToUnit(admin, toUnit(ward.id), ctx)
  await expect(acceptInvitation(visitor, { token: lastToken(ctx), locale: 'en' }, ctx)).rejects.toMatchObject({
    reason: 'identity_error_sign_in_first',
  })
  await inviteToUnit(admin, { ...toUnit(ward.id), email: 'jon@example.org' }, ctx)
  expect(await acceptInvitation(visitor, { token: lastToken(ctx), locale: 'en' }, ctx)).toMatchObject({ signIn: true })
})

test('a shut account is not opened by an invitation', async ({ ctx }) => {
  const [admin, ward] = [await anAdmin(ctx), await aUnit(ctx)]
  const yusuf = await aUser(ctx, { email: 'maeve@example.org' })
  await suspendPerson(admin, { userId: yusuf.id }, ctx)
  await inviteToUnit(admin, toUnit(ward.id), ctx)
  await expect(acceptInvitation(visitor, { token: lastToken(ctx), locale: 'en' }, ctx)).rejects.toMatchObject({ code: 'gone' })
})

test('a link that ran out opens nothing, and its holder gets a new one by mail', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  await inviteToUnit(await anAdmin(ctx), toUnit(ward.id), ctx)
  const old = lastToken(ctx)
  const late = ctx.at('2026-06-01T08:00:00Z')
  expect(await findInvitationByToken(old, late)).toMatchObject({ state: 'expired' })
  await expect(acceptInvitation(visitor, { token: old, locale: 'en' }, late)).rejects.toMatchObject({ code: 'gone' })
  await askForNewInvitation({ token: old }, late)
  await late.settled()
  expect(ctx.jobs).toHaveLength(2)
  expect(await acceptInvitation(visitor, { token: lastToken(ctx), locale: 'en' }, late)).toMatchObject({ unitId: ward.id })
  await expect(askForNewInvitation({ token: old }, late)).rejects.toMatchObject({ code: 'gone' })
})

test('an invitation taken back opens nothing and cannot be asked for again', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const { id: invitationId } = await inviteToUnit(manager, toUnit(ward.id), ctx)
  for (const revise of [revokeUnitInvitation, renewUnitInvitation]) {
    await expect(revise(await anOutsider(ctx), { invitationId }, ctx)).rejects.toMatchObject({ code: 'not_found' })
  }
  await revokeUnitInvitation(manager, { invitationId }, ctx)
  const token = lastToken(ctx)
  expect(await findInvitationByToken(token, ctx)).toMatchObject({ state: 'revoked' })
  await expect(acceptInvitation(visitor, { token, locale: 'en' }, ctx)).rejects.toMatchObject({ code: 'gone' })
  await expect(askForNewInvitation({ token }, ctx)).rejects.toMatchObject({ code: 'gone' })
  expect(await listInvitationsTo(ward.id, ctx)).toEqual([])
})
