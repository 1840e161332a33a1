import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { returnPractice } from '#app/features/pairs/commands/practice.server.ts'
import { findPracticeFor } from '#app/features/pairs/queries/practice.server.ts'
import { practiceReturnInput } from '#app/features/pairs/rules/practice.ts'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { PracticePage } from '#app/features/pairs/ui/work/PracticePage.tsx'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_practice()) }]

export const loader = signedIn(async ({ actor, idOf, params, locale, ctx }) => {
  const { moduleId, activityId } = params
  const told = await findPracticeFor(actor, { pairId: idOf('pairId'), moduleId, activityId }, ctx)
  const { pair, path, module, activity, track, report, canSign } = told
  const title = activity.title[languageFor(path.languages, locale)]
  const by = (track === 'leader' ? pair.leader : pair.resourcePerson) ?? ''
  return { pair, by, moduleId: module.id, activity: { id: activity.id, title }, report, canSign }
})

/** Sent back with words. */
export const action = signedIn(async ({ actor, idOf, params, request, locale, ctx }) => {
  const [pairId, { moduleId, activityId }] = [idOf('pairId'), params]
  const form = await readForm(request, practiceReturnInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await returnPractice(actor, { ...form.value, pairId, moduleId, activityId, language: locale }, ctx)
    return redirect(pairAddress(pairId))
  })
})

export default function PracticeRoute() {
  return <PracticePage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
