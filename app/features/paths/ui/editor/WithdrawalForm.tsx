// Taking a version back: why, for those who walk it.
import { m } from '#app/paraglide/messages.js'
import { Form, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'

export function WithdrawalForm({ result }: { result: unknown }) {
  const [form, fields] = useSlForm<{ reason: string }>(result, { id: 'withdrawal' })
  return (
    <Form form={form}>
      <p>{m.paths_withdraw_text()}</p>
      <TextArea field={fields.reason} label={m.paths_withdraw_reason()} rows={4} maxLength={1_000} voice required />
      <div>
        <SubmitButton variant="danger">{m.paths_withdraw()}</SubmitButton>
      </div>
    </Form>
  )
}
