import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { open } from '#app/http/door.server.ts'
import { settings } from '#app/kernel/env.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { Page, PageHead } from '#app/ui/index.ts'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }

export const meta: MetaFunction = () => [{ title: pageTitle(m.pages_contact_title()) }]

export const loader = open(async () => {
  const { OPERATOR, CONTACT_EMAIL } = settings()
  return { operator: OPERATOR ?? null, email: CONTACT_EMAIL ?? null }
})

export default function Contact() {
  const { operator, email } = useLoaderData<typeof loader>()
  return (
    <Page width="read">
      <PageHead title={m.pages_contact_title()} lead={email ? m.pages_contact_lead() : undefined} />
      <div className="sl-prose">
        {operator ? <p>{m.pages_contact_operator({ operator })}</p> : null}
        {email ? (
          <p>
            {m.pages_contact_mail()} <a href={`mailto:${email}`}>{email}</a>.
          </p>
        ) : (
          <p>{m.pages_contact_none()}</p>
        )}
        <h2>{m.pages_contact_visit()}</h2>
        <p>{m.pages_contact_visit_text()}</p>
        {email ? (
          <>
            <h2>{m.pages_contact_patient()}</h2>
            <p>{m.pages_contact_patient_text()}</p>
          </>
        ) : null}
      </div>
    </Page>
  )
}
