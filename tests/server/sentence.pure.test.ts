import { expect, test } from 'vitest'
import { DomainError } from '#app/kernel/errors.ts'
import { sentenceOf } from '#server/admin/sentence.ts'

test('operators read refusals in words, not as keys', () => {
  const refusal = new DomainError('conflict', 'identity_error_account_suspended')
  expect(sentenceOf(refusal)).toMatch(/^[A-Z].*\.$/)
  expect(sentenceOf(refusal)).not.toContain('identity_')
  expect(sentenceOf(new DomainError('not_found'))).not.toContain('not_found')
})

test('other failures are told by their first line', () => {
  expect(sentenceOf(new Error('There is no file a.csv.\nat line 7'))).toBe('There is no file a.csv.')
})
