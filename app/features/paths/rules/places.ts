// Where something stands on a path: its module, its track, its neighbours.
import { found } from '#app/kernel/errors.ts'
import type { Activity, LearningModule, LearningPath, Track } from './shape.ts'

/** A module and its place on the path, counted from 1. @throws not_found */
export function moduleOf(path: Pick<LearningPath, 'modules'>, moduleId: string | undefined) {
  const index = path.modules.findIndex((one) => one.id.toLowerCase() === moduleId?.toLowerCase())
  const current: LearningModule = found(path.modules[index])
  return { module: current, number: index + 1 }
}

/** The module, or nothing where there is none with that id. */
export function moduleIn({ modules }: Pick<LearningPath, 'modules'>, moduleId: string | undefined): LearningModule | undefined {
  return modules.find((one) => one.id.toLowerCase() === moduleId?.toLowerCase())
}

type Step = { activity: Activity; track: Track; before: Activity | undefined; after: Activity | undefined }

/** An activity of either track, with those before and after it on the same track. @throws not_found */
export function activityOf(module: LearningModule, activityId: string | undefined): Step {
  const steps = (['resource_person', 'leader'] as const).flatMap((track): Step[] =>
    module.tracks[track].map((activity, index, all) => ({ activity, track, before: all[index - 1], after: all[index + 1] })),
  )
  return found(steps.find(({ activity }) => activity.id === activityId))
}
