// Practice at work: told in a few words by the one who did it, signed by the other one of the pair or sent back with words.
import { z } from 'zod'

const version = z.coerce.number().int().min(0)

/** `version`: the one that the form was made from, 0 before anything was handed in. */
export const practiceInput = z.object({ version, note: z.string().trim().min(1).max(4_000) })
export const practiceReturnInput = z.object({ version, note: z.string().trim().min(1).max(2_000) })
export const practiceSignatureInput = z.object({ version })
export const ticksInput = z.object({ items: z.array(z.string()).default([]) })

export type PracticeStanding = 'open' | 'handed_in' | 'returned' | 'signed'

type Report = { signedAt: Date | null; returnedAt: Date | null }

/** What was signed stays signed, whatever came before. */
export function practiceStanding(report: Report | null | undefined): PracticeStanding {
  if (!report) return 'open'
  if (report.signedAt) return 'signed'
  return report.returnedAt ? 'returned' : 'handed_in'
}

/** A checklist is done when every item of it is ticked. */
export function isAllTicked(items: readonly { id: string }[], ticked: ReadonlySet<string>): boolean {
  return items.every((item) => ticked.has(item.id))
}
