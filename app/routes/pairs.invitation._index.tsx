import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteToWalk } from '#app/features/pairs/commands/awaited.server.ts'
import { findInviteToWalkFor } from '#app/features/pairs/queries/awaited.server.ts'
import { inviteToWalkInput } from '#app/features/pairs/rules/pair.ts'
import { InviteToWalk } from '#app/features/pairs/ui/start/InviteToWalk.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found } from '#app/kernel/errors.ts'
import { idFrom, newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_invite_title()) }]

export const loader = signedIn(async ({ actor, url, locale, ctx }) => {
  const pathId = found(url.searchParams.get('path'))
  const unitId = found(idFrom(url.searchParams.get('unit') ?? undefined))
  return { ...(await findInviteToWalkFor(actor, { pathId, unitId, locale }, ctx)), awaitedId: newId() }
})

export const action = signedIn(async ({ actor, request, locale, ctx }) => {
  const form = await readForm(request, inviteToWalkInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await inviteToWalk(actor, { ...form.value, locale }, ctx)
    return redirect('/pairs')
  })
})

export default function InviteToWalkRoute() {
  return <InviteToWalk {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
