import { open } from '#app/http/door.server.ts'
import { DomainError } from '#app/kernel/errors.ts'

/** Every address that nobody owns. */
export const loader = open<never>(async () => {
  throw new DomainError('not_found')
})

export const action = loader

/** Never shown: a route with a page of its own gets the error page for people, without one the bare answer for programs. */
export default function Nowhere() {
  return null
}
