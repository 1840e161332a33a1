// Something happened: writes down who is to be told, one mail each, and leaves the sending for later. All or nothing.
import { createHash } from 'node:crypto'
import type { NotifyEvent } from '#app/jobs/events.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { ring } from '#app/live/bus.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { mails } from '#db/schema/index.ts'
import { draftsFor } from '../letters/index.server.ts'
import { occasionOf } from '../rules.ts'

/**
 * Lays out the mails that are due because of `event`. `workId`: the piece of work that carries the event; tried again, it
 * finds its own mails and adds none. Returns how many were new.
 */
export async function announce(event: NotifyEvent, workId: string, ctx: Ctx = here()): Promise<number> {
  return transaction(ctx, async (inner) => {
    let made = 0
    for (const { to, visitId } of await draftsFor(event, inner)) {
      const id = newId()
      const laid = await inner.db
        .insert(mails)
        .values({
          id,
          key: keyOf(occasionOf(event, workId), to.email),
          event: event.event,
          visitId,
          receiver: to.email,
          locale: to.locale,
          state: 'waiting',
          createdAt: inner.now,
        })
        .onConflictDoNothing({ target: mails.key })
        .returning({ id: mails.id })
      if (laid.length === 0) continue
      if (to.userId) ring(inner, roomOf.person(to.userId), 'needs')
      await enqueue(inner, 'mail.send', { mailId: id, event }, { singletonKey: id })
      made += 1
    }
    return made
  })
}

/** Hashed, so that the guard against telling twice does not keep the address that the log lets go of. */
function keyOf(occasion: string, address: string): string {
  return createHash('sha256').update(`${occasion}\n${address}`).digest('hex')
}
