import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCertificateFor } from '#app/features/certificates/queries/certificates.server.ts'
import { CertificatePage } from '#app/features/certificates/ui/CertificatePage.tsx'
import { viewOf } from '#app/features/certificates/views.ts'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.certificates_word()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => ({
  certificate: viewOf(actor, await findCertificateFor(actor, idOf('certificateId'), ctx)),
}))

export default function CertificateRoute() {
  return <CertificatePage {...useLoaderData<typeof loader>()} />
}
