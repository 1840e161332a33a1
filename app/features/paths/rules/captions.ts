// Captions as WebVTT: read strictly and written anew, so that nothing but times and words is ever sent.

export type Cue = { from: number; to: number; text: string }
/** `line`: where reading stopped, counted from 1. */
export type ReadCaptions = { ok: true; cues: Cue[] } | { ok: false; line: number }

const MOST_CUES = 5_000
const LONGEST_CUE = 1_000

/** Who speaks, and emphasis: all that words in captions need. */
const allowedTag = /<\/?[ib]>|<v(\.[\w-]+)* [^<>&]{1,80}>|<\/v>/g
const allowedEntity = /&(amp|lt|gt|nbsp|lrm|rlm);/g

/** Styles, regions and positions are left out; comments too. Times in milliseconds, each cue beginning no earlier than the last. */
export function readCaptions(file: string): ReadCaptions {
  const lines = file
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  if (!/^WEBVTT([ \t].*)?$/.test(lines[0] ?? '')) return { ok: false, line: 1 }
  const cues: Cue[] = []
  for (const block of blocksOf(lines)) {
    if (/^(NOTE|STYLE|REGION)\b/.test(block.lines[0] ?? '') || block.at === 1) continue
    const cue = cueIn(block.lines)
    if (!cue || cue.from < (cues.at(-1)?.from ?? 0) || cues.length >= MOST_CUES) return { ok: false, line: block.at }
    cues.push(cue)
  }
  return cues.length > 0 ? { ok: true, cues } : { ok: false, line: lines.length }
}

/** The file that is kept and sent. */
export function writeCaptions(cues: readonly Cue[]): string {
  const written = cues.map(({ from, to, text }) => `${clock(from)} --> ${clock(to)}\n${text}\n`)
  return `WEBVTT\n\n${written.join('\n')}`
}

type Block = { at: number; lines: string[] }

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      open = null
      continue
    }
    if (!open) {
      open = { at: index + 1, lines: [] }
      blocks.push(open)
    }
    open.lines.push(line)
  }
  return blocks
}

function cueIn(block: readonly string[]): Cue | null {
  const rows = block[0]?.includes('-->') ? block : block.slice(1)
  const times = /^\s*([\d:.]+)\s+-->\s+([\d:.]+)(\s.*)?$/.exec(rows[0] ?? '')
  const [from, to] = [instant(times?.[1]), instant(times?.[2])]
  const text = rows.slice(1).join('\n')
  if (from === null || to === null || to <= from || text.trim() === '' || text.length > LONGEST_CUE) return null
  return isPlain(text) ? { from, to, text } : null
}

/** Nothing that looks like markup beyond what is allowed. */
function isPlain(text: string): boolean {
  return !/[<>&]|\p{Cc}/u.test(
    text
      .replaceAll(allowedTag, '')
      .replaceAll(allowedEntity, '')
      .replaceAll(/[\n\t]/g, ''),
  )
}

function instant(text: string | undefined): number | null {
  const parts = /^(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(text ?? '')
  if (!parts) return null
  const [hours, minutes, seconds, thousandths] = parts.slice(1).map((part) => Number(part ?? 0))
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000 + (thousandths ?? 0)
}

function clock(time: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const [hours, minutes, seconds] = [time / 3_600_000, (time / 60_000) % 60, (time / 1_000) % 60]
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${String(time % 1_000).padStart(3, '0')}`
}
