// Going on with somebody else's path: where the copy belongs, and what it is called.
import { m } from '#app/paraglide/messages.js'
import { Form, HiddenField, Notice, Page, PageHead, SelectField, SubmitButton, TextField, useSlForm } from '#app/ui/index.ts'
import { addressOf } from './words.ts'

type Props = {
  path: { id: string; title: string; version: number; by: string }
  owners: { id: string; name: string; language: string }[]
  formId: string
  result: unknown
}

export function CopyPath({ path, owners, formId, result }: Props) {
  return (
    <Page width="form">
      <PageHead
        title={m.paths_copy_title()}
        lead={m.paths_copy_lead()}
        facts={[m.paths_copy_from(path)]}
        crumbs={[{ to: addressOf(path.id), label: path.title }, { label: m.paths_copy() }]}
      />
      {owners.length === 0 ? <Notice>{m.paths_copy_none()}</Notice> : <CopyForm {...{ path, owners, formId, result }} />}
    </Page>
  )
}

function CopyForm({ path, owners, formId, result }: Props) {
  const [form, fields] = useSlForm<{ id: string; ownerId: string; title: string }>(result, {
    id: 'copy',
    defaultValue: { id: formId, ownerId: owners[0]?.id ?? '', title: path.title },
  })
  return (
    <Form form={form}>
      <HiddenField field={fields.id} />
      <SelectField
        field={fields.ownerId}
        label={m.paths_copy_owner()}
        help={m.paths_copy_owner_help()}
        options={owners.map(({ id, name, language }) => ({ value: id, label: name, lang: language }))}
      />
      <TextField field={fields.title} label={m.paths_copy_name()} />
      <div>
        <SubmitButton>{m.paths_copy_make()}</SubmitButton>
      </div>
    </Form>
  )
}
