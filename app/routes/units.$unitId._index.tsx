import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canOversee } from '#app/features/certificates/policy.ts'
import { UnitCertificatesLink } from '#app/features/certificates/ui/CertificateLists.tsx'
import { mayReadIndicatorsOf } from '#app/features/indicators/queries.server.ts'
import { ResultsLinks } from '#app/features/indicators/ui/results.tsx'
import { WalksAtUnit } from '#app/features/mastery/ui/UnitMastery.tsx'
import { canBringTogether } from '#app/features/pairs/policy.ts'
import { TogetherLink } from '#app/features/pairs/ui/start/Together.tsx'
import { UnitTeaching } from '#app/features/teaching/ui/UnitTeaching.tsx'
import { seesRegister } from '#app/features/training/queries/register.server.ts'
import { RegisterLink } from '#app/features/training/ui/RegisterOrigin.tsx'
import { findUnitFor } from '#app/features/units/queries.server.ts'
import { UnitActions } from '#app/features/units/ui/UnitActions.tsx'
import { AskForVisit, UnitsBelow, UnitWords, unitFacts, VisitTerms } from '#app/features/units/ui/UnitView.tsx'
import { open } from '#app/http/door.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { dayAt } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { Columns, Notice, Page, PageHead } from '#app/ui/index.ts'

export const handle: Handle = { reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.unit.name ?? ''} – ${m.common_product()}` }]

export const loader = open(async ({ actor, idOf, ctx }) => {
  const page = await findUnitFor(actor, idOf('unitId'), ctx)
  const readsResults = await mayReadIndicatorsOf(actor, page.unit.lineage, ctx)
  const readsRegister = await seesRegister(actor, page.unit, ctx)
  const oversees = canOversee(actor, page.unit.lineage)
  const brings = page.unit.closedAt === null && canBringTogether(actor, page.unit.lineage)
  return { ...page, signedIn: actor.kind === 'person', readsResults, readsRegister, oversees, brings }
})

export default function UnitPage() {
  const { unit, profile, above, below, can, closedPeriods, signedIn, place, readsResults, readsRegister, oversees, brings } =
    useLoaderData<typeof loader>()
  const parents = above.map(({ id, name }) => (signedIn ? { label: name, to: `/units/${id}` } : { label: name }))
  const isOpen = Boolean(profile?.isOpen)
  return (
    <Page>
      <PageHead
        title={unit.name}
        facts={unitFacts({ unit, place })}
        crumbs={parents.length > 0 ? [...parents, { label: unit.name }] : undefined}
      />
      {unit.closedAt ? (
        <Notice>{m.units_closed_unit({ day: formatDay(dayAt(unit.closedAt, unit.timeZone)) })}</Notice>
      ) : (
        <AskForVisit unit={unit} isOpen={isOpen} />
      )}
      <Columns label={m.units_facts()} side={<VisitTerms profile={profile} closedPeriods={closedPeriods} />}>
        <UnitWords unit={unit} profile={profile} />
        <UnitsBelow below={below} />
        {readsResults ? <ResultsLinks unitId={unit.id} /> : null}
        {readsResults || readsRegister ? <RegisterLink unitId={unit.id} readsRegister={readsRegister} /> : null}
        {readsResults ? <UnitTeaching unitId={unit.id} /> : null}
        {readsResults ? (
          <WalksAtUnit unitId={unit.id}>
            {brings ? <TogetherLink unitId={unit.id} /> : null}
            {oversees ? <UnitCertificatesLink unitId={unit.id} /> : null}
          </WalksAtUnit>
        ) : null}
        <UnitActions unit={unit} can={can} />
      </Columns>
    </Page>
  )
}
