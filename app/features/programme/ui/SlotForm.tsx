// One slot as a form. When somebody else changed it meanwhile, what stands is shown above what was typed.
import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { writingLanguages } from '#app/i18n/writing-languages.ts'
import { m } from '#app/paraglide/messages.js'
import {
  CheckboxGroup,
  Form,
  HiddenField,
  Notice,
  plainField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
  useSlForm,
} from '#app/ui/index.ts'
import type { ProgrammePage } from '../queries/find-programme.server.ts'
import type { Slot, SlotKind } from '../words.ts'
import { SlotItem } from './SlotItem.tsx'
import { kindName } from './words.ts'

export type SlotValues = {
  id?: string
  version?: string
  day: string
  startsAt: string
  endsAt: string
  kind: string
  title: string
  place: string
  notes: string
  language: string
  hostParticipantId: string
  goalIds: string[]
  improvementWorkId: string
}

type Props = {
  page: ProgrammePage
  values: Partial<SlotValues>
  result: unknown
  /** What somebody else made of it: the slot, or null when they removed it. Undefined: nobody did. */
  standing?: Slot | null | undefined
  /** An id for adding it again when it was removed. */
  freshId: string
}

export function SlotForm({ page, values, result, standing, freshId }: Props) {
  const [form, fields] = useSlForm<SlotValues>(result, { id: 'slot', defaultValue: values })
  const base = `/visits/${page.visitId}/programme`
  const removed = standing === null
  const isNew = !values.version || removed
  const kinds: SlotKind[] = page.may.kinds
  const version = standing ? String(standing.version) : values.version
  return (
    <div className="sl-stack-l sl-prep__page">
      <h2>{values.version ? m.programme_edit_title() : m.programme_new_title()}</h2>
      {standing === undefined ? null : <Standing page={page} standing={standing} />}
      <Form form={form} {...(removed ? { action: `${base}/new` } : {})}>
        {isNew ? (
          <HiddenField field={fields.id} value={removed ? freshId : values.id} />
        ) : (
          <HiddenField field={fields.version} value={version} />
        )}
        <TextField
          field={fields.title}
          label={m.programme_field_title()}
          help={m.programme_field_title_help()}
          maxLength={200}
        />
        <div className="sl-slot-form__when">
          <SelectField
            field={fields.day}
            label={m.programme_field_day()}
            options={page.days.map((day) => ({ value: day, label: formatDay(day) }))}
          />
          <TimeField field={fields.startsAt} label={m.programme_field_starts()} />
          <TimeField field={fields.endsAt} label={m.programme_field_ends()} />
        </div>
        {kinds.length === 1 ? (
          <HiddenField field={fields.kind} value={kinds[0]} />
        ) : (
          <SelectField
            field={fields.kind}
            label={m.programme_field_kind()}
            options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
          />
        )}
        <TextField field={fields.place} label={m.programme_field_place()} help={m.programme_field_place_help()} optional />
        <SelectField
          field={fields.hostParticipantId}
          label={m.programme_field_host()}
          optional
          empty={m.programme_field_host_none()}
          options={page.hosts.map((host) => ({
            value: host.id,
            label: [host.name, host.profession].filter(Boolean).join(', '),
          }))}
        />
        {page.goals.length > 0 ? (
          <CheckboxGroup
            field={fields.goalIds}
            label={m.programme_field_goals()}
            optional
            choices={page.goals.map((goal) => ({
              value: goal.id,
              label: (
                <span className="sl-voice" lang={goal.language}>
                  {goal.text}
                </span>
              ),
              help: goal.authorName,
            }))}
          />
        ) : (
          <p className="sl-meta">{m.programme_field_goals_none()}</p>
        )}
        {page.works.length > 0 ? (
          <SelectField
            field={fields.improvementWorkId}
            label={m.programme_field_work()}
            optional
            empty={m.programme_field_work_none()}
            options={page.works.map((work) => ({ value: work.id, label: work.title, lang: work.language }))}
          />
        ) : null}
        <TextArea field={fields.notes} label={m.programme_field_notes()} help={m.programme_field_notes_help()} optional />
        <SelectField field={fields.language} label={m.programme_field_language()} options={writingLanguages(values.language)} />
        <div className="sl-row">
          <SubmitButton>{isNew ? m.programme_save_new() : m.programme_save()}</SubmitButton>
          <Link to={values.day ? `${base}?day=${values.day}` : base}>{m.programme_cancel()}</Link>
        </div>
      </Form>
      {isNew ? null : <Removal base={base} id={values.id ?? ''} version={version ?? ''} />}
    </div>
  )
}

function Standing({ page, standing }: { page: ProgrammePage; standing: Slot | null }) {
  if (!standing) {
    return (
      <Notice tone="warning" announce>
        <p>{m.programme_conflict_removed()}</p>
      </Notice>
    )
  }
  const hostName = page.hosts.find((host) => host.id === standing.hostParticipantId)?.name ?? null
  return (
    <section className="sl-conflict sl-stack" aria-labelledby="standing" role="alert">
      <h3 id="standing">{m.programme_conflict_title()}</h3>
      <p>{m.programme_conflict_help()}</p>
      <p>{formatDay(standing.day)}</p>
      <SlotItem
        slot={{ ...standing, hostName, mayChange: false, beside: [] }}
        goals={page.goals}
        works={page.works}
        moment="ahead"
        plain
      />
    </section>
  )
}

function Removal({ base, id, version }: { base: string; id: string; version: string }) {
  const [form] = useSlForm(undefined, { id: 'removal' })
  return (
    <Form form={form} action={`${base}/${id}/removal`} className="sl-card sl-card--quiet">
      <HiddenField field={plainField('version')} value={version} />
      <p>{m.programme_remove_help()}</p>
      <SubmitButton variant="danger">{m.programme_remove()}</SubmitButton>
    </Form>
  )
}

/** A slot's columns as a form's values. */
export function valuesOf(slot: Slot): Partial<SlotValues> {
  const { id, day, startsAt, endsAt, kind, title, place, notes, language, goalIds } = slot
  return {
    ...{ id, day, startsAt, endsAt, kind, title, place, notes, language, goalIds },
    version: String(slot.version),
    hostParticipantId: slot.hostParticipantId ?? '',
    improvementWorkId: slot.improvementWorkId ?? '',
  }
}
