// Letters to one person who came to a visit or is no longer part of it.
import { calendarInviteFor } from '#app/features/programme/calendar.server.ts'
import { isInCalendars } from '#app/features/visits/rules/moves.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { readAddress, readCircle } from '../circle.server.ts'
import type { Draft } from './draft.ts'
import { addressOf, factsOf, guestsOf } from './visit-words.ts'

type About = { visitId: string; participantId: string }

/** To a colleague of the hosts who sat down without an invitation: that they did, and the entry for their calendar. */
export async function participantAdded({ visitId, participantId }: About, ctx: Ctx): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  const to = circle?.people().find((person) => person.participantId === participantId)
  if (!circle || !to) return []
  const { file } = circle
  return [
    {
      to,
      visitId,
      write() {
        const content = isInCalendars(file.visit) ? calendarInviteFor(file, to, 'REQUEST', ctx.now) : null
        return {
          subject: m.notifications_added_subject(file.visit),
          paragraphs: [
            m.notifications_added_text({ guests: guestsOf(file) }),
            ...(content ? [m.notifications_confirmed_text()] : []),
          ],
          facts: factsOf(file),
          action: { label: m.notifications_confirmed_action(), path: addressOf(file.visit) },
          why: m.notifications_why_participant(file.visit),
          contact: circle.contactFor('host'),
          calendar: content ? { method: 'REQUEST', content } : undefined,
        }
      },
    },
  ]
}

/**
 * The only mail for somebody who was taken out: that they are, and the calendar entry leaves with them. Who left by themselves
 * hears nothing but that, and only when there is an entry.
 */
export async function participantRemoved({ visitId, participantId }: About, ctx: Ctx): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  const person = circle?.file.participants.find((one) => one.id === participantId)
  if (!circle || !person?.leftAt) return []
  const { file } = circle
  const leftThemselves = person.leftBy !== null && person.leftBy === person.userId
  const hasEntry = isInCalendars(file.visit)
  if (leftThemselves && !hasEntry) return []
  const to = (person.userId ? await readAddress(person.userId, ctx) : person) ?? person
  return [
    {
      to: { name: to.name, email: to.email, locale: to.locale },
      visitId,
      write() {
        const content = hasEntry ? calendarInviteFor(file, to, 'CANCEL', ctx.now) : null
        const text = leftThemselves ? m.notifications_left_text() : m.notifications_removed_text({ host: file.hostUnit.name })
        return {
          subject: leftThemselves ? m.notifications_left_subject(file.visit) : m.notifications_removed_subject(file.visit),
          paragraphs: [text, ...(content ? [m.notifications_called_off_calendar()] : [])],
          why: m.notifications_removed_why(),
          contact: circle.contactFor(person.side),
          calendar: content ? { method: 'CANCEL', content } : undefined,
        }
      },
    },
  ]
}
