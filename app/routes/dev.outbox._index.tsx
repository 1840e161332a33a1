import { Link, useLoaderData } from '@remix-run/react'
import { listOutbox } from '#app/features/notifications/mail/outbox.server.ts'
import { open } from '#app/http/door.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { DataTable, EmptyState, Page, PageHead } from '#app/ui/index.ts'

/** The mails that were written instead of sent. Production does not answer. */
export const loader = open(async () => ({
  mails: (await listOutbox()).map((mail) => ({ ...mail, at: formatInstant(mail.at) })),
}))

export const meta = () => [{ title: `${m.notifications_outbox_title()} – ${m.common_product()}` }]

export default function Outbox() {
  const { mails } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHead title={m.notifications_outbox_title()} lead={m.notifications_outbox_lead()} />
      {mails.length === 0 ? (
        <EmptyState id="outbox-empty" title={m.notifications_outbox_empty()} />
      ) : (
        <DataTable
          caption={m.notifications_outbox_title()}
          rowKey={(mail) => mail.id}
          rows={mails}
          columns={[
            {
              key: 'subject',
              label: m.notifications_outbox_subject(),
              cell: (mail) => <Link to={`/dev/outbox/${mail.id}`}>{mail.subject}</Link>,
            },
            { key: 'to', label: m.notifications_outbox_to(), cell: (mail) => mail.to },
            { key: 'at', label: m.notifications_outbox_at(), cell: (mail) => mail.at },
          ]}
        />
      )}
    </Page>
  )
}
