import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeReflection } from '#app/features/pairs/commands/own-track.server.ts'
import { findReflectionFor } from '#app/features/pairs/queries/writing.server.ts'
import { reflectionInput } from '#app/features/pairs/rules/reflection.ts'
import { ReflectionForm } from '#app/features/pairs/ui/ReflectionForm.tsx'
import { findPathFor } from '#app/features/paths/queries/library.server.ts'
import { moduleOf } from '#app/features/paths/rules/places.ts'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_reflection_own()) }]

export const loader = signedIn(async ({ actor, params, locale, ctx }) => {
  const path = await findPathFor(actor, params.pathId, ctx)
  const { module } = moduleOf(path, params.moduleId)
  const reflection = found(await findReflectionFor(actor, { pathId: path.id, moduleId: module.id }, ctx))
  return { back: addressOf(path.id, module.id), title: module.title[locale], reflection }
})

export const action = signedIn(async ({ actor, params, request, locale, ctx }) => {
  const { pathId, moduleId } = params
  const form = await readForm(request, reflectionInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await writeReflection(actor, { ...form.value, pathId, moduleId, language: locale }, ctx)
    return redirect(`${addressOf(pathId ?? '', moduleId ?? '')}#reflection`)
  })
})

/** Shown when something typed on the module's page was refused, so that it is not lost. */
export default function ReflectionRoute() {
  const { back, title, reflection } = useLoaderData<typeof loader>()
  return (
    <Page width="form">
      <PageHead
        title={m.pairs_reflection_edit({ title })}
        crumbs={[{ to: back, label: title }, { label: m.pairs_reflection_own() }]}
      />
      <ReflectionForm reflection={reflection} action={`${back}/reflection`} result={useActionData<typeof action>()} />
    </Page>
  )
}
