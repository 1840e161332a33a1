// Letters that follow a move of the visit. Which moves are told, and to whom, is one table below.
import { eq } from 'drizzle-orm'
import { calendarInviteFor } from '#app/features/programme/calendar.server.ts'
import { askingSide, otherSide, type Side, sides, type VisitStatus } from '#app/features/visits/rules/words.ts'
import { formatDay, formatList } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { dateProposals, units, visitMoves, visitReferrals } from '#db/schema/index.ts'
import { type Circle, type Receiver, readCircle } from '../circle.server.ts'
import type { Letter } from '../words.ts'
import type { Draft } from './draft.ts'
import { addressOf, daysOf, factsOf, nameOf, reasonOf, sideOf } from './visit-words.ts'

type Move = typeof visitMoves.$inferSelect
type Telling = { circle: Circle; move: Move; ctx: Ctx }
type Words = Pick<Letter, 'subject' | 'paragraphs' | 'action' | 'facts' | 'calendar'>
type Teller = { to(telling: Telling): Receiver[]; words(telling: Telling, to: Receiver): Words | Promise<Words> }

/**
 * What each move says. Moves without a line are silent: `asked` has a letter of its own, `preparing` comes with `confirmed`,
 * `evaluating` brings its questionnaires, and `followed_up` closes by itself.
 */
const tellers: Partial<Record<VisitStatus, Teller>> = {
  in_dialogue: { to: ({ circle }) => circle.coordinators(askingSide(circle.file.visit)), words: inDialogue },
  confirmed: { to: ({ circle }) => circle.people(), words: confirmed },
  under_way: { to: withAccount, words: underWay },
  summarised: { to: withAccount, words: summarised },
  closed: { to: withAccount, words: closed },
  declined: { to: ({ circle }) => circle.coordinators(askingSide(circle.file.visit)), words: declined },
  withdrawn: { to: everybody, words: calledOff },
  cancelled: { to: everybody, words: calledOff },
}

export async function moved({ visitId, moveId }: { visitId: string; moveId: string }, ctx: Ctx): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  const [move] = await ctx.db.select().from(visitMoves).where(eq(visitMoves.id, moveId))
  const teller = move && tellers[move.toStatus]
  if (!circle || !move || !teller || (await isToldAlready(move, ctx))) return []
  const telling = { circle, move, ctx }
  return teller.to(telling).map((to) => ({
    to,
    visitId,
    async write() {
      const { visit } = circle.file
      const words = await teller.words(telling, to)
      const why = to.participantId ? m.notifications_why_participant(visit) : m.notifications_why_coordinator(visit)
      const contact = circle.contactFor(sideOf(circle.file, to.participantId))
      return { ...words, action: to.hasAccount ? words.action : undefined, why, contact }
    },
  }))
}

/** Days that were proposed or marked in the same moment open the dialogue; their own letter says more. */
async function isToldAlready({ toStatus, visitId, at }: Move, ctx: Ctx): Promise<boolean> {
  if (toStatus !== 'in_dialogue') return false
  const proposals = await ctx.db.select().from(dateProposals).where(eq(dateProposals.visitId, visitId))
  return proposals.some(({ createdAt, markedAt }) => [createdAt, markedAt].some((one) => one?.getTime() === at.getTime()))
}

function withAccount({ circle }: Telling): Receiver[] {
  return circle.people().filter((person) => person.hasAccount)
}

/**
 * Everybody that the visit was promised to, and those who plan it. The one who called it off knows, but their calendar does not:
 * they are left out only while no days were agreed.
 */
function everybody({ circle, move }: Telling): Receiver[] {
  const planning = sides.flatMap((side) => circle.coordinators(side))
  const all = new Map([...planning, ...circle.people()].map((person) => [person.email, person]))
  const known = circle.file.visit.startsOn ? null : move.actorId
  return [...all.values()].filter((person) => person.userId === null || person.userId !== known)
}

function inDialogue({ circle: { file }, move }: Telling): Words {
  const side = nameOf(otherSide(askingSide(file.visit)), file)
  return {
    subject: m.notifications_in_dialogue_subject({ side, title: file.visit.title }),
    paragraphs: [m.notifications_in_dialogue_text({ side }), ...reasonOf(move, file)],
    action: { label: m.notifications_dates_proposed_action(), path: addressOf(file.visit, 'dates') },
  }
}

