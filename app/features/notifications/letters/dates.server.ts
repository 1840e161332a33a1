// Letters while two sides find each other: asked or invited, days proposed, marked, changed.
import { and, eq, isNull } from 'drizzle-orm'
import { isBefore, isOpenForDates } from '#app/features/visits/rules/moves.ts'
import { answeringSide, askingSide, otherSide, type Side } from '#app/features/visits/rules/words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { addDays, type Day, dayAt, weekday } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { dateProposals } from '#db/schema/index.ts'
import { type Circle, readCircle } from '../circle.server.ts'
import { UNANSWERED_WORKING_DAYS } from '../rules.ts'
import type { Letter } from '../words.ts'
import type { Draft } from './draft.ts'
import { acrossFrom, addressOf, daysOf, factsOf, guestsOf, nameOf, reasonOf } from './visit-words.ts'

type About = { visitId: string }

/** To those who owe the answer, with the other side's own words. */
export async function requested({ visitId }: About, ctx: Ctx): Promise<Draft[]> {
  return asking(visitId, ctx, (circle, day) => {
    const { file } = circle
    const facts = { host: file.hostUnit.name, guests: guestsOf(file), title: file.visit.title, day }
    const isAsked = file.visit.direction === 'asked'
    return {
      subject: isAsked ? m.notifications_requested_subject(facts) : m.notifications_invited_subject(facts),
      text: isAsked ? m.notifications_requested_text(facts) : m.notifications_invited_text(facts),
    }
  })
}

/** The same people, some working days later, once. */
export async function unanswered({ visitId }: About, ctx: Ctx): Promise<Draft[]> {
  return asking(visitId, ctx, ({ file }) => {
    const facts = { host: file.hostUnit.name, guests: guestsOf(file), title: file.visit.title }
    const isAsked = file.visit.direction === 'asked'
    return {
      subject: isAsked ? m.notifications_unanswered_subject(facts) : m.notifications_unanswered_invited_subject(facts),
      text: m.notifications_unanswered_text({ days: UNANSWERED_WORKING_DAYS }),
    }
  })
}

type Opening = { subject: string; text: string }

async function asking(visitId: string, ctx: Ctx, open: (circle: Circle, answerBy: string) => Opening): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  if (circle?.file.visit.status !== 'asked') return []
  const { file, coordinators, contactFor } = circle
  const side = answeringSide(file.visit)
  const proposals = await readProposals(visitId, ctx)
  // Who was invited by this very visit has a letter of their own, with the way in.
  const answering = coordinators(side).filter((person) => person.hasAccount)
  return answering.map((to) => ({
    to,
    visitId,
    write() {
      const { visit } = file
      const answerBy = formatDay(workingDaysAfter(dayAt(visit.createdAt, visit.timeZone), UNANSWERED_WORKING_DAYS))
      const { subject, text } = open(circle, answerBy)
      return {
        subject,
        paragraphs: [text, { words: visit.inquiry, language: visit.language, by: nameOf(askingSide(visit), file) }],
        facts: [
          ...factsOf(file),
          { label: m.notifications_fact_size(), value: String(visit.groupSize) },
          ...proposals.map((range, index) => ({ label: daysLabel(index, proposals.length), value: daysOf(range) })),
        ],
        action: { label: m.notifications_requested_action(), path: addressOf(visit, 'dates') },
        why: m.notifications_why_coordinator({ title: visit.title }),
        contact: contactFor(side),
      }
    },
  }))
}

function daysLabel(index: number, count: number): string {
  return count === 1 ? m.notifications_fact_days() : `${m.notifications_fact_days()} ${index + 1}`
}

function workingDaysAfter(from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (weekday(day) <= 5) left -= 1
  }
  return day
}

/** To the side that did not propose the newest days. The letter that asked for the visit has told of the first ones. */
export async function datesProposed({ visitId }: About, ctx: Ctx): Promise<Draft[]> {
  const [newest] = (await readProposals(visitId, ctx)).toSorted((a, b) => Number(b.createdAt) - Number(a.createdAt))
  if (!newest) return []
  const side = otherSide(newest.side)
  const proposed = (await readProposals(visitId, ctx)).filter((range) => range.side === newest.side)
  return toCoordinators(visitId, side, ctx, ({ file }) => {
    const label = m.notifications_dates_proposed_action()
    const names = { side: acrossFrom(side, file), title: file.visit.title, days: daysOf(file.visit) }
    if (isBefore(file.visit)) {
      const why = reasonOf({ reason: newest.reason, actorId: newest.proposedBy }, file)
      const paragraphs = [m.notifications_dates_move_text(names), ...proposed.map(daysOf), ...why]
      return { subject: m.notifications_dates_move_subject(names), paragraphs, label }
    }
    const paragraphs = [m.notifications_dates_proposed_text(names), ...proposed.map(daysOf)]
    return { subject: m.notifications_dates_proposed_subject(names), paragraphs, label }
  })
}

/** To the side that wanted to move the visit: the other side keeps the days that stand, and why. */
export async function datesKept({ visitId, proposalId }: About & { proposalId: string }, ctx: Ctx): Promise<Draft[]> {
  const [proposal] = await ctx.db.select().from(dateProposals).where(eq(dateProposals.id, proposalId))
  if (!proposal) return []
  return toCoordinators(visitId, proposal.side, ctx, ({ file }) => {
    const names = { side: acrossFrom(proposal.side, file), title: file.visit.title, days: daysOf(file.visit) }
    return {
      subject: m.notifications_dates_kept_subject(names),
      paragraphs: [
        m.notifications_dates_kept_text(names),
        ...reasonOf({ reason: proposal.answer, actorId: proposal.markedBy }, file),
      ],
      label: m.notifications_dates_proposed_action(),
    }
  })
}

/** To the side whose days were marked. */
export async function datesMarked({ visitId }: About, ctx: Ctx): Promise<Draft[]> {
  const marked = (await readProposals(visitId, ctx)).filter((range) => range.markedAt)
  const [newest] = marked.toSorted((a, b) => Number(b.markedAt) - Number(a.markedAt))
  if (!newest) return []
  const fitting = marked.filter((range) => range.side === newest.side && range.fits)
  return toCoordinators(visitId, newest.side, ctx, ({ file }) => ({
    subject: m.notifications_dates_marked_subject({ side: acrossFrom(newest.side, file), title: file.visit.title }),
    paragraphs:
      fitting.length > 0
        ? [m.notifications_dates_marked_some(), ...fitting.map(daysOf)]
        : [m.notifications_dates_marked_none()],
    label: m.notifications_dates_marked_action(),
  }))
}

type Words = Pick<Letter, 'subject' | 'paragraphs'> & { label: string }

async function toCoordinators(visitId: string, side: Side, ctx: Ctx, words: (circle: Circle) => Words): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  if (!circle) return []
  const { visit } = circle.file
  if (!isOpenForDates(visit) && !isBefore(visit)) return []
  return circle.coordinators(side).map((to) => ({
    to,
    visitId,
    write() {
      const { subject, paragraphs, label } = words(circle)
      const action = { label, path: addressOf(visit, 'dates') }
      const why = m.notifications_why_coordinator({ title: visit.title })
      return { subject, paragraphs, action, why, contact: circle.contactFor(side) }
    },
  }))
}

async function readProposals(visitId: string, ctx: Ctx) {
  return ctx.db
    .select()
    .from(dateProposals)
    .where(and(eq(dateProposals.visitId, visitId), isNull(dateProposals.retiredAt)))
    .orderBy(dateProposals.position)
}
