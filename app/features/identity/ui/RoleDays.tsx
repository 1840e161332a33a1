// From and until when a role holds: the two fields of forms that give one, and the words where roles are listed.
import { formatShortDay } from '#app/i18n/format.ts'
import { dayAt, lastDayBefore } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { DateField, type Field } from '#app/ui/index.ts'

export function RoleDaysFields({ fields }: { fields: { startsOn: Field; endsOn: Field } }) {
  return (
    <div className="sl-grid sl-grid--2">
      <DateField field={fields.startsOn} label={m.identity_role_starts_on()} help={m.identity_role_starts_on_help()} optional />
      <DateField field={fields.endsOn} label={m.identity_role_ends_on()} help={m.identity_role_ends_on_help()} optional />
    </div>
  )
}

/** "from 1 May, until 30 June"; '' for a role that holds already and has no end. `startsAt` only where it is still to come. */
export function roleDaysWords({ startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null }, zone: string): string {
  const parts = [
    startsAt ? m.identity_role_from({ day: formatShortDay(dayAt(startsAt, zone)) }) : '',
    endsAt ? m.identity_role_until({ day: formatShortDay(lastDayBefore(endsAt, zone)) }) : '',
  ]
  return parts.filter(Boolean).join(', ')
}
