import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveTalk } from '#app/features/pairs/commands/talks.server.ts'
import { findTalkToMoveFor } from '#app/features/pairs/queries/talks.server.ts'
import { talkMoveInput } from '#app/features/pairs/rules/talks.ts'
import { MoveTalk } from '#app/features/pairs/ui/talks/TalkForm.tsx'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_talk_move()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) =>
  findTalkToMoveFor(actor, { pairId: idOf('pairId'), talkId: idOf('talkId') }, ctx),
)

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const [pairId, talkId] = [idOf('pairId'), idOf('talkId')]
  const form = await readForm(request, talkMoveInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await moveTalk(actor, { ...form.value, pairId, talkId }, ctx)
    return redirect(pairAddress(pairId, 'talks', talkId))
  })
})

export default function MoveTalkRoute() {
  return <MoveTalk {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
