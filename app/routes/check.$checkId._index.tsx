import { data, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checkCertificate } from '#app/features/certificates/queries/check.server.ts'
import { CheckedNothing, CheckedPage } from '#app/features/certificates/ui/CheckPages.tsx'
import { open } from '#app/http/door.server.ts'
import { ErrorPage, useProblem } from '#app/http/ErrorPage.tsx'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }
export const meta: MetaFunction = () => [
  { title: pageTitle(m.certificates_check_title()) },
  { name: 'robots', content: 'noindex, nofollow, noarchive' },
]
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** The address is the permission: it is random, and on the paper that somebody was shown. */
export const loader = open(async ({ idOf, ctx }) => {
  const checked = await checkCertificate(idOf('checkId'), ctx)
  return data({ checked }, { headers: { 'X-Robots-Tag': 'noindex, nofollow, noarchive', 'Cache-Control': 'no-cache' } })
})

/** Without an account, or an address of ours: nothing to sign in for. */
export function ErrorBoundary() {
  return useProblem().status === 404 ? <CheckedNothing /> : <ErrorPage />
}

export default function CheckRoute() {
  return <CheckedPage {...useLoaderData<typeof loader>()} />
}
