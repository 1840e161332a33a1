import { Link } from '@remix-run/react'
import { useState } from 'react'
import { writingLanguages } from '#app/i18n/writing-languages.ts'
import { m } from '#app/paraglide/messages.js'
import { CardSection, Form, SelectField, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import type { CommentView } from '../views.ts'
import { COMMENT_LENGTH } from '../words.ts'
import { ConfirmPatients } from './PatientRule.tsx'
import { sentIn } from './sent.ts'
import { authorName } from './words.ts'

type Fields = { id: string; parentId: string; text: string; language: string; version: string; confirmed: string }

/** A new comment, or a reply when one is being answered. */
export function CommentForm(props: { id: string; locale: string; answered: CommentView | undefined; result: unknown }) {
  const { answered, result, locale } = props
  // As the form was opened; a loader that runs again brings another id.
  const [id] = useState(props.id)
  const [form, fields] = useSlForm<Fields>(result, { id: 'write-comment', defaultValue: { id, language: locale } })
  const title = answered ? m.blogs_comment_reply_title({ name: authorName(answered) }) : m.blogs_comment_title()
  return (
    <CardSection id="write" title={title}>
      <Form form={form}>
        <input
          type="hidden"
          name={fields.id.name}
          value={typeof fields.id.initialValue === 'string' ? fields.id.initialValue : id}
          readOnly
        />
        {answered ? (
          <input type="hidden" name={fields.parentId.name} value={answered.parentId ?? answered.id} readOnly />
        ) : null}
        <CommentFields fields={fields} locale={locale} sent={sentIn(result)} />
        <div className="sl-row">
          <SubmitButton>{m.blogs_comment_send()}</SubmitButton>
          {answered ? <Link to="?#write">{m.blogs_comment_not_reply()}</Link> : null}
        </div>
      </Form>
    </CardSection>
  )
}

type Field = Parameters<typeof TextArea>[0]['field']

/** Text, language and what has to be confirmed: the same when a comment is written and when it is changed. */
export function CommentFields({
  fields,
  locale,
  sent,
  before,
}: {
  fields: Record<'text' | 'language' | 'confirmed', Field>
  locale: string
  /** What was refused, if anything was. */
  sent: Record<string, string> | undefined
  before?: readonly string[]
}) {
  return (
    <>
      <TextArea
        field={fields.text}
        label={m.blogs_comment_field()}
        help={m.blogs_comment_help()}
        voice
        rows={4}
        maxLength={COMMENT_LENGTH}
      />
      <SelectField field={fields.language} label={m.blogs_field_language()} options={writingLanguages(locale)} />
      <ConfirmPatients field={fields.confirmed} text={sent?.text ?? ''} before={before ?? []} />
    </>
  )
}
