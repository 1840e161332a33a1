// Tables that stay tables: on phones each row becomes a block of label and value, with every role spelled out.
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  label: string
  /** What a cell shows; the first column is the row's heading. */
  cell: (row: Row) => ReactNode
  numeric?: boolean
  /** A shorter label for the phone blocks. */
  short?: string
}

type Props<Row> = {
  caption: ReactNode
  /** The heading above says the same: the caption is only read out. */
  headed?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Blocks on phones; by itself when there are more than three columns. */
  stack?: boolean
}

// Spread, not written out: display: block and grid take the built-in roles away in some browsers.
const table = { role: 'table' }
const rowgroup = { role: 'rowgroup' }
const tableRow = { role: 'row' }
const columnheader = { role: 'columnheader' }
const rowheader = { role: 'rowheader' }
const tableCell = { role: 'cell' }

export function DataTable<Row>({ caption, headed, columns, rows, rowKey, stack = columns.length > 3 }: Props<Row>) {
  return (
    <table className={`sl-table${stack ? ' sl-table--stack' : ''}`} {...table}>
      <caption className={headed ? 'sl-hidden' : undefined}>{caption}</caption>
      <thead {...rowgroup}>
        <tr {...tableRow}>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.numeric ? 'sl-num' : undefined} {...columnheader}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...rowgroup}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...tableRow}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" {...rowheader}>
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  className={column.numeric ? 'sl-num' : undefined}
                  data-label={column.short ?? column.label}
                  {...tableCell}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
