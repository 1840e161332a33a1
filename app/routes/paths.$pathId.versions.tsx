import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findVersionsFor } from '#app/features/paths/queries/version-facts.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { VersionList } from '#app/features/paths/ui/VersionList.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true }
export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_versions()) }]

export const loader = open(async ({ actor, params, locale, ctx }) => {
  const { pathId, title, languages, editions, answered } = await findVersionsFor(actor, params.pathId, ctx)
  const language = languageFor(languages, locale)
  return {
    path: { id: pathId, title: title[language] },
    language,
    versions: editions.map(({ version, note, noteLanguage, publishedAt, publishedName, audience }) => ({
      ...{ number: version, note, noteLanguage, publishedAt, publishedName, audience, answers: answered.get(version) ?? 0 },
    })),
  }
})

export default function Versions() {
  return <VersionList {...useLoaderData<typeof loader>()} />
}
