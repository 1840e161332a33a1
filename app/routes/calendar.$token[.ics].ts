import { readTalkFeed } from '#app/features/pairs/queries/talk-calendar.server.ts'
import { readCalendarFeed } from '#app/features/programme/calendar-feeds.server.ts'
import { open } from '#app/http/door.server.ts'
import { found } from '#app/kernel/errors.ts'

/** The token in the address is the permission; nobody signs in from a calendar. */
export const loader = open(async ({ ctx, params }) => {
  const token = found(params.token)
  const feed = (await readTalkFeed(token, ctx)) ?? (await readCalendarFeed(token, ctx))
  return new Response(feed, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, max-age=300',
      'Content-Disposition': 'inline; filename="samlara.ics"',
    },
  })
})
