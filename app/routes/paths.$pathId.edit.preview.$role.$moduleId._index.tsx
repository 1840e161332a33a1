import { useLoaderData } from '@remix-run/react'
import { previewed, previewerIn } from '#app/features/paths/previews.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { moduleOf } from '#app/features/paths/rules/places.ts'
import { previewModuleWalked } from '#app/features/paths/ui/editor/Preview.tsx'
import { ModulePage } from '#app/features/paths/ui/ModulePage.tsx'
import { moduleView } from '#app/features/paths/views.ts'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, params, locale, ctx }) => {
  const role = previewerIn(params.role)
  const path = previewed(await findDraftFor(actor, params.pathId, ctx), role)
  const { module, number } = moduleOf(path, params.moduleId)
  return { ...moduleView(path, module, locale), number, role }
})

export default function PreviewModule() {
  const { role, ...page } = useLoaderData<typeof loader>()
  return <ModulePage {...page} walked={previewModuleWalked(role, page.module.tracks)} />
}
