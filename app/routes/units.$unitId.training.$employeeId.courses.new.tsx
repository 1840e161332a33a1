import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addCourse } from '#app/features/training/commands/courses.server.ts'
import { findEmployeeFor } from '#app/features/training/queries/register.server.ts'
import { newCourseInput } from '#app/features/training/rules/employee.ts'
import { CourseFormPage } from '#app/features/training/ui/RegisterForms.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.training_course_add()) }]

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) => ({
  page: await findEmployeeFor(actor, { unitId: idOf('unitId'), employeeId: idOf('employeeId'), locale }, ctx),
  newId: newId(),
}))

export const action = signedIn(async ({ request, actor, idOf, ctx }) => {
  const form = await readForm(request, newCourseInput)
  if (!form.ok) return form.refused()
  const place = { unitId: idOf('unitId'), employeeId: idOf('employeeId') }
  return form.attempt(async () => {
    await addCourse(actor, { ...form.value, ...place }, ctx)
    return redirect(`/units/${place.unitId}/training/${place.employeeId}`)
  })
})

export default function AddCourse() {
  return <CourseFormPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
