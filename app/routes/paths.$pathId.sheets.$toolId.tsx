import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findReadingFor } from '#app/features/pairs/queries/reading.server.ts'
import { sheetOf } from '#app/features/paths/reference.server.ts'
import { languageFor, spoken } from '#app/features/paths/rules/spoken.ts'
import { drawMeasurements } from '#app/features/paths/ui/chart.server.ts'
import { GamePieces } from '#app/features/paths/ui/GamePieces.tsx'
import { OwnRunChart } from '#app/features/paths/ui/OwnRunChart.tsx'
import { SheetPage } from '#app/features/paths/ui/SheetPage.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.sheet.title ?? m.paths_title()) }]

export const loader = open(async ({ actor, params, locale, url, ctx }) => {
  const { path } = await findReadingFor(actor, { pathId: params.pathId, search: url.searchParams }, ctx)
  const sheet = spoken(sheetOf(params.toolId), locale)
  const chart = sheet.id === 'run_chart' ? drawMeasurements(url.searchParams) : null
  return { path: { id: path.id, title: path.title[languageFor(path.languages, locale)] }, sheet, chart }
})

export default function Sheet() {
  const { path, sheet, chart } = useLoaderData<typeof loader>()
  return (
    <SheetPage path={path} sheet={sheet}>
      {chart ? <OwnRunChart {...chart} /> : null}
      {sheet.id === 'game' ? <GamePieces /> : null}
    </SheetPage>
  )
}
