// The path that ships, and its sheets: read once and checked against their shape.
import { found } from '#app/kernel/errors.ts'
import m0 from '#db/reference/paths/learn-to-teach-on/M0.json'
import m1 from '#db/reference/paths/learn-to-teach-on/M1.json'
import m2 from '#db/reference/paths/learn-to-teach-on/M2.json'
import m3 from '#db/reference/paths/learn-to-teach-on/M3.json'
import m4 from '#db/reference/paths/learn-to-teach-on/M4.json'
import m5 from '#db/reference/paths/learn-to-teach-on/M5.json'
import m6 from '#db/reference/paths/learn-to-teach-on/M6.json'
import m7 from '#db/reference/paths/learn-to-teach-on/M7.json'
import m8 from '#db/reference/paths/learn-to-teach-on/M8.json'
import m9 from '#db/reference/paths/learn-to-teach-on/M9.json'
import about from '#db/reference/paths/learn-to-teach-on/path.json'
import sheetRows from '#db/reference/paths/sheets.json'
import { type Activity, type LearningModule, type LearningPath, learningPath, type Track } from './rules/shape.ts'
import { type Sheet, sheet } from './rules/shape-of-sheets.ts'

const modules = [m0, m1, m2, m3, m4, m5, m6, m7, m8, m9]

export const paths: readonly LearningPath[] = [learningPath.parse({ ...about, modules })]

export const sheets: readonly Sheet[] = sheet.array().parse(sheetRows)

/** @throws not_found */
export function pathOf(pathId: string | undefined): LearningPath {
  return found(paths.find((path) => path.id === pathId))
}

/** A module and its place on the path, counted from 1. @throws not_found */
export function moduleOf(path: LearningPath, moduleId: string | undefined) {
  const index = path.modules.findIndex((one) => one.id.toLowerCase() === moduleId?.toLowerCase())
  const current: LearningModule = found(path.modules[index])
  return { module: current, number: index + 1 }
}

type Step = { activity: Activity; track: Track; before: Activity | undefined; after: Activity | undefined }

/** An activity of either track, with those before and after it on the same track. @throws not_found */
export function activityOf(module: LearningModule, activityId: string | undefined): Step {
  const steps = (['resource_person', 'leader'] as const).flatMap((track): Step[] =>
    module.tracks[track].map((activity, index, all) => ({ activity, track, before: all[index - 1], after: all[index + 1] })),
  )
  return found(steps.find(({ activity }) => activity.id === activityId))
}

/** @throws not_found */
export function sheetOf(toolId: string | undefined): Sheet {
  return found(sheets.find((one) => one.id === toolId))
}

/** The page of an activity. @throws not_found for what is not on any path, so that nobody is led to nothing */
export function activityAddress(params: Record<string, string | undefined>): string {
  const path = pathOf(params.pathId)
  const { module } = moduleOf(path, params.moduleId)
  return ['/paths', path.id, module.id.toLowerCase(), activityOf(module, params.activityId).activity.id].join('/')
}
