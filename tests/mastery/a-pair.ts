import type { PairFile, PairLeader } from '#app/features/pairs/rules/pair.ts'

/** Somebody who was asked to lead the pair; `joinedAt` null for who has not answered. */
export function aLeader(
  personId: string,
  joinedAt: Date | null,
  { invitedAt, endedAt = null }: { invitedAt: Date; endedAt?: Date | null },
): PairLeader {
  return { personId, name: personId, invitedAt, joinedAt, declinedAt: null, endedAt, openedOn: null }
}

/** Samira's pair at Tallbacken, which both have begun on the day. */
export function aPairSince(since: Date, leaders: PairLeader[]): PairFile {
  return {
    ...{ id: 'pair', pathId: 'learn-to-teach-on', version: 1, startedBy: 'samira', startedAt: since },
    ...{ joinedAt: since, pausedAt: null, endedAt: null },
    unit: {
      id: 'ward',
      name: 'Tallbacken',
      language: 'sv',
      lineage: ['region', 'ward'],
      timeZone: 'Europe/Stockholm',
      closedAt: null,
    },
    resourcePerson: { id: 'samira', name: 'Samira Nilsson' },
    leaders,
  }
}
