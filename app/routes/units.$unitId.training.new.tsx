import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addEmployee } from '#app/features/training/commands/employees.server.ts'
import { findKeptRegisterFor } from '#app/features/training/queries/register.server.ts'
import { newEmployeeInput } from '#app/features/training/rules/employee.ts'
import { EmployeeFormPage } from '#app/features/training/ui/RegisterForms.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.training_add()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) => {
  const { unit } = await findKeptRegisterFor(actor, idOf('unitId'), locale, ctx)
  return { unit, newId: newId() }
})

export const action = signedIn(async ({ request, actor, idOf, ctx }) => {
  const form = await readForm(request, newEmployeeInput)
  if (!form.ok) return form.refused()
  const unitId = idOf('unitId')
  return form.attempt(async () => {
    await addEmployee(actor, { ...form.value, unitId }, ctx)
    return redirect(`/units/${unitId}/training/${form.value.id}`)
  })
})

export default function AddEmployee() {
  const { unit, newId } = useLoaderData<typeof loader>()
  return <EmployeeFormPage unit={unit} newId={newId} result={useActionData<typeof action>()} />
}
