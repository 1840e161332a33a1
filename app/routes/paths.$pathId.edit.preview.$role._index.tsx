import { useLoaderData } from '@remix-run/react'
import { previewed, previewedVersion, previewerIn } from '#app/features/paths/previews.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { sheets } from '#app/features/paths/reference.server.ts'
import { previewWalked } from '#app/features/paths/ui/editor/Preview.tsx'
import { PathOverview } from '#app/features/paths/ui/PathOverview.tsx'
import { overviewOf } from '#app/features/paths/views.ts'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, params, locale, ctx }) => {
  const file = await findDraftFor(actor, params.pathId, ctx)
  const role = previewerIn(params.role)
  return { ...overviewOf(previewed(file, role), sheets, locale), version: previewedVersion(file, ctx.now), role }
})

export default function PreviewPath() {
  const { role, ...overview } = useLoaderData<typeof loader>()
  return <PathOverview {...overview} walked={previewWalked(role)} />
}
