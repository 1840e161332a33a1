import { findTalkEntryFor } from '#app/features/pairs/queries/talk-calendar.server.ts'
import { signedIn } from '#app/http/door.server.ts'

/** The talk as a file for a calendar. */
export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const entry = await findTalkEntryFor(actor, { pairId: idOf('pairId'), talkId: idOf('talkId') }, ctx)
  return new Response(entry, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'Content-Disposition': 'attachment; filename="samlara.ics"',
    },
  })
})
