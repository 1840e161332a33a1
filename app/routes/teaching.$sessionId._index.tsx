import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findSessionPageFor } from '#app/features/teaching/queries/log.server.ts'
import { SessionPage } from '#app/features/teaching/ui/SessionPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.session.subject ?? '') }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => findSessionPageFor(actor, idOf('sessionId'), ctx))

export default function SessionRoute() {
  return <SessionPage {...useLoaderData<typeof loader>()} />
}
