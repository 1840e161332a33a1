import { useLoaderData } from '@remix-run/react'
import { previewed, previewerIn } from '#app/features/paths/previews.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { ActivityPage } from '#app/features/paths/ui/ActivityPage.tsx'
import { PreviewDone } from '#app/features/paths/ui/editor/Preview.tsx'
import { activityView } from '#app/features/paths/views.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, params, locale, ctx }) => {
  const role = previewerIn(params.role)
  const path = previewed(await findDraftFor(actor, params.pathId, ctx), role)
  return { ...activityView(path, params, locale), role }
})

export default function PreviewActivity() {
  const { role, ...page } = useLoaderData<typeof loader>()
  return <ActivityPage {...page} done={<PreviewDone role={role} />} />
}
