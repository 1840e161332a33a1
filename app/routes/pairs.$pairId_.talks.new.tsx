import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { planTalk } from '#app/features/pairs/commands/talks.server.ts'
import { findPairToPlanFor } from '#app/features/pairs/queries/talks.server.ts'
import { talkInput } from '#app/features/pairs/rules/talks.ts'
import { PlanTalk } from '#app/features/pairs/ui/talks/TalkForm.tsx'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_talk_plan()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => ({
  ...(await findPairToPlanFor(actor, idOf('pairId'), ctx)),
  talkId: newId(),
}))

export const action = signedIn(async ({ actor, idOf, request, locale, ctx }) => {
  const pairId = idOf('pairId')
  const form = await readForm(request, talkInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await planTalk(actor, { ...form.value, pairId, language: locale }, ctx)
    return redirect(pairAddress(pairId))
  })
})

export default function NewTalkRoute() {
  return <PlanTalk {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
