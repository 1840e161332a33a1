import { eq } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed } from '#app/kernel/errors.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { preparations } from '#db/schema/index.ts'
import { canWritePreparation } from '../policy.ts'
import { readRows, wordsOf } from '../queries/read-words.server.ts'
import { missingIn } from '../rules.ts'
import { beginWriting, requireState } from './begin-writing.server.ts'
import { storeWithdrawal } from './store-words.server.ts'

/**
 * Sends the preparation to the host: who and when is kept, the hosts are told, and from now on changes are proposals.
 * Late is better than never: it may be sent after the last day too. Sending again changes nothing.
 * Answers the ids of the fields that still have to be filled in; then nothing was sent.
 */
export async function sendPreparation(
  actor: Person,
  input: { visitId: string },
  ctx: Ctx = here(),
): Promise<{ missing: string[] }> {
  return transaction(ctx, async (tx) => {
    const desk = await beginWriting(actor, input.visitId, tx)
    allowed(canWritePreparation(actor, desk.file), 'preparation_error_guests_write')
    if (desk.preparation.sentAt) return { missing: [] }
    if (desk.state !== 'locked') requireState(desk.state, 'open')
    const rows = await readRows(input.visitId, tx)
    const guests = desk.file.participants.filter((person) => person.side === 'guest' && person.leftAt === null)
    const words = wordsOf(rows, desk.file.visit, desk.form, 'guest')
    const missing = missingIn(desk.form, words, guests.length)
    if (missing.length > 0) return { missing }
    for (const subject of ['goal', 'work'] as const) {
      for (const [id, fields] of Object.entries(words[subject])) {
        if (Object.values(fields).every((text) => text.trim() === '')) await storeWithdrawal(actor, desk, subject, id, tx)
      }
    }
    await tx.db.update(preparations).set({ sentAt: tx.now, sentBy: actor.id }).where(eq(preparations.visitId, input.visitId))
    ring(tx, roomOf.visit(input.visitId), 'preparation')
    await enqueue(tx, 'notify', { event: 'preparation.sent', visitId: input.visitId })
    return { missing: [] }
  })
}
