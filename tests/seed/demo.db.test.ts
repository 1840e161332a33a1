import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { expect, onTestFinished } from 'vitest'
import { signInWithPassword } from '#app/features/identity/commands/sign-in.server.ts'
import { actorFromCookie, createSession } from '#app/features/identity/sessions.server.ts'
import { findIndicatorFor } from '#app/features/indicators/queries.server.ts'
import { listNeedsFor } from '#app/features/notifications/queries/needs.server.ts'
import { listMyGroupsFor } from '#app/features/pairs/queries/groups.server.ts'
import { listWalkNeedsFor } from '#app/features/pairs/queries/needs.server.ts'
import { listPairsFor } from '#app/features/pairs/queries/pairs.server.ts'
import { findAnswersToPathFor } from '#app/features/pairs/queries/questionnaire.server.ts'
import { pairStatus } from '#app/features/pairs/rules/pair.ts'
import { visitStatuses } from '#app/features/visits/rules.ts'
import type { Person } from '#app/kernel/actor.ts'
import { type Mode, setSettings, settings } from '#app/kernel/env.server.ts'
import { rowsOf } from '#db/client.server.ts'
import { loadPlaces } from '#db/reference/places.server.ts'
import { invitations, learningPairs, mails, observations, posts, units, users, visits } from '#db/schema/index.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { DEMO_PASSWORD } from '#db/seed/people.server.ts'
import { doors } from '#db/seed/world/people.ts'
import { type TestCtx, test } from '#tests/support/db.ts'

const monday = new Date('2026-11-23T09:12:00Z')

function inMode(mode: Mode): void {
  const before = settings()
  setSettings({ ...before, mode })
  onTestFinished(() => setSettings(before))
}

async function signedIn(door: string, ctx: TestCtx): Promise<Person> {
  const { userId } = await signInWithPassword({ email: `${door}@demo.example`, password: DEMO_PASSWORD }, ctx)
  const actor = await actorFromCookie((await createSession(userId, 'a test', ctx)).split(';')[0], ctx)
  if (actor.kind !== 'person') throw new Error(`${door} cannot sign in`)
  return actor
}

// One test, because making the world takes seconds.
test('the demo world stands: every state of a visit, eight doors with something to do, results over years', async ({
  freshDb,
}) => {
  inMode('demo')
  const ctx = freshDb.ctx(monday)
  await loadPlaces(ctx)
  await seedDemo(ctx)

  const told = await ctx.db.select().from(visits)
  const shown = visitStatuses.filter((status) => status !== 'confirmed')
  expect(shown.filter((status) => !told.some((visit) => visit.status === status))).toEqual([])
  expect(told.every((visit) => visit.isDemo)).toBe(true)
  expect((await ctx.db.select().from(units)).every((unit) => unit.isDemo)).toBe(true)
  expect((await ctx.db.select().from(users)).every((user) => user.isDemo)).toBe(true)

  expect(doors.map(({ door }) => door).toSorted()).toEqual(
    ['admin', 'guest', 'host', 'lead', 'manager', 'partner', 'resource', 'supervisor'].toSorted(),
  )
  for (const { door } of doors) expect(await listNeedsFor(await signedIn(door, ctx), ctx), door).not.toEqual([])

  const open = await ctx.db
    .select()
    .from(posts)
    .where(and(isNotNull(posts.slug), eq(posts.visibility, 'everyone')))
  expect(new Set(open.map((post) => post.language))).toEqual(new Set(['sv', 'nb', 'en']))

  const quarters = rowsOf<{ name: string; quarters: number }>(
    await ctx.db.execute(sql`
      select u.name, count(distinct o.quarter)::int as quarters from ${observations} o join units u on u.id = o.unit_id
      where o.indicator_id = 'CL2' and o.respondent_group = 'guest' and o.shown_answers > 0 group by u.name`),
  )
  expect(quarters.find((row) => row.name === 'Rehabavdelningen Tallbacken')?.quarters).toBeGreaterThanOrEqual(8)
  expect(quarters.map((row) => row.name)).not.toContain('Hemsjukvården Björkudden')

  // Sixteen walk the path with their managers: six were the first and are through it, one stopped, one waits for a manager to
  // confirm, one has a talk to note.
  const resource = await signedIn('resource', ctx)
  const [own] = await listPairsFor(resource, {}, ctx)
  expect(own && pairStatus(own)).toBe('under_way')
  const elsasNeeds = await listWalkNeedsFor(await signedIn('manager', ctx), ctx)
  expect(elsasNeeds).toMatchObject([{ kind: 'confirm', pairId: own?.id }, { kind: 'note_talk' }])
  expect(await ctx.db.$count(learningPairs)).toBe(16)
  expect(await ctx.db.$count(learningPairs, isNotNull(learningPairs.endedAt))).toBe(7)

  // What walkers think of the path shows beside it; what they do, in the region's indicators.
  const opinions = await findAnswersToPathFor(resource, { pathId: own?.pathId, search: new URLSearchParams() }, ctx)
  expect(opinions.answered).toBeGreaterThanOrEqual(5)
  const lead = await signedIn('lead', ctx)
  for (const indicatorId of ['LP1', 'LP2', 'LP3', 'LP4', 'LP5']) {
    const { value } = await findIndicatorFor(lead, { indicatorId, locale: 'sv' }, ctx)
    expect(value.state, indicatorId).toBe('shown')
  }
  const groups = await listMyGroupsFor(resource, ctx)
  expect(groups).toMatchObject([{ asked: false, members: 4 }])

  // The past was told to nobody, and nobody waits for an invitation that was never mailed.
  expect(await ctx.db.select().from(mails)).toEqual([])
  const waiting = await ctx.db.select().from(invitations)
  expect(waiting.filter((invitation) => !invitation.acceptedAt && !invitation.revokedAt)).toEqual([])

  await ctx.db.update(users).set({ name: 'Karin själv' }).where(eq(users.email, 'host@demo.example'))
  await seedDemo(ctx)
  expect(await ctx.db.$count(visits)).toBe(told.length)
  expect((await signedIn('host', ctx)).name).toBe('Karin själv')

  const guest = await signedIn('guest', ctx)
  const cookie = (await createSession(guest.id, 'a test', ctx)).split(';')[0]
  inMode('production')
  await expect(signedIn('admin', ctx)).rejects.toThrow('identity_error_sign_in')
  expect((await actorFromCookie(cookie, ctx)).kind).toBe('visitor')
}, 300_000)
