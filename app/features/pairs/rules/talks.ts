// Talks of a pair: planned for a day, moved, held or not, with notes for both and one agreed next step. Pure.
import { z } from 'zod'
import { timeOfDay } from '#app/features/programme/rules.ts'
import { type Day, day } from '#app/kernel/days.ts'
import { id } from '#app/kernel/ids.ts'
import type { TalkOutcome } from '../words.ts'

/** How long a talk with a time stands in a calendar. */
export const TALK_MINUTES = 60

const when = { onDay: day, startsAt: timeOfDay.optional(), place: z.string().trim().max(200).default('') }
/** The version that the form was made from. */
const version = z.coerce.number().int().min(1)

export const talkInput = z.object({ id, ...when })
export const talkMoveInput = z.object({ version, ...when })

/** What came of it; a day to be reminded needs a step to be reminded of. */
export const talkNoteInput = z
  .object({
    version,
    outcome: z.enum(['held', 'not_held']),
    notes: z.string().trim().max(8_000).default(''),
    nextStep: z.string().trim().max(2_000).default(''),
    nextStepOn: day.optional(),
  })
  .refine((said) => !said.nextStepOn || said.nextStep !== '', {
    path: ['nextStep'],
    message: 'pairs_error_talk_step',
  })

export const stepInput = z.object({ done: z.enum(['yes', 'no']) })

export type TalkFacts = { onDay: Day; startsAt: string | null; outcome: TalkOutcome | null }
type Step = { nextStep: string; nextStepOn: Day | null; nextStepDoneAt: Date | null }

/** `to_note`: its day has passed, and nobody has said what came of it. */
export type TalkStanding = 'ahead' | 'to_note' | TalkOutcome

/** How a talk stands on the day `today` of the unit. */
export function talkStanding({ onDay, outcome }: TalkFacts, today: Day): TalkStanding {
  return outcome ?? (onDay < today ? 'to_note' : 'ahead')
}

/** What came of a talk can be said from its day on, and changed later; a cancelled one is over. */
export function canBeNoted({ onDay, outcome }: TalkFacts, today: Day): boolean {
  return outcome !== 'cancelled' && onDay <= today
}

/** A talk can be moved or cancelled until somebody has said what came of it. */
export function canBeMoved({ outcome }: TalkFacts): boolean {
  return outcome === null
}

/** The earliest that is still ahead. */
export function nextTalk<T extends TalkFacts>(talks: readonly T[], today: Day): T | null {
  return talks.filter((talk) => talkStanding(talk, today) === 'ahead').toSorted(byTime)[0] ?? null
}

/** In the order of days and times; those without a time first on their day. */
export function byTime(a: TalkFacts, b: TalkFacts): number {
  return a.onDay.localeCompare(b.onDay) || (a.startsAt ?? '').localeCompare(b.startsAt ?? '')
}

/** Has the day come on which the two wanted to be reminded of what they agreed? */
export function isStepDue({ nextStep, nextStepOn, nextStepDoneAt }: Step, today: Day): boolean {
  return nextStep !== '' && nextStepOn !== null && nextStepOn <= today && nextStepDoneAt === null
}
