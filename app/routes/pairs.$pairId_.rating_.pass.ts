import { redirect } from '@remix-run/node'
import { passRound } from '#app/features/mastery/commands.server.ts'
import { passInput } from '#app/features/mastery/rules/statements.ts'
import { ratingAddress } from '#app/features/mastery/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ idOf }) => ratingAddress(idOf('pairId')))

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const pairId = idOf('pairId')
  const form = await readForm(request, passInput)
  if (!form.ok) throw new DomainError('invalid')
  await passRound(actor, { pairId, ...form.value }, ctx)
  return redirect(ratingAddress(pairId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
