// The demo world, made through the same commands that people use, so that it breaks when a rule does.
import { eq } from 'drizzle-orm'
import { withQueue } from '#app/jobs/queue.server.ts'
import { type Ctx, here, transaction } from '#db/context.server.ts'
import { users } from '#db/schema/index.ts'
import { seedMastery } from './mastery.server.ts'
import { seedPaths } from './paths.server.ts'
import { seedPeople } from './people.server.ts'
import { type Stage, silentPost, todayAt } from './play/stage.server.ts'
import { tellStory } from './play/tell.server.ts'
import { seedRegisters } from './registers.server.ts'
import { seedResults } from './results.server.ts'
import { seedTeaching } from './teaching.server.ts'
import { seedUnits } from './units.server.ts'
import { countAllWalks } from './walkers.server.ts'
import { seedWalks } from './walks.server.ts'
import { goingHomeSafely, radslaget, tryggHemgang } from './world/now.ts'
import { pastEarly } from './world/past-early.ts'
import { pastLate } from './world/past-late.ts'
import { pastOthers } from './world/past-others.ts'
import { addressOf, people } from './world/people.ts'
import { called, danesAsk, icelandersAsk, managementVisit, seminar } from './world/soon.ts'

const stories = [...pastEarly, ...pastLate, ...pastOthers, radslaget, goingHomeSafely, ...called].toSorted(
  (a, b) => a.starts - b.starts,
)
const ahead = [seminar, managementVisit, icelandersAsk, danesAsk, tryggHemgang]

/**
 * Makes the demo world when it is not there; all or nothing, so that a killed start leaves no half of it. `say` is told what
 * takes so long.
 */
export async function seedDemo(ctx: Ctx = here(), say: (line: string) => void = () => {}): Promise<void> {
  const [known] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, addressOf(people.alva)))
  if (known) return
  say('Making the demo world: two and a half years of visits, told in some seconds …')
  const tokens = new Map<string, string>()
  await withQueue(silentPost(tokens), () => transaction(ctx, (inner) => tellTheWorld(tokens, inner)))
}

async function tellTheWorld(tokens: Map<string, string>, ctx: Ctx): Promise<void> {
  const { now } = ctx
  const peopleIds = await seedPeople(ctx)
  const unitIds = await seedUnits(peopleIds, ctx)
  const stage: Stage = { ctx, now, today: todayAt(now), people: peopleIds, units: unitIds, actors: new Map(), tokens }
  for (const story of [...stories, ...ahead]) await tellStory(story, stage)
  await seedResults(stage)
  await seedTeaching(stage)
  await seedPaths(stage)
  await seedWalks(stage)
  await seedMastery(stage)
  await seedRegisters(stage)
  await countAllWalks(stage)
}
