import { readPublicKey } from '#app/features/certificates/queries/published.server.ts'
import { open } from '#app/http/door.server.ts'

/** The public key that a certificate's `kid` names. */
export const loader = open(async ({ idOf, ctx }) =>
  Response.json(await readPublicKey(idOf('keyId'), ctx), { headers: { 'Content-Type': 'application/jwk+json' } }),
)
