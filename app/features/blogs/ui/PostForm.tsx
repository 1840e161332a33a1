import { useEffect, useRef, useState } from 'react'
import { formatInstant } from '#app/i18n/format.ts'
import { writingLanguages } from '#app/i18n/writing-languages.ts'
import { m } from '#app/paraglide/messages.js'
import {
  Button,
  ButtonLink,
  type Field,
  Form,
  Notice,
  RadioField,
  SelectField,
  SubmitButton,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import { RichTextView } from '../rich-text/RichTextView.tsx'
import { typedText, wordsOf } from '../typed.ts'
import type { PostPage } from '../views.ts'
import { postPhases, TITLE_LENGTH, visibilities } from '../words.ts'
import { Editor } from './Editor.tsx'
import { ConfirmPatients, PatientRule } from './PatientRule.tsx'
import { sentIn } from './sent.ts'
import { draftKey, useDraft } from './useDraft.ts'
import { phaseName, visibilityHelp, visibilityName } from './words.ts'

type Fields = {
  id: string
  version: string
  title: string
  body: string
  document: string
  language: string
  visibility: string
  phase: string
  confirmed: string
}

type Props = {
  /** What the action answered. */
  result: unknown
  personId: string
  visitId: string
  /** The form's beginning: empty for a new post. */
  start: { id: string; title: string; body: string; language: string; visibility: string; phase?: string }
  /** The post as it stands, when it is being changed. */
  post?: PostPage
  /** Warnings confirmed when it was published. */
  confirmed?: readonly string[]
  cancelTo: string
}

/** Writing and changing a post: the patient rule, heading, text, language, who may read. Works as a plain form. */
export function PostForm({ result, personId, visitId, start: given, post, confirmed = [], cancelTo }: Props) {
  // As the page was opened: a loader that runs again must not change what somebody is writing on.
  const [start] = useState(given)
  const [openedVersion] = useState(post?.version)
  const [form, fields] = useSlForm<Fields>(result, { defaultValue: start })
  const key = draftKey(personId, post ? { postId: post.id } : { visitId })
  const { restored, keep, discard } = useDraft(key, { title: start.title, text: start.body })
  const [round, setRound] = useState(0)
  const id = restored?.id ?? textOf(fields.id) ?? start.id
  const kept = useRef({ title: start.title, text: start.body })
  useEffect(() => {
    if (restored) kept.current = { title: restored.title, text: restored.text }
  }, [restored])

  const sent = sentIn(result)
  const isRefused = sent !== undefined
  const changedMeanwhile = isRefused && post !== undefined && Number(sent.version) !== post.version
  const note = (change: Partial<typeof kept.current>) => {
    kept.current = { ...kept.current, ...change }
    keep({ id, ...kept.current })
  }
  const startOver = () => {
    discard()
    kept.current = { title: start.title, text: start.body }
    setRound(round + 1)
  }
  return (
    <Form form={form} className="sl-form--post" onSubmitCapture={() => keep({ id, ...kept.current, sent: true }, false)}>
      {restored ? <Restored at={restored.at} startOver={startOver} /> : null}
      {changedMeanwhile ? <HowItStands post={post} /> : null}
      <PatientRule />
      <input type="hidden" name={fields.id.name} value={id} readOnly />
      {post ? (
        <input type="hidden" name={fields.version.name} value={isRefused ? post.version : openedVersion} readOnly />
      ) : null}
      <TextField
        key={`${round} ${restored ? 'kept' : 'page'}`}
        field={restored ? withValue(fields.title, restored.title) : fields.title}
        label={m.blogs_field_title()}
        maxLength={TITLE_LENGTH}
        onInput={(event) => note({ title: event.currentTarget.value })}
      />
      <Editor
        key={round}
        field={fields.body}
        stateName={fields.document.name}
        language={textOf(fields.language) ?? start.language}
        restored={restored === undefined ? undefined : (restored?.text ?? null)}
        onText={(text) => note({ text })}
      />
      <SelectField field={fields.language} label={m.blogs_field_language()} options={writingLanguages(start.language)} />
      <RadioField
        field={fields.visibility}
        label={m.blogs_field_visibility()}
        choices={visibilities.map((value) => ({ value, label: visibilityName(value), help: visibilityHelp(value) }))}
      />
      {post ? (
        <RadioField
          field={fields.phase}
          label={m.blogs_field_phase()}
          help={m.blogs_field_phase_help()}
          row
          choices={postPhases.map((value) => ({ value, label: phaseName(value) }))}
        />
      ) : null}
      <ConfirmPatients field={fields.confirmed} text={isRefused ? wordsSent(sent) : ''} before={confirmed} />
      <div className="sl-row">
        <SubmitButton>{changedMeanwhile ? m.blogs_conflict_keep() : post ? m.blogs_save() : m.blogs_publish()}</SubmitButton>
        <ButtonLink to={cancelTo} variant="quiet">
          {m.blogs_cancel()}
        </ButtonLink>
      </div>
    </Form>
  )
}

function Restored({ at, startOver }: { at: number; startOver(): void }) {
  return (
    <Notice announce>
      <p>{m.blogs_draft_restored({ when: formatInstant(new Date(at)) })}</p>
      <div>
        <Button size="small" onClick={startOver}>
          {m.blogs_draft_discard()}
        </Button>
      </div>
    </Notice>
  )
}

/** Somebody else's words are shown beside one's own, never instead of them. */
function HowItStands({ post }: { post: PostPage }) {
  return (
    <section className="sl-card sl-card--quiet sl-article sl-article--small" aria-labelledby="how-it-stands">
      <h2 id="how-it-stands">{m.blogs_conflict_now()}</h2>
      <div lang={post.language}>
        <p>
          <strong>{post.title}</strong>
        </p>
        <RichTextView text={post.text} under={2} />
      </div>
    </section>
  )
}

/** The field with another value to begin with. Named one by one: conform's fields are getters, which a spread would lose. */
function withValue({ id, name, errorId, descriptionId, errors }: Field, initialValue: string): Field {
  return { id, name, errorId, descriptionId, errors, initialValue }
}

function textOf(field: { initialValue?: unknown }): string | undefined {
  return typeof field.initialValue === 'string' ? field.initialValue : undefined
}

/** All the words that were sent; the heading alone when the text cannot be read, for then the server has said so. */
function wordsSent({ title = '', body, document }: Record<string, string>): string {
  try {
    return wordsOf({ title, text: typedText({ body, document }) })
  } catch {
    return title
  }
}
