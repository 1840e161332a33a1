import { expect, test, vi } from 'vitest'
import { handleError } from '#app/entry.server.tsx'
import { logger } from '#app/kernel/log.server.ts'

const args = (signal?: AbortSignal) => ({
  request: new Request('http://samlara.test/visits', signal ? { signal } : {}),
  context: { nonce: 'n', requestId: 'r-1', ip: '' },
})

test('a page that fails is told to the logger, whose serializer leaves out what people wrote', () => {
  const told = vi.spyOn(logger(), 'error')
  const printed = vi.spyOn(console, 'error')
  const error = new Error('a bug')
  handleError(error, args())
  expect(told).toHaveBeenCalledExactlyOnceWith({ error, requestId: 'r-1' }, 'page failed')
  expect(printed).not.toHaveBeenCalled()
})

test('a reader who went away is not a bug', () => {
  const told = vi.spyOn(logger(), 'error').mockClear()
  handleError(new Error('aborted'), args(AbortSignal.abort()))
  expect(told).not.toHaveBeenCalled()
})
