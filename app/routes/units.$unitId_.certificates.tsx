import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCertificatesOfUnitFor } from '#app/features/certificates/queries/certificates.server.ts'
import { CertificatesOfUnit } from '#app/features/certificates/ui/CertificateLists.tsx'
import { viewOf } from '#app/features/certificates/views.ts'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.certificates_unit_title()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const { unit, certificates } = await listCertificatesOfUnitFor(actor, idOf('unitId'), ctx)
  return { unit, certificates: certificates.map((file) => viewOf(actor, file)) }
})

export default function UnitCertificatesRoute() {
  return <CertificatesOfUnit {...useLoaderData<typeof loader>()} />
}
