// What somebody typed for a place that is no longer there: nothing can be saved, but every word can be copied.
import { useLocation } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Page, PageHead } from '#app/ui/index.ts'
import { ErrorPage, useProblem } from './ErrorPage.tsx'
import { TypedWords, useTypedWords } from './TypedWords.tsx'

/** For `ErrorBoundary`: the typed words where the answer carries some, with the way to what is above; else the page for errors. */
export function LostWords() {
  const typed = useTypedWords()
  const { message } = useProblem()
  const { pathname } = useLocation()
  if (typed.length === 0) return <ErrorPage />
  return (
    <Page width="read">
      <PageHead title={m.common_error_title()} lead={message} />
      <TypedWords />
      <div className="sl-row">
        <ButtonLink to={pathname.replace(/\/[^/]*\/?$/, '') || '/'}>{m.common_error_back()}</ButtonLink>
      </div>
    </Page>
  )
}
