// Importing a register: paste or choose a table, look at what it would change, then let it.
import { Form as RemixForm } from '@remix-run/react'
import { formatList, formatShortDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import {
  DataTable,
  Form,
  Notice,
  Page,
  PageHead,
  Section,
  SubmitButton,
  TextArea,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import type { ImportPreview } from '../queries/import.server.ts'
import type { RegisterPage } from '../queries/register.server.ts'
import { columnKeys, columnWord, supervisingToWrite } from '../rules/columns.ts'
import { supervisingKinds } from '../words.ts'
import { crumbsTo } from './EmployeeParts.tsx'

/** A fault with its sentence, as the route has translated it. */
export type ToldFault = { line: number; column: ImportPreview['faults'][number]['column']; words: string }
export type ToldPreview = Omit<ImportPreview, 'faults'> & { faults: ToldFault[] }

type Props = { unit: RegisterPage['unit']; preview: ToldPreview | undefined; result: unknown }

export function ImportView({ unit, preview, result }: Props) {
  return (
    <Page>
      <PageHead title={m.training_import()} lead={m.training_import_lead()} crumbs={crumbsTo(unit, m.training_import())} />
      {preview ? <Preview unit={unit} preview={preview} /> : null}
      <Table key={preview?.text} text={preview?.text ?? ''} result={preview ? undefined : result} />
      <Section id="columns" title={m.training_import_columns()}>
        <Columns locale={getLocale()} />
      </Section>
    </Page>
  )
}

function Table({ text, result }: { text: string; result: unknown }) {
  const [form, fields] = useSlForm<{ text: string; file: string }>(result, { defaultValue: { text } })
  return (
    <Form form={form} encType="multipart/form-data">
      <TextArea field={fields.text} label={m.training_import_text()} help={m.training_import_text_help()} rows={8} optional />
      <TextField
        field={fields.file}
        label={m.training_import_file()}
        type="file"
        accept=".csv,.txt,text/csv,text/plain,text/tab-separated-values"
        optional
      />
      <div>
        <SubmitButton variant={text === '' ? 'primary' : 'secondary'}>{m.training_import_look()}</SubmitButton>
      </div>
    </Form>
  )
}

function Preview({ unit, preview }: { unit: RegisterPage['unit']; preview: ToldPreview }) {
  const { faults, planned, same, text } = preview
  if (faults.length > 0) return <Faults faults={faults} />
  if (planned.length === 0) return <Notice announce>{m.training_import_nothing({ count: same })}</Notice>
  return (
    <Section id="preview" title={m.training_import_preview()}>
      <div className="sl-stack">
        <DataTable
          caption={m.training_import_same({ count: same })}
          rows={planned}
          rowKey={(one) => one.id ?? `${one.fields.name} ${one.fields.email} ${one.fields.reference}`}
          columns={[
            { key: 'name', label: m.training_name(), cell: ({ fields }) => fields.name },
            { key: 'what', label: m.training_import_what(), cell: whatWords },
            { key: 'courses', label: m.training_courses(), cell: ({ courses }) => coursesWords(courses) },
          ]}
        />
        {/* As the table came: written into an address-like form it would grow past what is taken. */}
        <RemixForm method="post" action={`/units/${unit.id}/training/import/confirmation`} encType="multipart/form-data">
          <input type="hidden" name="text" value={text} />
          <SubmitButton>{m.training_import_confirm({ count: planned.length })}</SubmitButton>
        </RemixForm>
      </div>
    </Section>
  )
}

function Faults({ faults }: { faults: readonly ToldFault[] }) {
  return (
    <Section id="faults" title={m.training_import_faults()}>
      <div className="sl-stack">
        <Notice tone="warning" announce>
          {m.training_import_faults_text()}
        </Notice>
        <DataTable
          caption={m.training_import_faults_caption()}
          rows={faults}
          rowKey={(fault) => `${fault.line} ${fault.column} ${fault.words}`}
          columns={[
            { key: 'line', label: m.training_import_line(), cell: (fault) => fault.line },
            {
              key: 'column',
              label: m.training_import_column(),
              cell: ({ column }) => (column ? columnWord(column, getLocale()) : m.indicators_none()),
            },
            { key: 'words', label: m.training_import_problem(), cell: (fault) => fault.words },
          ]}
        />
      </div>
    </Section>
  )
}

function whatWords({ id, changed }: ToldPreview['planned'][number]): string {
  if (id === null) return m.training_import_new()
  if (changed.length === 0) return m.training_import_row_same()
  return m.training_import_changed({ columns: formatList(changed.map((column) => columnWord(column, getLocale()))) })
}

function coursesWords(courses: ToldPreview['planned'][number]['courses']): string {
  if (courses.length === 0) return m.indicators_none()
  return formatList(courses.map(({ step, takenOn }) => m.training_import_course({ step, day: formatShortDay(takenOn) })))
}

function Columns({ locale }: { locale: Locale }) {
  return (
    <div className="sl-stack">
      <p>{m.training_import_columns_text({ columns: formatList(columnKeys.map((column) => columnWord(column, locale))) })}</p>
      <p>
        {m.training_import_supervising({
          words: formatList(supervisingKinds.map((kind) => supervisingToWrite(kind, locale))),
        })}
      </p>
      <p>{m.training_import_blank()}</p>
    </div>
  )
}
