// An indicator that is no number: what the unit itself reports, how many units below it do, and what was reported before.
import { Link } from '@remix-run/react'
import { formatDay, formatShortDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, Columns, Facts, Fold, Notice, Section } from '#app/ui/index.ts'
import type { IndicatorFile } from '../queries.server.ts'
import { StatusChips } from './status-chips.tsx'
import { sentence, valueWords } from './words.ts'

type Reported = IndicatorFile & { report: NonNullable<IndicatorFile['report']> }

export function hasReport(file: IndicatorFile): file is Reported {
  return file.report !== null
}

/** How it stands now, and how that is worked out. */
export function ReportedNow({ file }: { file: Reported }) {
  const { value, status, least, indicator, report } = file
  const sources = sentence(indicator.sources.join(', '))
  return (
    <>
      <Columns
        label={m.indicators_now_title()}
        side={
          <Facts
            items={[
              { term: m.indicators_fact_target(), value: goalWords(indicator.kind) },
              { term: m.indicators_formula_source(), value: sources },
            ]}
          />
        }
      >
        <Card>
          <div className="sl-row sl-row--between">
            <p className="sl-value">
              {ownLevel(report) ?? (value.state === 'shown' ? valueWords(indicator.kind, value.shown) : m.indicators_none())}
            </p>
            <StatusChips status={status} least={least} />
          </div>
          <p className="sl-say">{sayOf(file)}</p>
        </Card>
      </Columns>
      <Fold summary={m.indicators_formula_title()}>
        <p>{m.indicators_report_roll_up()}</p>
      </Fold>
    </>
  )
}

/** How many units, where there are others than this one; a single report has said it already. */
function sayOf({ value, report, around }: Reported): string {
  if (value.state !== 'shown') return m.indicators_report_none()
  const isAlone = ownLevel(report) !== null && value.shown.denominator === 1
  return isAlone ? m.indicators_report_on_own({ unit: around.unit.name }) : m.indicators_report_counted({ ...value.shown })
}

function ownLevel({ own, isStale, levels }: Reported['report']): string | null {
  return own && !isStale ? (levels.find(({ key }) => key === own.level)?.title ?? null) : null
}

function goalWords(kind: Reported['indicator']['kind']): string {
  return kind === 'status' ? m.indicators_target_level() : m.indicators_report_goal_review()
}

/** The unit's own report, its history, and the way to make another. */
export function ReportSection({ file }: { file: Reported }) {
  const { indicator, around, report } = file
  const { own, isStale, staleFrom, history, mayReport } = report
  const to = (page: string) => `/indicators/${indicator.id}/${page}?unit=${around.unit.id}`
  return (
    <Section
      id="report"
      title={m.indicators_report_title({ unit: around.unit.name })}
      action={
        mayReport ? (
          <span className="sl-row">
            <ButtonLink to={to('report')} variant={own && !isStale ? 'secondary' : 'primary'}>
              {m.indicators_report_action()}
            </ButtonLink>
            {own ? <Link to={to('report/withdrawal')}>{m.indicators_report_withdraw()}</Link> : null}
          </span>
        ) : null
      }
    >
      <div className="sl-stack">
        {own ? <Row report={report} row={own} /> : <p>{m.indicators_report_own_none({ unit: around.unit.name })}</p>}
        {own && isStale && staleFrom ? (
          <Notice tone="warning">{m.indicators_report_stale({ day: formatDay(staleFrom) })}</Notice>
        ) : null}
        {own && !isStale && staleFrom ? (
          <p className="sl-meta">{m.indicators_report_holds({ day: formatDay(staleFrom) })}</p>
        ) : null}
        {history.length > (own ? 1 : 0) ? (
          <Fold summary={m.indicators_report_history()}>
            <ul className="sl-target-history">
              {history.slice(own ? 1 : 0).map((row) => (
                <li key={row.id}>
                  <Row report={report} row={row} />
                </li>
              ))}
            </ul>
          </Fold>
        ) : null}
      </div>
    </Section>
  )
}

type RowOf = { report: Reported['report']; row: Reported['report']['history'][number] }

function Row({ report: { levels }, row }: RowOf) {
  const made = { name: row.setName, day: formatShortDay(dayAt(new Date(row.setAt), HOME_ZONE)) }
  const level = levels.find(({ key }) => key === row.level)?.title
  return (
    <>
      <p>
        {level ? (
          <>
            <strong>{level}</strong>, {m.indicators_report_on({ day: formatShortDay(row.onDay) })}{' '}
          </>
        ) : (
          <>{m.indicators_report_taken_back()} </>
        )}
        <span className="sl-meta">{m.indicators_report_by(made)}</span>
      </p>
      <p className="sl-voice" lang={row.language}>
        {row.note}
      </p>
    </>
  )
}
