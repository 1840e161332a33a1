import { useLoaderData } from '@remix-run/react'
import { readOutbox } from '#app/features/notifications/mail/outbox.server.ts'
import { MailText } from '#app/features/notifications/ui/MailText.tsx'
import { open } from '#app/http/door.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, Facts, Page, PageHead } from '#app/ui/index.ts'

/** One mail as text, its links leading to this server by whatever name it was opened. Production does not answer. */
export const loader = open(async ({ idOf }) => {
  const mail = await readOutbox(idOf('mailId'))
  return { mail: { ...mail, at: formatInstant(mail.at) } }
})

export const meta = () => [{ title: `${m.notifications_outbox_title()} – ${m.common_product()}` }]

export default function OutboxMail() {
  const { mail } = useLoaderData<typeof loader>()
  const attached = { term: m.notifications_outbox_attachments(), value: mail.attachments.join(', ') }
  return (
    <Page width="read">
      <PageHead
        title={mail.subject}
        crumbs={[{ label: m.notifications_outbox_back(), to: '/dev/outbox' }, { label: mail.subject }]}
      />
      <Facts
        items={[
          { term: m.notifications_outbox_to(), value: mail.to },
          { term: m.notifications_outbox_from(), value: mail.from },
          { term: m.notifications_outbox_at(), value: mail.at },
          ...(mail.attachments.length > 0 ? [attached] : []),
        ]}
      />
      <iframe className="sl-mail-look" src={`/dev/outbox/${mail.id}/look`} title={m.notifications_outbox_picture()} />
      <Card>
        <MailText pieces={mail.pieces} />
      </Card>
      <p>
        <ButtonLink to={`/dev/outbox/${mail.id}/file`} reloadDocument variant="secondary">
          {m.notifications_outbox_file()}
        </ButtonLink>
      </p>
    </Page>
  )
}
