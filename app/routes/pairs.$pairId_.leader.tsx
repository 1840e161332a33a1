import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nameLeader } from '#app/features/pairs/commands/keep-pair.server.ts'
import { findNextLeadersFor } from '#app/features/pairs/queries/pair-page.server.ts'
import { nameLeaderInput } from '#app/features/pairs/rules/pair.ts'
import { AnotherLeader } from '#app/features/pairs/ui/start/ChooseColleague.tsx'
import { pairAddress, pairTitle } from '#app/features/pairs/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_leader_change()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => findNextLeadersFor(actor, idOf('pairId'), ctx))

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const pairId = idOf('pairId')
  const form = await readForm(request, nameLeaderInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await nameLeader(actor, { pairId, ...form.value }, ctx)
    return redirect(pairAddress(pairId))
  })
})

export default function LeaderRoute() {
  const { pair, unitId, colleagues } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return <AnotherLeader pair={{ id: pair.id, title: pairTitle(pair) }} {...{ unitId, colleagues, result }} />
}
