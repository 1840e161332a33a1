// One question's answers: a sentence, a picture, a table, or that it is hidden, and why; and what people wrote to one.
import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { DataTable, Fold, StatusChip } from '#app/ui/index.ts'
import type { FeedbackText, SideFeedback } from '../queries.server.ts'
import type { Distribution } from '../rules/feedback.ts'
import type { Scales } from '../rules/instrument.ts'
import { inWords, valueWords } from './words.ts'

/** What people wrote to one question, each in their own language; the heading has the question, at its level on the page. */
export function WordsTo({ heading, words }: { heading: ReactNode; words: readonly FeedbackText[] }) {
  return (
    <div className="sl-card sl-stack">
      {heading}
      <ul className="sl-voices">
        {words.map(({ id, text, language }) => (
          <li key={id}>
            <p className="sl-voice sl-lines" lang={language}>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Props = { question: SideFeedback['questions'][number]; scales: Scales }

export function AnswersTo({ question, scales }: Props) {
  const { item, people, counts, least } = question
  return (
    <article className="sl-card sl-stack-s" aria-labelledby={`q-${item.id}`}>
      <h3 id={`q-${item.id}`} className="sl-feedback__question">
        {inWords(item.text)}
      </h3>
      {people === 0 ? (
        <StatusChip status="hidden">{m.evaluations_feedback_hidden({ least })}</StatusChip>
      ) : (
        <>
          <p>{sentence(question)}</p>
          <Bars question={question} scales={scales} />
          <Fold summary={m.evaluations_feedback_distribution()}>
            <DataTable
              caption={`${inWords(item.text)} ${m.evaluations_feedback_n({ count: people })}`}
              columns={[
                { key: 'value', label: m.evaluations_feedback_value(), cell: ({ value }) => valueWords(item, value, scales) },
                { key: 'count', label: m.evaluations_feedback_people(), cell: ({ count }) => count, numeric: true },
                {
                  key: 'share',
                  label: m.evaluations_feedback_share(),
                  cell: ({ count }) => `${formatNumber(percent(count, people), 1)} %`,
                  numeric: true,
                },
              ]}
              rows={counts}
              rowKey={({ value }) => value}
            />
          </Fold>
        </>
      )}
    </article>
  )
}

/** With one decimal, cut and not rounded: 89.96 is not 90. */
export function percent(part: number, whole: number): number {
  return Math.floor((part * 1000) / whole) / 10
}

/** A number is also a sentence: what the scale is read for. */
function sentence({ item, people: n, counts }: Distribution): string {
  const of = (...values: string[]) =>
    counts.filter(({ value }) => values.includes(value)).reduce((sum, { count }) => sum + count, 0)
  const share = (count: number) => formatNumber(percent(count, n), 1)
  if (item.type === 'likert5')
    return m.evaluations_feedback_share_high({ count: of('4', '5'), n, percent: share(of('4', '5')) })
  if (item.type === 'yes_no') return m.evaluations_feedback_share_yes({ count: of('yes'), n, percent: share(of('yes')) })
  if (item.type !== 'scale_0_10') return m.evaluations_feedback_n({ count: n })
  const [fans, critics] = [of('9', '10'), of('0', '1', '2', '3', '4', '5', '6')]
  const value = formatNumber(Math.trunc(((fans - critics) * 1000) / n) / 10, 1)
  return m.evaluations_feedback_net({ value, for: fans, against: critics, n })
}

const HEIGHT = 22
const WIDTH = 300

/** The picture of the table below it; everything in it is said there. */
function Bars({ question: { item, counts }, scales }: Props) {
  const most = Math.max(...counts.map(({ count }) => count), 1)
  return (
    <ul className="sl-bars" aria-hidden="true">
      {counts.map(({ value, count }) => (
        <li key={value}>
          <span>{valueWords(item, value, scales)}</span>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect className="sl-bars__bar" width={(count / most) * WIDTH} height={HEIGHT} />
          </svg>
          <b>{count}</b>
        </li>
      ))}
    </ul>
  )
}
