// Reads of talks: the two see the same.
import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { type Day, dayAt } from '#app/kernel/days.ts'
import { DomainError, found, hiddenUnless } from '#app/kernel/errors.ts'
import { isAmong } from '#db/client.server.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pairTalks } from '#db/schema/index.ts'
import { canReadInside, canTendTalks, canWriteJoint } from '../policy.ts'
import type { PairFile } from '../rules/pair.ts'
import { byTime, canBeMoved, canBeNoted, isStepDue, type TalkStanding, talkStanding } from '../rules/talks.ts'
import { findPairFor } from './pairs.server.ts'
import { briefOf } from './walk.server.ts'

export type TalkRow = typeof pairTalks.$inferSelect

/** A talk as its two see it. */
export type TalkView = {
  id: string
  onDay: Day
  startsAt: string | null
  place: string
  standing: TalkStanding
  notes: string
  nextStep: string
  nextStepOn: Day | null
  nextStepDone: boolean
  isStepDue: boolean
  language: string
  version: number
}

/** Today by the clock of the pair's unit. */
export function todayOf(pair: PairFile, ctx: Ctx): Day {
  return dayAt(ctx.now, pair.unit.timeZone)
}

function talkView(talk: TalkRow, today: Day): TalkView {
  const { id, onDay, startsAt, place, notes, nextStep, nextStepOn, nextStepDoneAt, language, version } = talk
  const step = { nextStep, nextStepOn, nextStepDone: nextStepDoneAt !== null, isStepDue: isStepDue(talk, today) }
  return { ...{ id, onDay, startsAt, place, notes, language, version }, ...step, standing: talkStanding(talk, today) }
}

/** All talks of one pair, earliest first. @throws not_found unless the actor is one of the two */
export async function listTalksFor(actor: Actor, pair: PairFile, ctx: Ctx = here()): Promise<TalkView[]> {
  hiddenUnless(canReadInside(actor, pair))
  const talks = await readTalks([pair.id], ctx)
  return talks.toSorted(byTime).map((talk) => talkView(talk, todayOf(pair, ctx)))
}

/** One talk with what the actor can do about it. @throws not_found */
export async function findTalkFor(actor: Person, { pairId, talkId }: { pairId: string; talkId: string }, ctx: Ctx = here()) {
  const { pair, talk } = await findTalkFileFor(actor, { pairId, talkId }, ctx)
  const today = todayOf(pair, ctx)
  const tends = canTendTalks(actor, pair)
  return {
    pair: briefOf(actor, pair),
    talk: talkView(talk, today),
    can: { move: tends && canBeMoved(talk), note: tends && canBeNoted(talk, today), plan: canWriteJoint(actor, pair) },
  }
}

/** The rows themselves, for commands and calendar entries. @throws not_found */
export async function findTalkFileFor(
  actor: Actor,
  { pairId, talkId }: { pairId: string; talkId: string },
  ctx: Ctx,
): Promise<{ pair: PairFile; talk: TalkRow }> {
  const pair = await findPairFor(actor, pairId, ctx)
  hiddenUnless(canReadInside(actor, pair))
  const [talk] = await ctx.db
    .select()
    .from(pairTalks)
    .where(and(eq(pairTalks.id, talkId), eq(pairTalks.pairId, pairId)))
  return { pair, talk: found(talk) }
}

/** A talk to move: it can be called off from the same page. @throws not_found, conflict when it is over */
export async function findTalkToMoveFor(actor: Person, about: { pairId: string; talkId: string }, ctx: Ctx = here()) {
  const { pair, talk } = await findTalkFileFor(actor, about, ctx)
  hiddenUnless(canTendTalks(actor, pair))
  if (!canBeMoved(talk)) throw new DomainError('conflict', 'pairs_error_talk_over')
  const today = todayOf(pair, ctx)
  return { pair: briefOf(actor, pair), talk: talkView(talk, today), today }
}

/** Where a talk is planned: who meets, for those who may plan. @throws not_found, forbidden */
export async function findPairToPlanFor(actor: Person, pairId: string, ctx: Ctx = here()) {
  const pair = await findPairFor(actor, pairId, ctx)
  hiddenUnless(canWriteJoint(actor, pair))
  return { pair: briefOf(actor, pair), today: todayOf(pair, ctx) }
}

/** Unguarded: for queries and letters that have asked who may see them. */
export async function readTalks(pairIds: readonly string[], ctx: Ctx): Promise<TalkRow[]> {
  if (pairIds.length === 0) return []
  return ctx.db.select().from(pairTalks).where(isAmong(pairTalks.pairId, pairIds))
}

/** Of those, what may wait for somebody: without an outcome, or with a step that is not taken. Unguarded as well. */
export async function readOpenTalks(pairIds: readonly string[], ctx: Ctx): Promise<TalkRow[]> {
  if (pairIds.length === 0) return []
  const untaken = and(isNotNull(pairTalks.nextStepOn), isNull(pairTalks.nextStepDoneAt))
  return ctx.db
    .select()
    .from(pairTalks)
    .where(and(isAmong(pairTalks.pairId, pairIds), or(isNull(pairTalks.outcome), untaken)))
}
