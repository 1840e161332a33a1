import { exportRegisterFor } from '#app/features/training/queries/import.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, idOf, locale, ctx }) => {
  const table = await exportRegisterFor(actor, idOf('unitId'), locale, ctx)
  const named = { 'Content-Disposition': 'attachment; filename="training.csv"', 'Cache-Control': 'private, no-store' }
  return new Response(table, { headers: { 'Content-Type': 'text/csv; charset=utf-8', ...named } })
})
