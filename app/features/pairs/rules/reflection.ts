// Somebody's own thoughts: private until they say otherwise, and again when they take it back.
import { z } from 'zod'
import { id } from '#app/kernel/ids.ts'

/** Characters of one reflection. */
const longestReflection = 8_000

/** `share`: the pair to share with, private when nothing was chosen. Empty text lets go of the reflection. */
export const reflectionInput = z.object({
  text: z.string().trim().max(longestReflection).default(''),
  share: z.literal('private').or(id).default('private'),
})
