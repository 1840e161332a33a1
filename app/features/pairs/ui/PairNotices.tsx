// What a pair has to know before anything else: that it waits, rests, is over, or that somebody or the unit has gone; and the way on.
import { Form } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Notice, SubmitButton } from '#app/ui/index.ts'
import type { PairView } from '../views.ts'
import { otherName, pairAddress } from './words.ts'

export function PairNotices(view: PairView) {
  const { pair, asked, pausedOn, endedOn, declinedBy, can } = view
  const faults = endedOn ? [] : faultsOf(view)
  const words = [
    endedOn ? m.pairs_ended({ day: formatDay(endedOn) }) : null,
    pausedOn && !endedOn ? m.pairs_paused({ day: formatDay(pausedOn) }) : null,
    pair.status === 'invited' ? m.pairs_waits({ name: otherName(pair) }) : null,
    pair.status !== 'invited' && asked ? m.pairs_next_leader({ name: asked }) : null,
    declinedBy ? m.pairs_declined({ name: declinedBy }) : null,
    pair.status === 'alone' ? m.pairs_alone() : null,
    ...faults,
  ].filter((text) => text !== null)
  if (words.length === 0) return null
  const asksLeader = can.nameLeader && !asked && (pair.status === 'alone' || view.missing.leader !== null)
  const moves = can.move && (view.unitClosed || view.missing.resourcePerson !== null)
  return (
    <Notice tone={faults.length > 0 ? 'warning' : 'info'}>
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {asksLeader || moves || can.resume ? (
        <div className="sl-row">
          {can.resume ? (
            <Form method="post" action={pairAddress(pair.id, 'resumption')}>
              <SubmitButton>{m.pairs_resume()}</SubmitButton>
            </Form>
          ) : null}
          {asksLeader ? (
            <ButtonLink to={pairAddress(pair.id, 'leader')} variant="secondary">
              {m.pairs_need_ask_leader()}
            </ButtonLink>
          ) : null}
          {moves ? (
            <ButtonLink to={pairAddress(pair.id, 'unit')} variant="secondary">
              {m.pairs_move()}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </Notice>
  )
}

function faultsOf({ pair, missing, unitClosed }: PairView): string[] {
  const unit = pair.unit.name
  if (unitClosed) return [m.pairs_fault_unit({ unit })]
  const { resourcePerson, leader } = missing
  return [
    ...(leader ? [m.pairs_fault_leader({ name: leader, unit })] : []),
    ...(resourcePerson && pair.me === 'leader' ? [m.pairs_fault_resource({ name: resourcePerson, unit })] : []),
    ...(resourcePerson && pair.me === 'resource_person' ? [m.pairs_fault_me({ unit })] : []),
  ]
}
