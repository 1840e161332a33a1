// The shape of a learning path as it is written, published, handed on in a file and shipped: modules, two tracks, activities.
import { z } from 'zod'
import { locale } from '#app/kernel/locale-schema.ts'
import { activityIdPattern, moduleIdPattern } from './addresses.ts'
import type { Time } from './time.ts'

/** A text in every language; empty where it is not written yet. What is published has no gap in its languages: gaps.ts. */
const said = (most: number) => {
  const words = z.string().max(most)
  return z.strictObject({ sv: words, nb: words, en: words })
}
const line = said(300)
const words = said(2_000)

/** What a row of a list may be called. */
export const rowIdPattern = /^[a-z0-9-]{2,40}$/
/** Stays the same while the row is reworded and moved, so that two can write on one list. Without it the row's words are its name. */
const rowId = z.string().regex(rowIdPattern).optional()
const row = words.extend({ id: rowId })

/** An uploaded picture, film or caption file of the path: its id among the path's media. */
const mediaId = z.uuid()

/** An address that a browser may open: nothing but https. */
const link = z.url({ protocol: /^https$/ }).max(1_000)

const paragraph = z.string().min(1).max(4_000)
const lines = z.array(z.string().min(1).max(2_000)).min(1).max(40)

/** A paragraph, or one of the few things a text to read needs beside paragraphs. */
export const block = z.union([
  paragraph,
  z.strictObject({ heading: z.string().min(1).max(300) }),
  z.strictObject({ list: lines }),
  z.strictObject({ steps: lines }),
  z.strictObject({ quote: paragraph }),
  /** `alt` is what the picture says to those who do not see it. */
  z.strictObject({ picture: mediaId, alt: z.string().min(1).max(1_000), caption: z.string().max(1_000).optional() }),
])

const blocks = z.array(block).max(200)

/** The same text in every language, block by block. */
export const passage = z.strictObject({ sv: blocks, nb: blocks, en: blocks })

/** Sheets that the path offers; each has a page of its own. */
export const toolIds = [
  'didactic',
  'improvement',
  'pdsa',
  'run_chart',
  'grow',
  'session',
  'game',
  'swot',
  'self_rating',
  'self_rating_leader',
] as const
const tool = z.enum(toolIds)

/** A question to check oneself with; every answer explains why it is right or not. */
export const check = z.strictObject({
  id: z.string().regex(activityIdPattern),
  question: words,
  options: z
    .array(z.strictObject({ text: words, right: z.boolean(), why: words }))
    .min(2)
    .max(5),
})

/** A film, uploaded with us or shown elsewhere; captions in the languages that they are there for. */
const video = z.union([
  z.strictObject({
    media: mediaId,
    captions: z.strictObject({ sv: mediaId.nullable(), nb: mediaId.nullable(), en: mediaId.nullable() }),
  }),
  z.strictObject({ link, captioned: z.array(locale).max(3) }),
])

const anyActivity = {
  /** Stays the same over versions, and is part of the address. */
  id: z.string().regex(activityIdPattern),
  title: line,
  minutes: z.number().int().min(5).max(120),
  /** What to read: the point, in a few paragraphs. */
  text: passage,
}

/** `study`: to read, an example of how it can look, and something to do at one's own workplace; often with a sheet. */
const study = z.strictObject({
  ...anyActivity,
  kind: z.literal('study'),
  example: passage,
  task: passage,
  tool: tool.optional(),
})
/** `transcript`: everything that is said and shown, for those who do not hear or see it. Without a film while it is being written. */
const film = z.strictObject({ ...anyActivity, kind: z.literal('video'), video: video.nullable(), transcript: passage })
const quiz = z.strictObject({ ...anyActivity, kind: z.literal('quiz'), checks: z.array(check).min(1).max(20) })
const checklist = z.strictObject({
  ...anyActivity,
  kind: z.literal('checklist'),
  items: z
    .array(z.strictObject({ id: z.string().regex(activityIdPattern), text: words }))
    .min(1)
    .max(30),
})
const thinking = z.strictObject({ ...anyActivity, kind: z.literal('reflection'), questions: z.array(row).min(1).max(10) })
/** `practice`: done at work, told in a few words, and signed off by the other one of the pair. */
const practice = z.strictObject({ ...anyActivity, kind: z.literal('practice'), task: passage })
const sheetWork = z.strictObject({ ...anyActivity, kind: z.literal('sheet'), tool })
/** The path's own questionnaire about itself. */
const asked = z.strictObject({ ...anyActivity, kind: z.literal('questionnaire') })

export const activity = z.discriminatedUnion('kind', [study, film, quiz, checklist, thinking, practice, sheetWork, asked])

/** What the two do together before they go on. `ask`: questions for the talk. */
const joint = z.strictObject({
  title: line,
  minutes: z.number().int().min(5).max(120),
  text: passage,
  ask: z.array(row).min(1).max(6),
})

export const learningModule = z.strictObject({
  /** Stays the same over versions, and is part of the address. */
  id: z.string().regex(moduleIdPattern),
  title: line,
  aim: words,
  optional: z.boolean(),
  /** Modules to walk first; they stand before this one. */
  requires: z.array(z.string().regex(moduleIdPattern)).max(20),
  /** Why this module, for both: two to four paragraphs before the tracks. */
  lead: passage,
  tracks: z.strictObject({ resource_person: z.array(activity).max(20), leader: z.array(activity).max(20) }),
  joint: joint.nullable(),
  reflection: z.array(row).max(4),
  ethics: z.strictObject({ question: words, text: passage }).nullable(),
  checks: z.array(check).max(6),
  /** Where to read on: what it is called, by whom, and what one finds there. */
  reading: z
    .array(z.strictObject({ id: rowId, title: z.string().min(1).max(300), by: z.string().min(1).max(300), about: words }))
    .max(12),
})

/** Whose path this one was made from: what one owes them. */
export const attribution = z.strictObject({
  pathId: z.string().max(80),
  version: z.number().int().min(1),
  title: z.string().min(1).max(300),
  /** The organisation, as it called itself. */
  by: z.string().min(1).max(300),
})

export const learningPath = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  /** Counted from 1; what is published is never changed. */
  version: z.number().int().min(1),
  /** What it is published in, the language it was written in first. */
  languages: z.array(locale).min(1).max(3),
  title: line,
  lead: passage,
  /** How fast people usually go. */
  pace: words,
  /** The organisation that stands behind it. */
  by: z.string().min(1).max(300),
  /** From the nearest to the first one; empty for a path of one's own. */
  madeFrom: z.array(attribution).max(20),
  modules: z.array(learningModule).max(40),
})

/** A path as it is being written: it gets its number when it is published. */
export const pathDraft = learningPath.omit({ version: true })

export type Block = z.infer<typeof block>
export type Passage = z.infer<typeof passage>
export type Activity = z.infer<typeof activity>
export type ActivityKind = Activity['kind']
export type Check = z.infer<typeof check>
export type LearningModule = z.infer<typeof learningModule>
export type LearningPath = z.infer<typeof learningPath>
export type Attribution = z.infer<typeof attribution>
export type Track = keyof LearningModule['tracks']
export type PathDraft = z.infer<typeof pathDraft>
/** What lists show of a path. `minutes`: of the modules that everybody walks. */
export type PathSummary = Pick<LearningPath, 'languages' | 'title' | 'lead' | 'by'> & {
  minutes: Time
  modules: Pick<LearningModule, 'id' | 'title'>[]
}
