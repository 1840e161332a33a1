import { redirect } from '@remix-run/node'
import { confirmJointStep } from '#app/features/pairs/commands/joint-step.server.ts'
import { confirmationInput } from '#app/features/pairs/rules/joint.ts'
import { jointAddress } from '#app/features/pairs/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ idOf, params }) => jointAddress(idOf('pairId'), params.moduleId ?? ''))

export const action = signedIn(async ({ actor, idOf, params, request, ctx }) => {
  const [pairId, moduleId] = [idOf('pairId'), params.moduleId ?? '']
  const form = await readForm(request, confirmationInput)
  if (!form.ok) throw new DomainError('invalid')
  await confirmJointStep(actor, { pairId, moduleId, ...form.value }, ctx)
  return redirect(jointAddress(pairId, moduleId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
