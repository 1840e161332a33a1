// One person, for admins: a role to give, and the account to shut or open.
import { Form as PlainForm } from '@remix-run/react'
import type { z } from 'zod'
import { formatInstant } from '#app/i18n/format.ts'
import { unitRoleKinds } from '#app/kernel/actor.ts'
import { m } from '#app/paraglide/messages.js'
import { Form, type Option, SelectField, SubmitButton, useSlForm } from '#app/ui/index.ts'
import type { PersonRow } from '../queries/accounts.server.ts'
import type { personRoleInput } from '../rules.ts'
import { RoleDaysFields } from './RoleDays.tsx'
import { roleLabel } from './role-words.ts'

export function GiveRoleForm({ result, units }: { result: unknown; units: readonly Option[] }) {
  const [form, fields] = useSlForm<z.input<typeof personRoleInput>>(result, { id: 'give', defaultValue: { kind: 'member' } })
  const kinds = [...unitRoleKinds, 'admin' as const].map((kind) => ({ value: kind, label: roleLabel(kind) }))
  return (
    <Form form={form}>
      <SelectField field={fields.kind} label={m.identity_admin_role_kind()} options={kinds} />
      <SelectField
        field={fields.unitId}
        label={m.identity_admin_role_unit()}
        help={m.identity_admin_role_unit_help()}
        options={units}
        empty={m.identity_admin_role_choose()}
        optional
      />
      <RoleDaysFields fields={fields} />
      <div>
        <SubmitButton>{m.identity_admin_role_give()}</SubmitButton>
      </div>
    </Form>
  )
}

export function AccountState({ person, isMe }: { person: PersonRow; isMe: boolean }) {
  const own = `/admin/people/${person.id}`
  if (person.suspendedAt) {
    return (
      <PlainForm method="post" action={`${own}/restoration`}>
        <div className="sl-stack">
          <p>{m.identity_admin_suspended_since({ instant: formatInstant(person.suspendedAt) })}</p>
          <SubmitButton variant="secondary">{m.identity_admin_restore()}</SubmitButton>
        </div>
      </PlainForm>
    )
  }
  if (isMe) return <p>{m.identity_admin_active()}</p>
  return (
    <PlainForm method="post" action={`${own}/suspension`}>
      <div className="sl-stack">
        <p>{m.identity_admin_suspend_help()}</p>
        <SubmitButton variant="danger">{m.identity_admin_suspend()}</SubmitButton>
      </div>
    </PlainForm>
  )
}
