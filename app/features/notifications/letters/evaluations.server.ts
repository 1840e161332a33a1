// Letters of the evaluations room. Each carries a personal link, made for this one mail right before it is sent.
import { eq } from 'drizzle-orm'
import { issueQuestionnaireLink } from '#app/features/evaluations/commands.server.ts'
import { otherSide, type Side } from '#app/features/visits/rules/words.ts'
import { summaryDueOn } from '#app/features/visits/rules.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { NotifyEvent } from '#app/jobs/events.ts'
import { lastWholeDayBefore } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { evaluationReceipts, evaluations, followUpAnswers, followUps, summaryAgreements } from '#db/schema/index.ts'
import { type Circle, type Receiver, readCircle } from '../circle.server.ts'
import type { Draft } from './draft.ts'
import { addressOf, factsOf, nameOf, sideOf } from './visit-words.ts'

type Told<E extends NotifyEvent['event']> = Extract<NotifyEvent, { event: E }>

/** To everybody of the side who has not answered. The mail itself says nothing of who has. */
export async function evaluationOpened(
  { event, evaluationId }: Told<'evaluations.opened' | 'evaluations.reminder'>,
  ctx: Ctx,
): Promise<Draft[]> {
  const [evaluation] = await ctx.db.select().from(evaluations).where(eq(evaluations.id, evaluationId))
  const circle = evaluation && (await readCircle(evaluation.visitId, ctx))
  if (!evaluation || !circle || evaluation.closedAt || evaluation.closesAt <= ctx.now) return []
  const receipts = await ctx.db.select().from(evaluationReceipts).where(eq(evaluationReceipts.evaluationId, evaluationId))
  const answered = new Set(receipts.map((receipt) => receipt.participantId))
  const { visit } = circle.file
  const isFirst = event === 'evaluations.opened'
  return asked(circle, answered, evaluation.side).map(({ to, participantId }) => ({
    to,
    visitId: visit.id,
    async write() {
      const names = { title: visit.title, day: formatDay(lastWholeDayBefore(evaluation.closesAt, visit.timeZone)) }
      const token = await issueQuestionnaireLink(ctx, { participantId, evaluationId })
      return {
        subject: isFirst ? m.notifications_evaluation_subject(names) : m.notifications_reminder_subject(names),
        paragraphs: isFirst
          ? [m.notifications_evaluation_text()]
          : [m.notifications_evaluation_text(), m.notifications_reminder_text()],
        action: { label: m.notifications_evaluation_action(), path: `/e/${token}` },
        why: m.notifications_evaluation_why(visit),
        contact: circle.contactFor(evaluation.side),
      }
    },
  }))
}

/** To everybody who took part and has not answered this round. */
export async function followUpOpened(
  { event, followUpId }: Told<'evaluations.follow_up_opened' | 'evaluations.follow_up_reminder'>,
  ctx: Ctx,
): Promise<Draft[]> {
  const [round] = await ctx.db.select().from(followUps).where(eq(followUps.id, followUpId))
  const circle = round && (await readCircle(round.visitId, ctx))
  if (!round || !circle || round.closedAt || round.closesAt <= ctx.now) return []
  const answers = await ctx.db.select().from(followUpAnswers).where(eq(followUpAnswers.followUpId, followUpId))
  const answered = new Set(answers.map((answer) => answer.participantId))
  const { visit } = circle.file
  const isFirst = event === 'evaluations.follow_up_opened'
  return asked(circle, answered).map(({ to, participantId }) => ({
    to,
    visitId: visit.id,
    async write() {
      const names = { title: visit.title, day: formatDay(lastWholeDayBefore(round.closesAt, visit.timeZone)) }
      const token = await issueQuestionnaireLink(ctx, { participantId, followUpId })
      return {
        subject: isFirst ? m.notifications_follow_up_subject(names) : m.notifications_follow_up_reminder_subject(names),
        paragraphs: [
          m.notifications_follow_up_text({ months: round.months }),
          ...(isFirst ? [] : [m.notifications_follow_up_reminder_text()]),
        ],
        action: { label: m.notifications_evaluation_action(), path: `/e/${token}` },
        why: m.notifications_evaluation_why(visit),
        contact: circle.contactFor(sideOf(circle.file, participantId)),
      }
    },
  }))
}

/** One side stands behind the summary: to those who plan for the other, as long as they have not agreed. */
export async function summaryAgreed({ visitId, side }: Told<'evaluations.summary_agreed'>, ctx: Ctx): Promise<Draft[]> {
  const circle = await readCircle(visitId, ctx)
  if (circle?.file.visit.status !== 'evaluating') return []
  const { visit } = circle.file
  const agreements = await ctx.db.select().from(summaryAgreements).where(eq(summaryAgreements.visitId, visitId))
  const waitsFor = otherSide(side)
  if (!agreements.some((row) => row.side === side) || agreements.some((row) => row.side === waitsFor)) return []
  return circle.coordinators(waitsFor).map((to) => ({
    to,
    visitId,
    write: () => ({
      subject: m.notifications_summary_agreed_subject({ title: visit.title, day: dueDay(circle) }),
      paragraphs: [m.notifications_summary_agreed_text({ side: nameOf(side, circle.file) })],
      facts: factsOf(circle.file),
      action: { label: m.notifications_requested_action(), path: addressOf(visit, 'summary') },
      why: m.notifications_why_coordinator(visit),
      contact: circle.contactFor(waitsFor),
    }),
  }))
}

type Asked = { to: Receiver; participantId: string }

function asked(circle: Circle, answered: ReadonlySet<string>, side?: Side): Asked[] {
  return circle
    .people(side)
    .flatMap((to) => (to.participantId && !answered.has(to.participantId) ? [{ to, participantId: to.participantId }] : []))
}

function dueDay({ file: { visit } }: Circle): string {
  return visit.startsOn && visit.endsOn ? formatDay(summaryDueOn({ startsOn: visit.startsOn, endsOn: visit.endsOn })) : ''
}
