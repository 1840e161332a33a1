import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findUnitMasteryFor } from '#app/features/mastery/queries/unit-mastery.server.ts'
import { MasteryOfUnit } from '#app/features/mastery/ui/UnitMastery.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.mastery_unit_title()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) =>
  findUnitMasteryFor(actor, { unitId: idOf('unitId'), locale }, ctx),
)

export default function UnitMasteryRoute() {
  return <MasteryOfUnit {...useLoaderData<typeof loader>()} />
}
