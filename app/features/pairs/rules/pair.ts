// A pair: a resource person and the manager who learns beside them. Who leads it now, where it stands, what may be typed.
import { z } from 'zod'
import { emailAddress, personName } from '#app/features/identity/rules.ts'
import type { Day } from '#app/kernel/days.ts'
import { id } from '#app/kernel/ids.ts'
import { type Walker, walkers } from '../words.ts'

export type PairLeader = {
  personId: string
  name: string
  invitedAt: Date
  joinedAt: Date | null
  declinedAt: Date | null
  endedAt: Date | null
  /** The day in the unit's time when they last opened the pair's page. */
  openedOn: Day | null
}

export type PairFile = {
  id: string
  pathId: string
  /** The version that the two walk. */
  version: number
  startedBy: string | null
  startedAt: Date
  joinedAt: Date | null
  pausedAt: Date | null
  endedAt: Date | null
  unit: { id: string; name: string; language: string; lineage: string[]; timeZone: string; closedAt: Date | null }
  resourcePerson: { id: string; name: string }
  /** All there were, the first one first. */
  leaders: PairLeader[]
}

/** `invited`: somebody has not answered. `alone`: there is no manager, and nobody was asked. */
export type PairStatus = 'invited' | 'alone' | 'under_way' | 'paused' | 'ended'

/** The manager who has said yes and has not been followed by another. */
export function leaderNow(pair: Pick<PairFile, 'leaders'>): PairLeader | null {
  return pair.leaders.find((one) => one.joinedAt !== null && one.endedAt === null) ?? null
}

/** Asked to lead, and has not answered. */
export function leaderAsked(pair: Pick<PairFile, 'leaders'>): PairLeader | null {
  return pair.leaders.find((one) => !one.joinedAt && !one.declinedAt && !one.endedAt) ?? null
}

/** A pair whose manager is about to change goes on until the new one has said yes. */
export function pairStatus(pair: Pick<PairFile, 'leaders' | 'joinedAt' | 'pausedAt' | 'endedAt'>): PairStatus {
  if (pair.endedAt) return 'ended'
  if (!pair.joinedAt) return 'invited'
  if (!leaderNow(pair)) return leaderAsked(pair) ? 'invited' : 'alone'
  return pair.pausedAt ? 'paused' : 'under_way'
}

/** The other one's name as the walker knows it: also of a manager who was only asked. */
export function nameOfOther(pair: Pick<PairFile, 'leaders' | 'resourcePerson'>, me: Walker): string | null {
  if (me === 'leader') return pair.resourcePerson.name
  return (leaderNow(pair) ?? leaderAsked(pair))?.name ?? null
}

export const startPairInput = z.object({ id, unitId: id, as: z.enum(walkers), colleagueId: id })
export const nameLeaderInput = z.object({ colleagueId: id })
export const moveInput = z.object({ unitId: id })
export const togetherInput = z
  .object({ id, pathId: z.string().min(1).max(80), unitId: id, resourcePersonId: id, leaderId: id })
  .refine((two) => two.resourcePersonId !== two.leaderId, { path: ['leaderId'], message: 'pairs_error_same_person' })
/** `as`: who the inviter is on the path. */
export const inviteToWalkInput = z.object({
  ...{ id, unitId: id, pathId: z.string().min(1).max(80), as: z.enum(walkers) },
  ...{ email: emailAddress, name: personName },
})
export const versionInput = z.object({ version: z.coerce.number().int().min(1).max(1_000_000) })
