import { and, eq, isNull } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed, found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { changeProposals } from '#db/schema/index.ts'
import { canTakeBack, canWritePreparation } from '../policy.ts'
import { type ProposedChange, proposalsFrom } from '../proposals.ts'
import { readRows, wordsOf } from '../queries/read-words.server.ts'
import type { FieldInput } from '../rules.ts'
import { beginWriting, type Desk, requireState } from './begin-writing.server.ts'
import { refuseForeign } from './store-words.server.ts'
import { mayWrite } from './write-preparation.server.ts'

const QUIET_MINUTES = 10

/**
 * After sending or after the last day: what differs from what stands becomes proposals that a host coordinator answers.
 * A new proposal about the same goal, work or field takes the place of the one that waits. Answers how many were made.
 * @throws conflict while the form can still be written directly, or when it is over.
 */
export async function proposeChanges(
  actor: Person,
  input: { visitId: string; fields: readonly FieldInput[]; language: string },
  ctx: Ctx = here(),
): Promise<{ proposed: number }> {
  return transaction(ctx, async (tx) => {
    const desk = await beginWriting(actor, input.visitId, tx)
    allowed(canWritePreparation(actor, desk.file), 'preparation_error_guests_write')
    requireState(desk.state, 'locked')
    const rows = await readRows(input.visitId, tx)
    for (const field of input.fields) {
      mayWrite(actor, desk, field.target)
      await refuseForeign(desk, rows, field.target, tx)
    }
    const words = wordsOf(rows, desk.file.visit, desk.form, 'guest')
    return storeProposals(actor, desk, proposalsFrom(words, input.fields), input.language, tx)
  })
}

/** Stores the proposals that are not waiting already, in the same words. The caller holds the preparation. */
export async function storeProposals(
  actor: Person,
  desk: Desk,
  proposals: readonly ProposedChange[],
  language: string,
  ctx: Ctx,
): Promise<{ proposed: number }> {
  const visitId = desk.file.visit.id
  const waiting = await listOpenProposals(visitId, ctx)
  let proposed = 0
  for (const proposal of proposals) {
    const older = waiting.find((each) => each.subject === proposal.subject && each.subjectId === proposal.subjectId)
    if (older && older.kind === proposal.kind && sameWords(older.after, proposal.after)) continue
    if (older) await close(older.id, 'taken_back', actor, ctx)
    await ctx.db
      .insert(changeProposals)
      .values({ id: newId(), visitId, ...proposal, language, proposedBy: actor.id, proposedAt: ctx.now })
    proposed += 1
  }
  if (proposed > 0) {
    ring(ctx, roomOf.visit(visitId), 'preparation')
    // One mail for what somebody changes in a sitting.
    const startAfter = new Date(ctx.now.getTime() + QUIET_MINUTES * 60_000)
    const options = { singletonKey: `proposed:${visitId}`, startAfter }
    await enqueue(ctx, 'notify', { event: 'preparation.changes_proposed', visitId }, options)
  }
  return { proposed }
}

/** What waits for an answer. Unguarded: for commands that hold the preparation. */
export function listOpenProposals(visitId: string, ctx: Ctx): Promise<(typeof changeProposals.$inferSelect)[]> {
  return ctx.db
    .select()
    .from(changeProposals)
    .where(and(eq(changeProposals.visitId, visitId), isNull(changeProposals.answer)))
}

/** The group changes its mind about a proposal that has no answer yet. */
export async function takeBackProposal(
  actor: Person,
  input: { visitId: string; proposalId: string },
  ctx: Ctx = here(),
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const desk = await beginWriting(actor, input.visitId, tx)
    const proposal = await findProposal(input, tx)
    allowed(canTakeBack(actor, desk.file, proposal))
    if (proposal.answer) return
    await close(proposal.id, 'taken_back', actor, tx)
    ring(tx, roomOf.visit(input.visitId), 'preparation')
  })
}

/** The proposal, if it is one of this visit. Unguarded: the caller has begun writing. */
export async function findProposal({ visitId, proposalId }: { visitId: string; proposalId: string }, ctx: Ctx) {
  const rows = await ctx.db
    .select()
    .from(changeProposals)
    .where(and(eq(changeProposals.id, proposalId), eq(changeProposals.visitId, visitId)))
  return found(rows[0])
}

async function close(id: string, answer: 'taken_back', actor: Person, ctx: Ctx): Promise<void> {
  await ctx.db
    .update(changeProposals)
    .set({ answer, answeredBy: actor.id, answeredAt: ctx.now })
    .where(eq(changeProposals.id, id))
}

/** jsonb comes back with its keys in another order. */
function sameWords(a: Record<string, string> | null, b: Record<string, string> | null): boolean {
  if (!a || !b) return a === b
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
