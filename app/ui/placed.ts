/** Pieces of one text, each with the place of its first letter: what it can be told apart by when two say the same. */
export function placed<T extends { text: string }>(pieces: readonly T[]): (T & { at: number })[] {
  let at = 0
  return pieces.map((piece) => {
    const one = { ...piece, at }
    at += piece.text.length
    return one
  })
}
