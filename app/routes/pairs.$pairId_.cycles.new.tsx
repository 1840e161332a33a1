import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeCycle } from '#app/features/pairs/commands/cycles.server.ts'
import { findCycleFor } from '#app/features/pairs/queries/pair-work.server.ts'
import { cycleInput } from '#app/features/pairs/rules/evidence.ts'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { CyclePage } from '#app/features/pairs/ui/work/CyclePage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_cycle_new()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const page = await findCycleFor(actor, { pairId: idOf('pairId'), cycleId: null }, ctx)
  allowed(page.canWrite, 'pairs_error_not_now')
  return { ...page, id: newId() }
})

export const action = signedIn(async ({ actor, idOf, request, locale, ctx }) => {
  const pairId = idOf('pairId')
  const form = await readForm(request, cycleInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await writeCycle(actor, { ...form.value, pairId, language: locale }, ctx)
    return redirect(`${pairAddress(pairId)}#work`)
  })
})

export default function NewCycleRoute() {
  return <CyclePage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
