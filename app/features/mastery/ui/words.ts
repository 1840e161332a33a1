// How rounds and their standing are said.
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { RatingPage } from '../queries/rating-page.server.ts'
import type { Round } from '../words.ts'

export function ratingAddress(pairId: string, ...rest: string[]): string {
  return ['/pairs', pairId, 'rating', ...rest].join('/')
}

export const roundNames: Record<Round, () => string> = {
  before: m.mastery_round_before,
  end: m.mastery_round_end,
  after: m.mastery_round_after,
}

export const formTitles: Record<Round, () => string> = {
  before: m.mastery_form_before,
  end: m.mastery_form_end,
  after: m.mastery_form_after,
}

export const needTitles: Record<Round, () => string> = {
  before: m.mastery_need_before,
  end: m.mastery_need_end,
  after: m.mastery_need_after,
}

/** What has become of a round: what the person did comes before what the clock says. */
export function standingWords({ round, state, opensOn, lastDay, answeredOn, wasLate }: RatingPage['rounds'][number]): string {
  if (answeredOn) {
    const day = formatDay(answeredOn)
    return wasLate ? m.mastery_state_answered_late({ day }) : m.mastery_state_answered({ day })
  }
  if (state === 'late') return m.mastery_state_late()
  if (state === 'closed') return m.mastery_state_missed()
  if (state === 'open') return lastDay ? m.mastery_state_open({ day: formatDay(lastDay) }) : m.mastery_state_open_now()
  if (opensOn) return m.mastery_state_opens({ day: formatDay(opensOn) })
  return round === 'after' ? m.mastery_state_before_after() : m.mastery_state_before_end()
}
