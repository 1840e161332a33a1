import { redirect } from '@remix-run/node'
import { moveProgramme } from '#app/features/programme/commands/change-programme.server.ts'
import { moveForm } from '#app/features/programme/rules.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ idOf }) => `/visits/${idOf('visitId')}/programme`)

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, moveForm)
  if (!form.ok) throw new DomainError('invalid')
  const keep = form.value.keep === 'yes'
  await moveProgramme(actor, { visitId, keep }, ctx)
  return redirect(`/visits/${visitId}/programme?done=${keep ? 'kept' : 'moved'}`)
})

export { Refused as default, Refused as ErrorBoundary } from '#app/http/Refused.tsx'
