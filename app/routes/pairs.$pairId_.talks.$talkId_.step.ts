import { redirect } from '@remix-run/node'
import { markStep } from '#app/features/pairs/commands/talks.server.ts'
import { stepInput } from '#app/features/pairs/rules/talks.ts'
import { pairAddress } from '#app/features/pairs/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ idOf }) => pairAddress(idOf('pairId'), 'talks', idOf('talkId')))

export const action = signedIn(async ({ actor, idOf, request, ctx }) => {
  const [pairId, talkId] = [idOf('pairId'), idOf('talkId')]
  const form = await readForm(request, stepInput)
  if (!form.ok) throw new DomainError('invalid')
  await markStep(actor, { pairId, talkId, done: form.value.done === 'yes' }, ctx)
  return redirect(pairAddress(pairId, 'talks', talkId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
