// What people say months later: the questions, and how far each goal and each improvement work has come where they work.
import { z } from 'zod'
import { type FollowedKind, type ProgressStep, progressSteps } from '../words.ts'

const MAX_STEP_WORDS = 2000

const followUpStepInput = z.strictObject({
  kind: z.enum(['goal', 'improvement_work']),
  id: z.uuid(),
  progress: z.enum(progressSteps),
  words: z.string().trim().max(MAX_STEP_WORDS),
})
export type FollowUpStep = z.infer<typeof followUpStepInput>

/** Something has been put to use: introduced, with or without a measured effect. */
export function isIntroduced(progress: ProgressStep): boolean {
  return progress === 'implemented' || progress === 'measured'
}

/** Somebody is past the idea: trying or further. Stopping counts, for it was tried. */
export function isTried(progress: ProgressStep): boolean {
  return progress !== 'idea'
}

/** The form fields of one goal or work: how far, and the words about it. */
export const stepField = (id: string) => `s.${id}`
export const wordsField = (id: string) => `w.${id}`

/**
 * The steps that a form carries. Lines without a choice are left out; when words were written on them (`unchosen`), or more
 * than there is room for (`tooLong`), the person is asked about it.
 */
export function readSteps(
  fields: Record<string, string>,
  followed: readonly { kind: FollowedKind; id: string }[],
): { steps: FollowUpStep[]; unchosen: string[]; tooLong: string[] } {
  const steps: FollowUpStep[] = []
  const unchosen: string[] = []
  const tooLong: string[] = []
  for (const { kind, id } of followed) {
    const words = (fields[wordsField(id)] ?? '').trim()
    const parsed = followUpStepInput.safeParse({ kind, id, progress: fields[stepField(id)], words })
    if (words.length > MAX_STEP_WORDS) tooLong.push(id)
    else if (parsed.success) steps.push(parsed.data)
    else if (words !== '') unchosen.push(id)
  }
  return { steps, unchosen, tooLong }
}
