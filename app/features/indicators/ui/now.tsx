import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Card, Columns, Facts } from '#app/ui/index.ts'
import type { IndicatorFile } from '../queries.server.ts'
import { isLowRate } from '../rules/status.ts'
import { wilson } from '../rules/wilson.ts'
import { StatusChips } from './status-chips.tsx'
import { limitWords, sentence, shareWords, targetWords, valueWords } from './words.ts'

/** How it stands now: the value, its status, one sentence about both, and beside it target, response rate and question. */
export function Now({ file }: { file: IndicatorFile }) {
  const { value, status, least, indicator, target } = file
  const shown = value.state === 'shown' ? value.shown : null
  return (
    <Columns label={m.indicators_now_title()} side={<Facts items={factsOf(file)} />}>
      <Card>
        <div className="sl-row sl-row--between">
          <div className="sl-stack-s">
            <p className="sl-value">{shown ? valueWords(indicator.kind, shown, target?.target) : m.indicators_none()}</p>
            {shown && indicator.kind === 'share' ? <p>{m.indicators_of_answers(shown)}</p> : null}
            {shown && indicator.kind === 'net' ? <p>{m.indicators_net_answers({ count: shown.denominator })}</p> : null}
          </div>
          <StatusChips status={status} least={least} />
        </div>
        <p className="sl-say">{sayOf(file)}</p>
      </Card>
    </Columns>
  )
}

/** The status as a sentence. */
function sayOf({ value, status, least, indicator, target }: IndicatorFile): string {
  if (value.state === 'hidden') return m.indicators_hidden_text({ least })
  if (value.state !== 'shown') {
    const sources = indicator.sources.join(', ')
    return `${m.indicators_no_data_text()} ${m.indicators_source_text({ sources })}`
  }
  if (!target) return `${indicator.wish === 'high' ? `${m.indicators_wish_high()} ` : ''}${m.indicators_no_target_text()}`
  const words = targetWords(indicator.kind, target.target)
  const isMet = status.name === 'met'
  if (!status.uncertain) return isMet ? m.indicators_met_sure({ target: words }) : m.indicators_not_met_sure({ target: words })
  const { low, high } = wilson(value.shown)
  const doubt = { answers: value.shown.answers, low: shareWords(low), high: shareWords(high) }
  return isMet ? m.indicators_met_unsure(doubt) : m.indicators_not_met_unsure(doubt)
}

function factsOf({ indicator, target, rate, value }: IndicatorFile): { term: string; value: ReactNode }[] {
  const facts: { term: string; value: ReactNode }[] = [
    { term: m.indicators_fact_target(), value: targetFact(indicator, target) },
  ]
  if (rate.state === 'shown') facts.push({ term: m.indicators_fact_rate(), value: <Rate counts={rate.shown} /> })
  if (value.state === 'shown' && indicator.fromPeople) {
    facts.push({ term: m.indicators_fact_answers(), value: value.shown.answers })
  }
  if (indicator.questions.length > 0) {
    const questions = indicator.questions.map((text) => <p key={text}>{m.indicators_quote({ text })}</p>)
    facts.push({ term: m.indicators_fact_question({ count: questions.length }), value: questions })
  }
  return facts
}

function targetFact(indicator: IndicatorFile['indicator'], target: IndicatorFile['target']): ReactNode {
  if (!target) return indicator.kind === 'status' ? m.indicators_target_level() : m.indicators_fact_no_target()
  const { comparator } = target.target
  const isStrict = comparator === '>' || comparator === '<'
  return (
    <>
      {sentence(targetWords(indicator.kind, target.target))}
      {isStrict ? (
        <span className="sl-meta"> ({m.indicators_not_enough({ limit: limitWords(indicator.kind, target.target) })})</span>
      ) : null}
    </>
  )
}

function Rate({ counts }: { counts: { numerator: number; denominator: number } }) {
  return (
    <>
      {m.indicators_rate({ ...counts, value: valueWords('share', counts) })}
      {isLowRate(counts) ? <span className="sl-meta"> {m.indicators_rate_low()}</span> : null}
    </>
  )
}
