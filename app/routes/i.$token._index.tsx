import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeTry } from '#app/features/identity/limits.server.ts'
import { showInvitation } from '#app/features/identity/queries.server.ts'
import {
  AcceptedInvitation,
  ExpiredInvitation,
  GoneInvitation,
  InvitationDoor,
  OtherAccount,
} from '#app/features/identity/ui/InvitationDoor.tsx'
import { takeInvitedPlace } from '#app/features/pairs/commands/awaited.server.ts'
import { open } from '#app/http/door.server.ts'
import { enter, logRefusal } from '#app/http/enter.server.ts'
import { problemOf } from '#app/http/problems.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'

export const handle: Handle = { bare: true }
export const meta: MetaFunction = () => [{ title: `${m.identity_invitation_tab()} – ${m.common_product()}` }]

/** Opening the page changes nothing: mail scanners open every link before people do. */
export const loader = open(async ({ actor, params, ctx }) => {
  const shown = await showInvitation(actor, params.token ?? '', ctx)
  return data(shown, { status: shown.state === 'gone' ? 410 : 200, headers: { 'Cache-Control': 'no-store' } })
})

export const action = open(async (door) => {
  const { actor, ctx, locale } = door
  const token = door.params.token ?? ''
  try {
    await takeTry(ctx, 'invitation', { ip: door.ip, address: token })
    const accepted = await takeInvitedPlace(actor, { token, locale }, ctx)
    const place = accepted.visitId ? `/visits/${accepted.visitId}` : `/units/${accepted.unitId}`
    const to = accepted.pairId ? `/pairs/${accepted.pairId}` : place
    return accepted.signIn ? await enter(door, { userId: accepted.userId, locale, by: 'invitation', to }) : redirect(to)
  } catch (error) {
    const problem = error instanceof DomainError ? problemOf(error) : undefined
    if (!problem) throw error
    logRefusal(door, 'invitation', String(error))
    const signIn = error instanceof DomainError && error.reason === 'identity_error_sign_in_first'
    return data({ refusal: problem.message, signIn }, { status: problem.status })
  }
})

export default function InvitationPage() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'refusal' in answer ? answer : undefined
  if (shown.state === 'gone') return <GoneInvitation />
  if (shown.state === 'other') return <OtherAccount {...shown} />
  if (shown.state === 'accepted') return <AcceptedInvitation {...shown} />
  if (shown.state === 'expired') return <ExpiredInvitation email={shown.email} action={shown.renewal} />
  return <InvitationDoor {...shown} refusal={refused?.refusal} signIn={refused?.signIn ? shown.signIn : null} />
}
