// The shape of the sheets that the path offers to fill in: a title, what it is for, and the boxes.
import { z } from 'zod'
import { trilingual } from '#app/kernel/locale-schema.ts'
import { toolIds } from './shape.ts'

const box = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  label: trilingual,
  /** The question that helps to fill it in. */
  help: trilingual,
  rows: z.number().int().min(1).max(12),
})

export const sheet = z.strictObject({
  id: z.enum(toolIds),
  title: trilingual,
  lead: trilingual,
  /** How to use it, step by step. */
  steps: z.array(trilingual).min(2).max(8),
  boxes: z.array(box),
})

export type Sheet = z.infer<typeof sheet>
