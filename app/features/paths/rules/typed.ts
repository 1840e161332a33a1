// What the forms of the editor send, read into the fields of a draft; and the other way round, what they begin from.
import { z } from 'zod'
import { locale } from '#app/kernel/locale-schema.ts'
import { locales } from '#app/kernel/locales.ts'
import { moduleIdPattern } from './addresses.ts'
import { emptyCheck } from './empty.ts'
import type { Fields } from './marks.ts'
import { typedFrom } from './notation.ts'
import { type ActivityKind, type LearningModule, type Passage, toolIds } from './shape.ts'
import { isInEveryLanguage } from './spoken.ts'
import {
  emptyRow,
  isEmptyPassage,
  tick,
  typedChecks,
  typedItems,
  typedMinutes,
  typedPassage,
  typedReading,
  typedRows,
  typedWords,
} from './typed-texts.ts'

const noWords = { sv: '', nb: '', en: '' }
const list = <T extends z.ZodType>(one: T) => z.union([one.array(), one.transform((single) => [single])]).default([])

/** Of the path itself. `first`: the language it is written in first. */
export const typedAbout = z
  .object({
    title: typedWords(300),
    lead: typedPassage,
    pace: typedWords(2_000),
    first: locale,
    languages: list(locale),
  })
  .transform(({ first, languages, ...rest }) => ({
    ...rest,
    languages: [first, ...locales.filter((one) => one !== first && languages.includes(one))],
  }))

/** Of a module, without its tracks. */
export const typedModule = z
  .object({
    title: typedWords(300),
    aim: typedWords(2_000),
    optional: tick,
    requires: list(z.string().regex(moduleIdPattern)),
    lead: typedPassage,
    withJoint: tick,
    joint: z
      .object({ title: typedWords(300), minutes: typedMinutes.default(30), text: typedPassage, ask: typedRows(6) })
      .prefault({}),
    reflection: typedRows(4),
    ethics: z.object({ question: typedWords(2_000), text: typedPassage }).prefault({}),
    checks: typedChecks(6),
    reading: typedReading,
  })
  .transform(
    ({ withJoint, joint, ethics, ...rest }): Omit<LearningModule, 'id' | 'tracks'> => ({
      ...rest,
      joint: withJoint ? { ...joint, ask: joint.ask.length > 0 ? joint.ask : emptyRow() } : null,
      ethics: locales.some((one) => ethics.question[one] !== '') || !isEmptyPassage(ethics.text) ? ethics : null,
    }),
  )

const mediaChoice = z.uuid().nullable().default(null)
const secure = z.url({ protocol: /^https$/, error: 'paths_error_link' }).max(1_000)

const typedVideo = z
  .object({
    media: z.uuid().optional(),
    captions: z.object({ sv: mediaChoice, nb: mediaChoice, en: mediaChoice }).prefault({}),
    link: secure.optional(),
    captioned: list(locale),
  })
  .prefault({})
  .transform(({ media, captions, link, captioned }) => {
    if (media) return { media, captions }
    return link ? { link, captioned: locales.filter((one) => captioned.includes(one)) } : null
  })

const any = { title: typedWords(300), minutes: typedMinutes, text: typedPassage }
const tool = z.enum(toolIds)

/** Of an activity, each kind its own. */
export const typedActivities = {
  study: z.object({ ...any, example: typedPassage, task: typedPassage, tool: tool.optional() }),
  video: z.object({ ...any, video: typedVideo, transcript: typedPassage }),
  quiz: z.object({ ...any, checks: typedChecks(20).transform((all) => (all.length > 0 ? all : [emptyCheck('first')])) }),
  checklist: z.object({
    ...any,
    items: typedItems.transform((all) => (all.length > 0 ? all : [{ id: 'first', text: noWords }])),
  }),
  reflection: z.object({ ...any, questions: typedRows(10).transform((all) => (all.length > 0 ? all : emptyRow())) }),
  practice: z.object({ ...any, task: typedPassage }),
  sheet: z.object({ ...any, tool }),
  questionnaire: z.object(any),
} satisfies Record<ActivityKind, z.ZodType>

/** What a form of these fields begins from: sent as it stands, it gives the same fields again. */
export function formOf(fields: Fields): Fields {
  const { languages, joint, ...rest } = fields
  return {
    ...asTyped(rest),
    ...(Array.isArray(languages) ? { first: languages[0], languages } : {}),
    ...(joint ? { withJoint: 'on', joint: asTyped(joint as Fields) } : {}),
  }
}

function asTyped(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueAsTyped(value)]))
}

function valueAsTyped(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 'on' : undefined
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(valueAsTyped)
  if (typeof value !== 'object' || value === null) return value ?? undefined
  if (!isInEveryLanguage(value) || !Array.isArray(value.sv)) return asTyped(value as Fields)
  const { sv, nb, en } = value as Passage
  return { sv: typedFrom(sv), nb: typedFrom(nb), en: typedFrom(en) }
}
