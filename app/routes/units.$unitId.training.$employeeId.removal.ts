import { redirect } from '@remix-run/node'
import { removeEmployee } from '#app/features/training/commands/employees.server.ts'
import { backTo, signedIn } from '#app/http/door.server.ts'

export const loader = backTo(({ idOf }) => `/units/${idOf('unitId')}/training/${idOf('employeeId')}`)

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const place = { unitId: idOf('unitId'), employeeId: idOf('employeeId') }
  const outcome = await removeEmployee(actor, place, ctx)
  return redirect(
    outcome === 'ended' ? `/units/${place.unitId}/training/${place.employeeId}` : `/units/${place.unitId}/training`,
  )
})

export { RefusedPage as default, RefusedPage as ErrorBoundary } from '#app/http/Refused.tsx'
