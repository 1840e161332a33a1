// What counts on the path because it was done at work, and the cycles that the two keep.
import { CheckmarkCircleIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Section } from '#app/ui/index.ts'
import type { PairBrief } from '../../queries/walk.server.ts'
import type { Cycle, WorkLine } from '../../work-view.ts'
import { pairAddress } from '../words.ts'

type Props = {
  pair: Pick<PairBrief, 'id' | 'pathId' | 'resourcePerson' | 'leader'>
  work: readonly WorkLine[]
  cycles: readonly Cycle[]
  canWrite: boolean
}

export function WorkOfPair({ pair, work, cycles, canWrite }: Props) {
  return (
    <Section id="work" title={m.pairs_work()}>
      <div className="sl-stack">
        <p className="sl-meta">{m.pairs_work_text()}</p>
        {work.length === 0 ? <p>{m.pairs_work_none()}</p> : null}
        <ul className="sl-path-seen">
          {work.map((one) => (
            <li key={one.key}>
              <CheckmarkCircleIcon aria-hidden className="sl-path-done" />
              <span>
                <WorkWords work={one} name={(one.by === 'leader' ? pair.leader : pair.resourcePerson) ?? ''} />{' '}
                <span className="sl-meta">
                  {m.pairs_work_counts()}{' '}
                  <Link to={`${addressOf(pair.pathId, one.activity.module, one.activity.id)}?pair=${pair.id}`}>
                    {one.activity.title}
                  </Link>
                </span>
              </span>
            </li>
          ))}
        </ul>
        <h3>{m.pairs_cycles()}</h3>
        <p className="sl-meta">{m.pairs_cycles_text()}</p>
        <ul className="sl-list">
          {cycles.map((cycle) => (
            <li key={cycle.id}>
              <Link to={pairAddress(pair.id, 'cycles', cycle.id)}>{formatDay(cycle.onDay)}</Link>{' '}
              <span lang={cycle.language}>{cycle.plan.slice(0, 80)}</span>
            </li>
          ))}
        </ul>
        {canWrite ? (
          <p>
            <ButtonLink to={pairAddress(pair.id, 'cycles', 'new')} variant="secondary">
              {m.pairs_cycle_new()}
            </ButtonLink>
          </p>
        ) : null}
      </div>
    </Section>
  )
}

/** The other one's work is named by its kind alone when the reader may not see the thing itself. */
export function WorkWords({ work, name }: { work: WorkLine; name: string }) {
  return (
    <>
      {work.mine ? own[work.kind]() : others[work.kind]({ name })}
      {work.shown ? (
        <>
          {': '}
          <Link to={work.shown.to} lang={work.shown.language}>
            {work.shown.title}
          </Link>
          {`, ${formatDay(work.shown.day)}`}
        </>
      ) : null}
      .
    </>
  )
}

const own = {
  visit_hosted: m.pairs_work_own_visit,
  post_published: m.pairs_work_own_post,
  taught: m.pairs_work_own_taught,
  taught_on: m.pairs_work_own_taught_on,
  work_tested: m.pairs_work_own_work_tested,
  work_implemented: m.pairs_work_own_work_implemented,
  cycle_tested: m.pairs_work_cycle_tested,
  cycle_studied: m.pairs_work_cycle_studied,
  cycle_again: m.pairs_work_cycle_again,
}

const others = {
  visit_hosted: m.pairs_work_visit,
  post_published: m.pairs_work_post,
  taught: m.pairs_work_taught,
  taught_on: m.pairs_work_taught_on,
  work_tested: m.pairs_work_work_tested,
  work_implemented: m.pairs_work_work_implemented,
  cycle_tested: () => m.pairs_work_cycle_tested(),
  cycle_studied: () => m.pairs_work_cycle_studied(),
  cycle_again: () => m.pairs_work_cycle_again(),
}
