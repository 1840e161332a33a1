import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { handInPractice } from '#app/features/pairs/commands/practice.server.ts'
import { findActivityAddressFor } from '#app/features/pairs/queries/places.server.ts'
import { findOwnWorkFor } from '#app/features/pairs/queries/practice.server.ts'
import { findReadingFor } from '#app/features/pairs/queries/reading.server.ts'
import { practiceInput } from '#app/features/pairs/rules/practice.ts'
import { PracticeSection } from '#app/features/pairs/ui/work/OwnWork.tsx'
import { activityView } from '#app/features/paths/views.server.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_practice()) }]

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) => {
  const { searchParams: search } = url
  const { path, pair } = await findReadingFor(actor, { pathId: params.pathId, search }, ctx)
  const { module, activity } = activityView(path, params, locale)
  const practice = await findOwnWorkFor(actor, { path, pair, moduleId: module.id, activityId: activity.id }, ctx)
  if (practice?.kind !== 'practice') throw new DomainError('not_found')
  return { practice, title: activity.title, back: await findActivityAddressFor(actor, { params, search }, ctx) }
})

export const action = signedIn(async ({ actor, params, request, url, locale, ctx }) => {
  const { pathId, moduleId, activityId } = params
  const { searchParams: search } = url
  const form = await readForm(request, practiceInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await handInPractice(actor, { ...form.value, pathId, moduleId, activityId, search, language: locale }, ctx)
    return redirect(`${await findActivityAddressFor(actor, { params, search }, ctx)}#practice`)
  })
})

/** Shown when what was typed on the activity's page was refused, so that it is not lost. */
export default function PracticeRoute() {
  const { practice, title, back } = useLoaderData<typeof loader>()
  const action = `${back.replace(/[?#].*$/, '')}/practice`
  return (
    <Page width="form">
      <PageHead title={title} crumbs={[{ to: back, label: title }, { label: m.pairs_practice() }]} />
      <PracticeSection practice={practice} action={action} result={useActionData()} />
    </Page>
  )
}
