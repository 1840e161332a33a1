// What was taken out of a text and what was put in, word by word.

export type Piece = { kind: 'same' | 'out' | 'in'; text: string }

/** Above this many comparisons the middle of a text counts as written anew: the page must not wait. */
const MOST_STEPS = 4_000_000

/**
 * The two texts as one: what stayed, what went, what came. All that is not `in` joined gives `before`, all that is not `out`
 * gives `after`. The fewest words possible are told as changed (longest common subsequence).
 */
export function wordsChanged(before: string, after: string): Piece[] {
  const [a, b] = [tokens(before), tokens(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const middle = changed(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const same = (words: string[]): Piece[] => words.map((text) => ({ kind: 'same', text }))
  return joined([...same(a.slice(0, start)), ...middle, ...same(end === 0 ? [] : a.slice(-end))])
}

/** Words, each with the space that follows it; line breaks are words of their own. */
function tokens(text: string): string[] {
  return text.match(/\n|[^\s]+[^\S\n]*|[^\S\n]+/g) ?? []
}

function changed(a: readonly string[], b: readonly string[]): Piece[] {
  const anew: Piece[] = [
    ...a.map((text) => ({ kind: 'out' as const, text })),
    ...b.map((text) => ({ kind: 'in' as const, text })),
  ]
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_STEPS) return anew
  // common[i][j]: how many words a from i and b from j have in common, in order.
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = common[i] as Uint32Array
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'out', text: a[i] ?? '' })
      i += 1
    } else {
      pieces.push({ kind: 'in', text: b[j] ?? '' })
      j += 1
    }
  }
  return pieces
}

/** Neighbours of one kind as one piece, what went before what came. */
function joined(pieces: readonly Piece[]): Piece[] {
  const told: Piece[] = []
  for (const piece of pieces) {
    const last = told.at(-1)
    if (last?.kind === piece.kind) last.text += piece.text
    else told.push({ ...piece })
  }
  return told
}
