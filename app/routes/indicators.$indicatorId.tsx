import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findIndicatorFor } from '#app/features/indicators/queries.server.ts'
import { unitIn } from '#app/features/indicators/ui/address.ts'
import { drawIndicator } from '#app/features/indicators/ui/chart.server.ts'
import { IndicatorPage } from '#app/features/indicators/ui/indicator-page.tsx'
import { seesRegister } from '#app/features/training/queries/register.server.ts'
import { RegisterOrigin } from '#app/features/training/ui/RegisterOrigin.tsx'
import { fedIndicator } from '#app/features/training/words.ts'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const loader = signedIn(async ({ url, actor, ctx, locale, params }) => {
  const file = await findIndicatorFor(actor, { indicatorId: params.indicatorId ?? '', unitId: unitIn(url), locale }, ctx)
  const isFed = file.indicator.id === fedIndicator.indicatorId
  const readsRegister = isFed && (await seesRegister(actor, file.around.unit, ctx))
  return { file, drawing: drawIndicator(file), isFed, readsRegister }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: pageTitle(data ? `${data.file.indicator.title}: ${data.file.around.unit.name}` : m.indicators_title()),
  },
]

export default function Indicator() {
  const { file, drawing, isFed, readsRegister } = useLoaderData<typeof loader>()
  const origin = isFed ? <RegisterOrigin unitId={file.around.unit.id} readsRegister={readsRegister} /> : null
  return <IndicatorPage file={file} drawing={drawing} origin={origin} />
}
