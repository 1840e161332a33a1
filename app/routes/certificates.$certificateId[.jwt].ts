import { findPaperFor } from '#app/features/certificates/queries/certificates.server.ts'
import { signedIn } from '#app/http/door.server.ts'

/** The credential alone, as Open Badges 3.0 has it in a file. */
export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const { credential, facts } = await findPaperFor(actor, idOf('certificateId'), ctx)
  return new Response(credential, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="samlara-${facts.issuedOn}.jwt"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
