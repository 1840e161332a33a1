import type { LearningPath, PathSummary } from './shape.ts'
import { coreTime } from './time.ts'

/** What lists show of a path. */
export function summaryOf({ languages, title, lead, by, modules }: LearningPath): PathSummary {
  return { languages, title, lead, by, minutes: coreTime(modules), modules: modules.map(({ id, title }) => ({ id, title })) }
}
