// What the two can change about their walk, folded away; and the managers there were.
import { Form } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Fold, Section, SubmitButton } from '#app/ui/index.ts'
import type { PairView } from '../views.ts'
import { pairAddress } from './words.ts'

export function PairChanges({ pair, can, leaders }: PairView) {
  return (
    <>
      {leaders.length > 1 ? (
        <Section id="leaders" title={m.pairs_leaders()}>
          <ul className="sl-list">
            {leaders.map(({ name, from, to }) => (
              <li key={`${name} ${from}`}>
                {to
                  ? m.pairs_leader_until({ name, from: formatDay(from), to: formatDay(to) })
                  : m.pairs_leader_since({ name, day: formatDay(from) })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {can.end ? (
        <Fold summary={m.pairs_change()}>
          {can.pause ? <Press to={pairAddress(pair.id, 'pause')} words={m.pairs_pause()} /> : null}
          {can.nameLeader ? (
            <p>
              <ButtonLink to={pairAddress(pair.id, 'leader')} variant="secondary">
                {m.pairs_leader_change()}
              </ButtonLink>
            </p>
          ) : null}
          {can.move ? (
            <p>
              <ButtonLink to={pairAddress(pair.id, 'unit')} variant="secondary">
                {m.pairs_move()}
              </ButtonLink>
            </p>
          ) : null}
          <p>{m.pairs_end_text()}</p>
          <Press to={pairAddress(pair.id, 'end')} words={m.pairs_end()} danger />
        </Fold>
      ) : null}
    </>
  )
}

function Press({ to, words, danger }: { to: string; words: string; danger?: boolean }) {
  return (
    <Form method="post" action={to}>
      <SubmitButton variant={danger ? 'danger' : 'secondary'}>{words}</SubmitButton>
    </Form>
  )
}
