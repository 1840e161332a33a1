// Tells a story in time: every step has its instant, and steps that lie after the present are left to the people of the demo.
import { eq } from 'drizzle-orm'
import { addDays, type Day } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { visits } from '#db/schema/index.ts'
import type { PersonKey } from '../world/people.ts'
import type { Story } from '../world/story.ts'
import { afterwards } from './after.server.ts'
import { asking, calledOffAt } from './ask.server.ts'
import { preparing } from './prepare.server.ts'
import { firstDay, type Stage } from './stage.server.ts'
import { writing } from './write.server.ts'

export type Scene = {
  story: Story
  stage: Stage
  visitId: string
  /** First and last day. */
  startsOn: string
  endsOn: string
  goalIds: string[]
  workIds: string[]
  /** Participants' ids by person, once they sit. */
  seats: Map<PersonKey, string>
}

/** `at`: when it happens; `ctx` is set to that instant. */
export type Step = { at: Date; run(ctx: Ctx): Promise<void> }

export async function tellStory(story: Story, stage: Stage): Promise<void> {
  const startsOn = firstDay(story, stage.today)
  const scene: Scene = {
    story,
    stage,
    visitId: newId(),
    startsOn,
    endsOn: lastDay(startsOn, story.days),
    goalIds: (story.goals ?? []).map(() => newId()),
    workIds: (story.works ?? []).map(() => newId()),
    seats: new Map(),
  }
  const later = story.answer ? [] : [...preparing(scene), ...writing(scene), ...afterwards(scene)]
  const steps = [...asking(scene), ...later]
  const stop = calledOffAt(scene) ?? stage.now
  const told = steps.filter(({ at }) => at <= stage.now && at <= stop)
  for (const { at, run } of told.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    try {
      await run({ ...stage.ctx, now: at })
    } catch (cause) {
      throw new Error(`“${story.title}” cannot be told past ${at.toISOString()}: ${String(cause)}`, { cause })
    }
  }
  await stage.ctx.db.update(visits).set({ isDemo: true }).where(eq(visits.id, scene.visitId))
}

function lastDay(startsOn: Day, days: number): Day {
  return addDays(startsOn, days - 1)
}
