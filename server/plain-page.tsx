// What is answered when no page of the app can be: one sentence in the reader's language, as a small page for people and as a
// problem for programs.
import type { Request, Response } from 'express'
import { renderToStaticMarkup } from 'react-dom/server'
import { askPatience, prefersJson } from '#app/http/problems.server.ts'
import { inLanguage } from '#app/i18n/language.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { pageTitle } from '#app/ui/title.ts'
import { languageIn } from './language.ts'
import { securityHeaders } from './security.ts'

type Plain = { status: number; title?: () => string; text: () => string }

/** Messages are functions, read in the language that the browser asks for. */
export function answerPlainly(request: Request, response: Response, { status, title, text }: Plain): void {
  response.locals.nonce ??= securityHeaders(request, response)
  askPatience({ set: (name, value) => void (response.hasHeader(name) || response.setHeader(name, value)) }, status)
  response.status(status).set('Cache-Control', 'no-store').vary('Accept')
  inLanguage(languageIn(request.headers), () => {
    response.set('Content-Language', getLocale())
    if (prefersJson(request.get('accept') ?? '')) {
      const problem = { type: 'about:blank', title: text(), status }
      response.type('application/problem+json').send(JSON.stringify(problem))
      return
    }
    const page = <PlainPage nonce={response.locals.nonce} title={(title ?? m.common_error_title)()} text={text()} />
    response.type('html').send(`<!DOCTYPE html>${renderToStaticMarkup(page)}`)
  })
}

/** Its own few lines of style: the stylesheet's address belongs to the app, which may not be there. */
const style =
  ':root{color-scheme:light dark}body{max-width:40rem;margin:15vh auto;padding:0 1.5rem;font:1.125rem/1.6 system-ui,sans-serif}'

function PlainPage({ nonce, title, text }: { nonce: string; title: string; text: string }) {
  return (
    <html lang={getLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{pageTitle(title)}</title>
        <style nonce={nonce}>{style}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{text}</p>
          <p>
            <a href="/">{m.pages_error_home()}</a>
          </p>
        </main>
      </body>
    </html>
  )
}
