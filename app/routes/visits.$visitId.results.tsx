import { useLoaderData } from '@remix-run/react'
import { measuresOfVisit } from '#app/features/blogs/queries.server.ts'
import { evaluationMeasures } from '#app/features/evaluations/queries.server.ts'
import { mayReadIndicatorsOf } from '#app/features/indicators/queries.server.ts'
import { VisitResults } from '#app/features/indicators/ui/results.tsx'
import { findVisitFor } from '#app/features/visits/queries.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  const { hostUnit } = await findVisitFor(actor, visitId, ctx)
  const host = { id: hostUnit.id, name: hostUnit.name, isOpen: await mayReadIndicatorsOf(actor, hostUnit.lineage, ctx) }
  return { host, blog: await measuresOfVisit(visitId, {}, ctx), evaluated: await evaluationMeasures({ visitId }, ctx) }
})

export default function Results() {
  return <VisitResults {...useLoaderData<typeof loader>()} />
}
