import { readKeySet } from '#app/features/certificates/queries/published.server.ts'
import { open } from '#app/http/door.server.ts'

/** All keys that certificates are checked with (RFC 7517). */
export const loader = open(async ({ ctx }) =>
  Response.json(await readKeySet(ctx), {
    headers: { 'Content-Type': 'application/jwk-set+json', 'Cache-Control': 'no-cache' },
  }),
)
