import { and, eq } from 'drizzle-orm'
import { describe, expect, onTestFinished } from 'vitest'
import { handUpWaiting } from '#app/features/indicators/commands.server.ts'
import { verifyRollUp } from '#app/features/indicators/queries.server.ts'
import {
  askForRatings,
  countClosedRatings,
  deleteRatings,
  handUpRatings,
  passRound,
  saveRating,
} from '#app/features/mastery/commands.server.ts'
import { listRatingNeedsFor } from '#app/features/mastery/queries/needs.server.ts'
import { findRatingPageFor } from '#app/features/mastery/queries/rating-page.server.ts'
import { findUnitMasteryFor } from '#app/features/mastery/queries/unit-mastery.server.ts'
import { endPair, nameLeader } from '#app/features/pairs/commands/keep-pair.server.ts'
import { acceptPair } from '#app/features/pairs/commands/pairs.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { masteryRatings, masteryShown, masteryWaiting, observations, roles, users } from '#db/schema/index.ts'
import { openPost } from '#tests/notifications/post.ts'
import { aPair } from '#tests/pairs/pairs.ts'
import { aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aUnit, aUser, type Unit } from '#tests/support/factories.ts'
import { agreed, aRatedEnd, aWalkAt, fieldsOf, rate } from './walks.ts'

const pageOf = (who: Person, pairId: string, ctx: TestCtx) => findRatingPageFor(who, { pairId, locale: 'sv' }, ctx)

/** The distribution of the statement that the indicator counts, as the unit's page gives it. */
async function shownAt(unit: Unit, ctx: TestCtx, walker = 'resource_person', round = 'end') {
  const reader = await aPersonWith(ctx, 'member', { unit })
  const { groups } = await findUnitMasteryFor(reader, { unitId: unit.id, locale: 'sv' }, ctx)
  const [first] = groups.find((one) => one.walker === walker)?.statements ?? []
  const { people, tally } = first?.distributions.find((one) => one.round === round) ?? {}
  return { people, tally }
}

async function lp1At(unit: Unit, ctx: TestCtx, indicatorId = 'LP1') {
  const rows = await ctx.db
    .select()
    .from(observations)
    .where(and(eq(observations.unitId, unit.id), eq(observations.indicatorId, indicatorId)))
  return rows.map(({ strand, shownNumerator, shownDenominator }) => [strand, shownNumerator, shownDenominator])
}

