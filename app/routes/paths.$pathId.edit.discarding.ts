import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { discardDraft } from '#app/features/paths/commands/drafts.server.ts'
import { editAddress } from '#app/features/paths/ui/editor/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

const discarding = z.object({ revision: z.coerce.number().int().min(0) })

export const loader = backTo(async ({ params }) => editAddress(params.pathId ?? ''))

export const action = signedIn(async ({ actor, params, request, ctx }) => {
  const pathId = params.pathId ?? ''
  const form = await readForm(request, discarding)
  if (!form.ok) throw new DomainError('invalid')
  await discardDraft(actor, { pathId, revision: form.value.revision }, ctx)
  return redirect(editAddress(pathId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
