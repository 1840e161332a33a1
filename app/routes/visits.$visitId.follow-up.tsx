import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { answerFollowUp } from '#app/features/evaluations/commands.server.ts'
import { readFollowUp, saveFollowUp } from '#app/features/evaluations/forms.server.ts'
import { findFollowUpsFor } from '#app/features/evaluations/queries.server.ts'
import { FollowUpsOfVisit } from '#app/features/evaluations/ui/follow-ups-page.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { roomOf } from '#app/live/rooms.ts'
import { useLive } from '#app/live/useLive.ts'

export const loader = signedIn(async ({ actor, idOf, ctx }) => findFollowUpsFor(actor, idOf('visitId'), ctx))

export const action = signedIn(async ({ actor, idOf, request, locale, ctx }) => {
  const visitId = idOf('visitId')
  const { form } = await findFollowUpsFor(actor, visitId, ctx)
  if (!form) throw new DomainError('gone', 'evaluations_error_follow_up_closed')
  const read = await readFollowUp(request, form.instrument, form.followed, locale)
  if (!read.ok) return data({ refused: read.refused }, { status: 400 })
  const { followUpId } = form
  const refused = await saveFollowUp(read, (value) => answerFollowUp(actor, { visitId, followUpId, ...value }, ctx))
  if (refused) return data({ refused }, { status: 409 })
  return redirect(`/visits/${visitId}/follow-up?saved`)
})

export default function FollowUpRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  useLive(roomOf.visit(page.visitId), ['follow-up', 'visit'])
  return <FollowUpsOfVisit page={page} refused={answer?.refused} saved={search.has('saved')} />
}
