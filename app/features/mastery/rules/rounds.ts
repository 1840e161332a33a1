// When each round is open for one of the two. Instants in, instants out; no clock.
import type { PairFile } from '#app/features/pairs/rules/pair.ts'
import type { Walker } from '#app/features/pairs/words.ts'
import { addMonths, daysLater } from '#app/kernel/days.ts'
import { type Round, rounds } from '../words.ts'

/** Days from the start of the walk in which "before" is still before. */
const BEFORE_DAYS = 30
/** Days that the end, and the round after it, can be answered. */
const OPEN_DAYS = 42
const AFTER_MONTHS = 6
/** Days into the walk after which somebody who has not rated is asked: at first the page itself asks. */
const ASK_BEFORE_DAYS = 7
/** Days before a round closes when it is brought up once more. */
const REMIND_DAYS = 10
/** Days that lie between the two mails at least. */
const BETWEEN_DAYS = 3

/** How a person stands in a pair, now or before. */
export type Place = {
  walker: Walker
  joinedAt: Date
  /** Since when both of them walk; null while the other one has not said yes. */
  startedAt: Date | null
  /** When somebody else followed them as manager: from then on they are asked nothing. */
  leftAt: Date | null
}

/** When a pair's walk was over: `doneAt` all that everybody walks is done, `endedAt` the two have ended it. */
export type Over = { doneAt: Date | null; endedAt: Date | null; walkedAtAll: boolean }

/** `late`: "before", answered from memory; the person sees it, nobody counts it. */
export type RoundState = 'not_yet' | 'open' | 'late' | 'closed'
export type RoundStanding = { round: Round; state: RoundState; opensAt: Date | null; closesAt: Date | null }

/** The person's place in the pair; null for those who never walked in it. A manager who came back has their latest place. */
export function placeOf(personId: string, pair: Pick<PairFile, 'resourcePerson' | 'leaders' | 'joinedAt'>): Place | null {
  const firstLeader = pair.leaders.find(({ joinedAt }) => joinedAt !== null)?.joinedAt ?? null
  if (personId === pair.resourcePerson.id) {
    if (!pair.joinedAt) return null
    return {
      walker: 'resource_person',
      joinedAt: pair.joinedAt,
      startedAt: later(pair.joinedAt, firstLeader),
      leftAt: null,
    }
  }
  const own = pair.leaders.findLast((one) => one.personId === personId && one.joinedAt !== null)
  if (!own?.joinedAt) return null
  return { walker: 'leader', joinedAt: own.joinedAt, startedAt: later(own.joinedAt, pair.joinedAt), leftAt: own.endedAt }
}

/** The people who walk in the pair, or did. */
export function placesIn(pair: PairFile): (Place & { personId: string })[] {
  const ids = new Set([pair.resourcePerson.id, ...pair.leaders.map(({ personId }) => personId)])
  return [...ids].flatMap((personId) => {
    const place = placeOf(personId, pair)
    return place ? [{ personId, ...place }] : []
  })
}

/**
 * The three rounds as they stand at `now`.
 * - before: from joining until 30 days into the walk; later still, as `late`, until the walk is over.
 * - end: six weeks from the day the walk is done or was ended. Who ended it before anything was agreed is not asked.
 * - after: six weeks from the same day half a year later.
 */
export function roundsAt(place: Place, over: Over, now: Date): Record<Round, RoundStanding> {
  const overAt = overSince(over)
  const stops = earliest(overAt, over.endedAt, place.leftAt)
  const wasThere = overAt && place.joinedAt < overAt && !(place.leftAt && place.leftAt < overAt)
  const asked = wasThere ? overAt : null
  const afterAt = asked && monthsLater(asked, AFTER_MONTHS)
  return {
    before: before(place, stops, now),
    end: windowed('end', asked, now),
    after: windowed('after', afterAt, now),
  }
}

