import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addMedia } from '#app/features/paths/commands/media.server.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { findMediaPageFor } from '#app/features/paths/queries/media-page.server.ts'
import { largestOfAll } from '#app/features/paths/rules/media.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import { MediaPage } from '#app/features/paths/ui/MediaPage.tsx'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { refusalOf } from '#app/http/problems.server.ts'
import { readUpload } from '#app/http/upload.server.ts'
import { found } from '#app/kernel/errors.ts'
import { idFrom, newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_media_title()) }]

export const loader = signedIn(async ({ actor, params, locale, ctx }) => {
  const { pathId, title, languages, media, can } = await findMediaPageFor(actor, params.pathId, ctx)
  const language = languageFor(languages, locale)
  return { path: { id: pathId, title: title[language] }, can, language, media, newId: newId() }
})

export const action = signedIn(async ({ actor, params, request, ctx }) => {
  // Nothing is taken into memory for those who may not write.
  const { pathId } = await findDraftFor(actor, params.pathId, ctx)
  try {
    const { name, bytes, fields } = await readUpload(request, { field: 'file', most: largestOfAll })
    await addMedia(actor, { id: found(idFrom(String(fields.get('id')))), pathId, name, bytes }, ctx)
    return redirect(`${addressOf(pathId, 'edit', 'media')}#media`)
  } catch (error) {
    const { status, message } = refusalOf(error)
    return data({ error: message }, { status })
  }
})

export default function Media() {
  const result = useActionData<typeof action>()
  return <MediaPage {...useLoaderData<typeof loader>()} error={result?.error ?? null} />
}
