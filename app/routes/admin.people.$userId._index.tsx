import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { giveRole } from '#app/features/identity/commands/roles.server.ts'
import { findPersonFor } from '#app/features/identity/queries.server.ts'
import { personRoleInput } from '#app/features/identity/rules.ts'
import { AccountState, GiveRoleForm } from '#app/features/identity/ui/PersonAccount.tsx'
import { RoleList } from '#app/features/identity/ui/RoleList.tsx'
import { listTreeFor } from '#app/features/units/queries.server.ts'
import { unitOptions } from '#app/features/units/ui/unit-options.ts'
import { signedIn } from '#app/http/door.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead, Section } from '#app/ui/index.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name ?? ''} – ${m.common_product()}` }]

export const loader = signedIn(async ({ actor, idOf, ctx }) => {
  const person = await findPersonFor(actor, idOf('userId'), ctx)
  return { person, units: await listTreeFor(actor, ctx), isMe: actor.id === person.id }
})

export const action = signedIn(async ({ request, actor, idOf, ctx, url }) => {
  await findPersonFor(actor, idOf('userId'), ctx)
  const form = await readForm(request, personRoleInput)
  if (!form.ok) return form.refused()
  const { unitId, ...role } = form.value
  return form.attempt(async () => {
    await giveRole(actor, { ...role, userId: idOf('userId'), unitId: unitId ?? null }, ctx)
    return redirect(url.pathname)
  })
})

export default function AdminPerson() {
  const { person, units, isMe } = useLoaderData<typeof loader>()
  const own = `/admin/people/${person.id}`
  const crumbs = [{ label: m.identity_admin_title(), to: '/admin' }, { label: person.name }]
  return (
    <Page width="form">
      <PageHead title={person.name} facts={[person.email, person.profession].filter(Boolean)} crumbs={crumbs} />
      <Section id="roles" title={m.identity_admin_roles()}>
        {person.roles.length === 0 ? <p>{m.identity_admin_roles_none()}</p> : null}
        <RoleList roles={person.roles} endTo={(id) => `${own}/roles/${id}/end`} endWord={m.identity_admin_role_end()} />
      </Section>
      <Section id="give" title={m.identity_admin_role_give()}>
        <GiveRoleForm key={person.roles.length} result={useActionData<typeof action>()} units={unitOptions(units)} />
      </Section>
      <Section id="account" title={m.identity_admin_state()}>
        <AccountState person={person} isMe={isMe} />
      </Section>
    </Page>
  )
}
