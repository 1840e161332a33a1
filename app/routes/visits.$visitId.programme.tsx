import { useLoaderData } from '@remix-run/react'
import { findProgrammeFor } from '#app/features/programme/queries/find-programme.server.ts'
import { ProgrammeRoom } from '#app/features/programme/ui/ProgrammeRoom.tsx'
import { signedIn } from '#app/http/door.server.ts'

export const loader = signedIn(async ({ actor, ctx, idOf, url }) => ({
  page: await findProgrammeFor(actor, idOf('visitId'), ctx),
  made: ctx.now,
  askedDay: url.searchParams.get('day'),
  done: url.searchParams.get('done'),
}))

export default function Programme() {
  return <ProgrammeRoom {...useLoaderData<typeof loader>()} />
}
