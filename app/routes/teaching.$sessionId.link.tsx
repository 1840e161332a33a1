import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { makeTeachingLink } from '#app/features/teaching/commands/links.server.ts'
import { findLinksFor } from '#app/features/teaching/queries/links.server.ts'
import { confirmedIn } from '#app/features/teaching/rules/session.ts'
import { LinkPage } from '#app/features/teaching/ui/LinkPage.tsx'
import { drawLink } from '#app/features/teaching/ui/link.server.ts'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.teaching_link_title()) }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const { session, links } = await findLinksFor(actor, idOf('sessionId'), ctx)
  const { id, subject, language, learners } = session
  return { session: { id, subject, language, learners }, confirmed: confirmedIn(session), links }
})

export const action = signedIn(async ({ actor, idOf, ctx }) => {
  const sessionId = idOf('sessionId')
  const { session } = await findLinksFor(actor, sessionId, ctx)
  const link = await makeTeachingLink(actor, { sessionId }, ctx)
  // The link is answered here and nowhere again, so there is no page to be sent to.
  return drawLink(link, session.subject)
})

export default function LinkRoute() {
  return <LinkPage {...useLoaderData<typeof loader>()} made={useActionData<typeof action>() ?? null} />
}
