// Somebody's own thoughts: private until they say otherwise, and again when they take it back.
import { z } from 'zod'
import { id } from '#app/kernel/ids.ts'
import { groupChoice, groupIn } from './group.ts'

/** Characters of one reflection. */
const longestReflection = 8_000

/** `share`: the pair or group to share with, private when nothing was chosen. Empty text lets go of the reflection. */
export const reflectionInput = z.object({
  text: z.string().trim().max(longestReflection).default(''),
  share: z.literal('private').or(id).or(groupChoice).default('private'),
})

/** Nobody, one pair or one group: never two at once. */
export function sharedWith(share: z.output<typeof reflectionInput>['share']): {
  pairId: string | null
  groupId: string | null
} {
  if (share === 'private') return { pairId: null, groupId: null }
  const groupId = groupIn(share)
  return groupId ? { pairId: null, groupId } : { pairId: share, groupId: null }
}
