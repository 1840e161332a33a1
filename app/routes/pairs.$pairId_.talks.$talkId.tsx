import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noteTalk } from '#app/features/pairs/commands/talks.server.ts'
import { findTalkFor } from '#app/features/pairs/queries/talks.server.ts'
import { talkNoteInput } from '#app/features/pairs/rules/talks.ts'
import { TalkPage } from '#app/features/pairs/ui/talks/TalkPage.tsx'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_talks()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) =>
  findTalkFor(actor, { pairId: idOf('pairId'), talkId: idOf('talkId') }, ctx),
)

export const action = signedIn(async ({ actor, idOf, request, locale, ctx }) => {
  const [pairId, talkId] = [idOf('pairId'), idOf('talkId')]
  const form = await readForm(request, talkNoteInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await noteTalk(actor, { ...form.value, pairId, talkId, language: locale }, ctx)
    return redirect(pairAddress(pairId, 'talks', talkId))
  })
})

export default function TalkRoute() {
  return <TalkPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
