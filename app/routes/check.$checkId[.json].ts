import { checkCertificate } from '#app/features/certificates/queries/check.server.ts'
import { checkAddress } from '#app/features/certificates/rules/credential.ts'
import { open } from '#app/http/door.server.ts'
import { settings } from '#app/kernel/env.server.ts'

/** How a certificate stands, for programs that know its address and no more. */
export const loader = open(async ({ idOf, ctx }) => {
  const { id, standing, lastDay, revokedOn } = await checkCertificate(idOf('checkId'), ctx)
  const answer = { id: checkAddress(settings().ORIGIN, id), standing, validThrough: lastDay, revokedOn }
  return Response.json(answer, { headers: { 'X-Robots-Tag': 'noindex', 'Cache-Control': 'no-cache' } })
})
