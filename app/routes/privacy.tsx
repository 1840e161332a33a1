import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { open } from '#app/http/door.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { CookieTable } from '#app/ui/CookieTable.tsx'
import { ProsePage } from '#app/ui/prose.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }

export const meta: MetaFunction = () => [{ title: pageTitle(m.pages_privacy_title()) }]

export const loader = open(async () => {
  const { ORIGIN, SESSION_IDLE_DAYS, SESSION_MAX_DAYS } = settings()
  const session = ORIGIN.startsWith('https:') ? '__Host-samlara' : 'samlara'
  return { session, idle: SESSION_IDLE_DAYS, most: SESSION_MAX_DAYS }
})

/** Only what is true of this code: change it when what is stored changes. */
export default function Privacy() {
  const cookies = useLoaderData<typeof loader>()
  const stored = [
    m.pages_privacy_stored_account(),
    m.pages_privacy_stored_sessions(),
    m.pages_privacy_stored_visits(),
    m.pages_privacy_stored_texts(),
    m.pages_privacy_stored_ratings(),
    m.pages_privacy_stored_teaching(),
    m.pages_privacy_stored_training(),
    m.pages_privacy_stored_certificates(),
    m.pages_privacy_stored_readers(),
  ]
  const cookieTable = (
    <>
      <p>{m.pages_privacy_cookies_text()}</p>
      <CookieTable {...cookies} />
    </>
  )
  const anonymous = [m.pages_privacy_anonymous_text(), m.pages_privacy_anonymous_five(), m.pages_privacy_anonymous_limit()]
  const rights = (
    <>
      <p>{m.pages_privacy_rights_text()}</p>
      <p>
        <Link to="/contact">{m.pages_privacy_contact()}</Link>
      </p>
    </>
  )
  return (
    <ProsePage
      title={m.pages_privacy_title()}
      lead={m.pages_privacy_lead()}
      sections={[
        { id: 'cookies', title: m.pages_privacy_cookies(), body: cookieTable },
        { id: 'phone', title: m.pages_privacy_phone(), body: <p>{m.pages_privacy_phone_text()}</p> },
        { id: 'stored', title: m.pages_privacy_stored(), body: <List items={stored} /> },
        { id: 'anonymous', title: m.pages_privacy_anonymous(), body: anonymous.map((text) => <p key={text}>{text}</p>) },
        { id: 'patients', title: m.pages_privacy_patients(), body: <p>{m.pages_privacy_patients_text()}</p> },
        { id: 'how-long', title: m.pages_privacy_retention(), body: <p>{m.pages_privacy_retention_text()}</p> },
        { id: 'rights', title: m.pages_privacy_rights(), body: rights },
        { id: 'responsible', title: m.pages_privacy_responsible(), body: <p>{m.pages_privacy_responsible_text()}</p> },
      ]}
    />
  )
}

function List({ items }: { items: string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
