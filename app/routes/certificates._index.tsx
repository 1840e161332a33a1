import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCertificatesFor } from '#app/features/certificates/queries/certificates.server.ts'
import { OwnCertificates } from '#app/features/certificates/ui/CertificateLists.tsx'
import { viewOf } from '#app/features/certificates/views.ts'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.certificates_title()) }]

export const loader = signedIn(async ({ actor, ctx }) => {
  const own = await listCertificatesFor(actor, ctx)
  return { certificates: own.map((file) => viewOf(actor, file)) }
})

export default function CertificatesRoute() {
  return <OwnCertificates {...useLoaderData<typeof loader>()} />
}
