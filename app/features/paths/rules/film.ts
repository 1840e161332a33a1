// MP4 files, box by box: whether they are whole, and without what a phone writes into them about where and by whom.

/** Boxes that hold boxes on the way to what is looked for. */
const open = ['moov', 'trak', 'mdia', 'minf']
/** Places, makers, dates, thumbnails: nothing a browser needs to play the film. */
const telling = ['udta', 'meta', 'uuid']

/** The same film with those boxes emptied; every byte that plays stays where it was. Null for a file that is broken. */
export function withoutTraces(film: Uint8Array): Uint8Array | null {
  const copy = film.slice()
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength)
  const seen = new Set<string>()
  return walk(copy, view, { from: 0, to: copy.byteLength }, seen, 0) && seen.has('moov') ? copy : null
}

type Span = { from: number; to: number }

function walk(bytes: Uint8Array, view: DataView, { from, to }: Span, seen: Set<string>, depth: number): boolean {
  let at = from
  while (at < to) {
    const box = boxAt(view, at, to)
    if (!box || depth > 8) return false
    seen.add(box.type)
    if (telling.includes(box.type)) {
      bytes.set(new TextEncoder().encode('free'), at + 4)
      bytes.fill(0, box.inside, box.end)
    }
    if (open.includes(box.type) && !walk(bytes, view, { from: box.inside, to: box.end }, seen, depth + 1)) return false
    at = box.end
  }
  return true
}

function boxAt(view: DataView, at: number, to: number): { type: string; inside: number; end: number } | null {
  if (at + 8 > to) return null
  const short = view.getUint32(at)
  const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)))
  const isLong = short === 1
  if (isLong && at + 16 > to) return null
  const inside = at + (isLong ? 16 : 8)
  const size = isLong ? Number(view.getBigUint64(at + 8)) : short
  const end = size === 0 ? to : at + size
  return end < inside || end > to ? null : { type, inside, end }
}
