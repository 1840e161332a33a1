import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageAsked } from '#app/features/blogs/rules.ts'
import { findUnitSpreadFor } from '#app/features/teaching/queries/spread.server.ts'
import { drawSpread } from '#app/features/teaching/ui/cascade-drawing.server.ts'
import { UnitSpreadPage } from '#app/features/teaching/ui/SpreadPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.teaching_unit_title()) }]

export const loader = signedIn(async ({ actor, idOf, url, ctx }) => {
  const view = await findUnitSpreadFor(actor, { unitId: idOf('unitId'), page: pageAsked(url.searchParams) }, ctx)
  return { view, drawing: view.spread ? drawSpread(view.spread) : null }
})

export default function UnitTeachingRoute() {
  return <UnitSpreadPage {...useLoaderData<typeof loader>()} />
}
