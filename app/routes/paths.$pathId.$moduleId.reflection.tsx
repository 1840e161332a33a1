import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeReflection } from '#app/features/pairs/commands/own-track.server.ts'
import { findReadingFor } from '#app/features/pairs/queries/reading.server.ts'
import { findReflectionFor } from '#app/features/pairs/queries/writing.server.ts'
import { reflectionInput } from '#app/features/pairs/rules/reflection.ts'
import { ReflectionForm } from '#app/features/pairs/ui/ReflectionForm.tsx'
import { keeping } from '#app/features/paths/rules/kept.ts'
import { moduleOf } from '#app/features/paths/rules/places.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { useKeeping } from '#app/features/paths/ui/kept.ts'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_reflection_own()) }]

export const loader = signedIn(async ({ actor, params, url, locale, ctx }) => {
  const { path } = await findReadingFor(actor, { pathId: params.pathId, search: url.searchParams }, ctx)
  const { module } = moduleOf(path, params.moduleId)
  const reflection = found(await findReflectionFor(actor, { pathId: path.id, moduleId: module.id }, ctx))
  const language = languageFor(path.languages, locale)
  return { back: addressOf(path.id, module.id), title: module.title[language], reflection }
})

export const action = signedIn(async ({ actor, params, request, url, locale, ctx }) => {
  const { pathId, moduleId } = params
  const { searchParams: search } = url
  const form = await readForm(request, reflectionInput)
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await writeReflection(actor, { ...form.value, pathId, moduleId, search, language: locale }, ctx)
    return redirect(keeping(`${addressOf(pathId ?? '', moduleId ?? '')}#reflection`, search))
  })
})

/** Shown when something typed on the module's page was refused, so that it is not lost. */
export default function ReflectionRoute() {
  const { back: home, title, reflection } = useLoaderData<typeof loader>()
  const keep = useKeeping()
  const back = keep(home)
  return (
    <Page width="form">
      <PageHead
        title={m.pairs_reflection_edit({ title })}
        crumbs={[{ to: back, label: title }, { label: m.pairs_reflection_own() }]}
      />
      <ReflectionForm reflection={reflection} action={`${home}/reflection`} result={useActionData<typeof action>()} />
    </Page>
  )
}
