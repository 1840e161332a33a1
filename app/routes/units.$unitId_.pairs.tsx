import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { MasteryLink } from '#app/features/mastery/ui/UnitMastery.tsx'
import { findUnitWalksFor } from '#app/features/pairs/queries/unit-walks.server.ts'
import { UnitWalksPage } from '#app/features/pairs/ui/units/UnitWalksPage.tsx'
import { unitWalksView } from '#app/features/pairs/unit-walks-view.ts'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const loader = signedIn(async ({ actor, idOf, url, locale, ctx }) => {
  const version = Number(url.searchParams.get('version')) || null
  const asked = { unitId: idOf('unitId'), pathId: url.searchParams.get('path'), version }
  return unitWalksView(await findUnitWalksFor(actor, asked, ctx), locale)
})

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_unit_title()) }]

export default function UnitWalksRoute() {
  const walks = useLoaderData<typeof loader>()
  return <UnitWalksPage {...walks} beside={<MasteryLink unitId={walks.unit.id} />} />
}
