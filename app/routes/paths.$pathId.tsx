import { Outlet } from '@remix-run/react'
import { PathGone } from '#app/features/paths/ui/PathGone.tsx'
import { ErrorPage, useProblem } from '#app/http/ErrorPage.tsx'

/** Around every page of a path, so that one that was withdrawn tells where to go instead. */
export default function Path() {
  return <Outlet />
}

export function ErrorBoundary() {
  const { status, message } = useProblem()
  return status === 410 ? <PathGone message={message} /> : <ErrorPage />
}
