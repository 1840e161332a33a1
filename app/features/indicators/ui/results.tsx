// The result measures of the co-learning model (visitors and comments on the blog, evaluation, summary questions, audit).
import { Link } from '@remix-run/react'
import type { BlogMeasures } from '#app/features/blogs/queries.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, DataTable, Facts, Page, PageHead, Section } from '#app/ui/index.ts'
import type { UnitResults } from '../queries.server.ts'
import { IndicatorRows } from './goal-tree.tsx'
import { periodWords, sentence } from './words.ts'

/** What the evaluations room counts: people asked and answering ('hidden' when too few were asked), and summaries. */
export type Evaluated = {
  turnout: { asked: number; answered: number } | 'hidden' | null
  summaryAnswers: number
  summariesAgreed: number
  visits: number
}

/** What all visits to and from a unit gave. `mayReadAnswers`: the reader may open the answers question by question. */
export function UnitResultsPage({
  results,
  evaluated,
  mayReadAnswers,
}: {
  results: UnitResults
  evaluated: Evaluated
  mayReadAnswers: boolean
}) {
  const { tree, blog } = results
  const { unit } = tree.around
  const measures = ['posts', 'visitors', 'comments'] as const
  return (
    <Page>
      <PageHead
        title={m.indicators_results_title()}
        lead={m.indicators_results_lead({ unit: unit.name })}
        crumbs={[{ label: unit.name, to: `/units/${unit.id}` }, { label: m.indicators_results_title() }]}
      />
      <Section id="indicators" title={m.indicators_results_indicators()}>
        <div className="sl-stack">
          <p className="sl-meta">{m.indicators_results_indicators_note({ period: sentence(periodWords(tree.period)) })}</p>
          <IndicatorRows
            tree={tree}
            indicators={tree.goals.flatMap((goal) => goal.effectGoals).flatMap((goal) => goal.indicators)}
          />
          <p>
            <Link to={`/indicators?set=co_learning&unit=${unit.id}`}>{m.indicators_results_all()}</Link>
          </p>
        </div>
      </Section>
      <Section id="blog" title={m.indicators_results_blog()}>
        <div className="sl-stack-s">
          <DataTable
            caption={m.indicators_results_blog_note()}
            rows={measures}
            rowKey={(measure) => measure}
            columns={[
              { key: 'measure', label: m.indicators_results_measure(), cell: (measure) => blogWords[measure]() },
              {
                key: 'year',
                label: m.indicators_results_year(),
                numeric: true,
                cell: (measure) => formatNumber(blog.year[measure]),
              },
              {
                key: 'ever',
                label: m.indicators_results_ever(),
                numeric: true,
                cell: (measure) => formatNumber(blog.ever[measure]),
              },
            ]}
          />
        </div>
      </Section>
      <Section id="evaluation" title={m.indicators_results_evaluation()}>
        <div className="sl-stack">
          <p>{turnoutWords(evaluated.turnout)}</p>
          {mayReadAnswers ? (
            <p>
              <Link to={`/units/${unit.id}/feedback`}>{m.indicators_results_to_feedback()}</Link>
            </p>
          ) : null}
        </div>
      </Section>
      <Section id="summary" title={m.indicators_results_summary()}>
        <div className="sl-stack-s">
          <p>{m.indicators_results_summary_answers({ count: evaluated.summaryAnswers })}</p>
          <p>{m.indicators_results_summaries({ agreed: evaluated.summariesAgreed, visits: evaluated.visits })}</p>
        </div>
      </Section>
    </Page>
  )
}

/** What one visit gave: what may be told of a single visit, and the way to what may only be told of the unit. */
export function VisitResults({
  blog,
  evaluated,
  host,
}: {
  blog: BlogMeasures
  evaluated: Evaluated
  host: { id: string; name: string; isOpen: boolean }
}) {
  return (
    <Section id="results" title={m.indicators_results_visit_title()}>
      <div className="sl-stack">
        <h3>{m.indicators_results_blog()}</h3>
        <Facts
          items={(['visitors', 'comments', 'posts'] as const).map((measure) => ({
            term: blogWords[measure](),
            value: formatNumber(blog[measure]),
          }))}
        />
        <p className="sl-meta">{m.indicators_results_blog_note()}</p>
        <h3>{m.indicators_results_evaluation()}</h3>
        <p>{turnoutWords(evaluated.turnout)}</p>
        <p className="sl-meta">{m.indicators_results_visit_answers()}</p>
        <h3>{m.indicators_results_summary()}</h3>
        <p>
          {m.indicators_results_summary_answers({ count: evaluated.summaryAnswers })}{' '}
          {evaluated.summariesAgreed > 0 ? m.indicators_results_agreed() : m.indicators_results_not_agreed()}
        </p>
        {host.isOpen ? (
          <p>
            <ButtonLink to={`/units/${host.id}/results`} variant="secondary">
              {m.indicators_results_to_unit({ unit: host.name })}
            </ButtonLink>
          </p>
        ) : null}
      </div>
    </Section>
  )
}

/** On the unit's own page: the ways to what its visits gave and how it reaches its goals. */
export function ResultsLinks({ unitId }: { unitId: string }) {
  return (
    <Section id="unit-results" title={m.indicators_results_title()}>
      <ul className="sl-list">
        <li>
          <Link to={`/units/${unitId}/results`}>{m.indicators_results_open()}</Link>
        </li>
        <li>
          <Link to={`/indicators?unit=${unitId}`}>{m.indicators_results_tree()}</Link>
        </li>
      </ul>
    </Section>
  )
}

const blogWords = {
  posts: m.indicators_results_posts,
  comments: m.indicators_results_comments,
  visitors: m.indicators_results_visitors,
}

function turnoutWords(turnout: Evaluated['turnout']): string {
  if (turnout === null) return m.indicators_results_turnout_none()
  return turnout === 'hidden' ? m.indicators_results_turnout_hidden() : m.indicators_results_turnout(turnout)
}
