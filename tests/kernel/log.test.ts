import { expect, test } from 'vitest'
import { loggedError } from '#app/kernel/log.server.ts'

test('a failed statement is logged without the values that people gave it', () => {
  const cause = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    detail: 'Key (email)=(ingrid@example.org) already exists.',
    parameters: ['ingrid@example.org'],
  })
  const error = Object.assign(
    new Error('Failed query: insert into "evaluation_inbox"\nparams: {"GST13":"hemligt"}', { cause }),
    {
      query: 'insert into "evaluation_inbox"',
      params: ['{"GST13":"hemligt"}'],
    },
  )
  const logged = JSON.stringify(loggedError(error))
  expect(logged).not.toContain('hemligt')
  expect(logged).not.toContain('ingrid')
  expect(logged).toContain('23505')
  expect(logged).toContain('log.test.ts')
})

test('other errors are logged whole', () => {
  expect(loggedError(new Error('The job queue is not open.'))).toMatchObject({ message: 'The job queue is not open.' })
})
