import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Page, PageHead, PhaseGlyph } from '#app/ui/index.ts'
import { TypedWords } from './TypedWords.tsx'

/** What a reader meets when a page cannot be shown: what happened, in plain words, and a way on. */
export function ErrorPage() {
  const { status, message } = useProblem()
  const missing = status === 404
  return (
    <Page width="read">
      <PhaseGlyph shape="asked" tight />
      <PageHead
        title={missing ? m.pages_error_404() : m.common_error_title()}
        lead={missing ? m.pages_error_404_text() : message}
      />
      <TypedWords />
      <div className="sl-row">
        <ButtonLink to="/">{m.pages_error_home()}</ButtonLink>
        {missing ? (
          <ButtonLink to="/login" variant="quiet">
            {m.ui_sign_in()}
          </ButtonLink>
        ) : null}
      </div>
    </Page>
  )
}

/** What was thrown, in the reader's words; for bugs, that it was one. */
export function useProblem(): { status: number; message: string } {
  const error = useRouteError()
  if (!isRouteErrorResponse(error)) return { status: 500, message: m.common_error_internal() }
  return { status: error.status, message: messageIn(error.data) ?? m.common_error_internal() }
}

function messageIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('message' in data)) return undefined
  return typeof data.message === 'string' ? data.message : undefined
}
