// The days on which a unit takes no visits, and the form that adds some.
import { Form as PlainForm } from '@remix-run/react'
import type { z } from 'zod'
import { formatDayRange } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { DateField, Form, HiddenField, SubmitButton, TextField, useSlForm } from '#app/ui/index.ts'
import type { ClosedPeriod } from '../queries/unit.server.ts'
import type { closedPeriodInput } from '../rules.ts'

export function ClosedPeriods({ unitId, periods }: { unitId: string; periods: readonly ClosedPeriod[] }) {
  if (periods.length === 0) return <p>{m.units_periods_none()}</p>
  return (
    <ul className="sl-lines">
      {periods.map((period) => {
        const days = formatDayRange(period.startsOn, period.endsOn)
        return (
          <li key={period.id} className="sl-row sl-row--between">
            <span>
              {days} {period.reason ? <span className="sl-meta">{period.reason}</span> : null}
            </span>
            <PlainForm method="post" action={`/units/${unitId}/closed-periods/${period.id}/removal`}>
              <SubmitButton variant="secondary" size="small" aria-label={`${m.units_period_remove()}: ${days}`}>
                {m.units_period_remove()}
              </SubmitButton>
            </PlainForm>
          </li>
        )
      })}
    </ul>
  )
}

export function ClosedPeriodForm({ result, id }: { result: unknown; id: string }) {
  const [form, fields] = useSlForm<z.input<typeof closedPeriodInput>>(result, { id: 'period', defaultValue: { id } })
  return (
    <Form form={form}>
      <HiddenField field={fields.id} />
      <div className="sl-grid sl-grid--2">
        <DateField field={fields.startsOn} label={m.units_period_starts()} required />
        <DateField field={fields.endsOn} label={m.units_period_ends()} required />
      </div>
      <TextField field={fields.reason} label={m.units_period_reason()} help={m.units_period_reason_help()} optional />
      <div>
        <SubmitButton>{m.units_period_add()}</SubmitButton>
      </div>
    </Form>
  )
}
