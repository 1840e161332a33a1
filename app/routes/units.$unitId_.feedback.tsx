import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { findFeedbackFor } from '#app/features/evaluations/queries.server.ts'
import { FeedbackOfUnit } from '#app/features/evaluations/ui/feedback-page.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const loader = signedIn(async ({ actor, idOf, ctx }) => findFeedbackFor(actor, idOf('unitId'), ctx))

export const meta: MetaFunction = () => [{ title: pageTitle(m.evaluations_feedback_title()) }]

export default function FeedbackRoute() {
  return <FeedbackOfUnit page={useLoaderData<typeof loader>()} />
}
