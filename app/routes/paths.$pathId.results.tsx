import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAnswersToPathFor } from '#app/features/pairs/queries/questionnaire.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { ResultsPage } from '#app/features/paths/ui/ResultsPage.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true }
export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_results()) }]

export const loader = open(async ({ actor, params, url, locale, ctx }) => {
  const { path, ...answers } = await findAnswersToPathFor(actor, { pathId: params.pathId, search: url.searchParams }, ctx)
  const language = languageFor(path.languages, locale)
  return { ...answers, language, path: { id: path.id, title: path.title[language] } }
})

export default function Results() {
  return <ResultsPage {...useLoaderData<typeof loader>()} />
}
