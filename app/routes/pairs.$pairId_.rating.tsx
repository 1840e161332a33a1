import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveRating } from '#app/features/mastery/commands.server.ts'
import { findRatingPageFor } from '#app/features/mastery/queries/rating-page.server.ts'
import { ratingInput } from '#app/features/mastery/reference.server.ts'
import { RatingOfMine } from '#app/features/mastery/ui/RatingPage.tsx'
import { ratingAddress } from '#app/features/mastery/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.mastery_title()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) =>
  findRatingPageFor(actor, { pairId: idOf('pairId'), locale }, ctx),
)

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const pairId = idOf('pairId')
  const form = await readForm(request, ratingInput)
  if (!form.ok) return form.refused()
  const { round, ...fields } = form.value
  return form.attempt(async () => {
    await saveRating(actor, { pairId, round, fields }, ctx)
    return redirect(ratingAddress(pairId))
  })
})

export default function RatingRoute() {
  return <RatingOfMine page={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
