// What the path says of itself, and the languages it is written in.
import { locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { CheckboxGroup, ownNameOf, SelectField } from '#app/ui/index.ts'
import type { MediaRow } from '../../queries/media.server.ts'
import type { Start } from '../../rules/writing.ts'
import { SidesField } from './fields.tsx'
import { PicturePicker } from './PicturePicker.tsx'
import { useWriting, WritingForm } from './WritingForm.tsx'

type Props = { pathId: string; start: Start; media: readonly MediaRow[]; answer: unknown }

export function AboutForm({ pathId, start, media, answer }: Props) {
  const [form, fields] = useWriting(start, answer)
  const saved = start.form
  return (
    <WritingForm {...{ form, start, answer }} seen={fields.seen}>
      <SidesField field={fields.title} label={m.paths_edit_text_title()} maxLength={300} saved={saved.title} />
      <SidesField field={fields.lead} label={m.paths_field_lead()} rows={8} saved={saved.lead} />
      <PicturePicker {...{ pathId, media, field: fields.picture }} into={[{ text: 'lead', label: m.paths_field_lead() }]} />
      <SidesField
        field={fields.pace}
        label={m.paths_field_pace()}
        help={m.paths_edit_text_pace_help()}
        rows={2}
        maxLength={2_000}
        saved={saved.pace}
        optional
      />
      <SelectField
        field={fields.first}
        label={m.paths_edit_first()}
        options={locales.map((each) => ({ value: each, label: ownNameOf(each), lang: each }))}
      />
      <CheckboxGroup
        field={fields.languages}
        label={m.paths_edit_languages()}
        choices={locales.map((each) => ({ value: each, label: <span lang={each}>{ownNameOf(each)}</span> }))}
        row
      />
    </WritingForm>
  )
}
