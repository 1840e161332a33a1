// The button that puts an uploaded picture into a text that is being typed: the line that shows it, after what stands there.
import { z } from 'zod'
import { type Locale, locales } from '#app/kernel/locales.ts'
import type { Fields } from './marks.ts'
import { typedFrom } from './notation.ts'
import { typedWords } from './typed-texts.ts'

/** Texts that can show pictures, as the editor's forms call them. */
export const pictureTexts = ['lead', 'text', 'example', 'task', 'transcript', 'joint.text', 'ethics.text'] as const
export type PictureText = (typeof pictureTexts)[number]

/** `alt`: what the picture says to those who do not see it; it is put into the languages that have one. */
const asked = z.object({
  put: z.string().min(1),
  id: z.uuid('paths_error_picture_none'),
  alt: typedWords(1_000).refine((alt) => locales.some((language) => alt[language] !== ''), 'paths_error_picture_words'),
  into: z.enum(pictureTexts),
  caption: typedWords(1_000),
})

type Put = { value: Fields } | { errors: Record<string, string[]> }

/** What a form has typed, with the picture in its text; or what is missing. Null when another button was pressed. */
export function withPicture({ picture, ...typed }: Fields): Put | null {
  if (typeof picture !== 'object' || picture === null || !('put' in picture)) return null
  const read = asked.safeParse(picture)
  if (!read.success) {
    const [first] = read.error.issues
    return { errors: first ? { [['picture', ...first.path].join('.')]: [first.message] } : {} }
  }
  const { into, id, alt, caption } = read.data
  const line = (language: Locale) =>
    typedFrom([{ picture: id, alt: alt[language], ...(caption[language] ? { caption: caption[language] } : {}) }])
  const value = locales
    .filter((language) => alt[language] !== '')
    .reduce((form, language) => written(form, [...into.split('.'), language], line(language)), typed)
  return { value }
}

/** The form with `line` as the last paragraph of the text in that place. */
function written(form: Fields, [name = '', ...rest]: readonly string[], line: string): Fields {
  const held = Object.hasOwn(form, name) ? form[name] : undefined
  if (rest.length > 0) return { ...form, [name]: written(typeof held === 'object' ? { ...held } : {}, rest, line) }
  const before = typeof held === 'string' ? held.trimEnd() : ''
  return { ...form, [name]: before ? `${before}\n\n${line}` : line }
}
