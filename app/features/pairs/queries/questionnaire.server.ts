// The path's own questionnaire, as those who walk it are asked, and what they may see of the answers.
import { scales } from '#app/features/evaluations/instruments.server.ts'
import { findPathAnswersFor, readHasAnswered } from '#app/features/paths/queries/answers.server.ts'
import { questionnaires } from '#app/features/paths/reference.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Actor, Person } from '#app/kernel/actor.ts'
import { settings } from '#app/kernel/env.server.ts'
import { found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { findReadingFor, listVersionsWalkedFor, versionIn } from './reading.server.ts'

type Place = { pathId: string | undefined; search: URLSearchParams }

/** `state`: only who walks is asked, once a version. @throws as findReadingFor */
export async function findPathQuestionnaireFor(
  actor: Person,
  { locale, ...place }: Place & { locale: Locale },
  ctx: Ctx = here(),
) {
  const { path, edition, pair } = await findReadingFor(actor, place, ctx)
  const language = languageFor(path.languages, locale)
  const state = async () => ((await readHasAnswered(actor.id, edition, ctx)) ? ('answered' as const) : ('open' as const))
  return {
    path: { id: path.id, title: path.title[language], by: path.by, ships: edition.digest === null },
    language,
    number: edition.version,
    pairId: pair?.id ?? null,
    state: pair ? await state() : ('not_walking' as const),
    instrument: questionnaires[0],
    scales,
    least: settings().SMALLEST_GROUP,
  }
}

/** Who walks or has walked a version sees what came of it, also when it is withdrawn. @throws not_found */
export async function findAnswersToPathFor(actor: Actor, { pathId, search }: Place, ctx: Ctx = here()) {
  const walked = await listVersionsWalkedFor(actor, found(pathId), ctx)
  return findPathAnswersFor(actor, { pathId, version: versionIn(search), walked }, ctx)
}
