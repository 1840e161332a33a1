// One question of the summary as a form of its own. A conflict shows both texts.
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import {
  ButtonLink,
  Concerning,
  type Field,
  FieldFrame,
  FieldsetFrame,
  Notice,
  plainField,
  SubmitButton,
} from '#app/ui/index.ts'
import type { SummaryAnswer, SummaryPage } from '../queries.server.ts'
import type { Item } from '../rules/instrument.ts'
import { type Refusal, useSavedField } from './useSavedField.ts'
import { inWords } from './words.ts'

type Props = { item: Item; page: SummaryPage; result: unknown }

export function SummaryField({ item, page, result }: Props) {
  const action = `/visits/${page.visitId}/summary`
  const latest = page.answers.find((one) => one.item === item.id)
  const refusalOf = (of: unknown) => refusalFor(item.id, of)
  const saved = useSavedField({ latest, refusal: refusalOf(result), action, fields: { item: item.id }, refusalOf })
  const save = (event: { preventDefault(): void }) => {
    event.preventDefault()
    saved.save()
  }
  return (
    <section className="sl-card" id={`part-${item.id}`} aria-label={inWords(item.text)}>
      <form method="post" action={action} noValidate className="sl-form" onSubmit={save}>
        {saved.conflict && latest ? <Conflict {...{ latest, page, item }} keep={saved.keepSaved} /> : null}
        <Control item={item} text={saved.text} lang={latest?.language} problem={saved.message} type={saved.type} />
        <div className="sl-row sl-row--between">
          <SubmitButton variant="secondary" size="small">
            {saved.conflict ? m.evaluations_summary_conflict_save() : m.evaluations_summary_save()}
            <Concerning text={inWords(item.text)} />
          </SubmitButton>
          <p className="sl-meta">{saved.saving ? m.ui_saving() : saved.dirty ? null : savedWords(latest, page)}</p>
        </div>
        <input type="hidden" name="item" value={item.id} />
        <input type="hidden" name="version" value={latest?.version ?? 0} />
      </form>
    </section>
  )
}

function savedWords(latest: SummaryAnswer | undefined, page: SummaryPage): string {
  if (!latest) return m.evaluations_summary_nobody()
  return m.evaluations_summary_saved_by({ name: latest.writtenName, time: formatInstant(latest.writtenAt, page.timeZone) })
}

type ControlProps = {
  item: Item
  text: string
  lang: string | undefined
  problem: string | undefined
  type: (next: string) => void
}

function Control({ item, text, lang, problem, type }: ControlProps) {
  const field: Field = { ...plainField('value', { id: item.id }), errors: problem ? [problem] : undefined }
  const aria = { 'aria-invalid': problem ? true : undefined, 'aria-describedby': problem ? field.errorId : undefined }
  if (item.type === 'free_text') {
    return (
      <FieldFrame field={field} label={inWords(item.text)} optional={!item.required}>
        <textarea
          id={item.id}
          name="value"
          rows={4}
          value={text}
          lang={lang}
          onChange={(event) => type(event.target.value)}
          className="aksel-textarea__input sl-input sl-input--voice sl-input--tall"
          {...aria}
        />
      </FieldFrame>
    )
  }
  return (
    <FieldsetFrame field={field} label={inWords(item.text)} optional={!item.required}>
      <div className="sl-choices sl-choices--row">
        {(item.options ?? []).map(({ key, label }) => (
          <label key={key} className="sl-choice">
            <input type="radio" name="value" value={key} checked={text === key} onChange={() => type(key)} {...aria} />
            <span>{inWords(label)}</span>
          </label>
        ))}
      </div>
    </FieldsetFrame>
  )
}

type ConflictProps = { latest: SummaryAnswer; page: SummaryPage; item: Item; keep: () => void }

function Conflict({ latest, page, item, keep }: ConflictProps) {
  const chosen = item.options?.find(({ key }) => key === latest.value)
  return (
    <Notice tone="warning" announce>
      <h3>{m.evaluations_summary_conflict_title({ name: latest.writtenName })}</h3>
      <p>{m.evaluations_summary_conflict_body()}</p>
      <p className="sl-voice sl-lines" lang={latest.language}>
        {chosen ? inWords(chosen.label) : latest.value}
      </p>
      <ButtonLink to={`/visits/${page.visitId}/summary#part-${item.id}`} variant="quiet" size="small" onClick={keep}>
        {m.evaluations_summary_conflict_keep()}
      </ButtonLink>
    </Notice>
  )
}

type Result = { initialValue: Record<string, unknown>; error?: Record<string, string[] | null> | null }

/** What stood in the way of this question, when the refused form was this one's. */
function refusalFor(item: string, result: unknown): Refusal | null {
  if (!isResult(result) || result.initialValue.item !== item) return null
  const [form] = result.error?.[''] ?? []
  const [field] = result.error?.value ?? []
  return { typed: String(result.initialValue.value ?? ''), message: field ?? form, conflict: form !== undefined }
}

function isResult(result: unknown): result is Result {
  if (typeof result !== 'object' || result === null || !('initialValue' in result)) return false
  return typeof result.initialValue === 'object' && result.initialValue !== null
}
