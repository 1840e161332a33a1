export type Figure = {
  what: string
  ours: string
  /** What it is measured against, in the same run. */
  peer: string
  ratio: number
  limit: number
}

/** One line a figure: what, ours, the peer or limit of the same run, the ratio, and whether it keeps within what we promise. */
export function printTable(figures: readonly Figure[]): void {
  const rows = figures.map(({ what, ours, peer, ratio, limit }) => [
    what,
    ours,
    peer,
    `${ratio.toFixed(2)} ×`,
    `${limit} ×`,
    ratio <= limit ? 'kept' : 'not kept',
  ])
  const head = ['figure', 'ours', 'peer or limit', 'ratio', 'goal', '']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)))
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
