import { useRouteLoaderData } from '@remix-run/react'
import type { VisitPage } from '../queries/visit-page.server.ts'

/** What the visit's layout has read: every page inside it may use it. */
export function useVisit(): VisitPage {
  const data = useRouteLoaderData('routes/visits.$visitId') as { page: VisitPage } | undefined
  if (!data) throw new Error('useVisit is for pages inside a visit.')
  return data.page
}
