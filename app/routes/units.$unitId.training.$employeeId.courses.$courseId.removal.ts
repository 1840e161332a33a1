import { redirect } from '@remix-run/node'
import { removeCourse } from '#app/features/training/commands/courses.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/units/${idOf('unitId')}/training/${idOf('employeeId')}`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const place = { unitId: idOf('unitId'), employeeId: idOf('employeeId') }
  await removeCourse(actor, { ...place, courseId: idOf('courseId') }, ctx)
  return redirect(`/units/${place.unitId}/training/${place.employeeId}`)
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
