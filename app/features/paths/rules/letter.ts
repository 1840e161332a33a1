// A letter that tells a colleague of the path, for the sender's own mail program.

export type Letter = { subject: string; body: string; mailto: `mailto:${string}` }

/** Own words may be long; what mail programs take from a link is not. */
export const mostWords = 1_000

/** Own words first, then what it is and where. No receiver: that is chosen in the mail program, and never known here. */
export function letterOf(parts: { subject: string; words: string; about: string; address: string }): Letter {
  const body = [parts.words.trim().slice(0, mostWords), parts.about, parts.address].filter(Boolean).join('\n\n')
  const { subject } = parts
  // Mail programs want line ends as in a letter, CR LF, and blanks as %20.
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
  return { subject, body, mailto: `mailto:?${query}` }
}
