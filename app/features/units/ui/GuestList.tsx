// Guests of the unit's visits: for how long, who answers for them, and the way to change it.
import { Link, Form as PlainForm } from '@remix-run/react'
import type { GuestRow } from '#app/features/identity/queries.server.ts'
import { formatShortDay, sortByName } from '#app/i18n/format.ts'
import { lastDayBefore } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { DateField, Form, SubmitButton, useSlForm } from '#app/ui/index.ts'

type Unit = { id: string; name: string; timeZone: string }

export function GuestList({ guests, unit }: { guests: readonly GuestRow[]; unit: Unit }) {
  return (
    <div className="sl-stack">
      <p>{m.units_guests_lead()}</p>
      <ul className="sl-lines">
        {sortByName(guests, (guest) => guest.name).map((guest) => (
          <li key={guest.roleId} className="sl-row sl-row--between">
            <span>
              {guest.name} ·{' '}
              <Link to={`/visits/${guest.visitId}`} lang={guest.visitLanguage}>
                {guest.visitTitle}
              </Link>{' '}
              <span className="sl-meta">
                {timeOf(guest, unit)}
                {guest.sponsorName ? ` · ${m.units_guest_sponsor({ name: guest.sponsorName })}` : null}
              </span>
            </span>
            <Link to={`/units/${unit.id}/guests/${guest.roleId}`} aria-label={`${m.units_guest_change()}: ${guest.name}`}>
              {m.units_guest_change()}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function timeOf(guest: GuestRow, unit: Unit): string {
  if (!guest.endsAt) return m.units_guest_open()
  const day = formatShortDay(lastDayBefore(guest.endsAt, unit.timeZone))
  return guest.hasEnded ? m.units_guest_ended({ day }) : m.units_guest_until({ day })
}

export function GuestForms({ result, guest, unit }: { result: unknown; guest: GuestRow; unit: Unit }) {
  const endsOn = guest.endsAt ? lastDayBefore(guest.endsAt, unit.timeZone) : ''
  const [form, fields] = useSlForm<{ endsOn: string }>(result, { id: 'guest', defaultValue: { endsOn } })
  return (
    <div className="sl-stack-l">
      <Form form={form}>
        <DateField field={fields.endsOn} label={m.units_guest_ends_on()} required />
        <div>
          <SubmitButton>{m.units_guest_renew()}</SubmitButton>
        </div>
      </Form>
      <PlainForm method="post" action={`/units/${unit.id}/guests/${guest.roleId}/membership`}>
        <div className="sl-stack">
          <p>{m.units_guest_member_lead({ name: guest.name })}</p>
          <SubmitButton variant="secondary">{m.units_guest_member()}</SubmitButton>
        </div>
      </PlainForm>
    </div>
  )
}
