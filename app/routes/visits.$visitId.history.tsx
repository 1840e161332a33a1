import { useLoaderData } from '@remix-run/react'
import { historyOf } from '#app/features/visits/queries/history.server.ts'
import { HistoryList } from '#app/features/visits/ui/HistoryList.tsx'
import { useVisit } from '#app/features/visits/ui/useVisit.ts'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf }) => ({ entries: await historyOf(actor, idOf('visitId'), ctx) }))

export default function History() {
  return <HistoryList entries={useLoaderData<typeof loader>().entries} visit={useVisit().visit} />
}
