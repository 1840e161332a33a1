import { useLoaderData } from '@remix-run/react'
import { previewed, previewerIn } from '#app/features/paths/previews.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { languageFor, spoken } from '#app/features/paths/rules/spoken.ts'
import { PrintedPath } from '#app/features/paths/ui/PrintedPath.tsx'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, params, locale, ctx }) => {
  const path = previewed(await findDraftFor(actor, params.pathId, ctx), previewerIn(params.role))
  const language = languageFor(path.languages, locale)
  return { language, path: spoken(path, language) }
})

export default function PreviewPrint() {
  return <PrintedPath {...useLoaderData<typeof loader>()} />
}
