// The two plan a talk, move it, call it off, and write down what came of it.
import { and, eq, gte, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pairTalks } from '#db/schema/index.ts'
import { canTendTalks, canWriteJoint } from '../policy.ts'
import { findTalkFileFor, type TalkRow, todayOf } from '../queries/talks.server.ts'
import type { PairFile } from '../rules/pair.ts'
import { canBeMoved, canBeNoted, type talkInput, type talkMoveInput, type talkNoteInput } from '../rules/talks.ts'
import { changingPair } from './change-pair.server.ts'

type About = { pairId: string; talkId: string }
type Written<S extends z.ZodType> = z.output<S> & { language: Locale }

/**
 * Plans a talk; both get it for their calendars. A second press plans nothing.
 * @throws invalid for a day that has passed
 */
export async function planTalk(
  actor: Person,
  { pairId, id, onDay, startsAt, place, language }: { pairId: string } & Written<typeof talkInput>,
  ctx: Ctx = here(),
): Promise<string> {
  return changingPair(actor, pairId, canWriteJoint, ctx, async (tx, pair) => {
    if (onDay < todayOf(pair, tx)) throw new DomainError('invalid', 'pairs_error_talk_past')
    const made = await tx.db
      .insert(pairTalks)
      .values({
        ...{ id, pairId, onDay, startsAt: startsAt ?? null, place, language },
        ...{ plannedBy: actor.id, plannedAt: tx.now, updatedAt: tx.now },
      })
      .onConflictDoNothing()
      .returning({ id: pairTalks.id })
    if (made.length > 0) await tellOf({ id, calendarSequence: 0 }, tx)
    return id
  })
}

/** Another day, time or place: the entry in the calendars moves along. @throws conflict when the other one has changed it */
export async function moveTalk(
  actor: Person,
  { version, onDay, startsAt, place, ...about }: About & z.output<typeof talkMoveInput>,
  ctx: Ctx = here(),
): Promise<void> {
  await changingTalk(actor, about, ctx, async (tx, pair, talk) => {
    if (!canBeMoved(talk)) throw new DomainError('conflict', 'pairs_error_talk_over')
    if (talk.version !== version) throw new DomainError('conflict', 'pairs_error_talk_changed')
    if (onDay < todayOf(pair, tx)) throw new DomainError('invalid', 'pairs_error_talk_past')
    const same = talk.onDay === onDay && talk.startsAt === (startsAt ?? null) && talk.place === place
    if (same) return
    const calendarSequence = talk.calendarSequence + 1
    await change(talk, { onDay, startsAt: startsAt ?? null, place, calendarSequence }, tx)
    await tellOf({ id: talk.id, calendarSequence }, tx)
  })
}

/** Calls a talk off: it stays on the page, and goes out of the calendars. */
export async function cancelTalk(actor: Person, about: About, ctx: Ctx = here()): Promise<void> {
  await changingTalk(actor, about, ctx, async (tx, _pair, talk) => {
    if (talk.outcome === 'cancelled') return
    if (!canBeMoved(talk)) throw new DomainError('conflict', 'pairs_error_talk_over')
    await callOff(talk, actor, tx)
  })
}

/** For the room's own commands: a pair that ends meets no more. */
export async function cancelTalksAhead(actor: Person, pair: PairFile, ctx: Ctx): Promise<void> {
  for (const talk of await readAhead(pair, ctx)) await callOff(talk, actor, ctx)
}

/** For the room's own commands: another manager follows, and talks that lie ahead are now with them. */
export async function handOnTalksAhead(pair: PairFile, fromId: string | null, ctx: Ctx): Promise<void> {
  for (const { id: talkId, calendarSequence } of await readAhead(pair, ctx)) {
    // No new version: nobody who is writing meanwhile has anything to look through.
    const sequence = calendarSequence + 1
    await ctx.db.update(pairTalks).set({ calendarSequence: sequence }).where(eq(pairTalks.id, talkId))
    await enqueue(ctx, 'notify', { event: 'pairs.talk_handed_on', talkId, fromId, sequence })
  }
}

function readAhead(pair: PairFile, ctx: Ctx): Promise<TalkRow[]> {
  return ctx.db
    .select()
    .from(pairTalks)
    .where(and(eq(pairTalks.pairId, pair.id), isNull(pairTalks.outcome), gte(pairTalks.onDay, todayOf(pair, ctx))))
}

/**
 * What came of a talk: held or not, notes that both see, and the step they agreed on.
 * @throws conflict when the other one has saved since the form was made (the page shows both texts), or before its day
 */
export async function noteTalk(
  actor: Person,
  { version, language, outcome, notes, nextStep, nextStepOn, ...about }: About & Written<typeof talkNoteInput>,
  ctx: Ctx = here(),
): Promise<void> {
  await changingTalk(actor, about, ctx, async (tx, pair, talk) => {
    if (!canBeNoted(talk, todayOf(pair, tx))) throw new DomainError('conflict', 'pairs_error_talk_ahead')
    if (talk.version !== version) throw new DomainError('conflict', 'pairs_error_talk_changed')
    const isOther = nextStep !== talk.nextStep || (nextStepOn ?? null) !== talk.nextStepOn
    const said = { notes, nextStep, nextStepOn: nextStepOn ?? null, language }
    const first = talk.outcome === outcome ? {} : { outcome, outcomeAt: tx.now, outcomeBy: actor.id }
    // Another step is a new one to take.
    const step = isOther ? { nextStepDoneAt: null, nextStepDoneBy: null } : {}
    await change(talk, { ...said, ...first, ...step }, tx)
  })
}

/** The agreed step is taken, or is not after all. */
export async function markStep(actor: Person, { done, ...about }: About & { done: boolean }, ctx: Ctx = here()): Promise<void> {
  await changingTalk(actor, about, ctx, async (tx, _pair, talk) => {
    if (talk.nextStep === '') throw new DomainError('conflict', 'pairs_error_not_now')
    // No new version: nobody who is writing meanwhile has anything to look through.
    const step = { nextStepDoneAt: done ? tx.now : null, nextStepDoneBy: done ? actor.id : null }
    await tx.db.update(pairTalks).set(step).where(eq(pairTalks.id, talk.id))
  })
}

async function changingTalk(
  actor: Person,
  about: About,
  ctx: Ctx,
  change: (tx: Ctx, pair: PairFile, talk: TalkRow) => Promise<void>,
): Promise<void> {
  await changingPair(actor, about.pairId, canTendTalks, ctx, async (tx) => {
    const { pair, talk } = await findTalkFileFor(actor, about, tx)
    await change(tx, pair, talk)
  })
}

async function callOff(talk: TalkRow, actor: Person, ctx: Ctx): Promise<void> {
  const calendarSequence = talk.calendarSequence + 1
  await change(talk, { outcome: 'cancelled', outcomeAt: ctx.now, outcomeBy: actor.id, calendarSequence }, ctx)
  await tellOf({ id: talk.id, calendarSequence }, ctx)
}

function change(talk: TalkRow, to: Partial<TalkRow>, ctx: Ctx) {
  return ctx.db
    .update(pairTalks)
    .set({ ...to, version: talk.version + 1, updatedAt: ctx.now })
    .where(eq(pairTalks.id, talk.id))
}

function tellOf({ id, calendarSequence }: Pick<TalkRow, 'id' | 'calendarSequence'>, ctx: Ctx): Promise<void> {
  return enqueue(ctx, 'notify', { event: 'pairs.talk_set', talkId: id, sequence: calendarSequence })
}
