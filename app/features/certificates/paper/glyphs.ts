// Outlines as TrueType writes them: every glyph a simple one, every coordinate in full. What is saved by packing is not worth it
// for the few hundred glyphs of a paper.

export type Command = { command: string; args: number[] }
type Point = { x: number; y: number; on: boolean }

/** A `glyf` entry, padded to four bytes; empty for a blank. */
export function simpleGlyph(commands: readonly Command[]): Uint8Array {
  const contours = contoursOf(commands)
  if (contours.length === 0) return new Uint8Array(0)
  const points = contours.flat()
  const length = 10 + contours.length * 2 + 2 + points.length * 5
  const view = new DataView(new ArrayBuffer(Math.ceil(length / 4) * 4))
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const head = [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  let at = 0
  for (const value of head) {
    view.setInt16(at, value)
    at += 2
  }
  let last = -1
  for (const contour of contours) {
    last += contour.length
    view.setUint16(at, last)
    at += 2
  }
  // No instructions: two bytes of zero.
  at += 2
  for (const { on } of points) view.setUint8(at++, on ? 1 : 0)
  at = deltas(view, at, xs)
  deltas(view, at, ys)
  return new Uint8Array(view.buffer)
}

function deltas(view: DataView, start: number, values: readonly number[]): number {
  let [at, before] = [start, 0]
  for (const value of values) {
    view.setInt16(at, value - before)
    at += 2
    before = value
  }
  return at
}

function contoursOf(commands: readonly Command[]): Point[][] {
  const contours: Point[][] = []
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args.map(Math.round)
    const current = contours.at(-1)
    if (command === 'moveTo') contours.push([{ x: a, y: b, on: true }])
    if (command === 'lineTo') current?.push({ x: a, y: b, on: true })
    if (command === 'quadraticCurveTo') current?.push({ x: a, y: b, on: false }, { x: c, y: d, on: true })
  }
  return contours.map(closed).filter((contour) => contour.length > 2)
}

/** A contour closes by itself: its first point is not said twice. */
function closed(contour: Point[]): Point[] {
  const [first, last] = [contour[0], contour.at(-1)]
  return first && last?.on && contour.length > 1 && first.x === last.x && first.y === last.y ? contour.slice(0, -1) : contour
}
