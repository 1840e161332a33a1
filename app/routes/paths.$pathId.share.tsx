import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findPathFor } from '#app/features/paths/queries/library.server.ts'
import { letterOf, mostWords } from '#app/features/paths/rules/letter.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { SharePath } from '#app/features/paths/ui/SharePath.tsx'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { open } from '#app/http/door.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true }
export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_share_title()) }]

export const loader = open(async ({ actor, params, locale, url, ctx }) => {
  const { id, languages, title, modules } = await findPathFor(actor, params.pathId, ctx)
  const path = { id, title: title[languageFor(languages, locale)] }
  const words = (url.searchParams.get('words') ?? '').slice(0, mostWords)
  const letter = letterOf({
    subject: m.paths_share_subject({ title: path.title }),
    words,
    about: m.paths_share_text({ count: modules.length }),
    address: `${settings().ORIGIN}${addressOf(path.id)}`,
  })
  return { path, words, letter: url.searchParams.has('words') ? letter : null }
})

export default function Share() {
  return <SharePath {...useLoaderData<typeof loader>()} />
}