function confirmed({ circle, ctx }: Telling, to: Receiver): Words {
  const { file } = circle
  const { visit } = file
  const names = { title: visit.title, days: daysOf(visit), host: file.hostUnit.name }
  const content = calendarInviteFor(file, to, 'REQUEST', ctx.now)
  const prepares = visit.preparationDueOn && circle.coordinators('guest').some((one) => one.email === to.email)
  const day = visit.preparationDueOn ? formatDay(visit.preparationDueOn) : ''
  return {
    subject: prepares ? m.notifications_preparing_subject({ ...names, day }) : m.notifications_confirmed_subject(names),
    paragraphs: [m.notifications_confirmed_text(), ...(prepares ? [m.notifications_preparing_text(names)] : [])],
    facts: factsOf(file),
    action: prepares
      ? { label: m.notifications_preparing_action(), path: addressOf(visit, 'preparation') }
      : { label: m.notifications_confirmed_action(), path: addressOf(visit) },
    calendar: content ? { method: 'REQUEST', content } : undefined,
  }
}

function underWay({ circle: { file } }: Telling): Words {
  return {
    subject: m.notifications_under_way_subject(file.visit),
    paragraphs: [m.notifications_under_way_text()],
    facts: factsOf(file),
    action: { label: m.notifications_under_way_action(), path: addressOf(file.visit, 'room') },
  }
}

function summarised({ circle: { file } }: Telling): Words {
  return {
    subject: m.notifications_summarised_subject(file.visit),
    paragraphs: [m.notifications_summarised_text()],
    action: { label: m.notifications_summarised_action(), path: addressOf(file.visit, 'summary') },
  }
}

function closed({ circle: { file } }: Telling): Words {
  return {
    subject: m.notifications_closed_subject(file.visit),
    paragraphs: [m.notifications_closed_text()],
    action: { label: m.notifications_closed_action(), path: addressOf(file.visit, 'summary') },
  }
}

async function declined({ circle: { file }, move, ctx }: Telling): Promise<Words> {
  const similar = await ctx.db
    .select({ name: units.name })
    .from(visitReferrals)
    .innerJoin(units, eq(units.id, visitReferrals.unitId))
    .where(eq(visitReferrals.visitId, file.visit.id))
  const side = nameOf(otherSide(askingSide(file.visit)), file)
  return {
    subject: m.notifications_declined_subject(file.visit),
    paragraphs: [
      m.notifications_declined_text({ side }),
      ...reasonOf(move, file),
      ...(similar.length > 0 ? [m.notifications_declined_similar({ units: formatList(similar.map(({ name }) => name)) })] : []),
    ],
    action: { label: m.notifications_declined_action(), path: '/offers' },
  }
}

function calledOff({ circle, move, ctx }: Telling, to: Receiver): Words {
  const { file } = circle
  const { visit } = file
  if (move.actorId === null) {
    const action = { label: m.notifications_called_off_action(), path: addressOf(visit) }
    return { subject: m.notifications_silent_subject(visit), paragraphs: [m.notifications_silent_text()], action }
  }
  const side = nameOf(sideOfActor(circle, move.actorId), file)
  const content = visit.startsOn ? calendarInviteFor(file, to, 'CANCEL', ctx.now) : null
  const days = daysOf(visit)
  return {
    subject: days
      ? m.notifications_called_off_subject({ title: visit.title, days })
      : m.notifications_withdrawn_subject({ title: visit.title }),
    paragraphs: [
      days ? m.notifications_called_off_text({ side }) : m.notifications_withdrawn_text({ side }),
      ...reasonOf(move, file),
      ...(content ? [m.notifications_called_off_calendar()] : []),
    ],
    action: { label: m.notifications_called_off_action(), path: addressOf(visit) },
    calendar: content ? { method: 'CANCEL', content } : undefined,
  }
}

function sideOfActor(circle: Circle, actorId: string): Side {
  return circle.file.participants.find((person) => person.userId === actorId)?.side ?? 'host'
}
