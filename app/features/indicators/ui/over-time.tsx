import { m } from '#app/paraglide/messages.js'
import { DataTable, Fold, RunChart, type RunChartDrawing, Section } from '#app/ui/index.ts'
import type { IndicatorFile } from '../queries.server.ts'
import { fewestPoints } from '../rules/run-chart.ts'
import type { Point } from '../rules/series.ts'
import { medianWords, periodWords, valueWords } from './words.ts'

/** Rows of the table before the rest is folded. */
const rowsAtOnce = 8

/** The series: what the rules found in one sentence, the chart, and the same values as a table. */
export function OverTime({ file, drawing }: { file: IndicatorFile; drawing: RunChartDrawing | null }) {
  const { waiting } = file
  const newestFirst = [...file.points].reverse()
  const [latest, earlier] = [newestFirst.slice(0, rowsAtOnce), newestFirst.slice(rowsAtOnce)]
  return (
    <Section id="over-time" title={m.indicators_over_time()}>
      <div className="sl-stack">
        <Found file={file} />
        {drawing ? (
          <figure className="sl-card sl-stack">
            <p className="sl-meta">{captionOf(file.indicator)}</p>
            <RunChart drawing={drawing} name={nameOf(file)} />
            {waiting ? (
              <figcaption className="sl-meta">{m.indicators_chart_waiting({ period: periodWords(waiting) })}</figcaption>
            ) : null}
          </figure>
        ) : null}
        {file.reading ? (
          <Fold summary={m.indicators_rules_title()}>
            <p>{m.indicators_rules_text({ ...file.reading, median: medianWords(file.indicator.kind, file.reading.median) })}</p>
          </Fold>
        ) : null}
        {file.points.length > 0 ? (
          <Fold summary={m.indicators_table_title()} open>
            <Table
              file={file}
              points={latest}
              caption={file.indicator.isState ? m.indicators_table_caption_state() : m.indicators_table_caption()}
            />
            {earlier.length > 0 ? (
              <Fold summary={m.indicators_table_earlier()}>
                <Table file={file} points={earlier} caption={m.indicators_table_earlier()} />
              </Fold>
            ) : null}
            <p>
              <a href={`/indicators/${file.indicator.id}.csv?unit=${file.around.unit.id}`}>{m.indicators_download()}</a>
            </p>
          </Fold>
        ) : null}
      </div>
    </Section>
  )
}

function Found({ file: { reading } }: { file: IndicatorFile }) {
  if (!reading) return <p>{m.indicators_chart_none()}</p>
  if (reading.verdict === 'too_few') {
    return <p>{m.indicators_chart_too_few({ useful: reading.useful, needed: fewestPoints })}</p>
  }
  const { crossings, points, longestRun, crossingsMin, longestRunMax } = reading
  return (
    <p>
      <strong>{reading.verdict === 'changed' ? m.indicators_chart_changed() : m.indicators_chart_steady()}</strong>{' '}
      {m.indicators_chart_reading({ crossings, points, run: longestRun, crossingsMin, runMax: longestRunMax })}
    </p>
  )
}

function captionOf({ kind, title }: IndicatorFile['indicator']): string {
  if (kind === 'net') return m.indicators_chart_caption_net({ title })
  if (kind === 'count') return m.indicators_chart_caption_count({ title })
  return m.indicators_chart_caption_share({ title })
}

function nameOf({ indicator, points, target }: IndicatorFile): string {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return indicator.title
  const words = (point: typeof first) => valueWords(indicator.kind, point.shown, target?.target)
  return m.indicators_chart_name({
    title: indicator.title,
    first: words(first),
    from: periodWords(first.period),
    last: words(last),
    to: periodWords(last.period),
  })
}

function Table({
  file: { indicator, target },
  points,
  caption,
}: {
  file: IndicatorFile
  points: readonly Point[]
  caption: string
}) {
  const { kind } = indicator
  return (
    <DataTable
      caption={caption}
      rows={points}
      rowKey={(point) => String(point.period.to)}
      columns={[
        { key: 'period', label: m.indicators_column_period(), cell: (point) => periodWords(point.period) },
        {
          key: 'value',
          label: m.indicators_column_value(),
          numeric: true,
          cell: (point) => valueWords(kind, point.shown, target?.target),
        },
        ...(kind === 'share'
          ? [
              {
                key: 'inputs',
                label: m.indicators_column_inputs(),
                numeric: true,
                cell: (point: Point) => m.indicators_of_answers(point.shown),
              },
            ]
          : []),
        ...(kind === 'net'
          ? [
              {
                key: 'answers',
                label: m.indicators_column_answers(),
                numeric: true,
                cell: (point: Point) => point.shown.answers,
              },
            ]
          : []),
      ]}
    />
  )
}
