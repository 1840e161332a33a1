// Who walks a path says what they think of it. What they say is the path's, and nobody's.
import type { Answers } from '#app/features/evaluations/rules/answers.ts'
import { takePathAnswers } from '#app/features/paths/commands/take-answers.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { allowed } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { findReadingFor } from '../queries/reading.server.ts'

/**
 * About the version that the actor's pair walks, once. 'already' when they have answered before: that answer stands.
 * @param search the page's, which says whose walk it is
 * @throws not_found for who may not read the path, forbidden for who does not walk it
 */
export async function answerPathQuestionnaire(
  actor: Person,
  { answers, ...place }: { pathId: string | undefined; search?: URLSearchParams; answers: Answers },
  ctx: Ctx = here(),
): Promise<'sent' | 'already'> {
  const { edition, pair } = await findReadingFor(actor, place, ctx)
  allowed(pair !== null, 'pairs_error_not_walking')
  return takePathAnswers(ctx, { personId: actor.id, pathId: edition.pathId, version: edition.version, answers })
}
