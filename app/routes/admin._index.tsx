import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPeopleFor } from '#app/features/identity/queries.server.ts'
import { PeopleSearch, PeopleTable } from '#app/features/identity/ui/People.tsx'
import { listTreeFor } from '#app/features/units/queries.server.ts'
import { UnitTree } from '#app/features/units/ui/UnitTree.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Page, PageHead, Section } from '#app/ui/index.ts'

export const meta: MetaFunction = () => [{ title: `${m.identity_admin_title()} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, url, ctx }) => {
  const search = url.searchParams.get('q')?.slice(0, 100) ?? ''
  return { search, people: await listPeopleFor(actor, { search }, ctx), units: await listTreeFor(actor, ctx) }
})

export default function Admin() {
  const { search, people, units } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHead title={m.identity_admin_title()} />
      <Section id="people" title={m.identity_admin_people()}>
        <div className="sl-stack-l">
          <PeopleSearch search={search} />
          <PeopleTable people={people} />
        </div>
      </Section>
      <Section
        id="units"
        title={m.identity_admin_units()}
        action={
          <ButtonLink to="/units/new" variant="secondary" size="small">
            {m.units_new_title()}
          </ButtonLink>
        }
      >
        {units.length > 0 ? <UnitTree units={units} /> : <p>{m.identity_admin_units_none()}</p>}
      </Section>
    </Page>
  )
}
