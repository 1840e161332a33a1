import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canReadFeedback } from '#app/features/evaluations/policy.ts'
import { evaluationMeasures } from '#app/features/evaluations/queries.server.ts'
import { findUnitResultsFor } from '#app/features/indicators/queries.server.ts'
import { UnitResultsPage } from '#app/features/indicators/ui/results.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const loader = signedIn(async ({ actor, ctx, locale, idOf }) => {
  const unitId = idOf('unitId')
  const results = await findUnitResultsFor(actor, { unitId, locale }, ctx)
  const lineage = results.tree.around.lineage.map((place) => place.id)
  const mayReadAnswers = canReadFeedback(actor, lineage)
  return { results, evaluated: await evaluationMeasures({ unitId }, ctx), mayReadAnswers }
})

export const meta: MetaFunction = () => [{ title: pageTitle(m.indicators_results_title()) }]

export default function UnitResults() {
  return <UnitResultsPage {...useLoaderData<typeof loader>()} />
}
