import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { findGivenFor } from '#app/features/evaluations/queries.server.ts'
import type { ProgressStep } from '#app/features/evaluations/words.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { comments, followUpAnswers, followUpSteps, followUps, posts, slotGoals, slots, visits } from '#db/schema/index.ts'
import { anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { aUnit, aVisit, type Participant, type Visit } from '#tests/support/factories.ts'
import { aCommentBy, aPostBy } from '../blogs/writing.ts'
import { aGoal, anEvaluatedVisit } from './visits.ts'

async function aRound(ctx: Ctx, visit: Pick<Visit, 'id'>, months: number): Promise<string> {
  const id = newId()
  const closesAt = new Date(ctx.now.getTime() + 86_400_000)
  await ctx.db.insert(followUps).values({ id, visitId: visit.id, months, instrumentVersion: 1, opensAt: ctx.now, closesAt })
  return id
}

type Saying = { followUpId: string; goalId: string; progress: ProgressStep; words?: string; at?: Date }

async function say(ctx: Ctx, who: Participant, { followUpId, goalId, progress, words = '', at = ctx.now }: Saying) {
  const own = { followUpId, participantId: who.id }
  await ctx.db.insert(followUpAnswers).values({ ...own, answers: {}, language: 'nb', answeredAt: at })
  await ctx.db.insert(followUpSteps).values({ ...own, followedKind: 'goal', followedId: goalId, progress, words })
}

async function aSlotFor(ctx: Ctx, visit: Pick<Visit, 'id'>, goalId: string, removed = false) {
  const id = newId()
  const written = { createdAt: ctx.now, updatedAt: ctx.now, ...(removed ? { removedAt: ctx.now } : {}) }
  const when = { day: '2026-09-01', startsAt: '09:00', endsAt: '10:00' }
  await ctx.db
    .insert(slots)
    .values({ id, visitId: visit.id, kind: 'dialogue', title: 'Samtal', language: 'sv', ...when, ...written })
  await ctx.db.insert(slotGoals).values({ slotId: id, goalId })
}

test('the hosts see what their visits gave: how many came, whose goals had a place, what was written', async ({ ctx }) => {
  const { visit, host, karin, yusuf, participants, then, ingrid } = await anEvaluatedVisit(ctx)
  const placed = await aGoal(then, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  const unplaced = await aGoal(then, visit, participants.sindre, 'Se morgenmøtet.')
  await aSlotFor(then, visit, placed)
  await aSlotFor(then, visit, placed)
  await aSlotFor(then, visit, unplaced, true)
  await aSlotFor(then, visit, await aGoal(then, visit, participants.karin, 'Lära av dem.'))
  const postId = await aPostBy(karin, visit, then)
  const gone = await aPostBy(yusuf, visit, then)
  await then.db.update(posts).set({ takenDownAt: then.now }).where(eq(posts.id, gone))
  await aCommentBy(yusuf, postId, then)
  const removed = await aCommentBy(yusuf, postId, then)
  await then.db.update(comments).set({ removedAt: then.now }).where(eq(comments.id, removed))
  await aCommentBy(ingrid, postId, then)
  await aVisit(ctx, { host, status: 'cancelled' })
  await aVisit(ctx, { host, status: 'preparing' })

  const expected = { visits: 1, guests: 2, goals: 1, posts: 1, comments: 1, answered: 0, used: 0, voice: null }
  expect(await findGivenFor(karin, then)).toEqual(expected)
  const colleague = await aPersonWith(then, 'member', { unit: host })
  expect(await findGivenFor(colleague, then)).toEqual(expected)
})

test('a guest counts once however often they answer, and the newest words about something in use are quoted', async ({
  ctx,
}) => {
  const { visit, karin, participants, then } = await anEvaluatedVisit(ctx)
  const goalId = await aGoal(then, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  const [third, sixth] = [await aRound(then, visit, 3), await aRound(then, visit, 6)]
  const at = (days: number) => new Date(then.now.getTime() + days * 86_400_000)
  await say(then, participants.ingrid, { followUpId: third, goalId, progress: 'implemented', words: 'Vi ringer.', at: at(90) })
  await say(then, participants.ingrid, {
    followUpId: sixth,
    goalId,
    progress: 'measured',
    words: 'Vi ringer ennå.',
    at: at(180),
  })
  await say(then, participants.sindre, { followUpId: sixth, goalId, progress: 'testing', words: 'Vi prøver.', at: at(181) })
  await say(then, participants.karin, { followUpId: sixth, goalId, progress: 'implemented', words: 'Vi med.', at: at(182) })

  expect(await findGivenFor(karin, then)).toMatchObject({
    answered: 2,
    used: 1,
    voice: { words: 'Vi ringer ennå.', language: 'nb', name: 'Ingrid Solheim', months: 6 },
  })
})

test('who may not read inside the visit gets the numbers of the unit and nobody’s words', async ({ ctx }) => {
  const { visit, host, participants, then } = await anEvaluatedVisit(ctx)
  const goalId = await aGoal(then, visit, participants.ingrid, 'Forstå hjemreisesamtalen.')
  const followUpId = await aRound(then, visit, 3)
  await say(then, participants.ingrid, { followUpId, goalId, progress: 'implemented', words: 'Vi ringer.' })
  const colleague = await aPersonWith(then, 'member', { unit: host })
  expect(await findGivenFor(colleague, then)).toMatchObject({ visits: 1, guests: 2, answered: 0, used: 0, voice: null })
})

test('there is nothing to tell for guests, for outsiders, and before the first visit', async ({ ctx }) => {
  const { ingrid, host, visit, then } = await anEvaluatedVisit(ctx)
  expect(await findGivenFor(ingrid, then)).toBeNull()
  expect(await findGivenFor(await anOutsider(ctx), then)).toBeNull()
  expect(await findGivenFor(await aPersonWith(ctx, 'unit_manager', { unit: await aUnit(ctx) }), then)).toBeNull()
  await then.db.update(visits).set({ status: 'preparing' }).where(eq(visits.id, visit.id))
  expect(await findGivenFor(await aPersonWith(ctx, 'unit_manager', { unit: host }), then)).toBeNull()
})
