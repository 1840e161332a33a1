import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageAsked } from '#app/features/blogs/rules.ts'
import { findOwnSpreadFor } from '#app/features/teaching/queries/spread.server.ts'
import { drawSpread } from '#app/features/teaching/ui/cascade-drawing.server.ts'
import { OwnSpreadPage } from '#app/features/teaching/ui/SpreadPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.teaching_tree_title()) }]

export const loader = signedIn(async ({ actor, url, ctx }) => {
  const spread = await findOwnSpreadFor(actor, { page: pageAsked(url.searchParams) }, ctx)
  return { spread, drawing: drawSpread(spread) }
})

export default function TreeRoute() {
  return <OwnSpreadPage {...useLoaderData<typeof loader>()} />
}
