import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Form, HiddenField, RadioField, SubmitButton, TextArea, TextField, useSlForm } from '#app/ui/index.ts'
import type { IndicatorFile } from '../queries.server.ts'
import { comparators } from '../rules/words.ts'
import { IndicatorFormPage } from './form-page.tsx'
import { targetWords } from './words.ts'

type Props = { file: IndicatorFile; newId: string; result: unknown }

/** What the unit aims at, and why: one limit and a sentence. */
export function TargetFormPage({ file, newId, result }: Props) {
  const { indicator, around } = file
  const [form, fields] = useSlForm<{ id: string; unitId: string; comparator: string; limit: string; reason: string }>(result, {
    defaultValue: { id: newId, unitId: around.unit.id, comparator: file.target?.target.comparator ?? '>' },
  })
  return (
    <TargetPage file={file} title={m.indicators_set_title({ unit: around.unit.name })} lead={m.indicators_set_text()}>
      <Form form={form}>
        <HiddenField field={fields.id} />
        <HiddenField field={fields.unitId} />
        <RadioField
          field={fields.comparator}
          label={m.indicators_set_comparator()}
          choices={comparators.map((value) => ({ value, label: comparatorWords[value]() }))}
          row
        />
        <TextField
          field={fields.limit}
          label={limitLabel(indicator.kind)}
          help={indicator.kind === 'count' ? undefined : m.indicators_set_limit_help()}
          inputMode="decimal"
          narrow
        />
        <TextArea
          field={fields.reason}
          label={m.indicators_set_reason()}
          help={m.indicators_set_reason_help()}
          rows={4}
          maxLength={2000}
          voice
        />
        <div className="sl-row">
          <SubmitButton>{m.indicators_set_submit()}</SubmitButton>
        </div>
      </Form>
    </TargetPage>
  )
}

/** Takes the unit's own target back, with a reason. */
export function WithdrawalFormPage({ file, newId, result }: Props) {
  const [form, fields] = useSlForm<{ id: string; unitId: string; reason: string }>(result, {
    defaultValue: { id: newId, unitId: file.around.unit.id },
  })
  return (
    <TargetPage file={file} title={m.indicators_withdraw_title()} lead={m.indicators_withdraw_text()}>
      <Form form={form}>
        <HiddenField field={fields.id} />
        <HiddenField field={fields.unitId} />
        <TextArea field={fields.reason} label={m.indicators_withdraw_reason()} rows={4} maxLength={2000} voice />
        <div className="sl-row">
          <SubmitButton variant="danger">{m.indicators_withdraw_submit()}</SubmitButton>
        </div>
      </Form>
    </TargetPage>
  )
}

type Frame = { file: IndicatorFile; title: string; lead: string; children: ReactNode }

function TargetPage(frame: Frame) {
  const { indicator, target } = frame.file
  const facts = target ? [m.indicators_chart_target({ target: targetWords(indicator.kind, target.target) })] : []
  return <IndicatorFormPage {...frame} facts={facts} here={m.indicators_target_title()} />
}

const comparatorWords = {
  '>': m.indicators_set_over,
  '>=': m.indicators_set_at_least,
  '<': m.indicators_set_under,
  '<=': m.indicators_set_at_most,
}

function limitLabel(kind: IndicatorFile['indicator']['kind']): string {
  if (kind === 'net') return m.indicators_set_limit_net()
  return kind === 'count' ? m.indicators_set_limit_count() : m.indicators_set_limit_share()
}
