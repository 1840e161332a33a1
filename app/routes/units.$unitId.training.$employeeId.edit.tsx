import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeEmployee } from '#app/features/training/commands/employees.server.ts'
import { findEmployeeFor } from '#app/features/training/queries/register.server.ts'
import { employeeInput } from '#app/features/training/rules/employee.ts'
import { EmployeeFormPage } from '#app/features/training/ui/RegisterForms.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.training_change()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) =>
  findEmployeeFor(actor, { unitId: idOf('unitId'), employeeId: idOf('employeeId'), locale }, ctx),
)

export const action = signedIn(async ({ request, actor, idOf, ctx }) => {
  const form = await readForm(request, employeeInput)
  if (!form.ok) return form.refused()
  const place = { unitId: idOf('unitId'), employeeId: idOf('employeeId') }
  return form.attempt(async () => {
    await changeEmployee(actor, { ...form.value, ...place }, ctx)
    return redirect(`/units/${place.unitId}/training/${place.employeeId}`)
  })
})

export default function ChangeEmployee() {
  const { unit, employee } = useLoaderData<typeof loader>()
  return <EmployeeFormPage unit={unit} employee={employee} result={useActionData<typeof action>()} />
}
