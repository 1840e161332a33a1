import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import {
  changePassword,
  createAccount,
  endMyOtherSessions,
  endMySession,
  restorePerson,
  suspendPerson,
  sweep,
  updateProfile,
} from '#app/features/identity/commands/accounts.server.ts'
import {
  endRole,
  endRolesOfVisit,
  giveRole,
  grantRole,
  makeMember,
  renewGuest,
  setVisitRoleEnds,
  tellEndedRoles,
} from '#app/features/identity/commands/roles.server.ts'
import { signInWithPassword } from '#app/features/identity/commands/sign-in.server.ts'
import { forgiveTries, takeTry } from '#app/features/identity/limits.server.ts'
import {
  findPersonFor,
  listGuestsAt,
  listMyRoles,
  listMySessions,
  listPeopleFor,
} from '#app/features/identity/queries.server.ts'
import { actorFromCookie, createSession, sessionKeyOf } from '#app/features/identity/sessions.server.ts'
import { roles, visits } from '#db/schema/index.ts'
import { anAdmin, anOutsider, aPersonWith, personOf } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aRole, aUnit, aUser, aVisit, userAgain } from '#tests/support/factories.ts'

const password = 'korridor lampa älg'
const cookieOf = (setCookie: string) => setCookie.split(';')[0] ?? ''
const rolesOf = (ctx: TestCtx, userId: string) => ctx.db.select().from(roles).where(eq(roles.userId, userId))

test('the right password signs in', async ({ ctx }) => {
  const { id } = await createAccount(ctx, { email: 'ingrid@example.org', name: 'Ingrid', locale: 'sv', password })
  expect(await signInWithPassword({ email: 'ingrid@example.org', password }, ctx)).toMatchObject({ userId: id })
})

test('wrong password, unknown address, no password and a shut account all get the same words', async ({ ctx }) => {
  await createAccount(ctx, { email: 'ingrid@example.org', name: 'Ingrid', locale: 'sv', password })
  await createAccount(ctx, { email: 'link@example.org', name: 'Åse', locale: 'nb' })
  const shut = await createAccount(ctx, { email: 'shut@example.org', name: 'Yusuf', locale: 'sv', password })
  await suspendPerson(await anAdmin(ctx), { userId: shut.id }, ctx)

  for (const email of ['ingrid@example.org', 'nobody@example.org', 'link@example.org', 'shut@example.org']) {
    const typed = email.startsWith('shut') ? password : 'not the password'
    const refusal = signInWithPassword({ email, password: typed }, ctx)
    await expect(refusal).rejects.toMatchObject({ code: 'invalid', reason: 'identity_error_sign_in' })
  }
})

test('an unknown address costs as much work as a wrong password', async ({ ctx }) => {
  await createAccount(ctx, { email: 'ingrid@example.org', name: 'Ingrid', locale: 'sv', password })
  const timed = async (email: string) => {
    const start = performance.now()
    await signInWithPassword({ email, password: 'not the password' }, ctx).catch(() => {})
    return performance.now() - start
  }
  await timed('warming.up@example.org')
  const pairs: [number, number][] = []
  for (let round = 0; round < 7; round += 1) pairs.push([await timed('ingrid@example.org'), await timed('nobody@example.org')])
  const middle = (column: 0 | 1) => pairs.map((pair) => pair[column]).sort((a, b) => a - b)[3] ?? 0
  expect(middle(1)).toBeGreaterThan(middle(0) / 3)
  expect(middle(1)).toBeLessThan(middle(0) * 3)
})

