import { type MetaFunction, redirect } from '@remix-run/node'
import { askForNewInvitation } from '#app/features/identity/commands/invitations.server.ts'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { SentInvitation } from '#app/features/identity/ui/InvitationDoor.tsx'
import { open } from '#app/http/door.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'

export const handle: Handle = { bare: true }
export const meta: MetaFunction = () => [{ title: `${m.identity_invitation_sent_title()} – ${m.common_product()}` }]

export const loader = open(async ({ params, url }) => {
  if (!url.searchParams.has('sent')) throw redirect(`/i/${encodeURIComponent(params.token ?? '')}`)
  return null
})

/** The new link goes to the invited address and to nobody else, whoever asks. */
export const action = open(async ({ params, ctx, ip }) => {
  const token = params.token ?? ''
  await takeTry(ctx, 'invitation', { ip, address: token })
  await askForNewInvitation({ token }, ctx)
  return redirect(`/i/${encodeURIComponent(token)}/renewal?sent`)
})

export default function InvitationRenewal() {
  return <SentInvitation />
}
