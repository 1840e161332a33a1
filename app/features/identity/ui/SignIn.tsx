// The door: one picture, one heading, one form at a time. All forms work without scripts.
import { EnvelopeClosedIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { Form, HiddenField, SubmitButton, TextField, useSlForm } from '#app/ui/index.ts'
import { type loginCodeInput, type loginLinkInput, loginMinutes, type signInInput } from '../rules.ts'

/** The page's shape: the meeting on one side, the form on the other. */
export function SignInDoor({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="sl-split">
      <div className="sl-split__picture">
        <img src="/drawings/moten.svg" width={592} height={420} alt="" />
      </div>
      <div className="sl-split__form">
        <div className="sl-door">
          <div className="sl-stack-s">
            <h1>{title}</h1>
            {lead ? <p>{lead}</p> : null}
          </div>
          {children}
        </div>
      </div>
    </div>
  )
}

type Props = { result?: unknown; to?: string | undefined; email?: string | undefined }

/** Asks for a mail with a link and a code. */
export function LinkForm({ result, to = '', email = '' }: Props) {
  const [form, fields] = useSlForm<z.input<typeof loginLinkInput>>(result, { id: 'link', defaultValue: { email, to } })
  return (
    <Form form={form} action="/login/link">
      <TextField
        field={fields.email}
        label={m.identity_email()}
        help={m.identity_email_help()}
        type="email"
        autoComplete="email"
        required
      />
      <HiddenField field={fields.to} />
      <SubmitButton wide icon={<EnvelopeClosedIcon aria-hidden />}>
        {m.identity_login_mail_link()}
      </SubmitButton>
    </Form>
  )
}

/** For those who have chosen a password. */
export function PasswordForm({ result, to = '' }: Props) {
  const [form, fields] = useSlForm<z.input<typeof signInInput>>(result, { id: 'password', defaultValue: { to } })
  return (
    <Form form={form} action="/login?index">
      <TextField field={fields.email} label={m.identity_email()} type="email" autoComplete="username" required />
      <TextField
        field={fields.password}
        label={m.identity_password()}
        type="password"
        autoComplete="current-password"
        required
      />
      <HiddenField field={fields.to} />
      <SubmitButton wide variant="secondary">
        {m.identity_login_submit()}
      </SubmitButton>
    </Form>
  )
}

/** The six digits, for those who read their mail on another device. */
export function CodeForm({ result, to = '', email = '' }: Props) {
  const [form, fields] = useSlForm<z.input<typeof loginCodeInput>>(result, { id: 'code', defaultValue: { email, to } })
  return (
    <Form form={form}>
      <TextField field={fields.email} label={m.identity_email()} type="email" autoComplete="email" required />
      <TextField
        field={fields.code}
        label={m.identity_code_label()}
        help={`${m.identity_code_help()} ${m.identity_code_lasts({ minutes: loginMinutes })}`}
        inputMode="numeric"
        autoComplete="one-time-code"
        narrow
        required
      />
      <HiddenField field={fields.to} />
      <SubmitButton wide>{m.identity_login_submit()}</SubmitButton>
    </Form>
  )
}