test('the password is stored as argon2id and nowhere else', async ({ ctx }) => {
  const { id } = await createAccount(ctx, { email: 'ingrid@example.org', name: 'Ingrid', locale: 'sv', password })
  expect((await userAgain(ctx, { id })).passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a new password needs the old one, and signs out everywhere else', async ({ ctx }) => {
  const { id } = await createAccount(ctx, { email: 'ingrid@example.org', name: 'Ingrid', locale: 'sv', password })
  const actor = personOf(await userAgain(ctx, { id }))
  const here = cookieOf(await createSession(id, 'Firefox', ctx))
  const there = cookieOf(await createSession(id, 'Telefon', ctx))
  const keep = sessionKeyOf(here, ctx)
  const next = 'tretton trötta troll'

  await expect(changePassword(actor, { current: 'wrong', password: next, keep }, ctx)).rejects.toMatchObject({
    reason: 'identity_error_current_password',
  })
  await expect(changePassword(actor, { current: password, password: 'Sommar2026!', keep }, ctx)).rejects.toMatchObject({
    reason: 'identity_error_weak_password',
  })
  await changePassword(actor, { current: password, password: next, keep }, ctx)

  expect(await signInWithPassword({ email: 'ingrid@example.org', password: next }, ctx)).toMatchObject({ userId: id })
  expect(await actorFromCookie(here, ctx)).toMatchObject({ id })
  expect(await actorFromCookie(there, ctx)).toEqual({ kind: 'visitor' })
  expect(ctx.rings).toContainEqual({ kind: 'access', userId: id })
})

test('somebody who came by link may choose a first password without an old one', async ({ ctx }) => {
  const åse = await aUser(ctx)
  await changePassword(personOf(åse), { password, keep: null }, ctx)
  expect(await signInWithPassword({ email: åse.email, password }, ctx)).toMatchObject({ userId: åse.id })
})

test('sessions are listed for their owner and ended one by one or all others at once', async ({ ctx }) => {
  const ingrid = await aUser(ctx)
  const stranger = await aUser(ctx)
  const here = cookieOf(await createSession(ingrid.id, 'Firefox', ctx))
  const phone = cookieOf(await createSession(ingrid.id, 'Telefon', ctx))
  const ward = cookieOf(await createSession(ingrid.id, 'Avdelningen', ctx))
  const theirs = cookieOf(await createSession(stranger.id, 'Chrome', ctx))
  const key = (cookie: string) => sessionKeyOf(cookie, ctx) ?? ''

  const listed = await listMySessions(personOf(ingrid), key(here), ctx)
  expect(listed.map(({ device, isThis }) => [device, isThis]).sort()).toEqual([
    ['Avdelningen', false],
    ['Firefox', true],
    ['Telefon', false],
  ])

  await endMySession(personOf(ingrid), { key: key(theirs) }, ctx)
  expect(await actorFromCookie(theirs, ctx)).toMatchObject({ id: stranger.id })
  await endMySession(personOf(ingrid), { key: key(phone) }, ctx)
  expect(await actorFromCookie(phone, ctx)).toEqual({ kind: 'visitor' })
  await endMyOtherSessions(personOf(ingrid), { keep: key(here) }, ctx)
  expect(await actorFromCookie(ward, ctx)).toEqual({ kind: 'visitor' })
  expect(await actorFromCookie(here, ctx)).toMatchObject({ id: ingrid.id })
})

test('suspension ends sessions and sockets at once, and lifting it gives no session back', async ({ ctx }) => {
  const admin = await anAdmin(ctx)
  const yusuf = await aUser(ctx)
  const cookie = cookieOf(await createSession(yusuf.id, '', ctx))
  await suspendPerson(admin, { userId: yusuf.id }, ctx)
  expect(await actorFromCookie(cookie, ctx)).toEqual({ kind: 'visitor' })
  expect(ctx.rings).toEqual([{ kind: 'access', userId: yusuf.id }])
  await restorePerson(admin, { userId: yusuf.id }, ctx)
  expect(await actorFromCookie(cookie, ctx)).toEqual({ kind: 'visitor' })
  expect((await userAgain(ctx, yusuf)).suspendedAt).toBeNull()
})

test('people and what can be done to them are not found by anybody but an admin', async ({ ctx }) => {
  const [admin, outsider, yusuf, ward] = [await anAdmin(ctx), await anOutsider(ctx), await aUser(ctx), await aUnit(ctx)]
  const lead = await aPersonWith(ctx, 'education_lead', { unit: ward })
  for (const actor of [outsider, lead, { kind: 'visitor' as const }]) {
    await expect(suspendPerson(actor, { userId: yusuf.id }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(restorePerson(actor, { userId: yusuf.id }, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(listPeopleFor(actor, {}, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(findPersonFor(actor, yusuf.id, ctx)).rejects.toMatchObject({ code: 'not_found' })
  }
  await expect(suspendPerson(admin, { userId: admin.id }, ctx)).rejects.toMatchObject({ code: 'forbidden' })
})

test('people are found by a piece of name or address, with % and _ meaning themselves', async ({ ctx }) => {
  const admin = await aPersonWith(ctx, 'admin', {}, await aUser(ctx, { name: 'Karin Åkerlund' }))
  const tove = await aUser(ctx, { name: 'Tove Mæhlum', email: 'tove_m@example.org' })
  await aUser(ctx, { name: 'Jón Þórsson', email: 'jon@example.org' })
  const found = async (search: string) => (await listPeopleFor(admin, { search }, ctx)).map(({ id }) => id)
  expect(await found('tove')).toEqual([tove.id])
  expect(await found('TOVE_M')).toEqual([tove.id])
  expect(await found('%')).toEqual([])
})

test('a role is given once, however often it is given', async ({ ctx }) => {
  const [ward, åse] = [await aUnit(ctx), await aUser(ctx)]
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  await giveRole(manager, { userId: åse.id, kind: 'supervisor', unitId: ward.id }, ctx)
  await giveRole(manager, { userId: åse.id, kind: 'supervisor', unitId: ward.id }, ctx)
  expect(await rolesOf(ctx, åse.id)).toMatchObject([{ kind: 'supervisor', unitId: ward.id, givenBy: manager.id, endsAt: null }])
  expect(ctx.rings).toContainEqual({ kind: 'access', userId: åse.id })
})

test('nobody gives what they may not, nor a guest role without a visit', async ({ ctx }) => {
  const [ward, other, åse] = [await aUnit(ctx), await aUnit(ctx), await aUser(ctx)]
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const give = (kind: 'supervisor' | 'unit_manager' | 'guest' | 'admin', unitId: string | null) =>
    giveRole(manager, { userId: åse.id, kind, unitId }, ctx)
  await expect(give('supervisor', other.id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(give('unit_manager', ward.id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(give('admin', null)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(give('guest', ward.id)).rejects.toMatchObject({ code: 'invalid' })
  await expect(give('supervisor', null)).rejects.toMatchObject({ code: 'invalid' })
  await expect(give('supervisor', crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' })
  expect(await rolesOf(ctx, åse.id)).toEqual([])
})

test('a role that is given again is made longer, not held twice, and one that is still to come can be taken back', async ({
  ctx,
}) => {
  const [ward, åse] = [await aUnit(ctx), await aUser(ctx)]
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const give = (days: { startsOn?: string; endsOn?: string }) =>
    giveRole(manager, { userId: åse.id, kind: 'supervisor', unitId: ward.id, ...days }, ctx)
  await expect(give({ endsOn: '2026-04-13' })).rejects.toMatchObject({ reason: 'identity_error_role_end_passed' })
  await give({ endsOn: '2026-06-30' })
  await give({ startsOn: '2026-06-01', endsOn: '2026-08-31' })
  const [held] = await rolesOf(ctx, åse.id)
  expect(held).toMatchObject({ startsAt: ctx.now, endsAt: new Date('2026-08-31T22:00:00Z') })
  await give({ startsOn: '2027-01-01' })
  const [coming] = (await rolesOf(ctx, åse.id)).filter(({ id }) => id !== held?.id)
  expect(coming).toMatchObject({ startsAt: new Date('2026-12-31T23:00:00Z'), endsAt: null })
  expect((await listMyRoles(personOf(åse), ctx)).map(({ isComing }) => isComing)).toEqual([true, false])
  await endRole(manager, { roleId: coming?.id ?? '' }, ctx)
  expect((await listMyRoles(personOf(åse), ctx)).map(({ id }) => id)).toEqual([held?.id])
})

test('an ended role holds no longer and its row stays as history', async ({ ctx }) => {
  const [ward, åse] = [await aUnit(ctx), await aUser(ctx)]
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: ward })
  const role = await aRole(ctx, åse, 'supervisor', { unit: ward })
  const cookie = cookieOf(await createSession(åse.id, '', ctx))
  await expect(endRole(await anOutsider(ctx), { roleId: role.id }, ctx)).rejects.toMatchObject({ code: 'not_found' })
  await endRole(manager, { roleId: role.id }, ctx)
  expect(await actorFromCookie(cookie, ctx)).toMatchObject({ roles: [] })
  expect(await rolesOf(ctx, åse.id)).toMatchObject([{ endsAt: ctx.now, endedBy: manager.id }])
})

test('the last admin cannot be ended, the last but one can', async ({ ctx }) => {
  const [first, second] = [await anAdmin(ctx), await anAdmin(ctx)]
  const roleOf = async (userId: string) => (await rolesOf(ctx, userId))[0]?.id ?? ''
  await endRole(first, { roleId: await roleOf(second.id) }, ctx)
  await expect(endRole(first, { roleId: await roleOf(first.id) }, ctx)).rejects.toMatchObject({
    code: 'conflict',
    reason: 'identity_error_last_admin',
  })
})

test('a guest’s role ends by itself, is renewed by the host, and not after being sent away', async ({ ctx }) => {
  const host = await aUnit(ctx, { profile: true })
  const visit = await aVisit(ctx, { host, startsOn: '2026-04-20', endsOn: '2026-04-21' })
  const coordinator = await aPersonWith(ctx, 'host_coordinator', { unit: host })
  const mikko = await aUser(ctx)
  const ends = new Date('2026-05-01T00:00:00Z')
  await grantRole(ctx, { userId: mikko.id, kind: 'guest', unitId: null, visitId: visit.id, endsAt: ends, givenBy: null })
  const [role] = await rolesOf(ctx, mikko.id)
  const roleId = role?.id ?? ''
  const cookie = cookieOf(await createSession(mikko.id, '', ctx))
  const later = ctx.at('2026-04-27T08:00:00Z')
  const after = ctx.at('2026-05-02T08:00:00Z')
  expect(await actorFromCookie(cookie, later)).toMatchObject({ roles: [{ kind: 'guest', visitId: visit.id }] })
  expect(await actorFromCookie(cookie, after)).toMatchObject({ roles: [] })

  await expect(renewGuest(await anOutsider(ctx), { roleId, endsAt: new Date('2026-06-01') }, after)).rejects.toMatchObject({
    code: 'not_found',
  })
  await renewGuest(coordinator, { roleId, endsAt: new Date('2026-06-01T00:00:00Z') }, after)
  expect(await actorFromCookie(cookie, after)).toMatchObject({ roles: [{ kind: 'guest' }] })

  await expect(endRole(coordinator, { roleId }, after)).rejects.toMatchObject({ code: 'not_found' })
  await endRolesOfVisit(after, { visitId: visit.id, userId: mikko.id, endedBy: coordinator.id })
  await expect(renewGuest(coordinator, { roleId, endsAt: new Date('2026-07-01') }, after)).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a guest stays at least through the visit, and no longer than the visit lives', async ({ ctx }) => {
  const host = await aUnit(ctx, { profile: true })
  const visit = await aVisit(ctx, { host, startsOn: '2026-09-01', endsOn: '2026-09-03' })
  const coordinator = await aPersonWith(ctx, 'host_coordinator', { unit: host })
  const mikko = await aUser(ctx)
  const { id: roleId } = await aRole(ctx, mikko, 'guest', { visit })
  const until = (endsAt: string) => renewGuest(coordinator, { roleId, endsAt: new Date(endsAt) }, ctx)
  await expect(until('2026-09-03T21:59:00Z')).rejects.toMatchObject({ reason: 'identity_error_guest_before_end' })
  await until('2026-09-03T22:00:00Z')
  await ctx.db.update(visits).set({ status: 'closed' }).where(eq(visits.id, visit.id))
  await expect(until('2026-12-01T00:00:00Z')).rejects.toMatchObject({ reason: 'identity_error_guest_visit_over' })
})

test('the host unit lists guests while their visit lives, and a month after their time ran out', async ({ ctx }) => {
  const host = await aUnit(ctx, { profile: true })
  const guestOf = async (status: 'preparing' | 'closed' | 'cancelled', endsAt: string | null) => {
    const guest = await aUser(ctx)
    const visit = await aVisit(ctx, { host, status })
    await aRole(ctx, guest, 'guest', { visit, endsAt: endsAt ? new Date(endsAt) : null })
    return guest.id
  }
  const staying = await guestOf('preparing', null)
  const justOut = await guestOf('preparing', '2026-04-01T00:00:00Z')
  await guestOf('preparing', '2026-03-01T00:00:00Z')
  await guestOf('closed', '2026-04-13T00:00:00Z')
  await guestOf('cancelled', '2026-05-13T00:00:00Z')
  const listed = (await listGuestsAt(host.id, ctx)).map(({ userId }) => userId)
  expect(new Set(listed)).toEqual(new Set([staying, justOut]))
})

test('a role for a visit is laid down by leaving the visit, not past it', async ({ ctx }) => {
  const visit = await aVisit(ctx)
  const ingrid = await aPersonWith(ctx, 'guest', { visit })
  const [role] = await rolesOf(ctx, ingrid.id)
  await expect(endRole(ingrid, { roleId: role?.id ?? '' }, ctx)).rejects.toMatchObject({ reason: 'identity_error_visit_role' })
  expect(await rolesOf(ctx, ingrid.id)).toMatchObject([{ endsAt: null }])
})

test('a guest becomes a member of the host unit and is a guest until the visit closes', async ({ ctx }) => {
  const host = await aUnit(ctx, { profile: true })
  const visit = await aVisit(ctx, { host })
  const manager = await aPersonWith(ctx, 'unit_manager', { unit: host })
  const mikko = await aUser(ctx)
  await grantRole(ctx, { userId: mikko.id, kind: 'guest', unitId: null, visitId: visit.id, givenBy: null })
  const [guest] = await rolesOf(ctx, mikko.id)
  await makeMember(manager, { roleId: guest?.id ?? '', unitId: host.id }, ctx)
  const cookie = cookieOf(await createSession(mikko.id, '', ctx))
  const kinds = async () => {
    const actor = await actorFromCookie(cookie, ctx)
    return actor.kind === 'person' ? actor.roles.map(({ kind }) => kind).sort() : []
  }
  expect(await kinds()).toEqual(['guest', 'member'])
  await endRolesOfVisit(ctx, { visitId: visit.id, endedBy: null })
  expect(await kinds()).toEqual(['member'])
})

test('coming back to a visit after its end opens the same guest role again, not a second one', async ({ ctx }) => {
  const visit = await aVisit(ctx)
  const mikko = await aUser(ctx)
  const grant = (endsAt: Date | null) =>
    grantRole(ctx, { userId: mikko.id, kind: 'guest', unitId: null, visitId: visit.id, endsAt, givenBy: null })
  await grant(new Date('2026-04-01T00:00:00Z'))
  await grant(new Date('2026-12-01T00:00:00Z'))
  await setVisitRoleEnds(ctx, { visitId: visit.id, endsAt: new Date('2027-01-01T00:00:00Z') })
  expect(await rolesOf(ctx, mikko.id)).toMatchObject([{ endsAt: new Date('2027-01-01T00:00:00Z') }])
})

test('those whose role ran out are told to their sockets, once', async ({ ctx }) => {
  const [ward, åse, ailu] = [await aUnit(ctx), await aUser(ctx), await aUser(ctx)]
  await aRole(ctx, åse, 'member', { unit: ward, endsAt: new Date(ctx.now.getTime() - 60_000) })
  await aRole(ctx, ailu, 'member', { unit: ward, endsAt: new Date(ctx.now.getTime() - 3_600_000) })
  await tellEndedRoles(ctx, 7)
  expect(ctx.rings).toEqual([{ kind: 'access', userId: åse.id }])
})

test('a profile changes only what the form has', async ({ ctx }) => {
  const åse = await aUser(ctx)
  const input = { name: 'Åse Solheim-Berg', profession: 'sykepleier', locale: 'nb' as const, theme: 'dark' as const }
  await updateProfile(personOf(åse), { ...input, email: 'stolen@example.org', suspendedAt: null } as typeof input, ctx)
  expect(await userAgain(ctx, åse)).toMatchObject({ ...input, email: åse.email })
})

test('the eleventh try at one address within a quarter is refused, whoever asks; the right password forgives', async ({
  ctx,
}) => {
  const from = (ip: string, address = 'ingrid@example.org') => takeTry(ctx, 'password', { ip, address })
  for (let count = 0; count < 10; count += 1) await from(`192.0.2.${count}`)
  await expect(from('192.0.2.99')).rejects.toMatchObject({ code: 'too_many', params: { minutes: 15 } })
  await from('192.0.2.99', 'other@example.org')
  await forgiveTries(ctx, 'password', 'ingrid@example.org')
  await from('192.0.2.99')
})

test('a whole /64 is one network, and another network is not held up by it', async ({ ctx }) => {
  const from = (ip: string, count: number) => takeTry(ctx, 'link', { ip, address: `somebody${count}@example.org` })
  for (let count = 0; count < 100; count += 1) await from(`2001:db8:1:2::${count.toString(16)}`, count)
  await expect(from('2001:db8:1:2:ffff::1', 100)).rejects.toMatchObject({ code: 'too_many' })
  await from('2001:db8:1:3::1', 101)
})

test('the sweep takes away what nobody can use and nothing else', async ({ ctx }) => {
  const ingrid = await aUser(ctx)
  const cookie = cookieOf(await createSession(ingrid.id, '', ctx))
  await sweep(ctx)
  expect(await actorFromCookie(cookie, ctx)).toMatchObject({ kind: 'person' })
  await sweep(ctx.at('2026-07-01T00:00:00Z'))
  expect(await listMySessions(personOf(ingrid), null, ctx)).toEqual([])
})
