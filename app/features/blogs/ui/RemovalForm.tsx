import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import { REASON_LENGTH } from '../words.ts'

/** Taking something away: asks once, and for a reason when it is somebody else's. */
export function RemovalForm({
  result,
  needsReason,
  words,
  cancelTo,
}: {
  result: unknown
  needsReason: boolean
  words: string
  cancelTo: string
}) {
  const [form, fields] = useSlForm<{ reason: string }>(result, {})
  return (
    <Form form={form}>
      <TextArea
        field={fields.reason}
        label={m.blogs_field_reason()}
        help={needsReason ? m.blogs_field_reason_help() : undefined}
        optional={!needsReason}
        maxLength={REASON_LENGTH}
      />
      <div className="sl-row">
        <SubmitButton variant="danger">{words}</SubmitButton>
        <ButtonLink to={cancelTo} variant="quiet">
          {m.blogs_cancel()}
        </ButtonLink>
      </div>
    </Form>
  )
}
