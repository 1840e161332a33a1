// Asks again after three and six months, reminds once, and counts when the last round is over. The clock calls.
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { readDecidedWorks } from '#app/features/preparation/queries.server.ts'
import { readFiles } from '#app/features/visits/queries.server.ts'
import { followUpMonthsOf } from '#app/features/visits/reference.server.ts'
import { followUpRounds } from '#app/features/visits/rules/calendar.ts'
import type { VisitFile } from '#app/features/visits/rules/words.ts'
import { forEachAlone } from '#app/jobs/each-alone.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { addMonths, instantAt } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { followUpAnswers, followUps, visits } from '#db/schema/index.ts'
import { instrumentOf, latestInstrument } from '../instruments.server.ts'
import type { Answers } from '../rules/answers.ts'
import { visitConfirmations } from '../rules/counting.ts'
import { followUpToOpen, isDue, isReminderDue } from '../rules/windows.ts'
import { tallyVisit } from './tally-visit.server.ts'

/** CL8's own limit. */
const LINKED_WITHIN_MONTHS = 6

type FollowUp = typeof followUps.$inferSelect

/** Opens the follow-ups whose time has come, of visits that took place and are not closed. */
export async function openDueFollowUps(ctx: Ctx = here()): Promise<void> {
  const ids = await ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(and(inArray(visits.status, ['evaluating', 'summarised']), isNotNull(visits.endsOn)))
  const files = await readFiles(
    ids.map(({ id }) => id),
    ctx,
  )
  const rounds = await ctx.db.select({ visitId: followUps.visitId, months: followUps.months }).from(followUps)
  const due = files.filter((file) => dueFor(file, rounds, ctx.now) !== null)
  await forEachAlone(due, (file) => openFollowUp(file, ctx))
}

type Asked = { visitId: string; months: number }

function dueFor(file: VisitFile, rounds: readonly Asked[], now: Date) {
  const months = rounds.filter(({ visitId }) => visitId === file.visit.id).map((round) => round.months)
  return followUpToOpen(visitedOf(file), followUpMonthsOf(file.visit.kind), months, now)
}

async function openFollowUp(file: VisitFile, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (tx) => {
    const due = dueFor(file, await tx.db.select().from(followUps).where(eq(followUps.visitId, file.visit.id)), tx.now)
    if (!due) return
    const row = { id: newId(), visitId: file.visit.id, instrumentVersion: latestInstrument('visit_followup').version, ...due }
    const opened = await tx.db.insert(followUps).values(row).onConflictDoNothing().returning({ id: followUps.id })
    for (const { id } of opened) await enqueue(tx, 'notify', { event: 'evaluations.follow_up_opened', followUpId: id })
    ring(tx, roomOf.visit(file.visit.id), 'follow-up')
  })
}

/** Has the one reminder of each open follow-up sent, a week after it opened. */
export async function remindOfFollowUps(ctx: Ctx = here()): Promise<void> {
  const waiting = await ctx.db
    .select()
    .from(followUps)
    .where(and(isNull(followUps.closedAt), isNull(followUps.remindedAt)))
  const due = waiting.filter((round) => isReminderDue(round, ctx.now))
  await forEachAlone(due, ({ id }) =>
    transaction(ctx, async (tx) => {
      const reminded = await tx.db
        .update(followUps)
        .set({ remindedAt: tx.now })
        .where(and(eq(followUps.id, id), isNull(followUps.remindedAt)))
        .returning({ id: followUps.id })
      if (reminded.length > 0) await enqueue(tx, 'notify', { event: 'evaluations.follow_up_reminder', followUpId: id })
    }),
  )
}

/** Closes the follow-ups whose time is up. After a visit's last one, the visit enters CL8. */
export async function closeDueFollowUps(ctx: Ctx = here()): Promise<void> {
  const open = await ctx.db.select().from(followUps).where(isNull(followUps.closedAt))
  const due = open.filter((round) => isDue(round, ctx.now))
  await forEachAlone(due, ({ id }) => closeFollowUp(id, ctx))
}

async function closeFollowUp(id: string, ctx: Ctx): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [round] = await tx.db.select().from(followUps).where(eq(followUps.id, id)).for('update')
    if (!round || !isDue(round, tx.now)) return
    const file = found((await readFiles([round.visitId], tx))[0])
    const answers = await tx.db.select().from(followUpAnswers).where(eq(followUpAnswers.followUpId, id))
    const answered = new Set(answers.map(({ participantId }) => participantId))
    const asked = file.participants.filter((person) => person.leftAt === null || answered.has(person.id)).length
    await tx.db.update(followUps).set({ closedAt: tx.now, asked, answered: answered.size }).where(eq(followUps.id, id))
    if (isLast(round, file)) await countImprovement(file, tx)
    ring(tx, roomOf.visit(round.visitId), 'follow-up')
  })
}

/**
 * CL8, visits that led to improvement work within six months: ÷ visits that ended at least six months ago, so a visit is
 * counted once, when its last round closes; confirmed by one yes of anybody, guest or host, in any round, or by an improvement
 * work that a side decided on within the six months. What people
 * intended when they left (GST11, HST10) is the leading strand, counted per person at the evaluation; it never moves this.
 */
async function countImprovement(file: VisitFile, ctx: Ctx): Promise<void> {
  const rounds = await ctx.db
    .select({ answers: followUpAnswers.answers, version: followUps.instrumentVersion })
    .from(followUpAnswers)
    .innerJoin(followUps, eq(followUps.id, followUpAnswers.followUpId))
    .where(eq(followUps.visitId, file.visit.id))
  const confirmed = rounds.some(({ answers, version }) =>
    visitConfirmations(instrumentOf('visit_followup', version), [answers as Answers]).includes('CL8'),
  )
  await tallyVisit(file, { indicatorId: 'CL8', confirmed: confirmed || (await hasDecidedWork(file, ctx)) }, ctx)
}

async function hasDecidedWork(file: VisitFile, ctx: Ctx): Promise<boolean> {
  const { endsOn, timeZone } = visitedOf(file)
  const until = instantAt(addMonths(endsOn, LINKED_WITHIN_MONTHS), '00:00', timeZone)
  return (await readDecidedWorks(file.visit.id, ctx)).some((work) => work.createdAt < until)
}

function isLast(round: FollowUp, file: VisitFile): boolean {
  const rounds = followUpRounds(visitedOf(file), followUpMonthsOf(file.visit.kind))
  return rounds.every(({ months }) => months <= round.months)
}

function visitedOf({ visit }: VisitFile) {
  return { startsOn: found(visit.startsOn), endsOn: found(visit.endsOn), timeZone: visit.timeZone }
}
