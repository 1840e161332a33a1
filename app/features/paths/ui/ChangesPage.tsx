// What differs between two versions, or between a path and the one it was made from; by place, word by word.
import { Form } from '@remix-run/react'
import { languageName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import {
  Card,
  Chip,
  Fold,
  Notice,
  Page,
  PageHead,
  plainField,
  Section,
  SelectField,
  SubmitButton,
  TabSwitch,
} from '#app/ui/index.ts'
import { placed } from '#app/ui/placed.ts'
import type { ChangesPage as View } from '../queries/changes.server.ts'
import type { Field } from '../rules/difference.ts'
import { addressOf } from './words.ts'

type Props = { path: View['path']; changes: View | null }
type Change = View['difference']['about'][number]
type ModuleChange = View['difference']['modules'][number]

export function ChangesPage({ path, changes }: Props) {
  return (
    <Page width="read">
      <PageHead
        title={m.paths_changes()}
        crumbs={[{ to: addressOf(path.id), label: path.title }, { label: m.paths_changes() }]}
      />
      {changes ? <Changes {...changes} /> : <Notice>{m.paths_changes_nothing_to()}</Notice>}
    </Page>
  )
}

function Changes({ path, asked, from, to, difference, versions, source, language }: View) {
  const here = addressOf(path.id, 'changes')
  const modules = difference.modules.filter((one) => one.standing !== 'same' || one.moved)
  const nothing = difference.about.length === 0 && modules.length === 0
  const side = (one: View['from']) => m.paths_changes_side({ title: one.title, version: one.version })
  const tabs = [
    ...(versions.length > 1 ? [{ to: here, label: m.paths_changes_versions(), current: asked === 'versions' }] : []),
    ...(source ? [{ to: `${here}?with=source`, label: m.paths_changes_source(source), current: asked === 'source' }] : []),
    ...(source?.news ? [{ to: `${here}?with=news`, label: m.paths_changes_news(source), current: asked === 'news' }] : []),
  ]
  return (
    <>
      {tabs.length > 1 ? <TabSwitch label={m.paths_changes()} items={tabs} /> : null}
      {asked === 'versions' && versions.length > 2 ? <ChooseVersions versions={versions} from={from} to={to} /> : null}
      <p className="sl-meta">{m.paths_changes_between({ from: side(from), to: side(to) })}</p>
      {nothing ? <Notice>{m.paths_changes_none()}</Notice> : <p className="sl-meta">{m.paths_changes_how()}</p>}
      {difference.about.length > 0 ? (
        <Section id="about" title={m.paths_about()}>
          <Fields changes={difference.about} language={language} level="h3" />
        </Section>
      ) : null}
      {modules.map((module) => (
        <Section key={module.id} id={module.id} title={module.title}>
          <Standing of={module} />
          <Fields changes={module.fields} language={language} level="h3" />
          {module.activities
            .filter((one) => one.standing !== 'same' || one.moved)
            .map((activity) => (
              <Card key={activity.id} tone="quiet">
                <h3 lang={language}>{activity.title}</h3>
                <Standing of={activity} />
                <Fields changes={activity.fields} language={language} level="h4" />
              </Card>
            ))}
        </Section>
      ))}
    </>
  )
}

function ChooseVersions({ versions, from, to }: Pick<View, 'versions' | 'from' | 'to'>) {
  const options = versions.map((one) => ({ value: String(one), label: String(one) }))
  return (
    <Form className="sl-row" method="get">
      <SelectField
        field={plainField('from', { value: String(from.version) })}
        label={m.paths_changes_from()}
        options={options}
      />
      <SelectField field={plainField('to', { value: String(to.version) })} label={m.paths_changes_to()} options={options} />
      <SubmitButton variant="secondary">{m.paths_changes_compare()}</SubmitButton>
    </Form>
  )
}

function Standing({ of: { standing, moved } }: { of: Pick<ModuleChange, 'standing' | 'moved'> }) {
  const words = { added: m.paths_changes_added, removed: m.paths_changes_removed, changed: m.paths_changes_changed }
  return (
    <p className="sl-row">
      {standing === 'same' ? null : <Chip>{words[standing]()}</Chip>}
      {moved ? <Chip>{m.paths_changes_moved()}</Chip> : null}
    </p>
  )
}

type FieldsProps = { changes: readonly Change[]; language: string; level: 'h3' | 'h4' }

function Fields({ changes, language, level: Heading }: FieldsProps) {
  return changes.map(({ field, before, after, words, alsoIn }) => {
    const languages = alsoIn.map(languageName).join(', ')
    const long = before.length + after.length > 1_500
    const text = (
      <p className="sl-path-change" lang={language}>
        {placed(words).map(({ at, kind, text }) => (
          <Piece key={at} kind={kind} text={text} />
        ))}
      </p>
    )
    return (
      <div key={field} className="sl-stack-s">
        {long && before !== after ? (
          <Fold summary={fieldName(field)}>{text}</Fold>
        ) : (
          <>
            <Heading>{fieldName(field)}</Heading>
            {before === after ? null : text}
          </>
        )}
        {languages ? (
          <p className="sl-meta">
            {before === after ? m.paths_changes_only({ languages }) : m.paths_changes_also({ languages })}
          </p>
        ) : null}
      </div>
    )
  })
}

function Piece({ kind, text }: { kind: 'same' | 'in' | 'out'; text: string }) {
  if (kind === 'same') return text
  const Tag = kind === 'in' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="sl-hidden">{kind === 'in' ? m.paths_changes_in() : m.paths_changes_out()} </span>
      {text}
    </Tag>
  )
}

const fieldNames: Record<Field, () => string> = {
  ...{ title: m.paths_field_title, lead: m.paths_field_lead, pace: m.paths_field_pace, languages: m.paths_field_languages },
  ...{ aim: m.paths_field_aim, optional: m.paths_field_optional, requires: m.paths_field_requires, joint: m.paths_field_joint },
  ...{ reflection: m.paths_field_reflection, ethics: m.paths_field_ethics, checks: m.paths_field_checks },
  ...{ reading: m.paths_field_reading, minutes: m.paths_field_minutes, text: m.paths_field_text, task: m.paths_field_task },
  ...{ example: m.paths_field_example, tool: m.paths_field_tool, video: m.paths_field_video, items: m.paths_field_items },
  ...{ transcript: m.paths_field_transcript, questions: m.paths_field_questions },
}

function fieldName(field: Field): string {
  return fieldNames[field]()
}
