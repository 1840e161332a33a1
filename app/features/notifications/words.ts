// The nouns of the notifications room. Table columns take their lists from here, so imports are relative and pure.

/**
 * `waiting` to be sent or tried again; `sent` to the mail server; `dropped`: the receiver lost the right to know before it
 * was sent; `refused`: the mail server said for good that it will not take it.
 */
export const mailStates = ['waiting', 'sent', 'dropped', 'refused'] as const

/** A piece of text that somebody wrote, shown as theirs and in its own language. */
export type Quote = { words: string; language: string; by: string }

export type Contact = { name: string; email: string }

/** What a mail says, in one language, before it has a look. Paths are our own; the origin is put in front when it is drawn. */
export type Letter = {
  /** What to do and until when; also the heading. */
  subject: string
  paragraphs: readonly (string | Quote)[]
  /** Pairs of label and value: days, place, people. */
  facts?: readonly { label: string; value: string }[]
  /** The six digits of a sign-in. */
  code?: string
  /** The one button. None for those who could not open the page. */
  action?: { label: string; path: string } | undefined
  /** Why this person gets it. */
  why: string
  /** Who answers questions; replies go to them. */
  contact: Contact | null
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string } | undefined
}
