// The parts of one's own settings: who one is, the password, where one is signed in, what one's roles are.
import { Form as PlainForm } from '@remix-run/react'
import type { z } from 'zod'
import { formatInstant } from '#app/i18n/format.ts'
import { locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { Form, ownNameOf, RadioField, SelectField, SubmitButton, TextField, useSlForm } from '#app/ui/index.ts'
import type { ProfileInput, passwordInput } from '../rules.ts'
import { deviceName } from './device-name.ts'

export function ProfileForm({ result, account }: { result: unknown; account: ProfileInput }) {
  const { name, profession, locale, theme, commentMails } = account
  const defaultValue = { name, profession, locale, theme, commentMails }
  const [form, fields] = useSlForm<ProfileInput>(result, { id: 'profile', defaultValue })
  return (
    <Form form={form} action="/settings?index">
      <TextField field={fields.name} label={m.identity_name()} autoComplete="name" required />
      <TextField field={fields.profession} label={m.identity_profession()} help={m.identity_profession_help()} optional />
      <SelectField
        field={fields.locale}
        label={m.identity_language()}
        options={locales.map((each) => ({ value: each, label: ownNameOf(each), lang: each }))}
      />
      <RadioField
        field={fields.theme}
        label={m.identity_theme()}
        row
        choices={[
          { value: 'system', label: m.identity_theme_system() },
          { value: 'light', label: m.identity_theme_light() },
          { value: 'dark', label: m.identity_theme_dark() },
        ]}
      />
      <RadioField
        field={fields.commentMails}
        label={m.identity_comment_mails()}
        help={m.identity_comment_mails_help()}
        row
        choices={[
          { value: 'yes', label: m.identity_comment_mails_yes() },
          { value: 'no', label: m.identity_comment_mails_no() },
        ]}
      />
      <div>
        <SubmitButton>{m.identity_save()}</SubmitButton>
      </div>
    </Form>
  )
}

export function NewPasswordForm({ result, hasPassword }: { result: unknown; hasPassword: boolean }) {
  const [form, fields] = useSlForm<z.input<typeof passwordInput>>(result, { id: 'password' })
  return (
    <Form form={form}>
      {hasPassword ? (
        <TextField
          field={fields.current}
          label={m.identity_password_current()}
          type="password"
          autoComplete="current-password"
          required
        />
      ) : null}
      <TextField
        field={fields.password}
        label={m.identity_password_new()}
        help={m.identity_password_help()}
        type="password"
        autoComplete="new-password"
        required
      />
      <div>
        <SubmitButton>{hasPassword ? m.identity_password_save() : m.identity_password_set()}</SubmitButton>
      </div>
    </Form>
  )
}

type Session = { key: string; device: string; createdAt: Date; isThis: boolean }

export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  return (
    <ul className="sl-lines">
      {sessions.map((session) => (
        <li key={session.key} className="sl-row sl-row--between">
          <span>
            <b>{deviceName(session.device) || m.identity_session_unknown()}</b>{' '}
            <span className="sl-meta">
              {session.isThis ? `${m.identity_session_this()} · ` : null}
              {m.identity_session_since({ instant: formatInstant(session.createdAt) })}
            </span>
          </span>
          {session.isThis ? null : (
            <PlainForm method="post" action={`/settings/sessions/${session.key}/end`}>
              <SubmitButton
                variant="secondary"
                size="small"
                aria-label={`${m.identity_session_end()}: ${deviceName(session.device)}`}
              >
                {m.identity_session_end()}
              </SubmitButton>
            </PlainForm>
          )}
        </li>
      ))}
    </ul>
  )
}
