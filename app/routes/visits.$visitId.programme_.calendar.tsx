import { useActionData, useLoaderData } from '@remix-run/react'
import { findCalendarFeedFor } from '#app/features/programme/calendar-feeds.server.ts'
import { openCalendarFeed } from '#app/features/programme/commands/open-calendar-feed.server.ts'
import { findProgrammeFor } from '#app/features/programme/queries/find-programme.server.ts'
import { calendarForm } from '#app/features/programme/rules.ts'
import { CalendarAddress } from '#app/features/programme/ui/CalendarAddress.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, DomainError } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'

export const loader = signedIn(async ({ actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  const { may } = await findProgrammeFor(actor, visitId, ctx)
  allowed(may.follow)
  return { visitId, madeAt: await findCalendarFeedFor(actor, visitId, ctx) }
})

export const action = signedIn(async ({ request, actor, ctx, idOf }) => {
  const visitId = idOf('visitId')
  const form = await readForm(request, calendarForm)
  if (!form.ok) throw new DomainError('invalid')
  // The address is answered here and nowhere again, so there is no page to be sent to.
  return { address: await openCalendarFeed(actor, { visitId }, ctx) }
})

export default function Calendar() {
  const { visitId, madeAt } = useLoaderData<typeof loader>()
  return (
    <CalendarAddress
      title={<h2>{m.programme_calendar_title()}</h2>}
      lead={m.programme_calendar_lead()}
      back={{ to: `/visits/${visitId}/programme`, label: m.programme_cancel() }}
      madeAt={madeAt}
      address={useActionData<typeof action>()?.address ?? null}
    />
  )
}
