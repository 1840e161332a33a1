import { useLoaderData } from '@remix-run/react'
import { previewed, previewerIn } from '#app/features/paths/previews.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { sheetOf } from '#app/features/paths/reference.server.ts'
import { languageFor, spoken } from '#app/features/paths/rules/spoken.ts'
import { SheetPage } from '#app/features/paths/ui/SheetPage.tsx'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, params, locale, ctx }) => {
  const path = previewed(await findDraftFor(actor, params.pathId, ctx), previewerIn(params.role))
  const title = path.title[languageFor(path.languages, locale)]
  return { path: { id: path.id, title }, sheet: spoken(sheetOf(params.toolId), locale) }
})

export default function PreviewSheet() {
  return <SheetPage {...useLoaderData<typeof loader>()} />
}
