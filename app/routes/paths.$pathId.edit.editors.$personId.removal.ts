import { redirect } from '@remix-run/node'
import { removeEditor } from '#app/features/paths/commands/editors.server.ts'
import { editAddress } from '#app/features/paths/ui/editor/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(async ({ params }) => editAddress(params.pathId ?? '', 'editors'))

export const action = signedIn(async ({ actor, params, idOf, ctx }) => {
  const pathId = params.pathId ?? ''
  const personId = idOf('personId')
  await removeEditor(actor, { pathId, personId }, ctx)
  return redirect(personId === actor.id ? '/paths' : editAddress(pathId, 'editors'))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
