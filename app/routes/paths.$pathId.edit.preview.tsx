import type { MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { previewers } from '#app/features/paths/previews.ts'
import { findDraftFor } from '#app/features/paths/queries/drafts.server.ts'
import { PreviewBar } from '#app/features/paths/ui/editor/Preview.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_edit_preview()) }]

export const loader = signedIn(async ({ actor, params, ctx }) => {
  const { pathId } = await findDraftFor(actor, params.pathId, ctx)
  return { pathId, role: previewers.find((one) => one === params.role) ?? 'visitor' }
})

export default function Preview() {
  return (
    <>
      <PreviewBar {...useLoaderData<typeof loader>()} />
      <Outlet />
    </>
  )
}
