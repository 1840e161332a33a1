// What somebody typed for a place that is no longer there: nothing can be saved, but every word can be copied.
import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead, plainField, TextArea } from '#app/ui/index.ts'
import { ErrorPage, useProblem } from './ErrorPage.tsx'

type Typed = { name: string; language: string; text: string }

/** For `ErrorBoundary`: the typed words where the answer carries some, else the page for errors. */
export function LostWords() {
  const typed = typedIn(useRouteError())
  const { message } = useProblem()
  if (typed.length === 0) return <ErrorPage />
  return (
    <Page width="read">
      <PageHead title={m.common_error_title()} lead={message} />
      <div className="sl-stack">
        {typed.map(({ name, language, text }) => (
          <TextArea
            key={name}
            field={plainField(name, { value: text })}
            label={m.common_typed_words()}
            lang={language}
            rows={4}
            readOnly
          />
        ))}
      </div>
    </Page>
  )
}

function typedIn(error: unknown): Typed[] {
  if (!isRouteErrorResponse(error) || typeof error.data !== 'object' || error.data === null) return []
  const { typed } = error.data as { typed?: Typed[] }
  return typed ?? []
}
