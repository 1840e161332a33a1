// A run chart of one's own measurements: typed line by line, drawn by the server, in the address and nowhere else.
import { Form } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import {
  DataTable,
  Notice,
  plainField,
  RunChart,
  type RunChartDrawing,
  Section,
  SubmitButton,
  TextArea,
  TextField,
} from '#app/ui/index.ts'
import type { Measurement } from '../rules/measurements.ts'
import { asMeasured } from './words.ts'

export type OwnRunChartProps = {
  title: string
  typed: string
  measurements: Measurement[]
  unread: string[]
  left: number
  drawing: RunChartDrawing | null
  verdict: 'too_few' | 'changed' | 'steady' | null
  median: number | null
}

const verdicts = {
  too_few: m.paths_chart_too_few,
  changed: m.paths_chart_changed,
  steady: m.paths_chart_steady,
}

export function OwnRunChart({ title, typed, measurements, unread, left, drawing, verdict, median }: OwnRunChartProps) {
  return (
    <Section id="chart" title={m.paths_chart()}>
      <div className="sl-stack">
        <Form method="get" className="sl-stack sl-no-print" preventScrollReset>
          <TextField field={plainField('title', { value: title })} label={m.paths_chart_title()} maxLength={120} optional />
          <TextArea
            field={plainField('values', { value: typed })}
            label={m.paths_chart_values()}
            help={m.paths_chart_values_help()}
            rows={8}
          />
          <div>
            <SubmitButton>{m.paths_chart_draw()}</SubmitButton>
          </div>
        </Form>
        {unread.length > 0 ? <Notice tone="warning">{m.paths_chart_unread({ lines: unread.join(' · ') })}</Notice> : null}
        {left > 0 ? <Notice tone="warning">{m.paths_chart_left({ count: left })}</Notice> : null}
        {drawing && median !== null ? (
          <div className="sl-stack">
            <h3>{title || m.paths_chart_untitled()}</h3>
            <RunChart drawing={drawing} name={m.paths_chart_name({ count: measurements.length, median: asMeasured(median) })} />
            {verdict ? <p>{verdicts[verdict]()}</p> : null}
            <DataTable
              caption={m.paths_chart_table()}
              columns={[
                { key: 'when', label: m.paths_chart_when(), cell: (row) => row.label },
                { key: 'value', label: m.paths_chart_value(), numeric: true, cell: (row) => asMeasured(row.value) },
              ]}
              rows={measurements.map((one, number) => ({ ...one, number }))}
              rowKey={(row) => `${row.number}`}
            />
          </div>
        ) : null}
      </div>
    </Section>
  )
}
