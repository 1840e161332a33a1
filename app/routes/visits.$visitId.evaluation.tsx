import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { judgeGoal } from '#app/features/evaluations/commands.server.ts'
import { findEvaluationFor } from '#app/features/evaluations/queries.server.ts'
import { judgementInput } from '#app/features/evaluations/rules/judgement.ts'
import { EvaluationOfVisit } from '#app/features/evaluations/ui/evaluation-page.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { roomOf } from '#app/live/rooms.ts'
import { useLive } from '#app/live/useLive.ts'

export const loader = signedIn(async ({ actor, idOf, ctx }) => findEvaluationFor(actor, idOf('visitId'), ctx))

const schema = judgementInput.extend({ goalId: z.uuid() })

export const action = signedIn(async ({ actor, idOf, request, locale, ctx }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, schema)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await judgeGoal(actor, { ...form.value, visitId, language: locale }, ctx)
    return redirect(`/visits/${visitId}/evaluation#goal-${form.value.goalId}`)
  })
})

export default function EvaluationRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useLive(roomOf.visit(page.visitId), ['evaluation', 'visit'])
  return <EvaluationOfVisit page={page} result={answer?.result} />
}
