import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { planWalk } from '#app/features/pairs/commands/plan.server.ts'
import { findPlanFor } from '#app/features/pairs/queries/plan.server.ts'
import { planInput } from '#app/features/pairs/rules/plan.ts'
import { PlanPage } from '#app/features/pairs/ui/PlanPage.tsx'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_plan_title()) }]

export const loader = signedIn(async ({ actor, idOf, url, locale, ctx }) =>
  findPlanFor(actor, { pairId: idOf('pairId'), from: url.searchParams.get('from'), locale }, ctx),
)

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const pairId = idOf('pairId')
  const form = await readForm(request, planInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await planWalk(actor, { pairId, ...form.value }, ctx)
    return redirect(pairAddress(pairId))
  })
})

export default function PlanRoute() {
  return <PlanPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
