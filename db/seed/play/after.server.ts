// After the days: questionnaires, judgements, the summary, asking again after months, the closing.
import { eq } from 'drizzle-orm'
import { agreeToSummary } from '#app/features/evaluations/commands/agree-summary.server.ts'
import { closeDueEvaluations } from '#app/features/evaluations/commands/close-evaluations.server.ts'
import { closeDueFollowUps, openDueFollowUps } from '#app/features/evaluations/commands/follow-up-rounds.server.ts'
import { judgeGoal } from '#app/features/evaluations/commands/judge-goal.server.ts'
import { openEvaluations } from '#app/features/evaluations/commands/open-evaluations.server.ts'
import { submitEvaluation } from '#app/features/evaluations/commands/submit-evaluation.server.ts'
import { choosePublishing, writeSummaryAnswer } from '#app/features/evaluations/commands/write-summary.server.ts'
import type { JudgementLevel } from '#app/features/evaluations/words.ts'
import { moveVisit } from '#app/features/visits/commands/move-visit.server.ts'
import { followUpMonthsOf } from '#app/features/visits/reference.server.ts'
import { followUpClosesOn, followUpRounds, visitClosesOn } from '#app/features/visits/rules/calendar.ts'
import { addDays, type Day } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { summaries } from '#db/schema/index.ts'
import { answersOfGuest, answersOfHost } from './answers.ts'
import { answerRound } from './follow-up.server.ts'
import { actorOf, at, castOf } from './stage.server.ts'
import type { Scene, Step } from './tell.server.ts'

export function afterwards(scene: Scene): Step[] {
  const { story, stage, startsOn, endsOn } = scene
  const step = (day: Day, time: string, run: Step['run']): Step => ({ at: at(stage, day, time).now, run })
  const after = (days: number, time: string, run: Step['run']) => step(addDays(endsOn, days), time, run)
  const months = followUpMonthsOf(story.kind ?? 'co_learning')
  const agreed = { startsOn, endsOn }
  return [
    after(1, '00:10', (ctx) => openEvaluations({ visitId: scene.visitId }, ctx)),
    after(2, '12:00', (ctx) => judge(scene, ctx)),
    after(3, '12:00', (ctx) => submit(scene, ctx)),
    after(6, '13:00', (ctx) => writeSummary(scene, ctx)),
    after(8, '10:00', (ctx) => agree(scene, ctx)),
    after(15, '00:30', (ctx) => closeDueEvaluations(ctx)),
    ...followUpRounds(agreed, months).flatMap((round, index) => [
      step(round.opensOn, '08:10', openDueFollowUps),
      step(addDays(round.opensOn, 4), '12:00', (ctx) => answerRound(scene, round.months, index, ctx)),
      step(addDays(round.closesOn, 1), '00:10', closeDueFollowUps),
    ]),
    step(addDays(followUpClosesOn(agreed, months), 1), '00:20', async (ctx) => {
      await moveVisit(ctx, {
        visitId: scene.visitId,
        from: 'summarised',
        to: 'followed_up',
        actorId: null,
        reason: 'follow_up_over',
      })
    }),
    step(addDays(visitClosesOn(agreed, months), 1), '00:20', async (ctx) => {
      await moveVisit(ctx, { visitId: scene.visitId, from: 'followed_up', to: 'closed', actorId: null, reason: 'done' })
    }),
  ]
}

/** Everybody answers but one in eight, and those whom the story leaves to the people of the demo. */
async function submit({ story, stage, visitId }: Scene, ctx: Ctx): Promise<void> {
  const people = story.answered ?? [...story.guests, ...story.hosts].filter((_, index) => index % 8 !== 7)
  for (const key of people) {
    const isGuest = story.guests.includes(key)
    const given = { seed: `${visitId} ${key}`, warmth: story.warmth ?? 0.85, language: castOf(key).locale }
    const answers = isGuest ? answersOfGuest(given) : answersOfHost(given)
    await submitEvaluation(await actorOf(key, stage, ctx), { visitId, answers }, ctx)
  }
}

async function judge(scene: Scene, ctx: Ctx): Promise<void> {
  const { story, stage, visitId, goalIds } = scene
  const say = async (side: 'guest' | 'host', index: number, level: JudgementLevel, comment: string) => {
    const key = found((side === 'guest' ? story.guests : story.hosts)[0])
    const actor = await actorOf(key, stage, ctx)
    const said = { level, comment, language: actor.locale, version: 0 }
    await judgeGoal(actor, { visitId, goalId: found(goalIds[index]), ...said }, ctx)
  }
  for (const { goal, guest, host, words = '' } of story.judged ?? []) {
    if (guest) await say('guest', goal, guest, words)
    if (host) await say('host', goal, host, guest ? '' : words)
  }
}

const published = ['SUM02', 'SUM03', 'SUM04', 'SUM06']

async function writeSummary(scene: Scene, ctx: Ctx): Promise<void> {
  const { story, stage, visitId } = scene
  if (!story.summary) return
  const reached = story.judged?.[0]?.guest ?? 'mostly'
  const answers = { SUM01: reached, SUM07: 'network', SUM08: closing[castOf(found(story.guests[0])).locale], ...story.summary }
  const guest = await actorOf(found(story.guests[0]), stage, ctx)
  const host = await actorOf(found(story.hosts[0]), stage, ctx)
  for (const [item, value] of Object.entries(answers)) {
    const actor = item === 'SUM04' ? host : guest
    await writeSummaryAnswer(actor, { visitId, item, value, language: actor.locale, version: 0 }, ctx)
  }
  const [summary] = await ctx.db.select().from(summaries).where(eq(summaries.visitId, visitId))
  // Where people have written themselves, their posts are what everybody reads.
  const visibility = story.posts ? ('unit' as const) : ('everyone' as const)
  const publishing = { publishItems: published, visibility, version: found(summary).publishVersion }
  await choosePublishing(host, { visitId, ...publishing }, ctx)
}

const closing = {
  sv: 'Det vi skrev om dagen får publiceras. Det som handlar om enskilda stannar mellan oss.',
  nb: 'Det vi skrev om dagene, kan publiseres. Det som handler om enkeltpersoner, blir mellom oss.',
  en: 'What we wrote about the days may be published. What is about single people stays between us.',
}

async function agree({ story, stage, visitId }: Scene, ctx: Ctx): Promise<void> {
  if (!story.summary || story.agreed === 'none') return
  for (const key of [story.hosts[0], story.agreed === 'host' ? undefined : story.guests[0]]) {
    if (!key) continue
    const [summary] = await ctx.db.select().from(summaries).where(eq(summaries.visitId, visitId))
    await agreeToSummary(await actorOf(key, stage, ctx), { visitId, version: found(summary).version }, ctx)
  }
}
