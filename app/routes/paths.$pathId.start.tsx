import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { startPair } from '#app/features/pairs/commands/pairs.server.ts'
import { listColleaguesFor, listUnitsToStartAt } from '#app/features/pairs/queries/pairs.server.ts'
import { startPairInput } from '#app/features/pairs/rules/pair.ts'
import { StartPair } from '#app/features/pairs/ui/start/ChooseColleague.tsx'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { findPathFor } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_start_title()) }]

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) => {
  const path = await findPathFor(actor, params.pathId, ctx)
  const units = await listUnitsToStartAt(actor, ctx)
  const unit = units.find((one) => one.id === url.searchParams.get('unit')) ?? units[0]
  const place = unit ? await listColleaguesFor(actor, unit.id, ctx) : null
  return { path: { id: path.id, title: path.title[languageFor(path.languages, locale)] }, units, place, pairId: newId() }
})

export const action = signedIn(async ({ actor, params, request, ctx }) => {
  const form = await readForm(request, startPairInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    const pairId = await startPair(actor, { ...form.value, pathId: params.pathId ?? '' }, ctx)
    return redirect(pairAddress(pairId))
  })
})

export default function StartRoute() {
  return <StartPair {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
