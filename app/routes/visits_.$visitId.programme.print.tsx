import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findProgrammeFor } from '#app/features/programme/queries/find-programme.server.ts'
import { PrintedProgramme } from '#app/features/programme/ui/PrintedProgramme.tsx'
import { signedIn } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'

export const handle: Handle = { bare: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.programme_print_title({ title: data?.page.title ?? '' })} – ${m.common_product()}` },
]

export const loader = signedIn(async ({ actor, ctx, idOf }) => ({
  page: await findProgrammeFor(actor, idOf('visitId'), ctx),
  made: ctx.now,
}))

export default function Print() {
  return <PrintedProgramme {...useLoaderData<typeof loader>()} />
}
