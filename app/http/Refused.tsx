// What addresses that are only posted to show when they refuse: why, and the way back. As `default` and `ErrorBoundary` of the
// route: without a `default` Remix answers browsers with the bare JSON.
import { useLocation } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Notice, Page, PageHead } from '#app/ui/index.ts'
import { useProblem } from './ErrorPage.tsx'
import { TypedWords } from './TypedWords.tsx'

/** Inside a page that already has its heading (a visit). */
export function Refused() {
  const { message } = useProblem()
  return (
    <section className="sl-stack">
      <Notice tone="error" announce>
        <p>{message}</p>
      </Notice>
      <TypedWords />
      <WayBack />
    </section>
  )
}

/** As a page of its own. */
export function RefusedPage() {
  const { message } = useProblem()
  return (
    <Page width="read">
      <PageHead title={m.common_error_title()} lead={message} />
      <TypedWords />
      <WayBack />
    </Page>
  )
}

/** The address itself: who comes to it without posting is led to its page (`backTo`). */
function WayBack() {
  const { pathname } = useLocation()
  return (
    <div className="sl-row">
      <ButtonLink to={pathname}>{m.common_error_back()}</ButtonLink>
    </div>
  )
}
