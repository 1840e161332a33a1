import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { movePair } from '#app/features/pairs/commands/move-pair.server.ts'
import { findMoveFor } from '#app/features/pairs/queries/move.server.ts'
import { moveInput } from '#app/features/pairs/rules/pair.ts'
import { MovePair } from '#app/features/pairs/ui/MovePair.tsx'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_move()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => findMoveFor(actor, idOf('pairId'), ctx))

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const pairId = idOf('pairId')
  const form = await readForm(request, moveInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await movePair(actor, { pairId, ...form.value }, ctx)
    return redirect(pairAddress(pairId))
  })
})

export default function MoveRoute() {
  return <MovePair {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
