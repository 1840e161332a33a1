import type { z } from 'zod'
import type { UnitRoleKind } from '#app/kernel/actor.ts'
import { locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import {
  AddressesField,
  Form,
  HiddenField,
  MailLanguageField,
  ownNameOf,
  SelectField,
  SubmitButton,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import { MOST_INVITEES, type unitInvitationsInput } from '../rules/invitees.ts'
import type { unitInvitationInput } from '../rules.ts'
import { RoleDaysFields } from './RoleDays.tsx'
import { roleLabel } from './role-words.ts'

type Props = { result: unknown; id: string; giving: readonly UnitRoleKind[] }

/** Invites one address to hold one role; the roles offered are those the reader may give. */
export function InvitationForm({ result, id, giving }: Props) {
  const [form, fields] = useSlForm<z.input<typeof unitInvitationInput>>(result, {
    id: 'invite',
    defaultValue: { id, locale: getLocale(), roleKind: 'member' },
  })
  return (
    <Form form={form}>
      <HiddenField field={fields.id} />
      <div className="sl-grid sl-grid--2">
        <TextField field={fields.email} label={m.identity_email()} type="email" autoComplete="off" required />
        <TextField field={fields.name} label={m.identity_name()} autoComplete="off" optional />
        <SelectField
          field={fields.roleKind}
          label={m.units_invite_role()}
          options={giving.map((kind) => ({ value: kind, label: roleLabel(kind) }))}
        />
        <SelectField
          field={fields.locale}
          label={m.units_invite_language()}
          options={locales.map((each) => ({ value: each, label: ownNameOf(each), lang: each }))}
        />
      </div>
      <RoleDaysFields fields={fields} />
      <div>
        <SubmitButton>{m.units_invite_submit()}</SubmitButton>
      </div>
    </Form>
  )
}

/** Invites a list of addresses to hold the same role. `addresses`: what the list begins with. */
export function UnitInvitationsForm({ result, id, giving, addresses }: Props & { addresses: string }) {
  const [form, fields] = useSlForm<z.input<typeof unitInvitationsInput>>(result, {
    id: 'invite',
    defaultValue: { id, locale: getLocale(), roleKind: 'member', addresses },
  })
  return (
    <Form form={form}>
      <HiddenField field={fields.id} />
      <AddressesField field={fields.addresses} most={MOST_INVITEES} />
      <SelectField
        field={fields.roleKind}
        label={m.units_invite_role()}
        options={giving.map((kind) => ({ value: kind, label: roleLabel(kind) }))}
      />
      <RoleDaysFields fields={fields} />
      <MailLanguageField field={fields.locale} />
      <div>
        <SubmitButton>{m.ui_several_submit()}</SubmitButton>
      </div>
    </Form>
  )
}
