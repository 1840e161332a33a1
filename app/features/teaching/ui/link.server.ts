// What is made from a fresh link: its whole address, its QR code as one path, and a letter in one's own mail program.
import { encode } from 'uqr'
import type { Day } from '#app/kernel/days.ts'
import { settings } from '#app/kernel/env.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { MadeLink } from './LinkPage.tsx'

/** `token` travels in the answer to its maker and nowhere else. */
export function drawLink({ token, lastDay }: { token: string; lastDay: Day }, subject: string): MadeLink {
  const address = `${settings().ORIGIN}/teaching/attend/${token}`
  const words = { subject: m.teaching_letter_subject({ subject }), body: m.teaching_letter_body({ subject, address }) }
  const letter: MadeLink['letter'] = `mailto:?subject=${encodeURIComponent(words.subject)}&body=${encodeURIComponent(words.body)}`
  return { address, letter, lastDay, code: drawCode(address) }
}

/** A QR code as the rows of its dark modules. Four modules of quiet edge, as ISO/IEC 18004 asks. */
export function drawCode(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const runs = data.flatMap((row, y) => {
    const parts: string[] = []
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue
      const from = x
      while (row[x + 1]) x += 1
      parts.push(`M${from} ${y}h${x - from + 1}v1H${from}z`)
    }
    return parts
  })
  return { size, path: runs.join('') }
}
