import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { type Column, DataTable, Section } from '#app/ui/index.ts'
import type { IndicatorFile } from '../queries.server.ts'
import type { Sum } from '../rules/series.ts'
import type { Status } from '../rules/status.ts'
import { StatusChips } from './status-chips.tsx'
import { changeWords, periodWords, sentence, valueWords } from './words.ts'

type Part = { id: string; title: string; sum: Sum; status: Status }

/** Those who answered, side by side. */
export function Groups({ file }: { file: IndicatorFile }) {
  if (file.groups.length === 0) return null
  return (
    <Section id="groups" title={m.indicators_groups_title()}>
      <DataTable
        caption={m.indicators_groups_caption({ period: sentence(periodWords(file.period)) })}
        rows={file.groups}
        rowKey={(group) => group.id}
        columns={[
          { key: 'group', label: m.indicators_column_group(), cell: (group) => group.title },
          ...figures(file),
          standing(file),
        ]}
      />
    </Section>
  )
}

/** Leading and supporting measures: labelled, and never in the value. */
export function Beside({ file }: { file: IndicatorFile }) {
  if (file.beside.length === 0) return null
  return (
    <Section id="beside" title={m.indicators_beside_title()}>
      <div className="sl-stack-s">
        <p>{m.indicators_beside_text()}</p>
        <ul className="sl-stack-s">
          {file.beside.map((part) => (
            <li key={part.id}>
              <strong>{part.strand === 'leading' ? m.indicators_strand_leading() : m.indicators_strand_supporting()}</strong>
              {': '}
              {part.title}:{' '}
              {part.sum.state === 'shown' ? (
                <>
                  {valueWords(file.indicator.kind === 'count' ? 'count' : 'share', part.sum.shown)}
                  {file.indicator.kind === 'count' ? null : (
                    <span className="sl-meta"> ({m.indicators_of_answers(part.sum.shown)})</span>
                  )}
                </>
              ) : (
                <StatusChips status={part.status} least={file.least} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}

/** The units right below, in alphabetical order and never ranked; what is hidden prints a dash. */
export function Units({ file }: { file: IndicatorFile }) {
  const { around, units, indicator, report } = file
  if (units.length === 0) return null
  const period = sentence(periodWords(file.period))
  return (
    <Section
      id="units"
      title={m.indicators_units_title({ unit: around.unit.name })}
      action={<span className="sl-meta">{m.indicators_units_order()}</span>}
    >
      <div className="sl-stack-s">
        <DataTable
          caption={report ? m.indicators_report_units() : m.indicators_units_caption({ period })}
          rows={units}
          rowKey={(unit) => unit.id}
          columns={[
            {
              key: 'unit',
              label: m.indicators_column_unit(),
              cell: (unit) => <Link to={`/indicators/${indicator.id}?unit=${unit.id}`}>{unit.title}</Link>,
            },
            ...figures<IndicatorFile['units'][number]>(file),
            ...(report ? [] : [since(indicator.kind)]),
            standing(file),
          ]}
        />
        <p className="sl-meta">
          {report ? null : m.indicators_units_note()} {around.hasOthersBelow ? m.indicators_units_others() : null}
        </p>
      </div>
    </Section>
  )
}

/** How the value has moved since the year before. */
function since(kind: IndicatorFile['indicator']['kind']): Column<IndicatorFile['units'][number]> {
  return {
    key: 'since',
    label: m.indicators_column_since(),
    cell: ({ sum, before }) =>
      sum.state === 'shown' && before.state === 'shown' ? changeWords(kind, sum.shown, before.shown) : m.indicators_none(),
  }
}

/** Value and inputs; a dash for each when nothing may be shown. */
function figures<P extends Part>({ indicator, target, report }: IndicatorFile): Column<P>[] {
  const dash = m.indicators_none()
  const value: Column<P> = {
    key: 'value',
    label: m.indicators_column_value(),
    numeric: true,
    cell: ({ sum }) => (sum.state === 'shown' ? valueWords(indicator.kind, sum.shown, target?.target) : dash),
  }
  if (indicator.kind === 'count' || report) return [value]
  const inputs: Column<P> = {
    key: 'inputs',
    label: indicator.kind === 'net' ? m.indicators_column_answers() : m.indicators_column_inputs(),
    numeric: true,
    cell: ({ sum }) => {
      if (sum.state !== 'shown') return dash
      return indicator.kind === 'net' ? sum.shown.denominator : m.indicators_of_answers(sum.shown)
    },
  }
  return [value, inputs]
}

function standing<P extends Part>({ least }: IndicatorFile): Column<P> {
  return {
    key: 'status',
    label: m.indicators_column_status(),
    cell: ({ status }) => <StatusChips status={status} least={least} />,
  }
}
