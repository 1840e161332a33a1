// The pieces of the improvement game: to print, cut apart and shuffle.
import { m } from '#app/paraglide/messages.js'
import { DataTable, Section } from '#app/ui/index.ts'

/** 24 pieces in a printed order that is not the right one, so that cutting them apart already shuffles. */
const order = [17, 4, 22, 9, 13, 1, 20, 6, 15, 11, 24, 3, 8, 19, 2, 14, 23, 10, 5, 18, 12, 21, 7, 16]
const rounds = [1, 2, 3]
/** To be written by hand. */
const blank = () => '\u00a0'

export function GamePieces() {
  return (
    <>
      <Section id="rounds" title={m.paths_game_rounds()}>
        <DataTable
          caption={m.paths_game_rounds()}
          columns={[
            { key: 'round', label: m.paths_game_round(), cell: (round) => round },
            { key: 'change', label: m.paths_game_change(), cell: blank },
            { key: 'predicted', label: m.paths_game_predicted(), cell: blank },
            { key: 'seconds', label: m.paths_game_seconds(), cell: blank },
            { key: 'errors', label: m.paths_game_errors(), cell: blank },
          ]}
          rows={rounds}
          rowKey={String}
        />
      </Section>
      <Section id="pieces" title={m.paths_game_pieces()}>
        <div className="sl-stack">
          <p>{m.paths_game_pieces_lead()}</p>
          <ul className="sl-path-pieces">
            {order.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
        </div>
      </Section>
    </>
  )
}
