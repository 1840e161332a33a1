import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { writeSummaryAnswer } from '#app/features/evaluations/commands.server.ts'
import { findSummaryFor } from '#app/features/evaluations/queries.server.ts'
import { summaryAnswerInput } from '#app/features/evaluations/rules/summary.ts'
import { SummaryOfVisit } from '#app/features/evaluations/ui/summary-page.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { useLive } from '#app/live/useLive.ts'

export const loader = signedIn(async ({ actor, idOf, ctx }) => findSummaryFor(actor, idOf('visitId'), ctx))

/** `live`: the field saves itself and stays where it is. */
const schema = summaryAnswerInput.extend({ live: z.literal('yes').optional() })

export const action = signedIn(async ({ actor, idOf, request, locale, ctx }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, schema)
  if (!form.ok) return form.refused()
  const { live, ...input } = form.value
  return form.attempt(async () => {
    const saved = await writeSummaryAnswer(actor, { ...input, visitId, language: locale }, ctx)
    return live ? { saved, result: undefined } : redirect(`/visits/${visitId}/summary#part-${input.item}`)
  })
})

export default function SummaryRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useLive(roomOf.visit(page.visitId), ['summary', 'visit'])
  return <SummaryOfVisit page={page} refused={{ result: answer?.result }} />
}
