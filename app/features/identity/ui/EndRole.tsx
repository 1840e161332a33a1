// Before a role ends: what it is and what goes with it. One press too many must not shut anybody out.
import { Form } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Page, PageHead, SubmitButton } from '#app/ui/index.ts'
import type { RoleToEnd } from '../queries/roles.server.ts'
import { roleWord } from './role-words.ts'

/** `back`: the page with the roles. */
export function EndRole({ role, back }: { role: RoleToEnd; back: string }) {
  const words = { name: role.holder, role: roleWord(role.kind), place: role.place ?? m.identity_role_everywhere() }
  return (
    <Page width="read">
      <PageHead
        title={role.isMine ? m.identity_role_end_own(words) : m.identity_role_end_other(words)}
        lead={role.isMine ? m.identity_role_end_own_lead() : m.identity_role_end_other_lead(words)}
      />
      <Form method="post" className="sl-row">
        <SubmitButton variant="danger">{role.isMine ? m.identity_role_lay_down() : m.identity_admin_role_end()}</SubmitButton>
        <ButtonLink to={back} variant="quiet">
          {m.identity_role_keep()}
        </ButtonLink>
      </Form>
    </Page>
  )
}
