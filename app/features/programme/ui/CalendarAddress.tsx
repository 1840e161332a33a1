// A participant's own calendar address: made on demand, copied or opened at once, replaced later.
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { Card, SubmitButton } from '#app/ui/index.ts'

/** `address`: right after it was made; `madeAt`: there is one, which only its owner's calendar knows. */
type Props = {
  title: ReactNode
  lead: string
  back: { to: string; label: string }
  address: string | null
  madeAt: Date | null
}

export function CalendarAddress({ title, lead, back, address, madeAt }: Props) {
  const there = madeAt !== null
  return (
    <div className="sl-stack-l sl-prep__page">
      <div className="sl-stack">
        {title}
        <p className="sl-lead">{lead}</p>
      </div>
      {address ? <Made address={address} /> : null}
      {madeAt && !address ? <p>{m.programme_calendar_made({ day: formatDay(dayAt(new Date(madeAt), HOME_ZONE)) })}</p> : null}
      <Form method="post" className="sl-stack-s">
        {there ? <p>{m.programme_calendar_renew_help()}</p> : null}
        <SubmitButton variant={there ? 'secondary' : 'primary'}>
          {there ? m.programme_calendar_renew() : m.programme_calendar_make()}
        </SubmitButton>
      </Form>
      <p>
        <Link to={back.to}>{back.label}</Link>
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
