import { problemOf } from '#app/http/problems.server.ts'
import { inLanguage } from '#app/i18n/language.server.ts'

/** What the operator reads on stderr: refusals in words instead of message keys, everything else by its first line. */
export function sentenceOf(error: unknown): string {
  const problem = inLanguage('en', () => problemOf(error))
  const text = problem?.message ?? (error instanceof Error ? error.message : String(error))
  return text.split('\n')[0] ?? ''
}
