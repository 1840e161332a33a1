import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findSummaryFor } from '#app/features/evaluations/queries.server.ts'
import { offersWork } from '#app/features/evaluations/rules/summary.ts'
import { decideWork } from '#app/features/preparation/commands/decide-work.server.ts'
import { decidedWorkInput, titleFrom } from '#app/features/preparation/rules.ts'
import { DecidedWorkForm } from '#app/features/preparation/ui/DecidedWorkForm.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { Section } from '#app/ui/index.ts'

/** Begins with what the sides have answered to the question that offers it. */
export const loader = signedIn(async ({ actor, idOf, ctx, locale }) => {
  const page = await findSummaryFor(actor, idOf('visitId'), ctx)
  allowed(page.decides !== null, 'preparation_error_not_decidable')
  const offering = page.instrument.items.filter(offersWork).map(({ id }) => id)
  const { value = '', language = locale } = page.answers.find((one) => offering.includes(one.item)) ?? {}
  return { visitId: page.visitId, start: { id: newId(), title: titleFrom(value), aim: value, language } }
})

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, decidedWorkInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await decideWork(actor, { visitId, ...form.value }, ctx)
    return redirect(`/visits/${visitId}/summary#improvement`)
  })
})

export default function Improvement() {
  const { visitId, start } = useLoaderData<typeof loader>()
  return (
    <Section id="improvement" title={m.evaluations_work_make()}>
      <p className="sl-lede">{m.evaluations_works_lead()}</p>
      <DecidedWorkForm result={useActionData<typeof action>()} start={start} visitId={visitId} />
    </Section>
  )
}
