import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAwaitedFor } from '#app/features/pairs/queries/awaited.server.ts'
import { listMyPairsFor } from '#app/features/pairs/queries/my-pairs.server.ts'
import { MyPairs } from '#app/features/pairs/ui/MyPairs.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_list_title()) }]

export const loader = signedIn(async ({ actor, locale, ctx }) => ({
  pairs: await listMyPairsFor(actor, locale, ctx),
  awaited: await listAwaitedFor(actor, ctx),
}))

export default function PairsRoute() {
  return <MyPairs {...useLoaderData<typeof loader>()} />
}
