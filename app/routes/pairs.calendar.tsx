import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openTalkFeed } from '#app/features/pairs/commands/open-talk-feed.server.ts'
import { findTalkFeedFor } from '#app/features/pairs/queries/talk-calendar.server.ts'
import { calendarForm } from '#app/features/programme/rules.ts'
import { CalendarAddress } from '#app/features/programme/ui/CalendarAddress.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import { Page } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(m.pairs_calendar_title()) }]

export const loader = signedIn(async ({ actor, ctx }) => ({ madeAt: await findTalkFeedFor(actor, ctx) }))

export const action = signedIn(async ({ request, actor, ctx }) => {
  const form = await readForm(request, calendarForm)
  if (!form.ok) throw new DomainError('invalid')
  // The address is answered here and nowhere again, so there is no page to be sent to.
  return { address: await openTalkFeed(actor, ctx) }
})

export default function TalkCalendar() {
  const { madeAt } = useLoaderData<typeof loader>()
  const address = useActionData<typeof action>()?.address ?? null
  return (
    <Page width="read">
      <CalendarAddress
        {...{ madeAt, address }}
        title={<h1>{m.pairs_calendar_title()}</h1>}
        lead={m.pairs_calendar_lead()}
        back={{ to: '/pairs', label: m.pairs_list_title() }}
      />
    </Page>
  )
}
