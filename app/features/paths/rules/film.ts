// MP4 files, box by box: whether they are whole, and without what a phone writes into them about where and by whom.

/** Boxes that hold boxes on the way to what is looked for. */
const open = ['moov', 'trak', 'mdia', 'minf']
/** Places, makers, dates, thumbnails: nothing a browser needs to play the film. */
const telling = ['udta', 'meta', 'uuid']

/** Side by side; no film has as many. */
const MOST_BOXES = 10_000

/** The same film with those boxes emptied; every byte that plays stays where it was. Null for a file that is broken. */
export function withoutTraces(film: Uint8Array): Uint8Array | null {
  const copy = film.slice()
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength)
  const seen = new Set<string>()
  return walk(copy, view, { from: 0, to: copy.byteLength }, seen, 0) && seen.has('moov') ? copy : null
}

/** What the pictures and the sound of the film are packed as, by their four letters: `avc1`, `hvc1`, `mp4a`. None for a broken file. */
export function packingsOf(film: Uint8Array): string[] {
  const view = new DataView(film.buffer, film.byteOffset, film.byteLength)
  return tablesIn(view, { from: 0, to: film.byteLength }, 0).flatMap(({ from, to }) => {
    // A version, and how many entries there are, before the entries themselves.
    const entries = boxesIn(view, { from: from + 8, to })
    return entries.map(({ type }) => type)
  })
}

/** The insides of all tables that describe a track's samples. */
function tablesIn(view: DataView, span: Span, depth: number): Span[] {
  if (depth > 8) return []
  return boxesIn(view, span).flatMap(({ type, inside, end }) => {
    if (type === 'stsd') return [{ from: inside, to: end }]
    return type === 'stbl' || open.includes(type) ? tablesIn(view, { from: inside, to: end }, depth + 1) : []
  })
}

/** As far as they are whole. */
function boxesIn(view: DataView, { from, to }: Span): Box[] {
  const boxes: Box[] = []
  for (let at = from; at < to && boxes.length < MOST_BOXES; ) {
    const box = boxAt(view, at, to)
    if (!box) return boxes
    boxes.push(box)
    at = box.end
  }
  return boxes
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

type Box = { type: string; inside: number; end: number }

function boxAt(view: DataView, at: number, to: number): Box | null {
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
