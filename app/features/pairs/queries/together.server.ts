// What an education lead needs to bring two others together, and what they may know of them afterwards: who said yes.
import { and, asc, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { listPathsFor, readPath } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { homeUnitsOf, type Person } from '#app/kernel/actor.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { learningPairs, units } from '#db/schema/index.ts'
import { canBringTogether } from '../policy.ts'
import type { PairFile } from '../rules/pair.ts'
import { type Colleague, readColleagues, readPairs } from './pairs.server.ts'

/** `over`: said no, or ended before they had answered. */
export type Answer = 'yes' | 'waiting' | 'over'
export type BroughtTogether = {
  id: string
  path: string
  unit: { name: string; language: string }
  resourcePerson: { name: string; answer: Answer }
  leader: { name: string; answer: Answer }
}

/** Units the actor leads the education of, open ones. */
const MOST_UNITS = 500

/** @throws not_found for those who lead no education, or not that unit's */
export async function findTogetherFor(
  actor: Person,
  { unitId, locale }: { unitId: string | null; locale: Locale },
  ctx: Ctx = here(),
) {
  const leads = homeUnitsOf(actor, ['education_lead'])
  found(leads[0])
  const isBelow = or(...leads.map((id) => sql`${units.lineage} @> array[${id}::uuid]`))
  const { id, name, language } = units
  const all = await ctx.db
    .select({ id, name, language })
    .from(units)
    .where(and(isBelow, isNull(units.closedAt)))
    .orderBy(asc(name))
    .limit(MOST_UNITS)
  const unit = unitId ? found(all.find((one) => one.id === unitId)) : (all[0] ?? null)
  const paths = await listPathsFor(actor, ctx)
  return {
    units: all,
    unit,
    people: unit ? await listPeopleToBringTogether(actor, unit.id, ctx) : [],
    paths: paths.map(({ pathId, summary }) => ({ id: pathId, title: summary.title[languageFor(summary.languages, locale)] })),
    mine: await listBroughtTogether(actor, locale, ctx),
  }
}

/** Everybody at the unit and those who lead it from above, without the actor. @throws not_found */
export async function listPeopleToBringTogether(actor: Person, unitId: string, ctx: Ctx): Promise<Colleague[]> {
  const [unit] = await ctx.db
    .select({ lineage: units.lineage })
    .from(units)
    .where(and(eq(units.id, unitId), isNull(units.closedAt)))
  const { lineage } = found(unit)
  hiddenUnless(canBringTogether(actor, lineage))
  return readColleagues(lineage, actor.id, ctx)
}

/** Those that the actor started for others, where they still lead the education: names and answers, nothing else. */
async function listBroughtTogether(actor: Person, locale: Locale, ctx: Ctx): Promise<BroughtTogether[]> {
  const rows = await ctx.db
    .select({ id: learningPairs.id })
    .from(learningPairs)
    .where(and(eq(learningPairs.startedBy, actor.id), ne(learningPairs.resourcePersonId, actor.id)))
    .orderBy(desc(learningPairs.startedAt))
    .limit(100)
  const ids = rows.map((row) => row.id)
  const pairs = (await readPairs(ids, ctx)).filter(
    (pair) => canBringTogether(actor, pair.unit.lineage) && pair.leaders[0]?.personId !== actor.id,
  )
  const ordered = ids.flatMap((id) => pairs.filter((pair) => pair.id === id))
  return Promise.all(
    ordered.map(async (pair) => {
      const { title, languages } = await readPath(pair, ctx)
      return {
        id: pair.id,
        path: title[languageFor(languages, locale)],
        unit: { name: pair.unit.name, language: pair.unit.language },
        resourcePerson: { name: pair.resourcePerson.name, answer: answerOf(pair.joinedAt, pair.endedAt) },
        leader: leaderAnswer(pair),
      }
    }),
  )
}

/** Of the manager who was asked at the beginning; who came later is the pair's own matter. */
function leaderAnswer(pair: PairFile): BroughtTogether['leader'] {
  const [first] = pair.leaders
  if (!first) return { name: '', answer: 'over' }
  return { name: first.name, answer: answerOf(first.joinedAt, first.declinedAt ?? first.endedAt ?? pair.endedAt) }
}

function answerOf(joinedAt: Date | null, overAt: Date | null): Answer {
  if (joinedAt) return 'yes'
  return overAt ? 'over' : 'waiting'
}
