// What those who walked a version think of it: only what may be shown, and of nobody in particular.
import { and, asc, eq } from 'drizzle-orm'
import { scales } from '#app/features/evaluations/instruments.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { pathAnswers, pathReceipts, pathWords } from '#db/schema/index.ts'
import { canReadAnswers, canReadWords } from '../policy.ts'
import { questionnaires } from '../reference.server.ts'
import { distributionsOf } from '../rules/opinions.ts'
import { type Edition, readEditions, readEditorIds, topsOf } from './editions.server.ts'

/**
 * The answers about a version, the newest one that the actor may see answers of unless another is asked for.
 * @param walked versions that the actor walks: they see the answers also when it is withdrawn
 * @throws not_found
 */
export async function findPathAnswersFor(
  actor: Actor,
  { pathId, version, walked }: { pathId: string | undefined; version: number | undefined; walked: readonly number[] },
  ctx: Ctx = here(),
) {
  const all = await readEditions(found(pathId), ctx)
  const [tops, editorIds] = [await topsOf(actor, ctx), await readEditorIds(found(pathId), ctx)]
  const readable = all.filter((one) => canReadAnswers(actor, { ...one, tops, editorIds, walks: walked.includes(one.version) }))
  const edition = found(readable.find((one) => version === undefined || one.version === version))
  const { summary } = edition
  const least = settings().SMALLEST_GROUP
  return {
    path: { id: edition.pathId, languages: summary.languages, title: summary.title, by: summary.by },
    number: edition.version,
    least,
    scales,
    answered: (await readAnswered(edition.pathId, ctx)).get(edition.version) ?? 0,
    asked: await readAsked(edition, least, ctx),
    texts: canReadWords(actor, { ...edition, tops, editorIds }) ? await readWords(edition, ctx) : null,
  }
}

export type PathAnswers = Awaited<ReturnType<typeof findPathAnswersFor>>

/** Each questionnaire that was answered, with what is shown of its questions; the one that is asked now also without answers. */
async function readAsked({ pathId, version }: Edition, least: number, ctx: Ctx) {
  const rows = await ctx.db
    .select({ instrumentVersion: pathAnswers.instrumentVersion, tallies: pathAnswers.tallies })
    .from(pathAnswers)
    .where(and(eq(pathAnswers.pathId, pathId), eq(pathAnswers.version, version)))
  return questionnaires
    .map((instrument) => ({ instrument, row: rows.find((one) => one.instrumentVersion === instrument.version) }))
    .filter(({ instrument, row }) => row || instrument === questionnaires[0])
    .map(({ instrument, row }) => ({ instrument, questions: distributionsOf(instrument, row?.tallies ?? {}, least) }))
}

/** Ordered by their random ids: one person's words do not stand in the same place under both questions. */
async function readWords({ pathId, version }: Edition, ctx: Ctx) {
  const { id, item, text, language } = pathWords
  return ctx.db
    .select({ id, item, text, language })
    .from(pathWords)
    .where(and(eq(pathWords.pathId, pathId), eq(pathWords.version, version)))
    .orderBy(asc(pathWords.id))
}

/** How many people's answers are shown, by version: whole steps, like everything else. Unguarded: for versions one may read. */
export async function readAnswered(pathId: string, ctx: Ctx): Promise<Map<number, number>> {
  const { version, shown } = pathAnswers
  const rows = await ctx.db.select({ version, shown }).from(pathAnswers).where(eq(pathAnswers.pathId, pathId))
  const answered = new Map<number, number>()
  for (const row of rows) answered.set(row.version, (answered.get(row.version) ?? 0) + row.shown)
  return answered
}

/** Has the person said what they think of the version? Unguarded: of the reader alone. */
export async function readHasAnswered(
  personId: string,
  { pathId, version }: Pick<Edition, 'pathId' | 'version'>,
  ctx: Ctx,
): Promise<boolean> {
  const same = and(eq(pathReceipts.personId, personId), eq(pathReceipts.pathId, pathId), eq(pathReceipts.version, version))
  return (await ctx.db.select({ version: pathReceipts.version }).from(pathReceipts).where(same)).length > 0
}
