import { useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Form, SubmitButton, useSlForm } from '#app/ui/index.ts'
import { CommentFields } from './CommentForm.tsx'
import { sentIn } from './sent.ts'

type Fields = { text: string; language: string; version: string; confirmed: string }
type Stored = { text: string; language: string; version: number; confirmedWarnings: string[] }

/** Changing one's comment. When it was changed elsewhere meanwhile, that is shown beside what was typed. */
export function EditCommentForm({ comment, result, cancelTo }: { comment: Stored; result: unknown; cancelTo: string }) {
  const [opened] = useState(comment)
  const { text, language, version } = opened
  const [form, fields] = useSlForm<Fields>(result, { defaultValue: { text, language, version: String(version) } })
  const sent = sentIn(result)
  const changedMeanwhile = sent !== undefined && String(comment.version) !== sent.version
  return (
    <Form form={form}>
      {changedMeanwhile ? (
        <section className="sl-card sl-card--quiet sl-stack" aria-labelledby="how-it-stands">
          <h2 id="how-it-stands">{m.blogs_conflict_now()}</h2>
          <p className="sl-voice sl-comment__text" lang={comment.language}>
            {comment.text}
          </p>
        </section>
      ) : null}
      <input type="hidden" name={fields.version.name} value={sent ? comment.version : version} readOnly />
      <CommentFields {...{ fields, sent }} locale={language} before={opened.confirmedWarnings} />
      <div className="sl-row">
        <SubmitButton>{changedMeanwhile ? m.blogs_conflict_keep() : m.blogs_save()}</SubmitButton>
        <ButtonLink to={cancelTo} variant="quiet">
          {m.blogs_cancel()}
        </ButtonLink>
      </div>
    </Form>
  )
}
