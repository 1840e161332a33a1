// One activity, each kind with the fields that it has.
import { languageName } from '#app/i18n/format.ts'
import { type Locale, locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { CheckboxGroup, ownNameOf, Section, SelectField, TextField } from '#app/ui/index.ts'
import type { MediaRow } from '../../queries/media.server.ts'
import type { Activity } from '../../rules/shape.ts'
import type { Start } from '../../rules/writing.ts'
import { CheckRows, ItemRows, SaidRows, SavedRows, SidesField } from './fields.tsx'
import { PicturePicker } from './PicturePicker.tsx'
import { useWriting, type WritingFields, WritingForm } from './WritingForm.tsx'

type Sheets = readonly { id: string; title: string }[]
type Props = {
  pathId: string
  start: Start
  kind: Activity['kind']
  sheets: Sheets
  media: readonly MediaRow[]
  answer: unknown
}

export function ActivityForm({ pathId, start, kind, sheets, media, answer }: Props) {
  const [form, fields] = useWriting(start, answer)
  const saved = start.form
  const has = (...kinds: Activity['kind'][]) => kinds.includes(kind)
  return (
    <WritingForm {...{ form, start, answer }} seen={fields.seen}>
      <SidesField field={fields.title} label={m.paths_edit_text_title()} maxLength={300} saved={saved.title} />
      <TextField
        field={fields.minutes}
        label={m.paths_field_minutes()}
        help={m.paths_edit_minutes_help()}
        inputMode="numeric"
        narrow
      />
      {has('video') ? <FilmFields field={fields.video} saved={saved.video} media={media} /> : null}
      <SidesField field={fields.text} label={m.paths_edit_text_text()} rows={10} saved={saved.text} />
      {has('video') ? (
        <SidesField
          field={fields.transcript}
          label={m.paths_edit_text_transcript()}
          help={m.paths_edit_text_transcript_help()}
          rows={8}
          saved={saved.transcript}
        />
      ) : null}
      {has('study') ? (
        <SidesField field={fields.example} label={m.paths_edit_text_example()} rows={6} saved={saved.example} optional />
      ) : null}
      {has('study', 'practice') ? (
        <SidesField field={fields.task} label={m.paths_edit_text_task()} rows={6} saved={saved.task} />
      ) : null}
      <PicturePicker
        {...{ pathId, media, field: fields.picture }}
        into={[
          { text: 'text', label: m.paths_edit_text_text() },
          ...(has('study') ? [{ text: 'example' as const, label: m.paths_edit_text_example() }] : []),
          ...(has('study', 'practice') ? [{ text: 'task' as const, label: m.paths_edit_text_task() }] : []),
          ...(has('video') ? [{ text: 'transcript' as const, label: m.paths_edit_text_transcript() }] : []),
        ]}
      />
      {has('study', 'sheet') ? <SheetField field={fields.tool} sheets={sheets} mayLack={kind === 'study'} /> : null}
      {has('quiz') ? (
        <CheckRows
          {...{ form, list: fields.checks, saved: saved.checks, most: 20 }}
          label={m.paths_field_questions()}
          help={m.paths_edit_rows_help()}
          add={m.paths_edit_question_add()}
        />
      ) : null}
      {has('checklist') ? (
        <ItemRows
          {...{ form, list: fields.items, saved: saved.items, most: 30 }}
          label={m.paths_kind_checklist()}
          help={m.paths_edit_rows_help()}
          add={m.paths_edit_item_add()}
        />
      ) : null}
      {has('reflection') ? (
        <SaidRows
          {...{ form, list: fields.questions, saved: saved.questions, most: 10 }}
          row={m.paths_edit_question()}
          label={m.paths_field_questions()}
          help={m.paths_edit_rows_help()}
          add={m.paths_edit_question_add()}
        />
      ) : null}
    </WritingForm>
  )
}

function SheetField({ field, sheets, mayLack }: { field: WritingFields['tool']; sheets: Sheets; mayLack: boolean }) {
  return (
    <SelectField
      field={field}
      label={m.paths_field_tool()}
      options={sheets.map((one) => ({ value: one.id, label: one.title }))}
      {...(mayLack ? { empty: m.paths_edit_sheet_none() } : {})}
    />
  )
}

type FilmProps = { field: WritingFields['video']; saved: unknown; media: readonly MediaRow[] }

/** Shown elsewhere, or uploaded with us; with captions either way. */
function FilmFields({ field, saved, media }: FilmProps) {
  const film = field.getFieldset()
  const captions = film.captions.getFieldset()
  const of = (kind: MediaRow['kind']) =>
    media.filter((one) => one.kind === kind).map((one) => ({ value: one.id, label: one.name }))
  return (
    <Section id="film" title={m.paths_kind_video()}>
      <SavedRows field={field} saved={saved} />
      <TextField
        field={film.link}
        label={m.paths_edit_film_link()}
        help={m.paths_edit_film_link_help()}
        type="url"
        maxLength={1_000}
      />
      <CheckboxGroup
        field={film.captioned}
        label={m.paths_edit_film_captioned()}
        choices={locales.map((each) => ({ value: each, label: <span lang={each}>{ownNameOf(each)}</span> }))}
        row
      />
      <SelectField
        field={film.media}
        label={m.paths_edit_film_own()}
        help={m.paths_edit_film_own_help()}
        options={of('film')}
        empty={m.paths_edit_film_none()}
      />
      <div className="sl-grid sl-grid--3">
        {locales.map((language: Locale) => (
          <SelectField
            key={language}
            field={captions[language]}
            label={m.paths_edit_captions({ language: languageName(language) })}
            options={of('captions')}
            empty={m.paths_edit_captions_none()}
          />
        ))}
      </div>
    </Section>
  )
}
