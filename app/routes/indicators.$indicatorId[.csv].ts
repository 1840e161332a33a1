import { findIndicatorFor } from '#app/features/indicators/queries.server.ts'
import { unitIn } from '#app/features/indicators/ui/address.ts'
import { csvOf } from '#app/features/indicators/ui/csv.server.ts'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ url, actor, ctx, locale, params }) => {
  const indicatorId = params.indicatorId ?? ''
  const file = await findIndicatorFor(actor, { indicatorId, unitId: unitIn(url), locale }, ctx)
  return new Response(csvOf(file), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.indicator.id}.csv"`,
    },
  })
})
