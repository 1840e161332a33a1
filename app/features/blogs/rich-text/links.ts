// Which addresses a text may lead to. Everything else stays as words.
import type { Words } from './document.ts'

const MAX_ADDRESS = 2_000
const bareAddress = /\bhttps?:\/\/[^\s<>"'()[\]*\\]+/gi
const closingSigns = '.,;:!?…»”’'

/**
 * The address as it is stored and rendered, or null when a text may not lead there.
 * Only http, https and mailto; written in full; no name or password in front of the host (it hides the real host).
 */
export function safeHref(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > MAX_ADDRESS) return null
  const trimmed = raw.trim()
  if (!/^(?:https?:\/\/|mailto:)./i.test(trimmed) || !URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  if (url.protocol !== 'http:' && url.protocol !== 'https:' && url.protocol !== 'mailto:') return null
  if (url.username !== '' || url.password !== '') return null
  if (url.protocol !== 'mailto:' && url.hostname === '') return null
  const href = url.href.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/ /g, '%20')
  return href.length <= MAX_ADDRESS ? href : null
}

/** Cuts words at the addresses written in them: "see https://a.se." becomes words, an address, words. */
export function splitAtAddresses(words: Words): (Words | { href: string; words: Words })[] {
  const parts: (Words | { href: string; words: Words })[] = []
  let from = 0
  for (const match of words.text.matchAll(bareAddress)) {
    const address = withoutClosingSigns(match[0])
    const href = safeHref(address)
    if (href === null) continue
    if (match.index > from) parts.push({ ...words, text: words.text.slice(from, match.index) })
    parts.push({ href, words: { ...words, text: address } })
    from = match.index + address.length
  }
  if (from < words.text.length) parts.push({ ...words, text: words.text.slice(from) })
  return parts
}

/** A full stop after an address belongs to the sentence. */
function withoutClosingSigns(address: string): string {
  let end = address.length
  while (closingSigns.includes(address.charAt(end - 1))) end -= 1
  return address.slice(0, end)
}