describe('rating', () => {
  test('before, changed in time, and told as the own change at the end', async ({ ctx }) => {
    const { samira, pairId } = await aPair(ctx)
    await rate(samira, pairId, 'before', 2, ctx)
    await saveRating(samira, { pairId, round: 'before', fields: fieldsOf('resource_person', 2, { RPR01: '1' }) }, ctx)
    expect((await pageOf(samira, pairId, ctx)).now).toMatchObject({ round: 'before', answered: true, given: { RPR01: '1' } })
    const over = ctx.at('2027-01-10T08:00:00Z')
    await agreed(pairId, over)
    await rate(samira, pairId, 'end', 4, over)
    const { changes, now } = await pageOf(samira, pairId, over)
    expect(now?.round).toBe('end')
    expect(changes.find(({ id }) => id === 'RPR01')?.moved).toEqual({ from: 1, to: 4 })
    expect(changes.find(({ id }) => id === 'RPR10')?.by).toEqual({ before: 2, end: 4, after: null })
  })

  test('is refused when nothing was chosen, when the round is not open, and for a round that is to come', async ({ ctx }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    const save = (who: Person, round: 'before' | 'end' | 'after', fields: object, at = ctx) =>
      saveRating(who, { pairId, round, fields: { ...fields } }, at)
    await expect(save(samira, 'before', {})).rejects.toMatchObject({ code: 'invalid', reason: 'mastery_error_empty' })
    // The manager's statements are no answers of the resource person's.
    await expect(save(samira, 'before', fieldsOf('leader', 4))).rejects.toMatchObject({ code: 'invalid' })
    await expect(save(samira, 'end', { RPR01: '4' })).rejects.toMatchObject({ code: 'gone', reason: 'mastery_error_closed' })
    await expect(save(elsa, 'after', { LDR01: '4' })).rejects.toMatchObject({ code: 'gone' })
    const late = ctx.at('2027-06-01T08:00:00Z')
    await agreed(pairId, ctx.at('2027-01-10T08:00:00Z'))
    await expect(save(samira, 'end', { RPR01: '4' }, late)).rejects.toMatchObject({ code: 'gone' })
  })

  test('"before" told from memory is the person’s own, and enters no number', async ({ ctx }) => {
    const { unit, samira, pairId } = await aPair(ctx)
    const late = ctx.at(new Date(ctx.now.getTime() + 60 * 86_400_000).toISOString())
    await rate(samira, pairId, 'before', 3, late)
    const { rounds } = await pageOf(samira, pairId, late)
    expect(rounds[0]).toMatchObject({ state: 'late', wasLate: true })
    await agreed(pairId, ctx.at('2027-01-10T08:00:00Z'))
    await countClosedRatings(ctx.at('2027-03-01T08:00:00Z'))
    expect(await ctx.db.select().from(masteryWaiting).where(eq(masteryWaiting.unitId, unit.id))).toEqual([])
  })

  test('a manager who was followed by another reads what they said, rates no more and is not asked', async ({ ctx }) => {
    const { unit, samira, elsa, pairId } = await aPair(ctx)
    await rate(elsa, pairId, 'before', 3, ctx, 'leader')
    const next = await aPersonWith(ctx, 'unit_manager', { unit }, await aUser(ctx, { name: 'Ailu Sara' }))
    await nameLeader(samira, { pairId, colleagueId: next.id }, ctx)
    await acceptPair(next, { pairId }, ctx)
    const page = await pageOf(elsa, pairId, ctx)
    expect(page).toMatchObject({ now: null, hasLeft: true, opensPair: false })
    expect(page.changes[0]?.by.before).toBe(3)
    await expect(rate(elsa, pairId, 'before', 4, ctx, 'leader')).rejects.toMatchObject({ code: 'forbidden' })
    expect(await listRatingNeedsFor(elsa, ctx)).toEqual([])
    expect((await pageOf(next, pairId, ctx)).changes, 'and the next one sees nothing of it').toEqual([])
  })

  test('a resource person who was removed from the unit still has their rating, a manager who left does not rate', async ({
    ctx,
  }) => {
    const { samira, elsa, pairId } = await aPair(ctx)
    await ctx.db.update(roles).set({ endsAt: ctx.now })
    await rate({ ...samira, roles: [] }, pairId, 'before', 4, ctx)
    await expect(rate({ ...elsa, roles: [] }, pairId, 'before', 4, ctx, 'leader')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('two presses at once keep one rating', async ({ freshDb }) => {
    const ctx = freshDb.ctx()
    const { samira, pairId } = await aPair(ctx)
    await Promise.all([2, 4].map((value) => rate(samira, pairId, 'before', value, ctx)))
    const rows = await ctx.db.select().from(masteryRatings).where(eq(masteryRatings.personId, samira.id))
    expect(rows).toHaveLength(1)
    expect(['2', '4']).toContain(String(rows[0]?.answers?.RPR01))
  })
})

describe('counting', () => {
  test('begins when the round has closed, once, and shows with the fifth; the indicator shows the same', async ({ ctx }) => {
    const region = await aUnit(ctx, { kind: 'region' })
    const unit = await aUnit(ctx, { parent: region })
    for (const value of [5, 5, 4, 2]) await aRatedEnd(unit, { value }, ctx)
    const open = ctx.at('2026-04-01T08:00:00Z')
    await countClosedRatings(open)
    expect(await ctx.db.select().from(masteryWaiting), 'the rounds are still open').toEqual([])
    const closed = ctx.at('2026-05-01T08:00:00Z')
    await countClosedRatings(closed)
    expect(await shownAt(unit, closed)).toEqual({ people: 0, tally: [0, 0, 0, 0, 0] })
    expect(await lp1At(unit, closed)).toEqual([])

    await aRatedEnd(unit, { value: 3 }, ctx)
    for (let again = 0; again < 3; again += 1) await countClosedRatings(closed)
    for (const place of [unit, region]) {
      expect(await shownAt(place, closed)).toEqual({ people: 5, tally: [0, 1, 1, 1, 2] })
      expect(await lp1At(place, closed)).toEqual([['main', 3, 5]])
    }
    expect(await verifyRollUp(ctx)).toEqual([])
  })

  test('takes the answer as it stands at the close, however often it was changed', async ({ ctx }) => {
    const unit = await aUnit(ctx)
    for (const value of [1, 1, 1, 1, 1]) {
      const { resource, pairId, over } = await aRatedEnd(unit, { value }, ctx)
      await rate(resource, pairId, 'end', 5, over)
    }
    const closed = ctx.at('2026-05-01T08:00:00Z')
    await countClosedRatings(closed)
    expect(await shownAt(unit, closed)).toEqual({ people: 5, tally: [0, 0, 0, 0, 5] })
  })

  test('half a year later counts beside the end, never into the same number', async ({ ctx }) => {
    const unit = await aUnit(ctx)
    for (const value of [5, 5, 5, 5, 5]) {
      const { resource, pairId } = await aRatedEnd(unit, { value }, ctx)
      await rate(resource, pairId, 'after', 2, ctx.at('2026-09-20T08:00:00Z'))
    }
    const closed = ctx.at('2026-12-01T08:00:00Z')
    await countClosedRatings(closed)
    expect((await lp1At(unit, closed)).sort()).toEqual([
      ['main', 5, 5],
      ['supporting', 0, 5],
    ])
    expect((await shownAt(unit, closed, 'resource_person', 'after')).tally).toEqual([0, 5, 0, 0, 0])
  })

  test('a manager of five pairs is one person: counted once a year, and no company for themselves', async ({ ctx }) => {
    const unit = await aUnit(ctx)
    const elsa = await aPersonWith(ctx, 'unit_manager', { unit })
    const years = ['2022', '2023', '2024', '2025', '2026', '2026', '2026']
    for (const year of years) {
      const { pairId } = await aWalkAt(unit, ctx.at(`${year}-01-12T08:00:00Z`), elsa)
      const over = ctx.at(`${year}-03-12T08:00:00Z`)
      await agreed(pairId, over, ['M0'])
      await endPair(elsa, { pairId }, over)
      await rate(elsa, pairId, 'end', 5, over, 'leader')
      await countClosedRatings(ctx.at(`${year}-06-01T08:00:00Z`))
    }
    const rows = (await ctx.db.select().from(masteryWaiting)).filter(({ statement }) => statement === 'LDR07')
    expect(rows.map(({ company }) => company).sort()).toEqual([0, 0, 0, 0, 1])
    expect(await lp1At(unit, ctx, 'LP2')).toEqual([])
    expect(await shownAt(unit, ctx, 'leader')).toEqual({ people: 0, tally: [0, 0, 0, 0, 0] })
  })

  test('"don’t know" is in no number: a statement shows when five have rated that very statement', async ({ ctx }) => {
    const unit = await aUnit(ctx)
    for (const answer of ['4', '4', '4', '4', 'unknown']) {
      const { resource, pairId, over } = await aRatedEnd(unit, { value: 4 }, ctx)
      await saveRating(resource, { pairId, round: 'end', fields: fieldsOf('resource_person', 4, { RPR10: answer }) }, over)
    }
    const closed = ctx.at('2026-05-01T08:00:00Z')
    await countClosedRatings(closed)
    expect((await shownAt(unit, closed)).people).toBe(0)
    const rows = await ctx.db.select().from(masteryShown).where(eq(masteryShown.unitId, unit.id))
    expect(rows.map(({ statement }) => statement).sort()).toEqual(Array.from({ length: 9 }, (_, n) => `RPR0${n + 1}`))
  })

  test('two who count at once count once', async ({ freshDb }) => {
    const ctx = freshDb.ctx(new Date('2026-01-12T08:00:00Z'))
    const unit = await aUnit(ctx)
    for (const value of [1, 2, 3, 4, 5]) await aRatedEnd(unit, { value }, ctx)
    const closed = ctx.at('2026-05-01T08:00:00Z')
    await Promise.all([countClosedRatings(closed), countClosedRatings(closed)])
    expect(await shownAt(unit, closed)).toEqual({ people: 5, tally: [1, 1, 1, 1, 1] })
    expect(await lp1At(unit, closed)).toEqual([['main', 2, 5]])
  })
})

test('two wards with three each stay hidden there, and their clinic shows the six when the quarter is over', async ({
  ctx,
}) => {
  const clinic = await aUnit(ctx, { kind: 'area' })
  const wards = [await aUnit(ctx, { parent: clinic }), await aUnit(ctx, { parent: clinic })]
  for (const ward of wards) for (const value of [5, 4, 3]) await aRatedEnd(ward, { value }, ctx)
  const closed = ctx.at('2026-05-01T08:00:00Z')
  await countClosedRatings(closed)
  await handUpRatings(closed)
  expect((await shownAt(clinic, closed)).people).toBe(0)
  const later = ctx.at('2026-07-01T03:00:00Z')
  for (let again = 0; again < 2; again += 1) {
    await handUpRatings(later)
    await handUpWaiting(later)
  }
  expect(await shownAt(clinic, later)).toEqual({ people: 6, tally: [0, 0, 2, 2, 2] })
  expect(await lp1At(clinic, later)).toEqual([['main', 4, 6]])
  for (const ward of wards) expect((await shownAt(ward, later)).people).toBe(0)
  expect(await ctx.db.select().from(masteryWaiting)).toEqual([])
  expect(await verifyRollUp(ctx)).toEqual([])
})

describe('what a person deletes', () => {
  test('is gone for them, is not counted, and is not asked for again; counts that were made stay', async ({ ctx }) => {
    const unit = await aUnit(ctx)
    const walks = []
    for (const value of [1, 2, 3, 4, 5]) walks.push(await aRatedEnd(unit, { value }, ctx))
    const [first] = walks
    const open = ctx.at('2026-04-01T08:00:00Z')
    if (!first) throw new Error('nobody walked')
    await deleteRatings(first.resource, { pairId: first.pairId }, open)
    expect((await pageOf(first.resource, first.pairId, open)).changes).toEqual([])
    expect(await listRatingNeedsFor(first.resource, open)).toEqual([])
    const closed = ctx.at('2026-05-01T08:00:00Z')
    await countClosedRatings(closed)
    expect((await shownAt(unit, closed)).people, 'four are too few').toBe(0)
    await aRatedEnd(unit, { value: 5 }, ctx)
    await countClosedRatings(closed)
    for (const { resource, pairId } of walks) await deleteRatings(resource, { pairId }, closed)
    expect((await shownAt(unit, closed)).people).toBe(5)
  })

  test('goes with the account, and the numbers stay', async ({ ctx }) => {
    const unit = await aUnit(ctx)
    const walks = []
    for (const value of [1, 2, 3, 4, 5]) walks.push(await aRatedEnd(unit, { value }, ctx))
    const closed = ctx.at('2026-05-01T08:00:00Z')
    await countClosedRatings(closed)
    for (const { resource } of walks) await ctx.db.delete(users).where(eq(users.id, resource.id))
    expect(await ctx.db.select().from(masteryRatings)).toEqual([])
    expect((await shownAt(unit, closed)).people).toBe(5)
  })
})

describe('asking', () => {
  test('needs and mails come when both walk, end with "not now", and tell nobody else', async ({ ctx }) => {
    const post = openPost()
    onTestFinished(() => post.close())
    const { samira, elsa, yusuf, pairId } = await aPair(ctx)
    await post.work(ctx)
    const before = (await post.mails()).length
    expect((await listRatingNeedsFor(samira, ctx)).map(({ round }) => round)).toEqual(['before'])
    expect((await listRatingNeedsFor(elsa, ctx)).map(({ withName }) => withName)).toEqual(['Samira Nilsson'])
    expect(await listRatingNeedsFor(yusuf, ctx)).toEqual([])
    await askForRatings(ctx)
    await post.work(ctx)
    expect((await post.mails()).length, 'the first week nobody writes').toBe(before)

    await rate(elsa, pairId, 'before', 3, ctx, 'leader')
    const week = ctx.at(new Date(ctx.now.getTime() + 8 * 86_400_000).toISOString())
    await askForRatings(week)
    await askForRatings(week)
    await post.work(week)
    const [mail, ...more] = (await post.mails()).slice().filter(({ subject }) => subject?.includes('trygg'))
    expect(more).toEqual([])
    expect(mail?.receiver).toBe(samira.email)
    expect(mail?.words).toContain(`/pairs/${pairId}/rating`)

    await passRound(samira, { pairId, round: 'before' }, week)
    expect(await listRatingNeedsFor(samira, week)).toEqual([])
    const last = ctx.at(new Date(ctx.now.getTime() + 25 * 86_400_000).toISOString())
    await askForRatings(last)
    await post.work(last)
    expect((await post.mails()).length).toBe(before + 1)
    await rate(samira, pairId, 'before', 4, last)
    expect((await pageOf(samira, pairId, last)).now).toMatchObject({ answered: true, passed: false })
  })

  test('a mail that waits is dropped when the person has answered meanwhile', async ({ ctx }) => {
    const post = openPost()
    onTestFinished(() => post.close())
    const { samira, pairId } = await aPair(ctx)
    await rate(samira, pairId, 'before', 3, ctx)
    await post.tell({ event: 'mastery.asked', pairId, personId: samira.id, round: 'before', again: false }, ctx)
    await post.tell({ event: 'mastery.asked', pairId, personId: samira.id, round: 'end', again: false }, ctx)
    expect((await post.mails()).filter(({ words }) => words.includes('/rating'))).toEqual([])
  })
})
