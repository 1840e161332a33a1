// Many pairs at once, written straight to the tables: for counting them.
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { activitiesDone, jointSteps, learningPairs, pairLeaders, pairTalks, users } from '#db/schema/index.ts'

export type PlannedWalk = {
  unitId: string
  /** The manager, who may have several. */
  leaderId: string
  beganAt: Date
  /** So many of the first modules are done on the resource person's track; of the next one, all steps but one. */
  walked: number
  joint: number
  pausedAt?: Date
  endedAt?: Date
  /** Somebody who walks again; somebody new without it. */
  personId?: string
  /** What stands as a goal in each joint step; none without it. */
  goal?: string
  /** Talks that were to be held on a day that has come; the first so many of them were. */
  talks?: { due: number; held: number }
}

/** Gives the resource persons, in the order of the walks. */
export async function manyWalks(ctx: Ctx, path: LearningPath, walks: readonly PlannedWalk[]): Promise<string[]> {
  const people = walks.map(({ personId }) => personId ?? newId())
  const fresh = people.filter((_, index) => !walks[index]?.personId)
  const person = (id: string, index: number) => ({ id, name: `Vandrare ${index}`, email: `${id}@walks.example` })
  const rows = walks.map((walk, index) => ({ ...walk, pairId: newId(), personId: people[index] ?? '' }))
  const write = async <T>(values: readonly T[], insert: (some: T[]) => Promise<unknown>) => {
    for (let at = 0; at < values.length; at += 1_000) await insert(values.slice(at, at + 1_000))
  }
  await write(fresh.map(person), (some) =>
    ctx.db.insert(users).values(some.map((one) => ({ ...one, locale: 'sv' as const, createdAt: ctx.now }))),
  )
  await write(rows, (some) =>
    ctx.db.insert(learningPairs).values(
      some.map((one) => ({
        ...{ id: one.pairId, pathId: path.id, pathVersion: path.version, unitId: one.unitId },
        ...{ resourcePersonId: one.personId, startedBy: one.personId, startedAt: one.beganAt, joinedAt: one.beganAt },
        ...{ pausedAt: one.pausedAt ?? null, endedAt: one.endedAt ?? null },
      })),
    ),
  )
  await write(rows, (some) =>
    ctx.db.insert(pairLeaders).values(
      some.map((one) => ({
        ...{ id: newId(), pairId: one.pairId, personId: one.leaderId, invitedBy: one.personId },
        ...{ invitedAt: one.beganAt, joinedAt: one.beganAt },
      })),
    ),
  )
  const done = rows.flatMap(({ personId, walked }) =>
    path.modules.slice(0, walked + 1).flatMap(({ id, tracks }, index) =>
      tracks.resource_person.slice(index < walked ? 0 : 1).map((step) => ({
        ...{ personId, pathId: path.id, moduleId: id, activityId: step.id, doneAt: ctx.now },
      })),
    ),
  )
  await write(done, (some) => ctx.db.insert(activitiesDone).values(some).onConflictDoNothing())
  const words = { time: '', notes: '', language: 'sv', version: 1 }
  const steps = rows.flatMap(({ pairId, joint, goal }) => {
    const goals = goal ? [{ text: goal, link: null }] : []
    return path.modules
      .slice(0, joint)
      .map(({ id }) => ({ pairId, moduleId: id, ...words, goals, writtenAt: ctx.now, completedAt: ctx.now }))
  })
  await write(steps, (some) => ctx.db.insert(jointSteps).values(some))
  const talks = rows.flatMap(({ pairId, talks }) =>
    Array.from({ length: talks?.due ?? 0 }, (_, index) => {
      const outcome = index < (talks?.held ?? 0) ? ('held' as const) : null
      return { id: newId(), pairId, onDay: '2026-02-02', outcome, language: 'sv', plannedAt: ctx.now, updatedAt: ctx.now }
    }),
  )
  await write(talks, (some) => ctx.db.insert(pairTalks).values(some))
  return people
}
