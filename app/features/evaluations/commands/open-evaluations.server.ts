// Sends the questionnaires out when a visit's days are over, and reminds once. The clock calls; nobody else needs to.
import { and, eq, isNull, notExists } from 'drizzle-orm'
import { readFiles } from '#app/features/visits/queries.server.ts'
import { kindRow } from '#app/features/visits/reference.server.ts'
import { type Side, sides, type VisitFile } from '#app/features/visits/rules/words.ts'
import { forEachAlone } from '#app/jobs/each-alone.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { evaluations, visits } from '#db/schema/index.ts'
import { latestInstrument } from '../instruments.server.ts'
import { evaluationWindow, isReminderDue } from '../rules/windows.ts'

/** Opens the questionnaires of every visit whose days are over and that has none yet. Safe to run at any time, also twice at once. */
export async function openDueEvaluations(ctx: Ctx = here()): Promise<void> {
  const existing = ctx.db.select().from(evaluations).where(eq(evaluations.visitId, visits.id))
  const due = await ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.status, 'evaluating'), notExists(existing)))
  await forEachAlone(due, ({ id }) => openEvaluations({ visitId: id }, ctx))
}

/** Opens one questionnaire for each side that somebody takes part on, and has the mails sent. */
export async function openEvaluations({ visitId }: { visitId: string }, ctx: Ctx = here()): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [file] = await readFiles([visitId], tx)
    if (file?.visit.status !== 'evaluating') return
    for (const side of sides) {
      if (file.participants.some((person) => person.side === side && person.leftAt === null)) await openFor(file, side, tx)
    }
    ring(tx, roomOf.visit(visitId), 'evaluation')
  })
}

async function openFor(file: VisitFile, side: Side, ctx: Ctx): Promise<void> {
  const instrument = latestInstrument(kindRow(file.visit.kind).questionnaires[side])
  const opened = await ctx.db
    .insert(evaluations)
    .values({
      id: newId(),
      visitId: file.visit.id,
      side,
      instrument: instrument.id,
      instrumentVersion: instrument.version,
      ...evaluationWindow(ctx.now),
    })
    .onConflictDoNothing()
    .returning({ id: evaluations.id })
  for (const { id } of opened) await enqueue(ctx, 'notify', { event: 'evaluations.opened', evaluationId: id })
}

/** The questionnaires whose one reminder is due at `now`, a week after they opened. */
export async function listEvaluationsToRemind(ctx: Ctx, now: Date): Promise<{ id: string }[]> {
  const open = await ctx.db
    .select()
    .from(evaluations)
    .where(and(isNull(evaluations.closedAt), isNull(evaluations.remindedAt)))
  return open.filter((evaluation) => isReminderDue(evaluation, now))
}

/** Has the one reminder sent. Who it goes to is looked up when the mail is made; the mail says nothing of who has answered. */
export async function remindOfEvaluations(ctx: Ctx = here()): Promise<void> {
  await forEachAlone(await listEvaluationsToRemind(ctx, ctx.now), ({ id }) =>
    transaction(ctx, async (tx) => {
      const reminded = await tx.db
        .update(evaluations)
        .set({ remindedAt: tx.now })
        .where(and(eq(evaluations.id, id), isNull(evaluations.remindedAt)))
        .returning({ id: evaluations.id })
      if (reminded.length > 0) await enqueue(tx, 'notify', { event: 'evaluations.reminder', evaluationId: id })
    }),
  )
}
