import { and, eq } from 'drizzle-orm'
import { type Day, utcDay } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, transaction } from '#db/context.server.ts'
import { measuredStates, observationCuts, units } from '#db/schema/index.ts'
import { indicatorOf } from '../reference.server.ts'
import { leastAnswers } from '../rules/cuts.ts'
import { quarterOf } from '../rules/periods.ts'
import { changedPeople, isMeasurable, partOfState, waitingAnswers } from '../rules/states.ts'
import { settle } from './settle.server.ts'

type Measuring = {
  indicatorId: string
  unitId: string
  /** The day whose state it is; decides the quarter. */
  day: Day
  /**
   * Everybody who is counted, by the register's own ids, and whether they have reached what is asked; once for each thing of
   * theirs, where things are counted.
   */
  people: readonly { id: string; reached: boolean }[]
}

/**
 * What became of a measuring: all of it shows; the latest changes wait until they concern enough people; or it was not taken,
 * because the quarter is closed or the unit, or one above it, has moved since the quarter was first measured.
 */
export type Measured = 'shown' | 'waits' | 'closed' | 'moved'

/**
 * Says how a unit's state was on a day: it takes the place of what was said of the same quarter before. The store only adds,
 * so what is added is the difference, and as many answers as there are people who stand differently from what is shown: fewer
 * than `least` wait, as answers do, and so does what would leave fewer than that to show. The same state twice adds nothing.
 * @throws Error when the indicator is none that a register tells of
 */
export async function measureState(ctx: Ctx, { indicatorId, unitId, day, people }: Measuring): Promise<Measured> {
  const group = indicatorOf(indicatorId)?.register
  if (!group) throw new Error(`No register tells of ${indicatorId}.`)
  const quarter = quarterOf(day)
  if (!isMeasurable(quarter, utcDay(ctx.now))) return 'closed'
  return transaction(ctx, async (ctx) => {
    const lineage = await lineageOf(unitId, ctx)
    const key = { indicatorId, unitId, quarter }
    await ctx.db
      .insert(measuredStates)
      .values({ ...key, lineage })
      .onConflictDoNothing()
    const own = and(
      eq(measuredStates.indicatorId, indicatorId),
      eq(measuredStates.unitId, unitId),
      eq(measuredStates.quarter, quarter),
    )
    // Whoever measures the same quarter at the same time waits here.
    const [known] = await ctx.db.select().from(measuredStates).where(own).for('update')
    const measured = found(known)
    if (measured.lineage.join() !== lineage.join()) return 'moved'
    const part = partOfState(quarter)
    const stream = { indicatorId, strand: 'main', group, part, unitId } as const
    const counted = people.map((person) => person.id)
    const reached = people.filter((person) => person.reached).map((person) => person.id)
    const changed = changedPeople({ counted: measured.shownCounted, reached: measured.shownReached }, { counted, reached })
    const before = await countedSoFar(stream, ctx)
    const least = leastAnswers(indicatorId, group, settings().SMALLEST_GROUP)
    const waiting = waitingAnswers(changed, counted, least)
    const difference = {
      numerator: reached.length - before.numerator,
      denominator: counted.length - before.denominator,
      answers: before.shownAnswers + waiting - before.answers,
    }
    if (Object.values(difference).some((count) => count !== 0)) {
      await settle(ctx, [{ ...stream, ...difference, quarter, least, isNew: true }])
      if (waiting >= least) await ctx.db.update(measuredStates).set({ shownCounted: counted, shownReached: reached }).where(own)
    }
    return changed === 0 || waiting >= least ? 'shown' : 'waits'
  })
}

async function lineageOf(unitId: string, ctx: Ctx): Promise<string[]> {
  const [unit] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  return found(unit).lineage
}

type Stream = Pick<typeof observationCuts.$inferSelect, 'indicatorId' | 'strand' | 'group' | 'part' | 'unitId'>

async function countedSoFar({ indicatorId, strand, group, part, unitId }: Stream, ctx: Ctx) {
  const [cut] = await ctx.db
    .select()
    .from(observationCuts)
    .where(
      and(
        eq(observationCuts.indicatorId, indicatorId),
        eq(observationCuts.strand, strand),
        eq(observationCuts.group, group),
        eq(observationCuts.part, part),
        eq(observationCuts.unitId, unitId),
      ),
    )
  return cut ?? { numerator: 0, denominator: 0, answers: 0, shownAnswers: 0 }
}
