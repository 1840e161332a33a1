import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { DateField, Form, HiddenField, RadioField, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import type { IndicatorFile } from '../queries.server.ts'
import { IndicatorFormPage } from './form-page.tsx'

type Props = { file: IndicatorFile; newId: string; result: unknown }

/** How far the unit has come, or what a reviewer found, when, and what that rests on. */
export function ReportFormPage({ file, newId, result }: Props) {
  const { around, report } = file
  const [form, fields] = useSlForm<{ id: string; unitId: string; level: string; onDay: string; note: string }>(result, {
    defaultValue: { id: newId, unitId: around.unit.id, level: report?.own?.level ?? '', onDay: report?.today ?? '' },
  })
  return (
    <ReportPage file={file} title={m.indicators_report_title({ unit: around.unit.name })} lead={m.indicators_report_lead()}>
      <Form form={form}>
        <HiddenField field={fields.id} />
        <HiddenField field={fields.unitId} />
        <RadioField
          field={fields.level}
          label={file.indicator.kind === 'status' ? m.indicators_report_level() : m.indicators_report_judgement()}
          choices={(report?.levels ?? []).map(({ key, title }) => ({ value: key, label: title }))}
        />
        <DateField field={fields.onDay} label={m.indicators_report_day()} />
        <TextArea
          field={fields.note}
          label={m.indicators_report_note()}
          help={m.indicators_report_note_help()}
          rows={4}
          maxLength={2000}
          voice
        />
        <div className="sl-row">
          <SubmitButton>{m.indicators_report_submit()}</SubmitButton>
        </div>
      </Form>
    </ReportPage>
  )
}

/** Takes the unit's report back, with a reason. */
export function ReportWithdrawalPage({ file, newId, result }: Props) {
  const [form, fields] = useSlForm<{ id: string; unitId: string; note: string }>(result, {
    defaultValue: { id: newId, unitId: file.around.unit.id },
  })
  return (
    <ReportPage file={file} title={m.indicators_report_withdraw()} lead={m.indicators_report_withdraw_text()}>
      <Form form={form}>
        <HiddenField field={fields.id} />
        <HiddenField field={fields.unitId} />
        <TextArea field={fields.note} label={m.indicators_report_withdraw_why()} rows={4} maxLength={2000} voice />
        <div className="sl-row">
          <SubmitButton variant="danger">{m.indicators_report_withdraw()}</SubmitButton>
        </div>
      </Form>
    </ReportPage>
  )
}

type Frame = { file: IndicatorFile; title: string; lead: string; children: ReactNode }

function ReportPage(frame: Frame) {
  return <IndicatorFormPage {...frame} here={m.indicators_report_crumb()} />
}
