// The statements that ship, checked when the server starts.
import { isIndicator } from '#app/features/indicators/reference.server.ts'
import type { Walker } from '#app/features/pairs/words.ts'
import { found } from '#app/kernel/errors.ts'
import leaderV1 from '#db/reference/mastery/leader.v1.json' with { type: 'json' }
import resourcePersonV1 from '#db/reference/mastery/resource-person.v1.json' with { type: 'json' }
import scaleFile from '#db/reference/mastery/scale.json' with { type: 'json' }
import { type Instrument, instrumentSchema, ratingForm, type Scale, type Statement, scaleSchema } from './rules/statements.ts'

/** All versions that were ever asked: old answers are read with the statements they were given to. */
export const instruments: readonly Instrument[] = [resourcePersonV1, leaderV1].map((file) => instrumentSchema.parse(file))

export const scale: Scale = scaleSchema.parse(scaleFile)

const byId = new Map<string, Statement>()
for (const { statements } of instruments) {
  for (const statement of statements) {
    if (statement.feeds && !isIndicator(statement.feeds.indicator)) throw new Error(`${statement.id} feeds nothing there is.`)
    byId.set(statement.id, statement)
  }
}

/** Every statement of every version. */
export const allStatements: readonly Statement[] = [...byId.values()]

/** What a form of a round sends, whoever of the two fills it in. */
export const ratingInput = ratingForm(allStatements)

/** The version that was rated. */
export function instrumentOf(walker: Walker, version: number): Instrument {
  return found(instruments.find((one) => one.walker === walker && one.version === version))
}

/** The version that is rated from now on. */
export function latestInstrument(walker: Walker): Instrument {
  const [latest] = instruments.filter((one) => one.walker === walker).sort((a, b) => b.version - a.version)
  return found(latest)
}

/** @throws not_found */
export function statementOf(id: string): Statement {
  return found(byId.get(id))
}
