import { redirect } from '@remix-run/node'
import { signPractice } from '#app/features/pairs/commands/practice.server.ts'
import { practiceSignatureInput } from '#app/features/pairs/rules/practice.ts'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ idOf }) => pairAddress(idOf('pairId')))

export const action = signedIn(async ({ actor, idOf, params, request, ctx }) => {
  const [pairId, { moduleId, activityId }] = [idOf('pairId'), params]
  const form = await readForm(request, practiceSignatureInput)
  if (!form.ok) throw new DomainError('invalid')
  await signPractice(actor, { ...form.value, pairId, moduleId, activityId }, ctx)
  return redirect(pairAddress(pairId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
