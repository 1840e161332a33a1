// Beginning a path: who stands behind it, what it is called, and the language it is written in first.
import type { z } from 'zod'
import { type Locale, locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { Form, HiddenField, Notice, ownNameOf, SelectField, SubmitButton, TextField, useSlForm } from '#app/ui/index.ts'
import type { startPathInput } from '../../rules/making.ts'

type Props = { owners: readonly { id: string; name: string }[]; id: string; language: Locale; result: unknown }

export function NewPathForm({ owners, id, language, result }: Props) {
  const [form, fields] = useSlForm<z.input<typeof startPathInput>>(result, {
    id: 'path',
    defaultValue: { id, language, ownerId: owners[0]?.id },
  })
  if (owners.length === 0)
    return (
      <Notice>
        <p>{m.paths_edit_new_none()}</p>
      </Notice>
    )
  return (
    <Form form={form}>
      <HiddenField field={fields.id} />
      <TextField field={fields.title} label={m.paths_edit_new_name()} maxLength={120} autoComplete="off" required />
      <SelectField
        field={fields.ownerId}
        label={m.paths_version_by()}
        options={owners.map((one) => ({ value: one.id, label: one.name }))}
      />
      <SelectField
        field={fields.language}
        label={m.paths_edit_new_language()}
        options={locales.map((each) => ({ value: each, label: ownNameOf(each), lang: each }))}
      />
      <div>
        <SubmitButton>{m.paths_edit_new_submit()}</SubmitButton>
      </div>
    </Form>
  )
}
