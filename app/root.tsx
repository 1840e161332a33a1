import type { MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { open } from './http/door.server.ts'
import { ErrorPage } from './http/ErrorPage.tsx'
import { NonceContext } from './http/nonce.ts'
import { countNeedsFor } from './http/shell.server.ts'
import { isAdmin } from './kernel/actor.ts'
import { m } from './paraglide/messages.js'
import { getLocale } from './paraglide/runtime.js'
import { preloadedFonts } from './styles/fonts.ts'
import './styles/index.css'
import { BareFrame, PageFrame, ThemeChoice } from './ui/index.ts'
import { pageTitle } from './ui/title.ts'

/**
 * What a route may say of itself: `bare` pages have logo and language only, with `ownLanguage` the page itself offers the
 * languages; `reading` pages need no script when signed out; `open` ones are then the same for everybody.
 */
export type Handle = { bare?: boolean; reading?: boolean; ownLanguage?: boolean; open?: boolean }

export const loader = open(async ({ actor, ctx, request }) => {
  const person = actor.kind === 'person' ? { name: actor.name, isAdmin: isAdmin(actor) } : null
  const needs = await countNeedsFor(actor, ctx)
  return { locale: getLocale(), theme: themeOf(request, actor.kind === 'person' ? actor.theme : undefined), person, needs }
})

function themeOf(request: Request, own: 'system' | 'light' | 'dark' | undefined): 'system' | 'light' | 'dark' {
  if (own) return own
  const chosen = /(?:^|;\s*)theme=(light|dark)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

export const meta: MetaFunction = ({ error }) => [{ title: error ? titleOfError(error) : m.common_product() }]

function titleOfError(error: unknown): string {
  const missing = isRouteErrorResponse(error) && error.status === 404
  return pageTitle(missing ? m.pages_error_404() : m.common_error_title())
}

export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>('root')
  const handles = useMatches().map((match) => (match.handle ?? {}) as Handle)
  const nonce = useContext(NonceContext)
  const reads = handles.some((handle) => handle.reading) && !shell?.person
  const theme = shell?.theme ?? 'system'
  const ownLanguage = handles.some((handle) => handle.ownLanguage)
  const themeChoice = shell?.person ? null : <ThemeChoice theme={theme} />
  return (
    <html lang={shell?.locale ?? getLocale()} className={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {preloadedFonts.map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {handles.some((handle) => handle.bare) ? (
          <BareFrame language={!ownLanguage} footer={ownLanguage ? null : themeChoice}>
            {children}
          </BareFrame>
        ) : (
          <PageFrame
            nav={navFor(Boolean(shell?.person))}
            person={shell?.person ?? null}
            account={accountFor(shell?.person?.isAdmin ?? false)}
            needsYou={shell?.needs ?? null}
            footer={themeChoice}
          >
            {children}
          </PageFrame>
        )}
        {reads ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

function navFor(signedIn: boolean) {
  if (!signedIn) {
    return [
      { to: '/blog', label: m.common_nav_blog() },
      { to: '/paths', label: m.paths_nav() },
      { to: '/offers', label: m.common_nav_offers() },
    ]
  }
  return [
    { to: '/home', label: m.common_nav_home() },
    { to: '/visits', label: m.common_nav_visits() },
    { to: '/indicators', label: m.common_nav_indicators() },
    { to: '/paths', label: m.paths_nav() },
    { to: '/offers', label: m.common_nav_offers() },
    { to: '/blog', label: m.common_nav_blog() },
  ]
}

/** One's own places, in the account's menu. */
function accountFor(administers: boolean) {
  const own = [
    { to: '/pairs', label: m.pairs_list_title() },
    { to: '/teaching', label: m.teaching_title() },
    { to: '/units', label: m.units_title() },
  ]
  return administers ? [...own, { to: '/admin', label: m.identity_admin_title() }] : own
}

export default function App() {
  return <Outlet />
}

export { ErrorPage as ErrorBoundary }