function overSince({ doneAt, endedAt, walkedAtAll }: Over): Date | null {
  return earliest(doneAt, walkedAtAll ? endedAt : null)
}

function before({ joinedAt, startedAt }: Place, stops: Date | null, now: Date): RoundStanding {
  const onTime = startedAt && daysLater(startedAt, BEFORE_DAYS)
  const closesAt = earliest(onTime, stops)
  const standing = { round: 'before' as const, opensAt: joinedAt, closesAt }
  if (now < joinedAt) return { ...standing, state: 'not_yet' }
  if (stops && stops <= now) return { ...standing, state: 'closed' }
  return { ...standing, state: closesAt && closesAt <= now ? 'late' : 'open' }
}

function windowed(round: Round, opensAt: Date | null, now: Date): RoundStanding {
  if (!opensAt) return { round, state: 'not_yet', opensAt, closesAt: null }
  const closesAt = daysLater(opensAt, OPEN_DAYS)
  const state = now < opensAt ? 'not_yet' : now < closesAt ? 'open' : 'closed'
  return { round, state, opensAt, closesAt }
}

/** The round that can be answered now: never more than one. */
export function roundNow(standings: Record<Round, RoundStanding>): RoundStanding | null {
  return rounds.map((round) => standings[round]).find(({ state }) => state === 'open' || state === 'late') ?? null
}

type Given = { answeredAt: Date | null; closesAt: Date | null; countedAt: Date | null }

/** Answered when "before" was over already: from memory. */
export function isLate({ answeredAt, closesAt }: Pick<Given, 'answeredAt' | 'closesAt'>): boolean {
  return answeredAt !== null && closesAt !== null && closesAt <= answeredAt
}

/** The round that can be answered or changed now: what was said in time is not changed late, nor what is counted. */
export function answerable(
  standings: Record<Round, RoundStanding>,
  given: Partial<Record<Round, Given>>,
): RoundStanding | null {
  const now = roundNow(standings)
  const known = now && given[now.round]
  if (!now || known?.countedAt) return null
  return now.state === 'late' && known?.answeredAt && !isLate(known) ? null : now
}

type Known = { answeredAt: Date | null; passedAt: Date | null; askedAt: Date | null; remindedAt: Date | null }

/** Does the round wait for the person? Not once it is answered, not when they said "not now", not what is late. */
export function waitsFor({ round, state }: RoundStanding, place: Place, known: Known | undefined, now: Date): boolean {
  if (state !== 'open' || known?.answeredAt || known?.passedAt) return false
  return round !== 'before' || (place.startedAt !== null && place.startedAt <= now)
}

/** The mail that is due: one when a round has opened, one while there is still time; null when the person has done either. */
export function mailDue(
  standing: RoundStanding,
  place: Place,
  known: Known | undefined,
  now: Date,
): 'asked' | 'reminded' | null {
  const { round, opensAt, closesAt } = standing
  if (!waitsFor(standing, place, known, now) || !opensAt || !closesAt) return null
  const askAt = round === 'before' && place.startedAt ? daysLater(place.startedAt, ASK_BEFORE_DAYS) : opensAt
  if (!known?.askedAt) return askAt <= now ? 'asked' : null
  const remindAt = later(daysLater(closesAt, -REMIND_DAYS), daysLater(known.askedAt, BETWEEN_DAYS))
  return !known.remindedAt && remindAt && remindAt <= now ? 'reminded' : null
}

function later(one: Date, other: Date | null): Date | null {
  return other && (other > one ? other : one)
}

function earliest(...instants: (Date | null)[]): Date | null {
  return instants.reduce((first, one) => (one && (!first || one < first) ? one : first), null)
}

/** The same time of day, calendar months later. */
function monthsLater(instant: Date, months: number): Date {
  const [day, time] = instant.toISOString().split('T') as [string, string]
  return new Date(`${addMonths(day, months)}T${time}`)
}
