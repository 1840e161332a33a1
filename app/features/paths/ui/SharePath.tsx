// Tell a colleague: the words are put together here, sent from one's own mail program. No address reaches us.
import { Form } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Card, MailButton, Page, PageHead, plainField, SubmitButton, TextArea } from '#app/ui/index.ts'
import { addressOf } from './words.ts'

export type SharePathProps = {
  path: { id: string; title: string }
  /** Own words, empty before anything was written. */
  words: string
  letter: { subject: string; body: string; mailto: `mailto:${string}` } | null
}

export function SharePath({ path, words, letter }: SharePathProps) {
  return (
    <Page width="form">
      <PageHead
        title={m.paths_share_title()}
        lead={m.paths_share_lead()}
        crumbs={[{ to: addressOf(path.id), label: path.title }, { label: m.paths_share() }]}
      />
      <Form method="get" className="sl-stack" preventScrollReset>
        <TextArea
          field={plainField('words', { value: words })}
          label={m.paths_share_words()}
          help={m.paths_share_words_help()}
          rows={4}
          optional
        />
        <div>
          <SubmitButton variant={letter ? 'secondary' : 'primary'}>
            {letter ? m.paths_share_again() : m.paths_share_write()}
          </SubmitButton>
        </div>
      </Form>
      {letter ? (
        <section aria-labelledby="letter" className="sl-stack">
          <h2 id="letter">{m.paths_share_ready()}</h2>
          <Card tone="quiet">
            <p>
              <strong>{letter.subject}</strong>
            </p>
            <p className="sl-path-letter">{letter.body}</p>
          </Card>
          <p>
            <MailButton href={letter.mailto}>{m.paths_share_open()}</MailButton>
          </p>
          <p className="sl-meta">{m.paths_share_or_copy()}</p>
        </section>
      ) : null}
    </Page>
  )
}
