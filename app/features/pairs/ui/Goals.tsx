// Joint goals with what they are measured by: read on pages, chosen in the form.
import { Link } from '@remix-run/react'
import { valueWords } from '#app/features/indicators/ui/words.ts'
import { m } from '#app/paraglide/messages.js'
import type { Option } from '#app/ui/index.ts'
import type { GoalView, LinkChoices, LinkView } from '../queries/goal-links.server.ts'

export function Goals({ goals, language }: { goals: readonly GoalView[]; language: string }) {
  return (
    <ol className="sl-list">
      {goals.map(({ text, link }) => (
        <li key={text}>
          <p className="sl-voice sl-path-letter" lang={language}>
            {text}
          </p>
          {link ? <Measured link={link} /> : null}
        </li>
      ))}
    </ol>
  )
}

function Measured({ link }: { link: LinkView }) {
  if (link.kind === 'hidden') return <p className="sl-meta">{m.pairs_goal_hidden()}</p>
  if (link.kind === 'indicator') {
    return (
      <p className="sl-meta">
        <Link to={`/indicators/${link.indicatorId}?unit=${link.unitId}`}>
          {m.pairs_goal_at({ title: link.title, unit: link.unitName })}
        </Link>
        {': '}
        {presentValue(link)}
      </p>
    )
  }
  return (
    <p className="sl-meta">
      <Link to={`/visits/${link.visitId}/preparation`}>{m.pairs_goal_visit({ visit: link.visitTitle })}</Link>
      {': '}
      <span lang={link.language}>{link.text}</span>
    </p>
  )
}

/** As the indicator's own page says it: the number, or why there is none. */
function presentValue({ value, measure, least }: Extract<LinkView, { kind: 'indicator' }>): string {
  if (value.state === 'shown') return valueWords(measure, value.shown)
  return value.state === 'hidden' ? m.indicators_hidden_text({ least }) : m.indicators_none()
}

/** `kept`: what this row has chosen already, offered also when the reader cannot read it. */
export function measureOptions({ indicators, visitGoals }: LinkChoices, kept: string): Option[] {
  const all = [...visitGoals.map((goal) => ({ ...goal, group: m.pairs_joint_measure_visits() })), ...indicators]
  const isKnown = kept === '' || all.some((one) => one.value === kept)
  return isKnown ? all : [{ value: kept, label: m.pairs_joint_measure_kept() }, ...all]
}
