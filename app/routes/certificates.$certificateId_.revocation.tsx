import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { revokeCertificate } from '#app/features/certificates/commands/revoke.server.ts'
import { findCertificateFor } from '#app/features/certificates/queries/certificates.server.ts'
import { revocationInput } from '#app/features/certificates/rules/standing.ts'
import { RevocationForm } from '#app/features/certificates/ui/RevocationForm.tsx'
import { certificateAddress } from '#app/features/certificates/ui/words.ts'
import { viewOf } from '#app/features/certificates/views.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.certificates_revoke_title()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const certificate = viewOf(actor, await findCertificateFor(actor, idOf('certificateId'), ctx))
  if (!certificate.can.revokeAs) throw redirect(certificateAddress(certificate.id))
  return { certificate }
})

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const certificateId = idOf('certificateId')
  const { mine } = viewOf(actor, await findCertificateFor(actor, certificateId, ctx))
  const form = await readForm(request, revocationInput[mine ? 'holder' : 'issuer'])
  if (!form.ok) return form.refused()
  return form.attempt(async () => {
    await revokeCertificate(actor, { certificateId, ...form.value }, ctx)
    return redirect(certificateAddress(certificateId))
  })
})

export default function RevocationRoute() {
  return <RevocationForm {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
