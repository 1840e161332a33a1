// The evaluation page of a visit: own questionnaire, how many have answered, and what each side says of each goal.
import { and, eq, inArray } from 'drizzle-orm'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import { type Side, sides, type VisitFile } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import { hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { evaluationReceipts, evaluations, goalJudgements } from '#db/schema/index.ts'
import { canReadFeedback, canReadOutcome, respondentOf, writingSide } from '../policy.ts'
import { type Accord, accordOf } from '../rules/judgement.ts'
import { isOpen } from '../rules/windows.ts'
import { type Followed, listFollowed } from './followed.server.ts'

type Evaluation = typeof evaluations.$inferSelect
export type Judgement = typeof goalJudgements.$inferSelect
export type JudgedGoal = Followed & { host: Judgement | null; guest: Judgement | null; accord: Accord }

/** 'not_asked': takes no part, or nobody is asked yet. */
export type OwnState = 'not_asked' | 'open' | 'answered' | 'closed'

/** How many of a side were asked and have answered; both null when fewer were asked than may be shown. */
export type Turnout = { side: Side; asked: number | null; answered: number | null; closesAt: Date; closed: boolean }

export type EvaluationPage = {
  visitId: string
  own: OwnState
  ownClosesAt: Date | null
  turnouts: Turnout[]
  /** Least number of people asked for a turnout to be shown. */
  least: number
  goals: JudgedGoal[]
  /** The side in whose name the reader may judge now. */
  judges: Side | null
  status: VisitFile['visit']['status']
  timeZone: string
  hostUnit: { id: string; name: string }
  /** May the reader see the unit's pooled answers? */
  readsFeedback: boolean
}

/** @throws not_found unless the actor stands on one of the visit's sides. */
export async function findEvaluationFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<EvaluationPage> {
  const file = await findVisitFor(actor, visitId, ctx)
  hiddenUnless(canReadOutcome(actor, file))
  const rows = await ctx.db.select().from(evaluations).where(eq(evaluations.visitId, visitId))
  const receipts = await ctx.db
    .select({ evaluationId: evaluationReceipts.evaluationId, participantId: evaluationReceipts.participantId })
    .from(evaluationReceipts)
    .innerJoin(evaluations, eq(evaluations.id, evaluationReceipts.evaluationId))
    .where(eq(evaluations.visitId, visitId))
  const me = respondentOf(actor, file)
  const mine = rows.find((row) => row.side === me?.side)
  const answered = receipts.some((receipt) => receipt.evaluationId === mine?.id && receipt.participantId === me?.id)
  return {
    visitId,
    own: ownState(mine, answered, ctx.now),
    ownClosesAt: mine?.closesAt ?? null,
    turnouts: sides.flatMap((side) => {
      const row = rows.find((candidate) => candidate.side === side)
      return row ? [turnoutOf(row, file, receipts)] : []
    }),
    least: settings().SMALLEST_GROUP,
    goals: await listJudgedGoals(visitId, ctx),
    judges: writingSide(actor, file),
    status: file.visit.status,
    timeZone: file.visit.timeZone,
    hostUnit: { id: file.hostUnit.id, name: file.hostUnit.name },
    readsFeedback: canReadFeedback(actor, file.hostUnit.lineage),
  }
}

export function ownState(mine: Evaluation | undefined, answered: boolean, now: Date): OwnState {
  if (!mine) return 'not_asked'
  if (answered) return 'answered'
  return isOpen(mine, now) ? 'open' : 'closed'
}

function turnoutOf(
  row: Evaluation,
  file: VisitFile,
  receipts: readonly { evaluationId: string; participantId: string }[],
): Turnout {
  const answeredBy = new Set(receipts.filter(({ evaluationId }) => evaluationId === row.id).map((one) => one.participantId))
  const people = file.participants.filter(({ id, side, leftAt }) => side === row.side && (!leftAt || answeredBy.has(id)))
  const asked = row.asked ?? people.length
  const shown = asked >= settings().SMALLEST_GROUP
  return {
    side: row.side,
    asked: shown ? asked : null,
    answered: shown ? (row.answered ?? answeredBy.size) : null,
    closesAt: row.closesAt,
    closed: row.closedAt !== null,
  }
}

/** The visit's goals with what both sides say of them. Unguarded: for queries that have checked. */
async function listJudgedGoals(visitId: string, ctx: Ctx): Promise<JudgedGoal[]> {
  const goals = (await listFollowed(visitId, ctx)).filter(({ kind }) => kind === 'goal')
  const ids = goals.map(({ id }) => id)
  const judgements = ids.length > 0 ? await ctx.db.select().from(goalJudgements).where(inArray(goalJudgements.goalId, ids)) : []
  return goals.map((goal) => {
    const of = (side: Side) => judgements.find((one) => one.goalId === goal.id && one.side === side) ?? null
    const [host, guest] = [of('host'), of('guest')]
    return { ...goal, host, guest, accord: accordOf(host?.level ?? null, guest?.level ?? null) }
  })
}

/** Has this participant answered this questionnaire? */
export async function hasAnswered(evaluationId: string, participantId: string, ctx: Ctx): Promise<boolean> {
  const receipt = and(eq(evaluationReceipts.evaluationId, evaluationId), eq(evaluationReceipts.participantId, participantId))
  return (await ctx.db.select().from(evaluationReceipts).where(receipt)).length > 0
}
