import { redirect } from '@remix-run/node'
import { moveToVersion } from '#app/features/pairs/commands/move-version.server.ts'
import { versionInput } from '#app/features/pairs/rules/pair.ts'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ idOf }) => pairAddress(idOf('pairId')))

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const pairId = idOf('pairId')
  const form = await readForm(request, versionInput)
  if (!form.ok) throw new DomainError('invalid')
  await moveToVersion(actor, { pairId, ...form.value }, ctx)
  return redirect(pairAddress(pairId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
