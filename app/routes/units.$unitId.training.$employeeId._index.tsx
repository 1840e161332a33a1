import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findEmployeeFor } from '#app/features/training/queries/register.server.ts'
import { EmployeeOnPage } from '#app/features/training/ui/EmployeeParts.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.page.employee.name ?? m.training_register_title()) },
]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) => ({
  page: await findEmployeeFor(actor, { unitId: idOf('unitId'), employeeId: idOf('employeeId'), locale }, ctx),
}))

export default function Employee() {
  return <EmployeeOnPage {...useLoaderData<typeof loader>()} />
}
