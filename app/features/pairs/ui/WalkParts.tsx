// Pieces of a walk that several pages show: the next step, what the other one sees, the pairs one is in.
import { EyeIcon, PadlockLockedIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import { addressOf, minutesWords } from '#app/features/paths/ui/words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, CardSection, NextStep, Notice, Pair, Section } from '#app/ui/index.ts'
import type { PairBrief } from '../queries/walk.server.ts'
import type { JointStanding } from '../rules/joint.ts'
import type { NextView } from '../views.ts'
import { firstName, jointAddress, otherName, pairAddress, pairTitle } from './words.ts'

export function PairFaces({ pair, large }: { pair: PairBrief; large?: boolean }) {
  return <Pair host={{ name: pair.resourcePerson }} guest={{ name: pair.leader ?? '?' }} large={large ?? false} />
}

/** From the list of paths to one's own. */
export function MyPairsLink() {
  return (
    <ButtonLink to="/pairs" variant="secondary">
      {m.pairs_list_title()}
    </ButtonLink>
  )
}

/** What the reader can do now. `pair`: the one that is shown. `toPage`: with the way to the page of the two, which it does not stand on. */
export function NextWalkStep({ next, pair, toPage }: { next: NextView; pair: PairBrief; toPage?: true }) {
  const other = firstName(otherName(pair))
  const me = firstName(pair.me === 'leader' ? (pair.leader ?? '') : pair.resourcePerson)
  if (next.kind === 'waiting' || next.kind === 'finished') {
    return (
      <Notice tone={next.kind === 'finished' ? 'success' : 'info'}>
        <p>{next.kind === 'finished' ? m.pairs_next_finished() : m.pairs_next_waiting({ name: other })}</p>
        {next.kind === 'finished' ? (
          <p>
            <Link to="/teaching/new">{m.pairs_next_teach()}</Link>
          </p>
        ) : null}
        {next.kind === 'waiting' && toPage ? (
          <p>
            <Link to={pairAddress(pair.id)}>{m.pairs_open()}</Link>
          </p>
        ) : null}
      </Notice>
    )
  }
  const joint = next.kind === 'joint'
  return (
    <NextStep
      id="next"
      eyebrow={m.pairs_next_eyebrow({ name: me })}
      pair={joint && pair.leader ? <PairFaces pair={pair} /> : undefined}
      title={next.title}
      action={
        <ButtonLink to={joint ? jointAddress(pair.id, next.moduleId) : `${next.address}?pair=${pair.id}`}>
          {joint ? m.pairs_next_joint_do() : m.pairs_next_read()}
        </ButtonLink>
      }
      quiet={
        toPage ? (
          <ButtonLink to={pairAddress(pair.id)} variant="quiet">
            {m.pairs_open()}
          </ButtonLink>
        ) : null
      }
      note={joint ? undefined : minutesWords(next.minutes)}
    >
      <p>{joint ? jointWhy(next.standing, other) : next.module}</p>
    </NextStep>
  )
}

function jointWhy(standing: JointStanding, other: string): string {
  if (standing === 'waits_for_me') return m.pairs_next_joint_waits_for_me({ name: other })
  return standing === 'unwritten' ? m.pairs_next_joint_unwritten() : m.pairs_next_joint_unconfirmed()
}

/** The same list for both, since both see the same: what is seen, and what is not. */
export function SeenByLeader({ pair }: { pair: PairBrief }) {
  const title = pair.me === 'leader' ? m.pairs_seen_by_me({ name: pair.resourcePerson }) : m.pairs_seen_by_leader()
  const seen = [m.pairs_seen_done(), m.pairs_seen_joint(), m.pairs_seen_practice(), m.pairs_seen_shared()]
  const unseen = [m.pairs_seen_not_private(), m.pairs_seen_not_rating(), m.pairs_seen_not_checks()]
  return (
    <CardSection id="seen" title={title}>
      <ul className="sl-path-seen">
        {seen.map((words) => (
          <li key={words}>
            <EyeIcon aria-hidden />
            <span>
              <span className="sl-hidden">{m.pairs_seen_yes()} </span>
              {words}
            </span>
          </li>
        ))}
        {unseen.map((words) => (
          <li key={words}>
            <PadlockLockedIcon aria-hidden />
            <span>
              <span className="sl-hidden">{m.pairs_seen_no()} </span>
              {words}
            </span>
          </li>
        ))}
      </ul>
      <p className="sl-meta">{m.pairs_seen_same()}</p>
      {pair.leader ? <p className="sl-meta">{openedWords(pair)}</p> : null}
    </CardSection>
  )
}

function openedWords({ me, leader, resourcePerson, openedOn }: PairBrief): string {
  const name = leader ?? ''
  if (me === 'leader') return m.pairs_seen_opened_told({ name: resourcePerson })
  return openedOn ? m.pairs_seen_opened({ name, day: formatDay(openedOn) }) : m.pairs_seen_unopened({ name })
}

/** The pairs beside the one that is shown: to read on with, and the invitations that wait. */
export function OtherPairs({ pairs, shown, pathId }: { pairs: readonly PairBrief[]; shown: PairBrief | null; pathId: string }) {
  if (pairs.length === 0) return null
  return (
    <Section id="others" title={shown ? m.pairs_others() : m.pairs_mine()}>
      <ul className="sl-list">
        {pairs.map((pair) => (
          <li key={pair.id}>
            <Link to={pair.asked ? pairAddress(pair.id) : `${addressOf(pathId)}?pair=${pair.id}`}>
              {pair.asked ? m.pairs_need_answer({ name: otherName(pair) }) : pairTitle(pair)}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/pairs">{m.pairs_list_all()}</Link>
        </li>
      </ul>
    </Section>
  )
}

/** Offered to who has signed in and walks with nobody. */
export function WalkTogether({ to }: { to: string }) {
  return (
    <Card tone="meet">
      <p>{m.pairs_walk_start_text()}</p>
      <p>
        <ButtonLink to={to} variant="secondary">
          {m.pairs_start_title()}
        </ButtonLink>
      </p>
    </Card>
  )
}
