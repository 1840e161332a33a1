// Months later: what people say was introduced in practice, goal by goal.
import { and, eq } from 'drizzle-orm'
import { answerFollowUp } from '#app/features/evaluations/commands/answer-follow-up.server.ts'
import type { Answers } from '#app/features/evaluations/rules/answers.ts'
import type { FollowUpStep } from '#app/features/evaluations/rules/follow-up.ts'
import type { ProgressStep } from '#app/features/evaluations/words.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { Ctx } from '#db/context.server.ts'
import { followUps } from '#db/schema/index.ts'
import { dice } from './dice.ts'
import { actorOf, castOf } from './stage.server.ts'
import type { Scene } from './tell.server.ts'

const words: Record<Locale, Record<ProgressStep, string>> = {
  sv: {
    idea: 'Vi har pratat om det på ett möte.',
    testing: 'Vi prövar på en avdelning, en vecka i taget.',
    implemented: 'Det är så vi gör nu.',
    measured: 'Vi räknar varje månad, och det går åt rätt håll.',
    stopped: 'Vi slutade. Det passade inte våra scheman.',
  },
  nb: {
    idea: 'Vi har snakket om det på et møte.',
    testing: 'Vi prøver i én gruppe, en uke av gangen.',
    implemented: 'Det er slik vi gjør det nå.',
    measured: 'Vi teller hver måned, og det går rett vei.',
    stopped: 'Vi sluttet. Det passet ikke turnusen vår.',
  },
  en: {
    idea: 'We talked about it at one meeting.',
    testing: 'We are trying it in one bay, a week at a time.',
    implemented: 'It is how we do it now.',
    measured: 'We count every month, and it goes the right way.',
    stopped: 'We stopped. It did not fit our rota.',
  },
}

/** Most who took part answer the round; `index` says which round it is. Accounts of the demo's doors are left their own answer. */
export async function answerRound(scene: Scene, months: number, index: number, ctx: Ctx): Promise<void> {
  const { story, stage, visitId, goalIds, workIds } = scene
  const progress = story.followed?.[index]
  const [round] = await ctx.db
    .select()
    .from(followUps)
    .where(and(eq(followUps.visitId, visitId), eq(followUps.months, months)))
  if (!round || !progress) return
  const isOpenNow = round.closesAt > stage.now
  const roll = dice(`${visitId} ${months}`)
  for (const key of [...story.guests, ...story.hosts]) {
    if (roll() < 0.2 || (isOpenNow && castOf(key).door)) continue
    const actor = await actorOf(key, stage, ctx)
    const said = words[actor.locale][progress]
    const steps: FollowUpStep[] = [
      ...goalIds.map((id) => ({ kind: 'goal' as const, id, progress, words: said })),
      ...workIds.map((id) => ({ kind: 'improvement_work' as const, id, progress: 'testing' as const, words: '' })),
    ]
    const given = { answers: answersFor(progress, roll()), steps, language: actor.locale, version: 0 }
    await answerFollowUp(actor, { visitId, followUpId: round.id, ...given }, ctx)
  }
}

function answersFor(progress: ProgressStep, luck: number): Answers {
  const isUsed = progress !== 'idea' && progress !== 'stopped'
  return {
    FUP01: isUsed ? (luck < 0.4 ? 5 : 4) : 3,
    FUP02: isUsed ? 'yes' : 'no',
    ...(isUsed ? { FUP03: progress } : {}),
    FUP05: luck < 0.7 ? 'yes' : 'no',
  }
}
