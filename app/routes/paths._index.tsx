import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MyPairsLink } from '#app/features/pairs/ui/WalkParts.tsx'
import { listOwnersFor, listPathsToEditFor } from '#app/features/paths/queries/drafts.server.ts'
import { listPathsFor } from '#app/features/paths/queries/library.server.ts'
import { PathList } from '#app/features/paths/ui/PathList.tsx'
import { inList, inWriting } from '#app/features/paths/views.ts'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { open: true, reading: true }
export const meta: MetaFunction = () => [{ title: pageTitle(m.paths_nav()) }]

export const loader = open(async ({ actor, locale, ctx }) => {
  const paths = await listPathsFor(actor, ctx)
  const writing = await listPathsToEditFor(actor, ctx)
  const signedIn = actor.kind === 'person'
  const mayStart = signedIn && (await listOwnersFor(actor, ctx)).length > 0
  return {
    paths: paths.map((one) => inList(one, locale)),
    writing: writing.map((one) => inWriting(one, locale)),
    mayStart,
    signedIn,
  }
})

export default function Paths() {
  const { signedIn, ...list } = useLoaderData<typeof loader>()
  return <PathList {...list} mine={signedIn ? <MyPairsLink /> : null} />
}
