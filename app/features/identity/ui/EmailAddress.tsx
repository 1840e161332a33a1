// Another e-mail address for one's account: the wish, the proof that it is oneself, the code from the mail.
import { Form as PlainForm } from '@remix-run/react'
import type { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { Form, SubmitButton, TextField, useSlForm } from '#app/ui/index.ts'
import { type emailChangeInput, type emailCodeInput, loginMinutes } from '../rules.ts'

export function NewEmailForm({ result, withPassword }: { result: unknown; withPassword: boolean }) {
  const [form, fields] = useSlForm<z.input<typeof emailChangeInput>>(result, { id: 'email' })
  return (
    <Form form={form} action="/settings/email?index">
      <TextField
        field={fields.email}
        label={m.identity_email_new()}
        help={m.identity_email_new_help()}
        type="email"
        autoComplete="email"
        required
      />
      {withPassword ? (
        <TextField
          field={fields.current}
          label={m.identity_password_current()}
          help={m.identity_email_password_help()}
          type="password"
          autoComplete="current-password"
          required
        />
      ) : null}
      <div>
        <SubmitButton>{m.identity_email_send()}</SubmitButton>
      </div>
    </Form>
  )
}

/** The way back in with a mail to the present address; from there it goes on to the form. */
export function SignInAgain({ email, isOnlyWay }: { email: string; isOnlyWay: boolean }) {
  return (
    <PlainForm method="post" action="/login/link" className="sl-stack">
      <p>{isOnlyWay ? m.identity_email_again_lead({ email }) : m.identity_email_again_instead()}</p>
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="to" value="/settings/email" />
      <div>
        <SubmitButton variant={isOnlyWay ? 'primary' : 'secondary'}>{m.identity_login_mail_link()}</SubmitButton>
      </div>
    </PlainForm>
  )
}

export function EmailCodeForm({ result }: { result: unknown }) {
  const [form, fields] = useSlForm<z.input<typeof emailCodeInput>>(result, { id: 'code' })
  return (
    <Form form={form}>
      <TextField
        field={fields.code}
        label={m.identity_code_label()}
        help={`${m.identity_code_help()} ${m.identity_code_lasts({ minutes: loginMinutes })}`}
        inputMode="numeric"
        autoComplete="one-time-code"
        narrow
        required
      />
      <div>
        <SubmitButton>{m.identity_email_confirm()}</SubmitButton>
      </div>
    </Form>
  )
}
