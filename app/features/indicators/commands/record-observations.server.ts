import { settings } from '#app/kernel/env.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { indicatorOf, isIndicator } from '../reference.server.ts'
import { leastAnswers } from '../rules/cuts.ts'
import { quarterOf } from '../rules/periods.ts'
import type { Observation, Taken } from '../rules/words.ts'
import { type Entry, settle } from './settle.server.ts'

/**
 * Adds observations to the store, for each unit and everything above it. Called by the rooms above inside the transaction in
 * which the answers are stored, once a transaction. Several observations with one key in a call are taken as coming from the
 * same people: `answers` is then the largest of theirs. Tells what waited before: whoever shows the same answers elsewhere
 * (the unit's feedback page) must let go of what was handed up meanwhile.
 * @throws Error when an observation is not one: an unknown indicator, a part of a count, more hits than answers.
 */
export async function recordObservations(ctx: Ctx, observations: readonly Observation[]): Promise<Taken[]> {
  const entries = new Map<string, Entry>()
  for (const observation of observations) {
    check(observation)
    const { unitId, indicatorId, strand, group, part = '', numerator, denominator } = observation
    const quarter = quarterOf(observation.day)
    const key = [quarter, indicatorId, strand, group, part, unitId].join(' ')
    const answers = observation.answers ?? denominator
    const known = entries.get(key)
    if (known) {
      known.numerator += numerator
      known.denominator += denominator
      known.answers = Math.max(known.answers, answers)
      continue
    }
    const least = leastAnswers(indicatorId, group, settings().SMALLEST_GROUP)
    entries.set(key, { unitId, indicatorId, strand, group, part, quarter, least, numerator, denominator, answers, isNew: true })
  }
  // One statement a quarter; nearly always there is one. Oldest first, as the answers came.
  const quarters = [...new Set([...entries.values()].map((entry) => entry.quarter))].sort((a, b) => a - b)
  const taken: Taken[] = []
  for (const quarter of quarters) {
    const inQuarter = [...entries.values()].filter((entry) => entry.quarter === quarter)
    taken.push(...(await settle(ctx, inQuarter)))
  }
  return taken
}

function check(observation: Observation): void {
  const { indicatorId, group, numerator, denominator, answers = denominator } = observation
  if (!isIndicator(indicatorId)) throw new Error(`There is no indicator ${indicatorId}.`)
  if (indicatorOf(indicatorId)?.register === group)
    throw new Error(`What ${group} says of ${indicatorId} is a state: measure it.`)
  if (![numerator, denominator, answers].every(Number.isSafeInteger) || denominator < 0 || answers < 0) {
    throw new Error(`An observation of ${indicatorId} is counted in whole answers.`)
  }
}
