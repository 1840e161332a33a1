import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLogFor } from '#app/features/teaching/queries/log.server.ts'
import { LogPage } from '#app/features/teaching/ui/LogPage.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.teaching_title()) }]

export const loader = signedIn(async ({ actor, ctx }) => findLogFor(actor, ctx))

export default function TeachingRoute() {
  return <LogPage {...useLoaderData<typeof loader>()} />
}
