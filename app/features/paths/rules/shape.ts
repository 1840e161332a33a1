// The shape of a learning path as it is written and shipped: modules, two tracks, activities with something to read and to do.
import { z } from 'zod'
import { trilingual } from '#app/kernel/locale-schema.ts'

/** A paragraph, or one of the few things a text to read needs beside paragraphs. */
const block = z.union([
  z.string().min(1),
  z.strictObject({ heading: z.string().min(1) }),
  z.strictObject({ list: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ steps: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ quote: z.string().min(1) }),
])

/** The same text in every language, block by block. */
const passage = z.strictObject({ sv: z.array(block).min(1), nb: z.array(block).min(1), en: z.array(block).min(1) })

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
] as const

const minutes = z.number().int().min(5).max(120)

export const activity = z.strictObject({
  /** Stays the same over versions and is part of the address. */
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  title: trilingual,
  minutes,
  /** What to read: the point, in a few paragraphs. */
  text: passage,
  /** How it can look in a ward, in home care, at a university. */
  example: passage,
  /** What to do at one's own workplace, step by step. */
  task: passage,
  tool: z.enum(toolIds).optional(),
})

/** A question to check oneself with; every answer explains why it is right or not. */
export const check = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  question: trilingual,
  options: z
    .array(z.strictObject({ text: trilingual, right: z.boolean(), why: trilingual }))
    .min(2)
    .max(5),
})

export const learningModule = z.strictObject({
  id: z.string().regex(/^M\d$/),
  title: trilingual,
  aim: trilingual,
  optional: z.boolean(),
  /** Why this module, for both: two to four paragraphs before the tracks. */
  lead: passage,
  tracks: z.strictObject({ resource_person: z.array(activity).min(1), leader: z.array(activity).min(1) }),
  /** What the two do together before they go on. `ask`: questions for the talk. */
  joint: z.strictObject({ title: trilingual, minutes, text: passage, ask: z.array(trilingual).min(2).max(6) }),
  reflection: z.array(trilingual).min(1).max(4),
  ethics: z.strictObject({ question: trilingual, text: passage }),
  checks: z.array(check).min(2).max(6),
  /** Where to read on: what it is called, by whom, and what one finds there. No addresses that may die. */
  reading: z
    .array(z.strictObject({ title: z.string().min(1), by: z.string().min(1), about: trilingual }))
    .min(1)
    .max(6),
})

export const learningPath = z.strictObject({
  id: z.string().regex(/^[a-z-]{3,60}$/),
  /** Counted from 1; what is published is never changed. */
  version: z.number().int().min(1),
  title: trilingual,
  lead: passage,
  pace: trilingual,
  modules: z.array(learningModule).min(1),
})

export type Block = z.infer<typeof block>
export type Passage = z.infer<typeof passage>
export type Activity = z.infer<typeof activity>
export type Check = z.infer<typeof check>
export type LearningModule = z.infer<typeof learningModule>
export type LearningPath = z.infer<typeof learningPath>
export type Track = keyof LearningModule['tracks']
