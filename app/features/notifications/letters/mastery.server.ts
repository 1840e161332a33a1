// Letters about a person's own rating: to that person alone, and never about what was said.
import { readPeopleNow } from '#app/features/identity/queries.server.ts'
import { listOwnRoundsFor } from '#app/features/mastery/queries/own-rounds.server.ts'
import { roundNow, waitsFor } from '#app/features/mastery/rules/rounds.ts'
import type { Round } from '#app/features/mastery/words.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import { lastWholeDayBefore } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import type { Draft } from './draft.ts'

/** To who is asked, as long as the round is open and they have neither answered nor said "not now". */
export async function ratingAsked(
  { pairId, personId, round, again }: Extract<NotifyEvent, { event: 'mastery.asked' }>,
  ctx: Ctx,
): Promise<Draft[]> {
  const [reader] = await readPeopleNow([personId], ctx)
  if (!reader) return []
  const own = (await listOwnRoundsFor(reader, ctx)).find(({ pair }) => pair.id === pairId)
  const standing = own && roundNow(own.standings)
  if (!own?.canRate || standing?.round !== round || !waitsFor(standing, own.place, own.ratings[round], ctx.now)) return []
  const { name, email, locale, id: userId } = reader
  const lastDay = standing.closesAt && lastWholeDayBefore(standing.closesAt, own.pair.unit.timeZone)
  return [
    {
      to: { name, email, locale, userId },
      visitId: null,
      write() {
        const day = lastDay ? formatDay(lastDay) : ''
        return {
          subject: again ? m.notifications_rating_subject_again({ day }) : subjects[round](),
          paragraphs: [texts[round](), m.notifications_rating_text({ day }), m.notifications_rating_own()],
          action: { label: m.notifications_rating_action(), path: `/pairs/${pairId}/rating` },
          why: m.notifications_rating_why({ unit: own.pair.unit.name }),
          contact: null,
        }
      },
    },
  ]
}

const subjects: Record<Round, () => string> = {
  before: m.notifications_rating_subject_before,
  end: m.notifications_rating_subject_end,
  after: m.notifications_rating_subject_after,
}

const texts: Record<Round, () => string> = {
  before: m.notifications_rating_text_before,
  end: m.notifications_rating_text_end,
  after: m.notifications_rating_text_after,
}
