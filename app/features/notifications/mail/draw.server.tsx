// A letter as what is sent: HTML, and the same words as plain text. Loaded when the first mail is written, not at start.
import { render } from '@react-email/render'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import type { Letter } from '../words.ts'
import { LetterPage } from './LetterPage.tsx'

export type Drawn = { html: string; text: string }

/** Call inside `inLanguage(locale, …)`. */
export async function drawLetter(letter: Letter, locale: Locale, origin: string): Promise<Drawn> {
  const html = await render(<LetterPage letter={letter} locale={locale} origin={origin} />)
  return { html, text: plainText(letter, origin) }
}

function plainText({ subject, paragraphs, facts = [], code, action, why, contact }: Letter, origin: string): string {
  const blocks = [
    subject,
    ...paragraphs.map((paragraph) =>
      typeof paragraph === 'string'
        ? paragraph
        : [indented(paragraph.words), indented(paragraph.by)].filter(Boolean).join('\n'),
    ),
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    code ?? '',
    action ? `${action.label}:\n${origin}${action.path}` : '',
    `– – –\n${why}\n${contact ? m.notifications_contact(contact) : m.notifications_contact_none()}`,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function indented(text: string): string {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => `  ${line}`)
    .join('\n')
}
