// Forms in which a side answers with words: why it declines, withdraws, cancels, or what it wonders before days are settled.
import { useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CheckboxGroup, Form, HiddenField, Section, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'

type Props = {
  visitId: string
  version: string
  title: string
  text: string
  send: string
  reasonLabel?: string
  optional?: boolean
  danger?: boolean
  referrals?: readonly { id: string; name: string; place?: string }[]
  children?: ReactNode
}

/** One text, one button, and a way back. With `referrals` a declining host can point to other units. */
export function AnswerForm({
  visitId,
  version,
  title,
  text,
  send,
  reasonLabel,
  optional,
  danger,
  referrals = [],
  children,
}: Props) {
  const [form, fields] = useSlForm<{ version: string; reason: string; referrals?: string[] }>(useActionData())
  return (
    <Section id="answer" title={title}>
      <div className="sl-measure sl-stack">
        <p>{text}</p>
        {children}
        <Form form={form}>
          <HiddenField field={fields.version} value={version} />
          <TextArea field={fields.reason} label={reasonLabel ?? m.visits_field_reason()} rows={5} optional={optional} voice />
          {referrals.length > 0 ? (
            <CheckboxGroup
              field={fields.referrals}
              label={m.visits_decline_referrals()}
              help={m.visits_decline_referrals_help()}
              optional
              choices={referrals.map((unit) => ({ value: unit.id, label: unit.name, help: unit.place }))}
            />
          ) : null}
          <div className="sl-row">
            <SubmitButton variant={danger ? 'danger' : 'primary'}>{send}</SubmitButton>
            <ButtonLink to={`/visits/${visitId}`} variant="quiet">
              {m.visits_back()}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </Section>
  )
}
