import { redirect } from '@remix-run/node'
import { importRegister } from '#app/features/training/commands/import-register.server.ts'
import { confirmedTable } from '#app/features/training/rules/table-form.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

export const loader = backTo(({ idOf }) => `/units/${idOf('unitId')}/training/import`)

export const action = signedIn(async ({ request, actor, idOf, ctx }) => {
  const form = await readForm(request, confirmedTable)
  if (!form.ok) throw new DomainError('invalid', 'training_error_no_table')
  const unitId = idOf('unitId')
  await importRegister(actor, { unitId, text: form.value.text }, ctx)
  return redirect(`/units/${unitId}/training`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
