import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'

/** What a reader meets when a page cannot be shown: what happened, in plain words, and a way on. */
export function ErrorPage() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const message = isRouteErrorResponse(error) ? messageIn(error.data) : undefined
  return (
    <div className="sl-wrap">
      <h1>{status === 404 ? m.common_not_found_title() : m.common_error_title()}</h1>
      <p>{message ?? (status === 404 ? m.common_error_not_found() : m.common_error_internal())}</p>
      <p>
        <Link to="/">{m.common_error_back()}</Link>
      </p>
    </div>
  )
}

function messageIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('message' in data)) return undefined
  return typeof data.message === 'string' ? data.message : undefined
}
