// Choosing whom to walk with: when a pair begins, and when another manager takes over.
import { Link } from '@remix-run/react'
import { peopleOptions } from '#app/features/identity/ui/people-options.ts'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { m } from '#app/paraglide/messages.js'
import {
  Form,
  HiddenField,
  Notice,
  Page,
  PageHead,
  RadioField,
  SelectField,
  SubmitButton,
  TabSwitch,
  useSlForm,
} from '#app/ui/index.ts'
import type { Colleague } from '../../queries/pairs.server.ts'
import { SaveOrBack } from '../SaveOrBack.tsx'
import { pairAddress } from '../words.ts'

type Place = { unit: { id: string; name: string; language: string }; colleagues: Colleague[] }
type StartProps = {
  path: { id: string; title: string }
  units: { id: string; name: string }[]
  /** Null for somebody without a role at any unit. */
  place: Place | null
  pairId: string
  result: unknown
}

export function StartPair({ path, units, place, pairId, result }: StartProps) {
  const here = addressOf(path.id, 'start')
  return (
    <Page width="form">
      <PageHead
        title={m.pairs_start_title()}
        lead={m.pairs_start_lead()}
        crumbs={[{ to: addressOf(path.id), label: path.title }, { label: m.pairs_start_title() }]}
      />
      {units.length > 1 ? (
        <TabSwitch
          label={m.pairs_which_unit()}
          items={units.map((unit) => ({
            to: `${here}?unit=${unit.id}`,
            label: unit.name,
            current: unit.id === place?.unit.id,
          }))}
        />
      ) : null}
      {place ? (
        <StartForm key={place.unit.id} place={place} pairId={pairId} result={result} />
      ) : (
        <Notice>{m.pairs_start_no_unit()}</Notice>
      )}
      {place ? (
        <p>
          <Link to={`/pairs/invitation?path=${path.id}&unit=${place.unit.id}`}>{m.pairs_invite_link()}</Link>
        </p>
      ) : null}
    </Page>
  )
}

function StartForm({ place: { unit, colleagues }, pairId, result }: { place: Place; pairId: string; result: unknown }) {
  const [form, fields] = useSlForm<{ id: string; unitId: string; as: string; colleagueId: string }>(result, {
    id: 'start',
    defaultValue: { id: pairId, unitId: unit.id },
  })
  if (colleagues.length === 0) return <NobodyYet unitId={unit.id} />
  return (
    <Form form={form}>
      <h2 lang={unit.language}>{unit.name}</h2>
      <HiddenField field={fields.id} />
      <HiddenField field={fields.unitId} value={unit.id} />
      <RadioField
        field={fields.as}
        label={m.pairs_start_as()}
        choices={[
          { value: 'resource_person', label: m.pairs_start_as_resource_person() },
          { value: 'leader', label: m.pairs_start_as_leader() },
        ]}
      />
      <SelectField
        field={fields.colleagueId}
        label={m.pairs_start_colleague()}
        help={m.pairs_start_colleague_help()}
        empty={m.pairs_start_choose()}
        options={peopleOptions(colleagues)}
      />
      <p className="sl-meta">
        <Link to={`/units/${unit.id}/people`}>{m.pairs_start_people()}</Link>
      </p>
      <div>
        <SubmitButton>{m.pairs_start_send()}</SubmitButton>
      </div>
    </Form>
  )
}

function NobodyYet({ unitId }: { unitId: string }) {
  return (
    <Notice>
      <p>{m.pairs_start_no_colleagues()}</p>
      <p>
        <Link to={`/units/${unitId}/people`}>{m.pairs_start_people()}</Link>
      </p>
    </Notice>
  )
}

type LeaderProps = { pair: { id: string; title: string }; unitId: string; colleagues: Colleague[]; result: unknown }

export function AnotherLeader({ pair, unitId, colleagues, result }: LeaderProps) {
  const [form, fields] = useSlForm<{ colleagueId: string }>(result)
  return (
    <Page width="form">
      <PageHead
        title={m.pairs_leader_change()}
        lead={m.pairs_leader_change_text()}
        crumbs={[{ to: pairAddress(pair.id), label: pair.title }, { label: m.pairs_leader_change() }]}
      />
      {colleagues.length === 0 ? (
        <NobodyYet unitId={unitId} />
      ) : (
        <Form form={form}>
          <SelectField
            field={fields.colleagueId}
            label={m.pairs_leader_new()}
            help={m.pairs_start_colleague_help()}
            empty={m.pairs_start_choose()}
            options={peopleOptions(colleagues)}
          />
          <SaveOrBack pairId={pair.id}>{m.pairs_leader_ask()}</SaveOrBack>
        </Form>
      )}
    </Page>
  )
}
