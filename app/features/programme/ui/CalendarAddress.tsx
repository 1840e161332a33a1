// A participant's own calendar address: made on demand, copied, opened, replaced.
import { Form, Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Card, SubmitButton } from '#app/ui/index.ts'

export function CalendarAddress({ visitId, address }: { visitId: string; address: string | null }) {
  return (
    <div className="sl-stack-l sl-prep__page">
      <div className="sl-stack">
        <h2>{m.programme_calendar_title()}</h2>
        <p className="sl-lead">{m.programme_calendar_lead()}</p>
      </div>
      {address ? <Made address={address} /> : null}
      <Form method="post" className="sl-stack-s">
        {address ? <p>{m.programme_calendar_renew_help()}</p> : null}
        <SubmitButton name="renew" value={address ? 'yes' : 'no'} variant={address ? 'secondary' : 'primary'}>
          {address ? m.programme_calendar_renew() : m.programme_calendar_make()}
        </SubmitButton>
      </Form>
      <p>
        <Link to={`/visits/${visitId}/programme`}>{m.programme_cancel()}</Link>
      </p>
    </div>
  )
}

function Made({ address }: { address: string }) {
  return (
    <Card>
      <div className="sl-field">
        <label className="sl-label" htmlFor="address">
          {m.programme_calendar_address()}
        </label>
        <p className="sl-help" id="address-help">
          {m.programme_calendar_own()}
        </p>
        <input className="sl-input" id="address" readOnly value={address} aria-describedby="address-help" />
      </div>
      <div className="sl-row">
        <a href={address.replace(/^https?:/, 'webcal:')}>{m.programme_calendar_open()}</a>
        <a href={address} download="samlara.ics">
          {m.programme_calendar_file()}
        </a>
      </div>
      <p className="sl-meta">{m.programme_calendar_how()}</p>
    </Card>
  )
}
