// The learning groups one is in or is asked to, and making a new one.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import {
  ButtonLink,
  EmptyState,
  Form,
  HiddenField,
  Page,
  PageHead,
  SelectField,
  SubmitButton,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'

type Group = {
  id: string
  name: string
  language: string
  unit: { name: string; language: string }
  asked: boolean
  members: number
}

export function MyGroups({ groups, canMake }: { groups: readonly Group[]; canMake: boolean }) {
  return (
    <Page width="read">
      <PageHead
        title={m.pairs_groups()}
        lead={m.pairs_groups_lead()}
        crumbs={[{ to: '/pairs', label: m.pairs_list_title() }, { label: m.pairs_groups() }]}
      />
      {groups.length === 0 ? (
        <EmptyState id="none" title={m.pairs_groups_none()}>
          <p>{m.pairs_groups_none_text()}</p>
        </EmptyState>
      ) : null}
      <ul className="sl-list sl-stack">
        {groups.map((group) => (
          <li key={group.id}>
            <Link to={`/groups/${group.id}`} lang={group.language}>
              {group.name}
            </Link>{' '}
            <span className="sl-meta">
              <span lang={group.unit.language}>{group.unit.name}</span> ·{' '}
              {group.asked ? m.pairs_group_asked() : m.pairs_group_count({ count: group.members })}
            </span>
          </li>
        ))}
      </ul>
      {canMake ? (
        <p>
          <ButtonLink to="/groups/new" variant="secondary">
            {m.pairs_group_make()}
          </ButtonLink>
        </p>
      ) : null}
    </Page>
  )
}

type Named = { id: string; name: string }
type NewProps = { groupId: string; units: readonly Named[]; paths: readonly Named[]; result: unknown }

export function NewGroup({ groupId, units, paths, result }: NewProps) {
  const [form, fields] = useSlForm<{ id: string; unitId: string; pathId: string; name: string }>(result, {
    id: 'group',
    defaultValue: { id: groupId, unitId: units[0]?.id ?? '', pathId: paths[0]?.id ?? '' },
  })
  const options = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Page width="form">
      <PageHead
        title={m.pairs_group_make()}
        lead={m.pairs_group_make_lead()}
        crumbs={[{ to: '/groups', label: m.pairs_groups() }, { label: m.pairs_group_make() }]}
      />
      <Form form={form}>
        <HiddenField field={fields.id} />
        <TextField field={fields.name} label={m.pairs_group_name()} maxLength={120} />
        <SelectField
          field={fields.unitId}
          label={m.pairs_which_unit()}
          help={m.pairs_group_unit_help()}
          options={options(units)}
        />
        <SelectField field={fields.pathId} label={m.pairs_group_path()} options={options(paths)} />
        <div>
          <SubmitButton>{m.pairs_group_make()}</SubmitButton>
        </div>
      </Form>
    </Page>
  )
}
