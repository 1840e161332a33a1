// A module without its tracks: what it is for, what it builds on, what the two do together, and questions to carry along.
import { m } from '#app/paraglide/messages.js'
import { CheckboxField, CheckboxGroup, Fold, Section, TextField } from '#app/ui/index.ts'
import type { MediaRow } from '../../queries/media.server.ts'
import type { Start } from '../../rules/writing.ts'
import { CheckRows, ReadingRows, SaidRows, SavedRows, SidesField } from './fields.tsx'
import { PicturePicker } from './PicturePicker.tsx'
import { useWriting, type WritingFields, WritingForm } from './WritingForm.tsx'
import { titleWords } from './words.ts'

type Props = {
  pathId: string
  start: Start
  before: readonly { id: string; title: string }[]
  media: readonly MediaRow[]
  answer: unknown
}

export function ModuleForm({ pathId, start, before, media, answer }: Props) {
  const [form, fields] = useWriting(start, answer)
  const saved = start.form
  // What is empty stays folded away, until something has been typed and refused, or a row been added.
  const isOpen = (part: unknown) => answer !== undefined || (Array.isArray(part) ? part.length > 0 : part !== undefined)
  return (
    <WritingForm {...{ form, start, answer }} seen={fields.seen}>
      <Section id="basics" title={m.paths_edit_basics()}>
        <SidesField field={fields.title} label={m.paths_edit_text_title()} maxLength={300} saved={saved.title} />
        <SidesField
          field={fields.aim}
          label={m.paths_field_aim()}
          help={m.paths_edit_text_aim_help()}
          rows={2}
          maxLength={2_000}
          saved={saved.aim}
        />
        <SidesField field={fields.lead} label={m.paths_field_lead()} rows={8} saved={saved.lead} />
      </Section>
      <Section id="standing" title={m.paths_edit_standing()}>
        <CheckboxField field={fields.optional} label={m.paths_edit_optional()} />
        {before.length > 0 ? (
          <CheckboxGroup
            field={fields.requires}
            label={m.paths_edit_requires()}
            help={m.paths_edit_requires_help()}
            choices={before.map((one) => ({ value: one.id, label: titleWords(one.title) }))}
          />
        ) : null}
      </Section>
      <JointFields
        {...{ form, field: fields.joint, withJoint: fields.withJoint, saved: saved.joint }}
        open={isOpen(saved.joint)}
      />
      <Fold summary={m.paths_reflection()} open={isOpen(saved.reflection)}>
        <SaidRows
          {...{ form, list: fields.reflection, saved: saved.reflection, most: 4 }}
          row={m.paths_edit_question()}
          label={m.paths_field_questions()}
          help={m.paths_edit_rows_help()}
          add={m.paths_edit_question_add()}
        />
      </Fold>
      <EthicsFields field={fields.ethics} saved={saved.ethics} open={isOpen(saved.ethics)} />
      <Fold summary={m.paths_checks()} open={isOpen(saved.checks)}>
        <CheckRows
          {...{ form, list: fields.checks, saved: saved.checks, most: 6 }}
          label={m.paths_field_questions()}
          help={m.paths_edit_rows_help()}
          add={m.paths_edit_question_add()}
        />
      </Fold>
      <Fold summary={m.paths_field_reading()} open={isOpen(saved.reading)}>
        <ReadingRows
          {...{ form, list: fields.reading, saved: saved.reading, most: 12 }}
          label={m.paths_edit_readings()}
          help={m.paths_edit_rows_help()}
          add={m.paths_edit_reading_add()}
        />
      </Fold>
      <PicturePicker
        {...{ pathId, media, field: fields.picture }}
        into={[
          { text: 'lead', label: m.paths_field_lead() },
          { text: 'joint.text', label: m.paths_joint() },
          { text: 'ethics.text', label: m.paths_ethics() },
        ]}
      />
    </WritingForm>
  )
}

type Fields = WritingFields
type Form = ReturnType<typeof useWriting>[0]
type Part = { saved: unknown; open: boolean }

function JointFields({
  field,
  withJoint,
  form,
  saved,
  open,
}: Part & { field: Fields['joint']; withJoint: Fields['withJoint']; form: Form }) {
  const joint = field.getFieldset()
  return (
    <Fold summary={m.paths_joint()} open={open}>
      <CheckboxField field={withJoint} label={m.paths_edit_joint_on()} help={m.paths_edit_joint_help()} />
      <SavedRows field={field} saved={saved} />
      <SidesField field={joint.title} label={m.paths_edit_text_title()} maxLength={300} />
      <TextField
        field={joint.minutes}
        label={m.paths_field_minutes()}
        help={m.paths_edit_minutes_help()}
        inputMode="numeric"
        narrow
      />
      <SidesField field={joint.text} label={m.paths_edit_text_text()} rows={5} />
      <SaidRows
        {...{ form, list: joint.ask, saved: undefined, most: 6 }}
        row={m.paths_edit_question()}
        label={m.paths_joint_ask()}
        help={m.paths_edit_ask_help()}
        add={m.paths_edit_question_add()}
      />
    </Fold>
  )
}

function EthicsFields({ field, saved, open }: Part & { field: Fields['ethics'] }) {
  const ethics = field.getFieldset()
  return (
    <Fold summary={m.paths_ethics()} open={open}>
      <SavedRows field={field} saved={saved} />
      <SidesField field={ethics.question} label={m.paths_edit_question()} rows={2} maxLength={2_000} />
      <SidesField field={ethics.text} label={m.paths_edit_text_text()} rows={4} />
    </Fold>
  )
}
