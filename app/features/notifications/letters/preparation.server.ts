// Letters of preparation and programme: what was sent, what should be sent, what changed.
import { and, eq, gte } from 'drizzle-orm'
import { countOpenProposals, readGoals } from '#app/features/preparation/queries.server.ts'
import { isBefore, type Side } from '#app/features/visits/rules.ts'
import { formatDay, formatWeekday } from '#app/i18n/format.ts'
import { type Day, dayAt, daysBetween, instantAt } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { changeProposals, preparations, slots } from '#db/schema/index.ts'
import { type Circle, type Receiver, readCircle } from '../circle.server.ts'
import type { Letter } from '../words.ts'
import type { Draft } from './draft.ts'
import { addressOf, factsOf, guestsOf, sideOf } from './visit-words.ts'

type About = { visitId: string }
type Words = Pick<Letter, 'subject' | 'paragraphs' | 'action' | 'facts'>

export async function preparationSent({ visitId }: About, ctx: Ctx): Promise<Draft[]> {
  const [goal] = (await readGoals(visitId, ctx)).filter((one) => one.side === 'guest')
  return toCoordinators(visitId, 'host', ctx, ({ file }) => ({
    subject: m.notifications_prep_sent_subject({ guests: guestsOf(file) }),
    paragraphs: [
      m.notifications_prep_sent_text(file.visit),
      ...(goal ? [m.notifications_prep_sent_goal(), { words: goal.text, language: goal.language, by: goal.authorName }] : []),
    ],
    facts: factsOf(file),
    action: { label: m.notifications_requested_action(), path: addressOf(file.visit, 'preparation') },
  }))
}

export async function changesProposed({ visitId }: About, ctx: Ctx): Promise<Draft[]> {
  const count = await countOpenProposals(visitId, ctx)
  if (count === 0) return []
  return toCoordinators(visitId, 'host', ctx, ({ file }) => ({
    subject: m.notifications_prep_proposed_subject({ guests: guestsOf(file), title: file.visit.title }),
    paragraphs: [m.notifications_prep_proposed_text({ count })],
    action: { label: m.notifications_prep_proposed_action(), path: addressOf(file.visit, 'preparation') },
  }))
}

/** To the one who proposed it. */
export async function changeAnswered({ visitId, proposalId }: About & { proposalId: string }, ctx: Ctx): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  const [proposal] = await ctx.db.select().from(changeProposals).where(eq(changeProposals.id, proposalId))
  if (!circle || !proposal || (proposal.answer !== 'accepted' && proposal.answer !== 'declined')) return []
  const isAccepted = proposal.answer === 'accepted'
  const { visit, hostUnit } = circle.file
  const receivers = circle.people('guest').filter((person) => person.userId === proposal.proposedBy)
  return drafted(circle, receivers, () => {
    const names = { host: hostUnit.name, title: visit.title }
    return {
      subject: isAccepted ? m.notifications_prep_accepted_subject(names) : m.notifications_prep_declined_subject(names),
      paragraphs: [
        isAccepted ? m.notifications_prep_accepted_text() : m.notifications_prep_declined_text(),
        ...(proposal.reason ? [{ words: proposal.reason, language: hostUnit.language, by: hostUnit.name }] : []),
      ],
      action: { label: m.notifications_prep_answered_action(), path: addressOf(visit, 'preparation') },
    }
  })
}

/** To those who plan for the guests, as long as nothing has been sent and the last day stands. Worded by the day it goes out. */
export async function preparationDue({ visitId, dueOn }: About & { dueOn: Day }, ctx: Ctx): Promise<Draft[]> {
  const sent = await ctx.db.select().from(preparations).where(eq(preparations.visitId, visitId))
  const circle = await readCircle(visitId, ctx)
  if (sent[0]?.sentAt || circle?.file.visit.preparationDueOn !== dueOn || !isBefore(circle.file.visit)) return []
  const { visit, hostUnit } = circle.file
  return drafted(circle, circle.coordinators('guest'), () => {
    const names = { title: visit.title, host: hostUnit.name, day: formatDay(dueOn) }
    const action = { label: m.notifications_preparing_action(), path: addressOf(visit, 'preparation') }
    const daysLeft = daysBetween(dayAt(ctx.now, visit.timeZone), dueOn)
    if (daysLeft < 0) {
      const paragraphs = [m.notifications_prep_late_text(names)]
      return { subject: m.notifications_prep_late_subject(names), paragraphs, action }
    }
    const subject = daysLeft === 0 ? m.notifications_prep_due_today_subject(names) : m.notifications_prep_due_subject(names)
    return { subject, paragraphs: [m.notifications_prep_due_text(names)], action }
  })
}

/** To everybody who takes part, once a day: which points are new, moved or gone. Whoever changed all of it knows already. */
export async function programmeChanged({ visitId, day }: About & { day: Day }, ctx: Ctx): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  if (!circle) return []
  const { visit } = circle.file
  const since = instantAt(day, '00:00', visit.timeZone)
  const changed = await ctx.db
    .select()
    .from(slots)
    .where(and(eq(slots.visitId, visitId), gte(slots.updatedAt, since)))
    .orderBy(slots.day, slots.startsAt)
  const receivers = circle.people().filter((person) => changed.some((slot) => slot.updatedBy !== person.userId))
  return drafted(
    circle,
    receivers.filter((person) => person.hasAccount),
    () => ({
      subject: m.notifications_programme_subject(visit),
      paragraphs: [m.notifications_programme_text()],
      facts: changed.map((slot) => ({
        label: `${formatWeekday(slot.day)} ${slot.startsAt}–${slot.endsAt}`,
        value: slot.removedAt
          ? m.notifications_programme_gone({ title: slot.title })
          : [slot.title, slot.place].filter(Boolean).join(', '),
      })),
      action: { label: m.notifications_programme_action(), path: addressOf(visit, 'programme') },
    }),
  )
}

async function toCoordinators(visitId: string, side: Side, ctx: Ctx, words: (circle: Circle) => Words): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  if (!circle || !isBefore(circle.file.visit)) return []
  return drafted(circle, circle.coordinators(side), () => words(circle))
}

function drafted(circle: Circle, receivers: readonly Receiver[], words: () => Words): Draft[] {
  return receivers.map((to) => ({
    to,
    visitId: circle.file.visit.id,
    write: () => ({
      ...words(),
      why: to.participantId
        ? m.notifications_why_participant(circle.file.visit)
        : m.notifications_why_coordinator(circle.file.visit),
      contact: circle.contactFor(sideOf(circle.file, to.participantId)),
    }),
  }))
}
