import { Link } from '@remix-run/react'
import { formatNumber, formatShortDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Fold, Section } from '#app/ui/index.ts'
import type { IndicatorFile } from '../queries.server.ts'
import { periodWords, sentence, targetWords, valueWords } from './words.ts'

/** How the value was worked out, so that anybody can work it out again. */
export function Formula({ file }: { file: IndicatorFile }) {
  const { indicator, least, period, groups } = file
  const inputs = inputsOf(file)
  const parts = groups.flatMap(({ id, title, sum }) => (sum.state === 'shown' ? [{ id, title, shown: sum.shown }] : []))
  return (
    <Fold summary={m.indicators_formula_title()}>
      <dl className="sl-facts sl-formula">
        <Term name={m.indicators_formula_numerator()} words={indicator.numerator} />
        <Term name={m.indicators_formula_denominator()} words={indicator.denominator} />
        <Term name={m.indicators_formula_inputs()} words={inputs} />
        {parts.length > 1
          ? parts.map(({ id, title, shown }) => <Term key={id} name={title} words={m.indicators_of_answers(shown)} />)
          : null}
        <Term name={m.indicators_formula_period()} words={sentence(periodWords(period))} />
        <Term name={m.indicators_formula_source()} words={sentence(indicator.sources.join(', '))} />
      </dl>
      <p>{m.indicators_formula_roll_up()}</p>
      <Comparison file={file} />
      <p>{indicator.isState ? m.indicators_formula_state({ least }) : m.indicators_formula_steps({ least })}</p>
    </Fold>
  )
}

function Term({ name, words }: { name: string; words: string | null }) {
  if (!words) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
}

function inputsOf({ value, indicator, target }: IndicatorFile): string | null {
  if (value.state !== 'shown') return null
  const { numerator, denominator } = value.shown
  const result = valueWords(indicator.kind, value.shown, target?.target)
  if (indicator.kind === 'count') return m.indicators_formula_count({ numerator })
  const given = { numerator, denominator, value: result }
  return indicator.kind === 'net' ? m.indicators_formula_net(given) : m.indicators_formula_share(given)
}

/** 53 × 100 = 5,300 against 85 × 60 = 5,100: what the status was decided by. */
function Comparison({ file: { value, target } }: { file: IndicatorFile }) {
  if (value.state !== 'shown' || !target || value.shown.denominator === 0) return null
  const { numerator, denominator } = value.shown
  const limit = target.target
  const product = (a: number, b: number) => `${formatNumber(a)} × ${formatNumber(b)} = ${formatNumber(a * b)}`
  return (
    <p className="sl-formula">
      {m.indicators_formula_status({
        left: product(numerator, limit.denominator),
        right: product(limit.numerator, denominator),
      })}
    </p>
  )
}

/** The target, who set it and why, the unit's earlier ones, and the way to set another. */
export function TargetSection({ file }: { file: IndicatorFile }) {
  const { indicator, around, history, maySetTarget } = file
  const change = `/indicators/${indicator.id}/target?unit=${around.unit.id}`
  const withdrawal = `/indicators/${indicator.id}/target/withdrawal?unit=${around.unit.id}`
  const isNext = maySetTarget && file.status.name === 'no_target'
  return (
    <Section
      id="target"
      title={m.indicators_target_title()}
      action={
        maySetTarget ? (
          <span className="sl-row">
            <ButtonLink to={change} variant={isNext ? 'primary' : 'secondary'}>
              {m.indicators_next_action()}
            </ButtonLink>
            {history[0]?.target ? <Link to={withdrawal}>{m.indicators_withdraw_title()}</Link> : null}
          </span>
        ) : null
      }
    >
      <div className="sl-stack">
        <InForce file={file} />
        {history.length > 0 ? (
          <Fold summary={m.indicators_target_history({ unit: around.unit.name })}>
            <ul className="sl-target-history">
              {history.map((row) => (
                <li key={row.id}>
                  {m.indicators_target_row({ day: dayWords(row.setAt), name: row.setName })}{' '}
                  {row.target ? targetWords(indicator.kind, row.target) : m.indicators_target_taken_back()}
                  <p className="sl-voice" lang={row.language}>
                    {row.reason}
                  </p>
                </li>
              ))}
            </ul>
          </Fold>
        ) : null}
      </div>
    </Section>
  )
}

function InForce({ file: { target, indicator, around } }: { file: IndicatorFile }) {
  if (!target) {
    return (
      <p>{indicator.kind === 'status' ? m.indicators_target_level() : m.indicators_target_none({ unit: around.unit.name })}</p>
    )
  }
  const words = sentence(targetWords(indicator.kind, target.target))
  if (!target.row) return <p>{m.indicators_target_strategy({ target: words })}</p>
  const { setName, setAt, reason, language } = target.row
  return (
    <>
      <p>{m.indicators_target_set({ target: words, name: setName, unit: target.unitName ?? '', day: dayWords(setAt) })}</p>
      <p className="sl-voice" lang={language}>
        {reason}
      </p>
    </>
  )
}

function dayWords(instant: Date): string {
  return formatShortDay(dayAt(new Date(instant), HOME_ZONE))
}
