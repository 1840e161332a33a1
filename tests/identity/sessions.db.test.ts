import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { actorFromCookie, createSession, endSession, forgetEndedSessions } from '#app/features/identity/sessions.server.ts'
import { addDays } from '#app/kernel/days.ts'
import { sessions, users } from '#db/schema/index.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aRole, aUnit, aUser } from '#tests/support/factories.ts'

const cookieOf = (setCookie: string) => setCookie.split(';')[0] ?? ''
const daysLater = (ctx: TestCtx, days: number) => ctx.at(`${addDays(ctx.now.toISOString().slice(0, 10), days)}T08:00:00Z`)

test('a session stands for its owner with the roles that hold now', async ({ ctx }) => {
  const ward = await aUnit(ctx)
  const ingrid = await aUser(ctx, { name: 'Ingrid Bergström' })
  await aRole(ctx, ingrid, 'host_coordinator', { unit: ward })
  await aRole(ctx, ingrid, 'unit_manager', { unit: ward, endsAt: ctx.now })
  await aRole(ctx, ingrid, 'member', { unit: ward, startsAt: new Date(ctx.now.getTime() + 1) })

  const cookie = cookieOf(await createSession(ingrid.id, 'Firefox', ctx))

  expect(await actorFromCookie(cookie, ctx)).toMatchObject({
    kind: 'person',
    id: ingrid.id,
    name: 'Ingrid Bergström',
    roles: [{ kind: 'host_coordinator', unitId: ward.id, visitId: null }],
  })
})

test('somebody without a role is a person all the same', async ({ ctx }) => {
  const cookie = cookieOf(await createSession((await aUser(ctx)).id, '', ctx))
  expect(await actorFromCookie(cookie, ctx)).toMatchObject({ kind: 'person', roles: [] })
})

test('the table holds nothing that opens a session', async ({ ctx }) => {
  const cookie = cookieOf(await createSession((await aUser(ctx)).id, '', ctx))
  const [row] = await ctx.db.select().from(sessions)
  const [name, secret] = cookie.split('=')
  expect(row?.id).not.toContain(secret)
  expect(await actorFromCookie(`${name}=${row?.id}`, ctx)).toEqual({ kind: 'visitor' })
})

test.for(['', 'samlara=', 'samlara=nonsense', 'other=1; samlara=%00', 'samlara=\u0000', null])(
  'the cookie %j is a visitor',
  async (cookie, { ctx }) => {
    expect(await actorFromCookie(cookie, ctx)).toEqual({ kind: 'visitor' })
  },
)

test('the cookie cannot be read by scripts nor sent by other sites', async ({ ctx }) => {
  const cookie = await createSession((await aUser(ctx)).id, '', ctx)
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).toMatch(/Path=\//)
})

test('signing out ends the session on the server, not only in the browser', async ({ ctx }) => {
  const cookie = cookieOf(await createSession((await aUser(ctx)).id, '', ctx))
  expect(await endSession(cookie, ctx)).toMatch(/Max-Age=0/)
  expect(await actorFromCookie(cookie, ctx)).toEqual({ kind: 'visitor' })
})

test('a suspended person is a visitor, with the cookie still in the browser', async ({ ctx }) => {
  const yusuf = await aUser(ctx)
  const cookie = cookieOf(await createSession(yusuf.id, '', ctx))
  await ctx.db.update(users).set({ suspendedAt: ctx.now }).where(eq(users.id, yusuf.id))
  expect(await actorFromCookie(cookie, ctx)).toEqual({ kind: 'visitor' })
})

test('two weeks without a visit end the session; using it in between keeps it', async ({ ctx }) => {
  const idle = cookieOf(await createSession((await aUser(ctx)).id, '', ctx))
  const busy = cookieOf(await createSession((await aUser(ctx)).id, '', ctx))
  expect(await actorFromCookie(busy, daysLater(ctx, 10))).toMatchObject({ kind: 'person' })
  expect(await actorFromCookie(idle, daysLater(ctx, 14))).toEqual({ kind: 'visitor' })
  expect(await actorFromCookie(busy, daysLater(ctx, 20))).toMatchObject({ kind: 'person' })
})

test('after ninety days even a daily user signs in again', async ({ ctx }) => {
  const cookie = cookieOf(await createSession((await aUser(ctx)).id, '', ctx))
  for (let day = 8; day < 90; day += 8)
    expect(await actorFromCookie(cookie, daysLater(ctx, day))).toMatchObject({ kind: 'person' })
  expect(await actorFromCookie(cookie, daysLater(ctx, 90))).toEqual({ kind: 'visitor' })
})

test('ended sessions are swept away and living ones are not', async ({ ctx }) => {
  await createSession((await aUser(ctx)).id, '', ctx)
  const later = daysLater(ctx, 15)
  const cookie = cookieOf(await createSession((await aUser(ctx)).id, '', later))
  await forgetEndedSessions(later)
  expect(await ctx.db.select().from(sessions)).toHaveLength(1)
  expect(await actorFromCookie(cookie, later)).toMatchObject({ kind: 'person' })
})
