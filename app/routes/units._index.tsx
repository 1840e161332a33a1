import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listTreeFor } from '#app/features/units/queries.server.ts'
import { UnitTree } from '#app/features/units/ui/UnitTree.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { isAdmin } from '#app/kernel/actor.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, EmptyState, Page, PageHead } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.units_title()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, ctx }) => {
  return { units: await listTreeFor(actor, ctx), mayCreate: isAdmin(actor) }
})

export default function Units() {
  const { units, mayCreate } = useLoaderData<typeof loader>()
  return (
    <Page width="form">
      <PageHead title={m.units_title()} lead={units.length > 0 ? m.units_title_lead() : undefined} />
      {units.length > 0 ? (
        <UnitTree units={units} />
      ) : (
        <EmptyState
          id="no-units"
          title={m.units_mine_empty_title()}
          glyph="asked"
          action={<ButtonLink to="/offers">{m.units_offers_title()}</ButtonLink>}
        >
          <p>{m.units_mine_empty()}</p>
        </EmptyState>
      )}
      {mayCreate ? (
        <p>
          <ButtonLink to="/units/new" variant="secondary">
            {m.units_new_title()}
          </ButtonLink>
        </p>
      ) : null}
    </Page>
  )
}
