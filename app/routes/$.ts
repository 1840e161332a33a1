import { open } from '#app/http/door.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

/** Every address that nobody owns. */
export const loader = open<never>(async () => {
  throw new DomainError('not_found')
})

export const action = loader
