import { redirect } from '@remix-run/node'
import { writeTeachingReflection } from '#app/features/teaching/commands/log.server.ts'
import { reflectionInput } from '#app/features/teaching/rules/session.ts'
import { sessionAddress } from '#app/features/teaching/ui/words.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ idOf }) => sessionAddress(idOf('sessionId')))

export const action = signedIn(async ({ actor, idOf, request, locale, ctx }) => {
  const sessionId = idOf('sessionId')
  const form = await readForm(request, reflectionInput)
  if (!form.ok) throw new DomainError('invalid')
  await writeTeachingReflection(actor, { sessionId, ...form.value, language: locale }, ctx)
  return redirect(sessionAddress(sessionId))
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
