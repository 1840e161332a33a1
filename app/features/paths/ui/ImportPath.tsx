// A path from a file: which file, whose it becomes, and what is wrong with a file that is refused.
import { Form } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { m } from '#app/paraglide/messages.js'
import { DataTable, FieldFrame, Notice, Page, PageHead, plainField, SelectField, SubmitButton } from '#app/ui/index.ts'

/** A fault in words. `within`: the module or file it stands in. */
export type FaultWords = { place: string; within: string | null; words: string }

type Props = {
  owners: { id: string; name: string; language: string }[]
  formId: string
  result: { error: string | null; faults: FaultWords[]; ownerId: string | null } | undefined
}

export function ImportPath({ owners, formId, result }: Props) {
  const faults = result?.faults ?? []
  return (
    <Page width="form">
      <PageHead
        title={m.paths_import()}
        lead={m.paths_import_lead()}
        crumbs={[{ to: '/paths', label: m.paths_nav() }, { label: m.paths_import() }]}
      />
      {faults.length > 0 ? (
        <Faults key={formId}>
          <DataTable
            caption={m.paths_import_faults()}
            headed
            stack
            columns={[
              { key: 'place', label: m.paths_import_where(), cell: (row) => <Where fault={row} /> },
              { key: 'what', label: m.paths_import_what(), cell: (row) => row.words },
            ]}
            rows={faults}
            rowKey={(row) => `${row.place} ${row.words}`}
          />
        </Faults>
      ) : null}
      {owners.length === 0 ? (
        <Notice>{m.paths_copy_none()}</Notice>
      ) : (
        <ImportForm owners={owners} formId={formId} result={result} />
      )}
    </Page>
  )
}

/** Takes focus: the answer stands above the form that was sent. */
function Faults({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} role="alert" className="sl-errors sl-path-faults">
      <h2>{m.paths_import_faults()}</h2>
      {children}
    </div>
  )
}

function Where({ fault: { place, within } }: { fault: FaultWords }) {
  return (
    <>
      <code className="sl-path-place">{place || '–'}</code>
      {within ? <span className="sl-meta"> {m.paths_import_in({ title: within })}</span> : null}
    </>
  )
}

/** Works without a script: the file goes with the form. */
function ImportForm({ owners, formId, result }: Props) {
  const field = { ...plainField('file'), errors: result?.error ? [result.error] : [] }
  return (
    <Form method="post" encType="multipart/form-data" className="sl-stack">
      <input type="hidden" name="id" value={formId} />
      <SelectField
        field={plainField('ownerId', { value: result?.ownerId ?? owners[0]?.id ?? null })}
        label={m.paths_copy_owner()}
        help={m.paths_copy_owner_help()}
        options={owners.map(({ id, name, language }) => ({ value: id, label: name, lang: language }))}
      />
      <FieldFrame field={field} label={m.paths_field_file()} help={m.paths_import_file_help()}>
        <input
          type="file"
          id="file"
          name="file"
          required
          accept=".json,application/json"
          className="sl-path-file"
          aria-describedby={result?.error ? 'file-help file-error' : 'file-help'}
          aria-invalid={result?.error ? true : undefined}
        />
      </FieldFrame>
      <div>
        <SubmitButton>{m.paths_import_do()}</SubmitButton>
      </div>
    </Form>
  )
}
