// The path that ships, and its sheets: read once and checked against their shape.
import { type Instrument, instrumentSchema } from '#app/features/evaluations/rules/instrument.ts'
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
import questionnaireV1 from '#db/reference/paths/questionnaire.v1.json'
import sheetRows from '#db/reference/paths/sheets.json'
import { type LearningPath, learningPath } from './rules/shape.ts'
import { type Sheet, sheet } from './rules/shape-of-sheets.ts'

const modules = [m0, m1, m2, m3, m4, m5, m6, m7, m8, m9]

/** Paths that come with the program, in the version it carries. */
export const shipped: readonly LearningPath[] = [learningPath.parse({ ...about, modules })]

/** When the version that ships was finished. */
export const shippedAt = new Date('2026-11-22T00:00:00Z')

export const sheets: readonly Sheet[] = sheet.array().parse(sheetRows)

/** The questionnaire about a path, in all versions that were ever asked, the newest first. */
export const questionnaires: readonly [Instrument, ...Instrument[]] = [instrumentSchema.parse(questionnaireV1)]

/** @throws not_found */
export function sheetOf(toolId: string | undefined): Sheet {
  return found(sheets.find((one) => one.id === toolId))
}
