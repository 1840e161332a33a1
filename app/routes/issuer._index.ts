import { readIssuer } from '#app/features/certificates/queries/published.server.ts'
import { open } from '#app/http/door.server.ts'

/** Who gives certificates, as Open Badges 3.0 describes an issuer: for programs that check one. */
export const loader = open(async () => Response.json(readIssuer()))
