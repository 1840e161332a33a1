import { redirect } from '@remix-run/node'
import { listPathsFor } from '#app/features/paths/queries/library.server.ts'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { open } from '#app/http/door.server.ts'
import { found } from '#app/kernel/errors.ts'

/** As long as one path ships, a list of one would only stand in the way. */
export const loader = open(async ({ actor, ctx }) => {
  const [path] = await listPathsFor(actor, ctx)
  return redirect(addressOf(found(path).pathId))
})
