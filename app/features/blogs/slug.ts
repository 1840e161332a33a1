// Addresses that can be read aloud: å ä ö æ ø and the Sámi letters become the letters people type without them.

const letters: Record<string, string> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ŋ: 'n',
  ŧ: 't',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
}
const MAX_LENGTH = 60

/** Words under /blog that are pages of their own. */
const reserved = ['mine', 'units']

/** "Frågan vi hade slutat ställa" → "fragan-vi-hade-slutat-stalla"; `post` when no letter is left. */
export function slugOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  const parts = plain.split('-').filter(Boolean)
  let slug = ''
  for (const part of parts) {
    const longer = slug === '' ? part.slice(0, MAX_LENGTH) : `${slug}-${part}`
    if (longer.length > MAX_LENGTH) break
    slug = longer
  }
  return slug === '' ? 'post' : slug
}

/** The address for a post: its slug, or with a piece of its id when the slug is taken or a page of ours. */
export function addressFor(slug: string, postId: string, isTaken: boolean): string {
  return isTaken || reserved.includes(slug) ? `${slug}-${postId.slice(0, 8)}` : slug
}
