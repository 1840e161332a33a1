import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CardSection, Chips, NextStep, Page, PageHead, Section, StatusChip } from '#app/ui/index.ts'
import type { GoalTree } from '../queries.server.ts'
import { StatusChips } from './status-chips.tsx'
import { UnitChoice } from './unit-choice.tsx'
import { periodWords, valueWords } from './words.ts'

type Indicator = GoalTree['goals'][number]['effectGoals'][number]['indicators'][number]

/** The goals of a set with every indicator's value and status at one unit. */
export function GoalTreePage({ tree, reader }: { tree: GoalTree; reader: string }) {
  const { around, set, goals } = tree
  const lead = m.indicators_tree_lead({ unit: around.unit.name, period: periodWords(tree.period) })
  return (
    <Page>
      <PageHead title={m.indicators_tree_title({ set: set.title })} lead={lead} facts={[set.origin]} />
      <UnitChoice around={around} sets={tree.sets} set={set.id} />
      <InShort tree={tree} />
      <TargetToSet tree={tree} reader={reader} />
      {goals.map((goal, index) => (
        <Section key={goal.id} id={goal.id} title={goals.length > 1 ? `${index + 1}. ${goal.title}` : goal.title}>
          <div className="sl-tree">
            {goal.effectGoals.map((effectGoal) => (
              <EffectGoal key={effectGoal.id} title={effectGoal.title} {...{ tree }} indicators={effectGoal.indicators} />
            ))}
          </div>
        </Section>
      ))}
      <Legend least={tree.least} />
    </Page>
  )
}

function InShort({ tree: { counts, goals } }: { tree: GoalTree }) {
  const total = goals.flatMap((goal) => goal.effectGoals.flatMap((effectGoal) => effectGoal.indicators)).length
  return (
    <Section id="in-short" title={m.indicators_short_title()}>
      <div className="sl-stack-s">
        <p className="sl-lead">
          {m.indicators_short_text({ total, met: counts.met, notMet: counts.not_met })}{' '}
          {counts.no_data > 0 ? m.indicators_short_no_data({ count: counts.no_data }) : null}
        </p>
        <Chips>
          <StatusChip status="met">{m.indicators_chip_met({ count: counts.met })}</StatusChip>
          <StatusChip status="not-met">{m.indicators_chip_not_met({ count: counts.not_met })}</StatusChip>
          <StatusChip status="no-target">{m.indicators_chip_no_target({ count: counts.no_target })}</StatusChip>
          <StatusChip status="no-data">{m.indicators_chip_no_data({ count: counts.no_data })}</StatusChip>
          {counts.hidden > 0 ? (
            <StatusChip status="hidden">{m.indicators_chip_hidden({ count: counts.hidden })}</StatusChip>
          ) : null}
        </Chips>
      </div>
    </Section>
  )
}

/** The one next step of somebody who may set targets: a value without one. */
function TargetToSet({ tree, reader }: { tree: GoalTree; reader: string }) {
  const { toSet, around } = tree
  if (!toSet?.value) return null
  const value = valueWords(toSet.kind, toSet.value)
  return (
    <NextStep
      id="next"
      eyebrow={m.indicators_next_eyebrow({ name: reader })}
      title={m.indicators_next_title({ title: toSet.title })}
      action={
        <ButtonLink to={`/indicators/${toSet.id}/target?unit=${around.unit.id}`}>{m.indicators_next_action()}</ButtonLink>
      }
    >
      <p>{m.indicators_next_text({ value })}</p>
    </NextStep>
  )
}

function EffectGoal({ title, indicators, tree }: { title: string | null; indicators: readonly Indicator[]; tree: GoalTree }) {
  if (title === null) return <IndicatorRows tree={tree} indicators={indicators} />
  return (
    <details open>
      <summary>{title}</summary>
      <IndicatorRows tree={tree} indicators={indicators} inside />
    </details>
  )
}

/** Name, value and status of indicators at the tree's unit. */
export function IndicatorRows({
  tree,
  indicators,
  inside,
}: {
  tree: GoalTree
  indicators: readonly Indicator[]
  inside?: boolean
}) {
  return (
    <ul className={inside ? 'sl-tree__in' : undefined}>
      {indicators.map((indicator) => (
        <Row key={indicator.id} {...{ indicator, tree }} />
      ))}
    </ul>
  )
}

function Row({ indicator, tree }: { indicator: Indicator; tree: GoalTree }) {
  return (
    <li className="sl-indicator">
      <span>
        <Link to={`/indicators/${indicator.id}?unit=${tree.around.unit.id}`}>{indicator.title}</Link>
        {indicator.status.name === 'no_data' ? (
          <span className="sl-indicator__source">{m.indicators_source_text({ sources: indicator.sources.join(', ') })}</span>
        ) : null}
      </span>
      <span className="sl-indicator__value">
        {indicator.value ? valueWords(indicator.kind, indicator.value, indicator.target) : m.indicators_none()}
      </span>
      <StatusChips status={indicator.status} least={tree.least} />
    </li>
  )
}

function Legend({ least }: { least: number }) {
  const lines = [
    { chip: <StatusChip status="met" />, words: m.indicators_legend_met() },
    { chip: <StatusChip status="not-met" />, words: m.indicators_legend_not_met() },
    { chip: <StatusChip status="unsure" />, words: m.indicators_legend_unsure() },
    { chip: <StatusChip status="no-target" />, words: m.indicators_legend_no_target() },
    { chip: <StatusChip status="no-data" />, words: m.indicators_legend_no_data() },
    { chip: <StatusChip status="hidden">{m.indicators_hidden({ least })}</StatusChip>, words: m.indicators_legend_hidden() },
  ]
  return (
    <CardSection id="legend" title={m.indicators_legend_title()}>
      <ul className="sl-grid sl-grid--3">
        {lines.map(({ chip, words }) => (
          <li key={words} className="sl-stack-s">
            {chip}
            <p className="sl-meta">{words}</p>
          </li>
        ))}
      </ul>
    </CardSection>
  )
}
