// A manager sends a session back: one sentence about what does not agree.
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, Page, PageHead, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import { sessionAddress } from './words.ts'

type Props = { session: { id: string; subject: string; language: string; teacher: string | null }; result: unknown }

export function ReturnForm({ session, result }: Props) {
  const [form, fields] = useSlForm<{ note: string }>(result)
  return (
    <Page width="form">
      <PageHead
        title={m.teaching_return()}
        lead={m.teaching_return_lead({ name: session.teacher ?? m.teaching_somebody() })}
        crumbs={[
          { to: sessionAddress(session.id), label: session.subject, lang: session.language },
          { label: m.teaching_return() },
        ]}
      />
      <Form form={form}>
        <TextArea
          field={fields.note}
          label={m.teaching_return_note()}
          help={m.teaching_return_help()}
          maxLength={1000}
          voice
          required
        />
        <div className="sl-row">
          <SubmitButton>{m.teaching_return()}</SubmitButton>
          <ButtonLink to={sessionAddress(session.id)} variant="quiet">
            {m.teaching_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
