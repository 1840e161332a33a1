// The page of a person's own ratings in one pair, in their language and for nobody else.
import { canReadInside } from '#app/features/pairs/policy.ts'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { dayAt, lastWholeDayBefore } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { instrumentOf, latestInstrument, scale } from '../reference.server.ts'
import { type Change, changeOf } from '../rules/change.ts'
import { answerable, isLate, type RoundStanding } from '../rules/rounds.ts'
import { type Answers, type Statement, UNKNOWN } from '../rules/statements.ts'
import { type Round, rounds } from '../words.ts'
import { findOwnRoundsFor, type OwnRating, type OwnRounds } from './own-rounds.server.ts'

/** @throws not_found */
export async function findRatingPageFor(
  actor: Person,
  { pairId, locale }: { pairId: string; locale: Locale },
  ctx: Ctx = here(),
) {
  const own = await findOwnRoundsFor(actor, pairId, ctx)
  const { pair, place, standings, ratings } = own
  const path = await readPath(pair, ctx)
  const say = ({ id, text }: Statement) => ({ id, text: text[locale] })
  return {
    pairId,
    path: { id: path.id, title: path.title[locale] },
    unit: { name: pair.unit.name, language: pair.unit.language },
    me: place.walker,
    /** Whom a manager walks with; the resource person's manager may change. */
    withName: place.walker === 'leader' ? pair.resourcePerson.name : null,
    opensPair: canReadInside(actor, pair),
    least: settings().SMALLEST_GROUP,
    statements: latestInstrument(place.walker).statements.map(say),
    scale: {
      steps: scale.steps.map(({ value, label }) => ({ value, label: label[locale] })),
      unknown: scale.unknown[locale],
    },
    hasLeft: !own.canRate,
    now: nowOf(own),
    rounds: rounds.map((round) => roundView(standings[round], ratings[round], pair.unit.timeZone)),
    changes: ratedStatements(own).map((one) => ({ ...say(one), ...changeIn(one.id, ratings) })),
  }
}

export type RatingPage = Awaited<ReturnType<typeof findRatingPageFor>>

/** The round that the person can answer now, with what they have said; null when there is none, or no right to. */
function nowOf({ pair, standings, ratings, canRate }: OwnRounds) {
  const standing = canRate ? answerable(standings, ratings) : null
  if (!standing) return null
  const { round, state, closesAt } = standing
  const known = ratings[round]
  return {
    round,
    late: state === 'late',
    lastDay: closesAt && lastWholeDayBefore(closesAt, pair.unit.timeZone),
    passed: Boolean(known?.passedAt) && !known?.answers,
    answered: Boolean(known?.answers),
    given: fieldsOf(known?.answers),
  }
}

function roundView({ round, state, opensAt, closesAt }: RoundStanding, known: OwnRating | undefined, zone: string) {
  return {
    ...{ round, state, opensOn: opensAt && dayAt(opensAt, zone), lastDay: closesAt && lastWholeDayBefore(closesAt, zone) },
    answeredOn: known?.answeredAt ? dayAt(known.answeredAt, zone) : null,
    wasLate: known !== undefined && isLate(known),
  }
}

function fieldsOf(answers: Answers | null | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(answers ?? {}).map(([id, value]) => [id, value === null ? UNKNOWN : String(value)]))
}

/** The statements of every version that the person has rated in this pair, each once. */
function ratedStatements({ place, ratings }: OwnRounds): Statement[] {
  const versions = rounds.flatMap((round) => (ratings[round]?.answers ? (ratings[round]?.instrumentVersion ?? []) : []))
  const rated = [...new Set(versions)].flatMap((version) => instrumentOf(place.walker, version).statements)
  return [...new Map(rated.map((one) => [one.id, one])).values()]
}

function changeIn(statement: string, ratings: OwnRounds['ratings']): Change {
  const answers: Partial<Record<Round, Answers>> = {}
  for (const round of rounds) answers[round] = ratings[round]?.answers ?? {}
  return changeOf(statement, answers)
}
