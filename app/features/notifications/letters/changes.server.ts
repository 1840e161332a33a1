// Letters that carry a new calendar entry to everybody who has the old one.
import { and, desc, eq } from 'drizzle-orm'
import { calendarInviteFor } from '#app/features/programme/calendar.server.ts'
import { isInCalendars } from '#app/features/visits/rules/moves.ts'
import { formName } from '#app/features/visits/ui/words.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { visitMoves } from '#db/schema/index.ts'
import { type Circle, readCircle } from '../circle.server.ts'
import type { Letter } from '../words.ts'
import type { Draft } from './draft.ts'
import { addressOf, daysOf, factsOf, reasonOf, sideOf } from './visit-words.ts'

type About = { visitId: string }
type Words = Pick<Letter, 'subject' | 'paragraphs' | 'facts'>

/** The days have moved: the calendar entry moves along. */
export async function datesChanged({ visitId }: About, ctx: Ctx): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  if (!circle?.file.visit.startsOn) return []
  const { file } = circle
  const [change] = await ctx.db
    .select()
    .from(visitMoves)
    .where(and(eq(visitMoves.visitId, visitId), eq(visitMoves.change, 'dates')))
    .orderBy(desc(visitMoves.at), desc(visitMoves.position))
    .limit(1)
  const [startsOn = null, endsOn = null] = (change?.before ?? '').split('/').filter(Boolean)
  return toEverybody(circle, ctx, () => {
    const before = daysOf({ startsOn, endsOn, startPart: null, endPart: null })
    return {
      subject: m.notifications_dates_changed_subject({ title: file.visit.title, days: daysOf(file.visit) }),
      paragraphs: [m.notifications_dates_changed_text(), ...(change ? reasonOf(change, file) : [])],
      facts: [...factsOf(file), ...(before ? [{ label: m.notifications_dates_changed_before(), value: before }] : [])],
    }
  })
}

/** Another title, another form, another link to meet at. */
export async function factsChanged({ visitId }: About, ctx: Ctx): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  if (!circle || !isInCalendars(circle.file.visit)) return []
  const { file } = circle
  return toEverybody(circle, ctx, () => ({
    subject: m.notifications_facts_changed_subject(file.visit),
    paragraphs: [m.notifications_facts_changed_text()],
    facts: [...factsOf(file), { label: m.notifications_fact_form(), value: formName(file.visit.form) }],
  }))
}

function toEverybody(circle: Circle, ctx: Ctx, words: () => Words): Draft[] {
  const { file } = circle
  return circle.people().map((to) => ({
    to,
    visitId: file.visit.id,
    write() {
      const content = calendarInviteFor(file, to, 'REQUEST', ctx.now)
      return {
        ...words(),
        action: to.hasAccount ? { label: m.notifications_confirmed_action(), path: addressOf(file.visit) } : undefined,
        why: m.notifications_why_participant({ title: file.visit.title }),
        contact: circle.contactFor(sideOf(file, to.participantId)),
        calendar: content ? { method: 'REQUEST', content } : undefined,
      }
    },
  }))
}
