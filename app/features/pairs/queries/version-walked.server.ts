// Which version a pair walks, whether there is a newer one, and what was done and written in modules that are no longer there.
import { and, eq, inArray } from 'drizzle-orm'
import { listEditionsFor, readEdition, readPath } from '#app/features/paths/queries/library.server.ts'
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Person } from '#app/kernel/actor.ts'
import { type Day, dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { Ctx } from '#db/context.server.ts'
import { activitiesDone, jointSteps } from '#db/schema/index.ts'
import { canMoveVersion } from '../policy.ts'
import { leaderNow, type PairFile } from '../rules/pair.ts'
import { doneKey } from '../rules/progress.ts'
import { type Walker, walkers } from '../words.ts'
import { type GoalView, readGoalsFor } from './goal-links.server.ts'
import { readMoves } from './reading.server.ts'

export type VersionWalked = {
  number: number
  /** The newest one that the reader may begin on, when it is newer. */
  newer: { number: number; note: string; noteLanguage: string } | null
  withdrawn: { on: Day; reason: string | null } | null
  moves: { from: number; to: number; by: string; on: Day }[]
  /** From versions walked before, in modules and activities that this one has not. */
  earlier: {
    done: { key: string; title: string; by: string; on: Day }[]
    steps: { moduleId: string; title: string; goals: GoalView[]; time: string; notes: string; language: string }[]
  }
  canMove: boolean
}

/** For one of the two. Unguarded: the pair's page has asked. */
export async function readVersionWalked(
  actor: Person,
  { pair, path, locale }: { pair: PairFile; path: LearningPath; locale: Locale },
  ctx: Ctx,
): Promise<VersionWalked> {
  const edition = await readEdition(pair, ctx)
  const [newest] = await listEditionsFor(actor, pair.pathId, ctx)
  const moves = await readMoves(pair.id, ctx)
  const { withdrawnAt = null, withdrawnReason = null } = edition ?? {}
  const before = await Promise.all(moves.map(({ fromVersion: version }) => readPath({ pathId: pair.pathId, version }, ctx)))
  return {
    number: path.version,
    newer:
      newest && newest.version > path.version
        ? { number: newest.version, note: newest.note, noteLanguage: newest.noteLanguage }
        : null,
    withdrawn: withdrawnAt && { on: dayAt(withdrawnAt, HOME_ZONE), reason: withdrawnReason },
    moves: moves.map(({ fromVersion: from, toVersion: to, movedBy: by, movedAt }) => ({
      from,
      to,
      by,
      on: dayAt(movedAt, HOME_ZONE),
    })),
    earlier: {
      done: await doneBefore({ pair, path, before, locale }, ctx),
      steps: await stepsBefore(actor, { pair, path, before, locale }, ctx),
    },
    canMove: canMoveVersion(actor, pair),
  }
}

type Past = { pair: PairFile; path: LearningPath; before: readonly LearningPath[]; locale: Locale }

/** Key of an activity → its title, on one of the two tracks. */
function titlesOn(path: LearningPath, track: Walker, locale: Locale): [string, string][] {
  const language = languageFor(path.languages, locale)
  return path.modules.flatMap(({ id, tracks }) =>
    tracks[track].map((one): [string, string] => [doneKey(id, one.id), one.title[language]]),
  )
}

async function doneBefore({ pair, path, before, locale }: Past, ctx: Ctx): Promise<VersionWalked['earlier']['done']> {
  if (before.length === 0) return []
  const people: Record<Walker, { id: string; name: string } | null> = {
    resource_person: pair.resourcePerson,
    leader: nowLeading(pair),
  }
  const ids = walkers.flatMap((walker) => people[walker]?.id ?? [])
  const rows = await ctx.db
    .select()
    .from(activitiesDone)
    .where(and(inArray(activitiesDone.personId, ids), eq(activitiesDone.pathId, pair.pathId)))
  return walkers.flatMap((walker) => {
    const now = new Set(titlesOn(path, walker, locale).map(([key]) => key))
    const once = new Map(before.flatMap((one) => titlesOn(one, walker, locale)))
    return rows
      .filter((row) => row.personId === people[walker]?.id)
      .flatMap((row) => {
        const key = doneKey(row.moduleId, row.activityId)
        const title = now.has(key) ? undefined : once.get(key)
        return title ? [{ key, title, by: people[walker]?.name ?? '', on: dayAt(row.doneAt, HOME_ZONE) }] : []
      })
  })
}

function nowLeading(pair: PairFile): { id: string; name: string } | null {
  const leader = leaderNow(pair)
  return leader && { id: leader.personId, name: leader.name }
}

async function stepsBefore(actor: Person, { pair, path, before, locale }: Past, ctx: Ctx) {
  if (before.length === 0) return []
  const steps = await ctx.db.select().from(jointSteps).where(eq(jointSteps.pairId, pair.id))
  const gone = steps.filter(({ moduleId }) => !hasJoint(path, moduleId))
  return Promise.all(
    gone.map(async ({ moduleId, goals, time, notes, language }) => {
      const last = before.findLast((one) => hasJoint(one, moduleId))
      const title = last?.modules.find(({ id }) => id === moduleId)?.title[languageFor(last.languages, locale)] ?? moduleId
      return { moduleId, title, goals: await readGoalsFor(actor, goals, locale, ctx), time, notes, language }
    }),
  )
}

/** Is there a joint step to go to in the module? */
export function hasJoint(path: LearningPath, moduleId: string): boolean {
  return path.modules.some(({ id, joint }) => id === moduleId && joint !== null)
}
