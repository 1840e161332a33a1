// How far the person has come, statement by statement: a table that says it, and a small picture of each row.
import { m } from '#app/paraglide/messages.js'
import { DataTable } from '#app/ui/index.ts'
import type { RatingPage } from '../queries/rating-page.server.ts'
import type { Value } from '../rules/statements.ts'
import { rounds } from '../words.ts'
import { roundNames } from './words.ts'

type Row = RatingPage['changes'][number]

export function OwnChange({ changes }: { changes: readonly Row[] }) {
  return (
    <div className="sl-stack">
      <DataTable
        caption={m.mastery_change_caption()}
        columns={[
          { key: 'statement', label: m.mastery_change_statement(), cell: ({ text }) => text },
          ...rounds.map((round) => ({
            key: round,
            label: roundNames[round](),
            cell: ({ by }: Row) => by[round] ?? <NoAnswer />,
            numeric: true,
          })),
          { key: 'moved', label: m.mastery_change_column(), cell: ({ moved }) => <Moved moved={moved} /> },
        ]}
        rows={changes}
        rowKey={({ id }) => id}
      />
      {changes.some(({ moved }) => moved) ? <p className="sl-meta">{m.mastery_change_legend()}</p> : null}
      <p>{m.mastery_change_talk()}</p>
    </div>
  )
}

function NoAnswer() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sl-hidden">{m.mastery_change_blank()}</span>
    </>
  )
}

function Moved({ moved }: { moved: Row['moved'] }) {
  if (!moved) return <NoAnswer />
  const { from, to } = moved
  return (
    <span className="sl-rating__moved">
      <Track from={from} to={to} />
      <span>{from === to ? m.mastery_change_same({ value: to }) : m.mastery_change_moved({ from, to })}</span>
    </span>
  )
}

const STEP = 22
const HEIGHT = 20
const at = (value: Value) => (value - 0.5) * STEP

/** Five places on a line, a ring where it began, a dot where it is; the words beside it say the same. */
function Track({ from, to }: { from: Value; to: Value }) {
  const middle = HEIGHT / 2
  return (
    <svg className="sl-rating__track" viewBox={`0 0 ${STEP * 5} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line className="sl-rating__scale" x1={at(1)} x2={at(5)} y1={middle} y2={middle} />
      {([1, 2, 3, 4, 5] as const).map((value) => (
        <circle key={value} className="sl-rating__place" cx={at(value)} cy={middle} r={2} />
      ))}
      <line className="sl-rating__way" x1={at(from)} x2={at(to)} y1={middle} y2={middle} />
      <circle className="sl-rating__to" cx={at(to)} cy={middle} r={5} />
      <circle className="sl-rating__from" cx={at(from)} cy={middle} r={8} />
    </svg>
  )
}
