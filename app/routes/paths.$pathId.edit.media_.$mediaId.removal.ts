import { redirect } from '@remix-run/node'
import { removeMedia } from '#app/features/paths/commands/media.server.ts'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(async ({ params }) => addressOf(params.pathId ?? '', 'edit', 'media'))

export const action = signedIn(async ({ actor, params, idOf, ctx }) => {
  const pathId = params.pathId ?? ''
  await removeMedia(actor, { pathId, mediaId: idOf('mediaId') }, ctx)
  return redirect(addressOf(pathId, 'edit', 'media'))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
