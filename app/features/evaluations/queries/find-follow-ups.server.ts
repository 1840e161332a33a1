// What was introduced in practice: the form of one person, and what everybody said, goal by goal.
import { and, eq, inArray } from 'drizzle-orm'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import { followUpMonthsOf } from '#app/features/visits/reference.server.ts'
import { followUpRounds } from '#app/features/visits/rules/calendar.ts'
import type { Participant, Side, VisitFile } from '#app/features/visits/rules/words.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { followUpAnswers, followUpSteps, followUps } from '#db/schema/index.ts'
import { instrumentOf, scales } from '../instruments.server.ts'
import { canReadOutcome, respondentOf } from '../policy.ts'
import type { Answers } from '../rules/answers.ts'
import type { Instrument, Scales } from '../rules/instrument.ts'
import { isOpen } from '../rules/windows.ts'
import type { ProgressStep } from '../words.ts'
import { type Followed, listFollowed } from './followed.server.ts'

type Round = typeof followUps.$inferSelect

export type FollowUpForm = {
  kind: 'follow_up'
  followUpId: string
  visitId: string
  visitTitle: string
  visitLanguage: string
  hostUnitName: string
  timeZone: string
  months: number
  state: 'open' | 'closed'
  closesAt: Date
  instrument: Instrument
  scales: Scales
  followed: Followed[]
  /** What this person said so far; version 0 when nothing. */
  own: { version: number; answers: Answers; steps: { followedId: string; progress: ProgressStep; words: string }[] }
}

/** One person's words in one round. */
export type SaidInRound = {
  participantId: string
  name: string
  side: Side
  answers: Answers
  language: string
  answeredAt: Date
  steps: { followedId: string; progress: ProgressStep; words: string }[]
}

export type RoundPage = {
  id: string
  months: number
  closesAt: Date
  closed: boolean
  asked: number
  said: SaidInRound[]
}

export type FollowUpsPage = {
  visitId: string
  timeZone: string
  /** When the reader last answered the open round. */
  ownAnsweredAt: Date | null
  /** The form to fill in now, for somebody who takes part while a round is open. */
  form: FollowUpForm | null
  rounds: RoundPage[]
  /** Days on which rounds are still to be opened. */
  ahead: { months: number; opensOn: Day }[]
  followed: Followed[]
  instrument: Instrument
  scales: Scales
}

/** @throws not_found unless the actor stands on one of the visit's sides. */
export async function findFollowUpsFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<FollowUpsPage> {
  const file = await findVisitFor(actor, visitId, ctx)
  found(canReadOutcome(actor, file) ? file : null)
  const rounds = await ctx.db.select().from(followUps).where(eq(followUps.visitId, visitId)).orderBy(followUps.months)
  const said = await listSaid(rounds, file.participants, ctx)
  const me = respondentOf(actor, file)
  const open = rounds.find((round) => isOpen(round, ctx.now))
  const mine = said.find((one) => one.followUpId === open?.id && one.participantId === me?.id)
  return {
    visitId,
    timeZone: file.visit.timeZone,
    ownAnsweredAt: mine?.answeredAt ?? null,
    form: me && open ? await followUpForm(file, open, me.id, ctx) : null,
    rounds: rounds.map((round) => {
      const answers = said.filter((one) => one.followUpId === round.id)
      const stays = file.participants.filter((one) => !one.leftAt || answers.some((other) => other.participantId === one.id))
      const { id, months, closesAt, closedAt } = round
      return { id, months, closesAt, closed: closedAt !== null, asked: round.asked ?? stays.length, said: answers }
    }),
    ahead: roundsAhead(file, rounds),
    followed: await listFollowed(visitId, ctx),
    instrument: instrumentOf('visit_followup', rounds.at(-1)?.instrumentVersion ?? 1),
    scales,
  }
}

function roundsAhead({ visit }: VisitFile, rounds: readonly Round[]): { months: number; opensOn: Day }[] {
  if (!visit.startsOn || !visit.endsOn || visit.status === 'closed') return []
  const planned = followUpRounds({ startsOn: visit.startsOn, endsOn: visit.endsOn }, followUpMonthsOf(visit.kind))
  const latest = rounds.at(-1)?.months ?? 0
  return planned.filter(({ months }) => months > latest).map(({ months, opensOn }) => ({ months, opensOn }))
}

/** The form of one participant in one round, with what they said before. Unguarded: callers have found the participant. */
export async function followUpForm(file: VisitFile, round: Round, participantId: string, ctx: Ctx): Promise<FollowUpForm> {
  const mine = and(eq(followUpAnswers.followUpId, round.id), eq(followUpAnswers.participantId, participantId))
  const [answer] = await ctx.db.select().from(followUpAnswers).where(mine)
  const steps = await ctx.db
    .select({ followedId: followUpSteps.followedId, progress: followUpSteps.progress, words: followUpSteps.words })
    .from(followUpSteps)
    .where(and(eq(followUpSteps.followUpId, round.id), eq(followUpSteps.participantId, participantId)))
  return {
    kind: 'follow_up',
    followUpId: round.id,
    visitId: file.visit.id,
    visitTitle: file.visit.title,
    visitLanguage: file.visit.language,
    hostUnitName: file.hostUnit.name,
    timeZone: file.visit.timeZone,
    months: round.months,
    state: isOpen(round, ctx.now) ? 'open' : 'closed',
    closesAt: round.closesAt,
    instrument: instrumentOf('visit_followup', round.instrumentVersion),
    scales,
    followed: await listFollowed(file.visit.id, ctx),
    own: { version: answer?.version ?? 0, answers: (answer?.answers ?? {}) as Answers, steps },
  }
}

async function listSaid(
  rounds: readonly Round[],
  participants: readonly Participant[],
  ctx: Ctx,
): Promise<(SaidInRound & { followUpId: string })[]> {
  if (rounds.length === 0) return []
  const ids = rounds.map(({ id }) => id)
  const answers = await ctx.db.select().from(followUpAnswers).where(inArray(followUpAnswers.followUpId, ids))
  const steps = await ctx.db.select().from(followUpSteps).where(inArray(followUpSteps.followUpId, ids))
  return answers.flatMap((answer) => {
    const person = participants.find(({ id }) => id === answer.participantId)
    if (!person) return []
    const { followUpId, participantId, language, answeredAt } = answer
    const own = steps.filter((step) => step.followUpId === followUpId && step.participantId === participantId)
    return [
      {
        followUpId,
        participantId,
        name: person.name,
        side: person.side,
        answers: answer.answers as Answers,
        language,
        answeredAt,
        steps: own.map(({ followedId, progress, words }) => ({ followedId, progress, words })),
      },
    ]
  })
}
