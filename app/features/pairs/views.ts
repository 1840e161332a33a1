// What the doors answer with: a walk in one language, and no more of it than the page shows.
import type { LearningPath } from '#app/features/paths/rules/shape.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { stepsOf } from '#app/features/paths/rules/writing.ts'
import { addressOf } from '#app/features/paths/ui/words.ts'
import type { Day } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { GoalView } from './queries/goal-links.server.ts'
import type { TalkView } from './queries/talks.server.ts'
import type { VersionWalked } from './queries/version-walked.server.ts'
import type { PairBrief, Walk } from './queries/walk.server.ts'
import type { JointStanding } from './rules/joint.ts'
import { doneKey, type NextOnPath } from './rules/progress.ts'

/** What comes next, with the words of its page. */
export type NextView =
  | { kind: 'activity'; title: string; module: string; minutes: number; address: string }
  | { kind: 'joint'; title: string; moduleId: string; standing: JointStanding }
  | { kind: 'waiting' }
  | { kind: 'finished' }

/** Null where nothing comes next, or where its module is on no version they walk. */
export function nextView(path: LearningPath, next: NextOnPath | null, locale: Locale): NextView | null {
  if (!next || next.kind === 'finished' || next.kind === 'waiting') return next && { kind: next.kind }
  const language = languageFor(path.languages, locale)
  const module = path.modules.find((one) => one.id === next.moduleId)
  if (!module) return null
  if (next.kind === 'joint') {
    return {
      kind: 'joint',
      title: (module.joint?.title ?? module.title)[language],
      moduleId: module.id,
      standing: next.standing,
    }
  }
  const activity = stepsOf(module).find((one) => one.id === next.activityId)
  if (!activity) return null
  return {
    kind: 'activity',
    title: activity.title[language],
    module: module.title[language],
    minutes: activity.minutes,
    address: addressOf(path.id, module.id, activity.id),
  }
}

/** The walk for the page of one module, or for the path's own page: with what was done there, and nowhere else. */
export function walkOn(walk: Walk | null, moduleId: string | null): Walk | null {
  if (!walk) return null
  const there = (done: Record<string, Date>) =>
    Object.fromEntries(Object.entries(done).filter(([key]) => moduleId !== null && key.startsWith(doneKey(moduleId, ''))))
  return { ...walk, done: { resource_person: there(walk.done.resource_person), leader: there(walk.done.leader) } }
}

/** The page of a pair as both see it. */
export type PairView = {
  pair: PairBrief
  path: { id: string; title: string }
  version: VersionWalked
  next: NextView | null
  modules: {
    id: string
    title: string
    /** The day of the plan; null at their own pace. */
    until: Day | null
    /** It has passed, and they have not walked the module. */
    isLate: boolean
    standing: JointStanding
    resource_person: { done: number; of: number }
    leader: { done: number; of: number }
  }[]
  agreed: { moduleId: string; title: string; goals: GoalView[]; language: string }[]
  /** Earliest first. */
  talks: TalkView[]
  shared: { moduleId: string; title: string; text: string; language: string; by: string; mine: boolean }[]
  leaders: { name: string; from: Day; to: Day | null }[]
  /** Who is asked to lead and has not answered. */
  asked: string | null
  /** Who was asked last and said no, while nobody leads. */
  declinedBy: string | null
  /** Titles of modules whose day has passed, by the plan; null without a plan. */
  late: string[] | null
  /** Names of those who no longer belong to the unit; null for who does. */
  missing: { resourcePerson: string | null; leader: string | null }
  unitClosed: boolean
  pausedOn: Day | null
  endedOn: Day | null
  /** The walk is finished or over, and the reader has not said what they think of the path. */
  asksOpinion: boolean
  can: { plan: boolean; pause: boolean; resume: boolean; end: boolean; nameLeader: boolean; move: boolean }
}
