// One's own teaching: what one has taught, what it came to in a year, and what one has learnt and can teach on.
import { Link } from '@remix-run/react'
import { formatDay, formatNumber, formatShortDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import {
  ButtonLink,
  CardSection,
  Columns,
  DataTable,
  EmptyState,
  Facts,
  Page,
  PageHead,
  Section,
  StatusChip,
} from '#app/ui/index.ts'
import type { Log } from '../queries/log.server.ts'
import { formName, learnersWords, sessionAddress, signOffStatus, signOffWords } from './words.ts'

export function LogPage({ lines, learnt, year }: Log) {
  return (
    <Page>
      <PageHead title={m.teaching_title()} lead={m.teaching_lead()} />
      <Columns label={m.teaching_year()} side={<Side year={year} learnt={learnt} />}>
        {lines.length === 0 ? (
          <EmptyState
            id="none"
            title={m.teaching_none_title()}
            action={<ButtonLink to="/teaching/new">{m.teaching_add()}</ButtonLink>}
          >
            <p>{m.teaching_none_text()}</p>
          </EmptyState>
        ) : (
          <>
            <div className="sl-row">
              <ButtonLink to="/teaching/new">{m.teaching_add()}</ButtonLink>
              <ButtonLink to="/teaching/tree" variant="quiet">
                {m.teaching_tree_own()}
              </ButtonLink>
            </div>
            <Lines lines={lines} />
          </>
        )}
      </Columns>
    </Page>
  )
}

function Lines({ lines }: Pick<Log, 'lines'>) {
  return (
    <DataTable
      caption={m.teaching_log_caption()}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'subject',
          label: m.teaching_subject(),
          cell: (line) => (
            <Link to={sessionAddress(line.id)} lang={line.language}>
              {line.subject}
            </Link>
          ),
        },
        {
          key: 'when',
          label: m.teaching_when(),
          cell: (line) => `${formatShortDay(line.taughtOn)}, ${m.teaching_minutes_words({ count: line.minutes })}`,
        },
        {
          key: 'where',
          label: m.teaching_where(),
          cell: (line) => (
            <span>
              <span lang={line.unit?.language ?? line.language}>{line.unit?.name ?? line.place}</span>
              <span className="sl-meta"> · {formName(line.form)}</span>
            </span>
          ),
        },
        { key: 'learners', label: m.teaching_to_whom(), cell: learnersWords },
        {
          key: 'signOff',
          label: m.teaching_signoff(),
          cell: (line) => <StatusChip status={signOffStatus(line.signOff)}>{signOffWords(line.signOff)}</StatusChip>,
        },
      ]}
    />
  )
}

function Side({ year, learnt }: Pick<Log, 'year' | 'learnt'>) {
  return (
    <>
      <CardSection id="year" title={m.teaching_year()}>
        <Facts
          items={[
            { term: m.teaching_year_sessions(), value: formatNumber(year.sessions) },
            { term: m.teaching_year_minutes(), value: m.teaching_minutes_words({ count: year.minutes }) },
            { term: m.teaching_counts_confirmed(), value: formatNumber(year.confirmed) },
          ]}
        />
        <p className="sl-meta">{m.teaching_year_note({ day: formatDay(year.since) })}</p>
      </CardSection>
      <Section id="learnt" title={m.teaching_learnt()}>
        {learnt.length === 0 ? <p className="sl-meta">{m.teaching_learnt_none()}</p> : null}
        <ul className="sl-lines">
          {learnt.map((one) => (
            <li key={one.id} className="sl-stack-s">
              <Link to={sessionAddress(one.id)} lang={one.language}>
                {one.subject}
              </Link>
              <p className="sl-meta">
                {formatShortDay(one.taughtOn)}
                {one.teacher ? `, ${one.teacher}` : null}
              </p>
              <ButtonLink to={`/teaching/new?from=${one.id}`} variant="secondary" size="small" about={one.subject}>
                {m.teaching_teach_on()}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
