import { redirect } from '@remix-run/node'
import { allowAnew } from '#app/features/certificates/commands/revoke.server.ts'
import { certificateAddress } from '#app/features/certificates/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => certificateAddress(idOf('certificateId')))

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const certificateId = idOf('certificateId')
  await allowAnew(actor, { certificateId }, ctx)
  return redirect(certificateAddress(certificateId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
