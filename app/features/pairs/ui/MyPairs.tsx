// Everybody one walks a path with: what is under way, what waits for an answer, what rests and what is over.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, EmptyState, Page, PageHead, Section } from '#app/ui/index.ts'
import type { Awaited } from '../queries/awaited.server.ts'
import type { MyPair } from '../queries/my-pairs.server.ts'
import { AwaitedPeople } from './start/InviteToWalk.tsx'
import { PairFaces } from './WalkParts.tsx'
import { otherName, pairAddress, pairTitle, talkWhen } from './words.ts'

export function MyPairs({ pairs, awaited }: { pairs: readonly MyPair[]; awaited: readonly Awaited[] }) {
  const groups = [
    { id: 'asked', title: m.pairs_list_asked(), own: pairs.filter((one) => one.asked || one.status === 'invited') },
    {
      id: 'open',
      title: m.pairs_list_open(),
      own: pairs.filter((one) => !one.asked && ['under_way', 'alone'].includes(one.status)),
    },
    { id: 'paused', title: m.pairs_list_paused(), own: pairs.filter((one) => !one.asked && one.status === 'paused') },
    { id: 'ended', title: m.pairs_list_ended(), own: pairs.filter((one) => one.status === 'ended') },
  ].filter((group) => group.own.length > 0)
  return (
    <Page>
      <PageHead title={m.pairs_list_title()} lead={m.pairs_list_lead()}>
        <div className="sl-row">
          {pairs.length > 0 ? <Link to="/pairs/calendar">{m.pairs_calendar_title()}</Link> : null}
          <Link to="/groups">{m.pairs_groups()}</Link>
        </div>
      </PageHead>
      {pairs.length === 0 ? (
        <EmptyState id="none" title={m.pairs_list_none()} action={<ButtonLink to="/paths">{m.pairs_list_paths()}</ButtonLink>}>
          <p>{m.pairs_list_none_text()}</p>
        </EmptyState>
      ) : null}
      <AwaitedPeople awaited={awaited} />
      {groups.map(({ id, title, own }) => (
        <Section key={id} id={id} title={title}>
          <div className="sl-stack">
            {own.map((pair) => (
              <PairCard key={pair.id} pair={pair} />
            ))}
          </div>
        </Section>
      ))}
    </Page>
  )
}

function PairCard({ pair }: { pair: MyPair }) {
  const { unit, path, steps, talk } = pair
  const open = pair.status === 'under_way'
  return (
    <Card>
      <div className="sl-row">
        <PairFaces pair={pair} />
        <div className="sl-stack-s sl-grow">
          <h3>
            <Link to={pairAddress(pair.id)}>
              {pair.asked ? m.pairs_need_answer({ name: otherName(pair) }) : pairTitle(pair)}
            </Link>
          </h3>
          <p className="sl-meta">
            {path} · <span lang={unit.language}>{unit.name}</span>
          </p>
        </div>
      </div>
      <p>{[waitingWords(pair), pair.asked ? null : m.pairs_list_steps(steps)].filter(Boolean).join(' · ')}</p>
      {open ? <p>{talk ? m.pairs_list_talk({ when: talkWhen(talk) }) : m.pairs_list_no_talk()}</p> : null}
    </Card>
  )
}

function waitingWords(pair: MyPair): string | null {
  if (pair.asked) return m.pairs_status_answer_me()
  if (pair.status === 'invited') return m.pairs_status_answer_other({ name: otherName(pair) })
  return pair.status === 'alone' ? m.pairs_status_alone() : null
}
