import type { Locale } from '#app/kernel/locales.ts'
import type { Contact, Letter } from '../words.ts'

/** A mail that is due to somebody, not written yet: `write` is called in the receiver's language, right before sending. */
export type Draft = {
  /** `userId` of those who have an account: their pages hear that something waits. */
  to: Contact & { locale: Locale; userId?: string | null }
  visitId: string | null
  write(): Letter | Promise<Letter>
}
