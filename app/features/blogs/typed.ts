// What was typed in a post's form, read the same way by the server and by the form itself.
import type { RichText } from './rich-text/document.ts'
import { fromPlainText } from './rich-text/plain.ts'
import { fromLexical } from './rich-text/rules.ts'
import { toPlainText } from './rich-text/to-text.ts'

/**
 * The document in what a form sent, from the editor or from the plain field.
 * @throws DomainError invalid
 */
export function typedText(input: { body?: string | undefined; document?: string | undefined }): RichText {
  return input.document ? fromLexical(input.document) : fromPlainText(input.body ?? '')
}

/** All the words of a post that are looked through for patients. */
export function wordsOf(post: { title: string; text: RichText }): string {
  return `${post.title}\n\n${toPlainText(post.text)}`
}
