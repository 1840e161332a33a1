import { redirect } from '@remix-run/node'
import { issueCertificate } from '#app/features/certificates/commands/issue.server.ts'
import { certificateAddress } from '#app/features/certificates/ui/words.ts'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => pairAddress(idOf('pairId')))

export const action = signedIn(async ({ actor, idOf, ctx }) =>
  redirect(certificateAddress(await issueCertificate(actor, { pairId: idOf('pairId') }, ctx))),
)

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
