// A list that a form sends as one text: each line is done and answered for itself, so that a bad one does not lose the rest.
import { createHash } from 'node:crypto'
import { DomainError } from '#app/kernel/errors.ts'
import { problemOf } from './problems.server.ts'

/** `refusal`: why this line was not done, in the reader's language; null when it was. */
export type Answered = { line: string; refusal: string | null }

const answerable: readonly string[] = ['conflict', 'invalid', 'gone', 'too_many']

/**
 * Does `work` for each. `id` is made from the form's id and the line, so that a second press of the button makes nothing twice.
 * @throws what stands against all of them: forbidden, not_found, and faults
 */
export async function answerEach<T extends { line: string }>(
  formId: string,
  items: readonly T[],
  work: (item: T & { id: string }) => Promise<unknown>,
): Promise<Answered[]> {
  const answered: Answered[] = []
  for (const item of items) {
    try {
      await work({ ...item, id: idOf(`${formId}\n${item.line}`) })
      answered.push({ line: item.line, refusal: null })
    } catch (error) {
      const problem = error instanceof DomainError && answerable.includes(error.code) ? problemOf(error) : undefined
      if (!problem) throw error
      answered.push({ line: item.line, refusal: problem.message })
    }
  }
  return answered
}

/** A uuid (version 8, RFC 9562) that is the same for the same text. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
