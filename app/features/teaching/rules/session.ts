// One session of teaching: what may be typed, when it is signed off, how many may still confirm. Claimed and confirmed are two
// numbers and never one.
import { z } from 'zod'
import { type Day, day } from '#app/kernel/days.ts'
import { id } from '#app/kernel/ids.ts'
import { teachingForms } from '../words.ts'

/** Days that a link for learners works. */
export const linkDays = 30
const mostLearners = 500
const mostNamed = 100

export type Place = { id: string; name: string; language: string; lineage: string[]; timeZone: string }

export type Learner = {
  /** Null when the account is gone. */
  userId: string | null
  name: string | null
  /** The learner's own unit when they were named or came. */
  unitId: string | null
  named: boolean
  confirmed: boolean
  declined: boolean
}

export type SessionFile = {
  id: string
  teacher: { userId: string | null; name: string | null }
  home: Place | null
  unit: Place | null
  place: string
  subject: string
  language: string
  pathId: string | null
  moduleId: string | null
  taughtOn: Day
  minutes: number
  form: (typeof teachingForms)[number]
  /** As the writer says. */
  learners: number
  learntFromId: string | null
  version: number
  askedAt: Date | null
  returnedAt: Date | null
  returnNote: string
  returnLanguage: string
  signedAt: Date | null
  signedBy: string | null
  /** People, not visitors. */
  people: Learner[]
  /** Visitors who have confirmed. */
  visitors: number
}

/** People and visitors who have said themselves that they took part. */
export function confirmedIn(session: Pick<SessionFile, 'people' | 'visitors'>): number {
  return session.people.filter((one) => one.confirmed).length + session.visitors
}

/** A manager has signed, or at least one learner has confirmed. */
export function isSignedOff(session: Pick<SessionFile, 'people' | 'visitors' | 'signedAt'>): boolean {
  return session.signedAt !== null || confirmedIn(session) > 0
}

/** Places for those who were not named: each who is named and has not said no keeps one. */
export function placesLeft({ learners, people, visitors }: Pick<SessionFile, 'learners' | 'people' | 'visitors'>): number {
  const kept = people.filter((one) => one.confirmed || (one.named && !one.declined)).length
  return Math.max(0, learners - kept - visitors)
}

/** What a manager is asked. */
export function waitsForManager(session: Pick<SessionFile, 'askedAt' | 'signedAt'>): boolean {
  return session.askedAt !== null && session.signedAt === null
}

export type LinkState = 'open' | 'revoked' | 'expired'

/** What was taken back is taken back, also after its last day. */
export function linkState(link: { expiresAt: Date; revokedAt: Date | null }, now: Date): LinkState {
  if (link.revokedAt) return 'revoked'
  return link.expiresAt <= now ? 'expired' : 'open'
}

/** What the select says for somewhere that is no unit here. */
export const elsewhere = 'elsewhere'

const text = (most: number) => z.string().trim().max(most).default('')
const manyIds = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(id).max(mostNamed),
)

export const sessionInput = z
  .object({
    id,
    subject: z.string().trim().min(1).max(200),
    /** 'path module', as the select has them. */
    module: text(200),
    taughtOn: day,
    minutes: z.coerce.number().int().min(5).max(2400),
    homeUnitId: id.optional(),
    where: z.union([id, z.literal(elsewhere)]),
    place: text(200),
    form: z.enum(teachingForms),
    learners: z.coerce.number().int().min(1).max(mostLearners),
    named: manyIds,
    learntFromId: id.optional(),
    reflection: text(10_000),
    version: z.coerce.number().int().min(0).default(0),
  })
  .refine(({ where, place }) => where !== elsewhere || place !== '', { path: ['place'], error: 'teaching_error_place' })
  .refine(({ learners, named }) => named.length <= learners, { path: ['learners'], error: 'teaching_error_fewer_than_named' })
export type SessionInput = z.output<typeof sessionInput>

export const returnInput = z.object({ note: z.string().trim().min(1).max(1000) })
export const reflectionInput = z.object({ reflection: text(10_000) })
export const confirmInput = z.object({ id })
export const signInput = z.object({ version: z.coerce.number().int().min(1) })

/**
 * Who is asked to stand behind a session of this lineage: those who lead the nearest unit that has a leader other than the
 * teacher. `lineage`: the topmost unit first.
 */
export function nearestLeaders(
  lineage: readonly string[],
  holders: readonly { userId: string; unitId: string }[],
  teacherId: string | null,
): string[] {
  for (const unitId of lineage.toReversed()) {
    const here = holders.filter((holder) => holder.unitId === unitId && holder.userId !== teacherId)
    if (here.length > 0) return [...new Set(here.map((holder) => holder.userId))]
  }
  return []
}
