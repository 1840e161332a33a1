// An education lead brings a resource person and a manager together, and sees who has said yes.
import { Link, Form as PlainForm } from '@remix-run/react'
import { peopleOptions } from '#app/features/identity/ui/people-options.ts'
import { sortByName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import {
  Card,
  Form,
  HiddenField,
  Notice,
  Page,
  PageHead,
  plainField,
  Section,
  SelectField,
  SubmitButton,
  useSlForm,
} from '#app/ui/index.ts'
import type { Colleague } from '../../queries/pairs.server.ts'
import type { BroughtTogether } from '../../queries/together.server.ts'

type Unit = { id: string; name: string; language: string }
type Props = {
  units: Unit[]
  unit: Unit | null
  people: Colleague[]
  paths: { id: string; title: string }[]
  mine: BroughtTogether[]
  pairId: string
  result: unknown
}

export function Together({ units, unit, people, paths, mine, pairId, result }: Props) {
  return (
    <Page width="form">
      <PageHead
        title={m.pairs_together_title()}
        lead={m.pairs_together_lead()}
        crumbs={[{ to: '/pairs', label: m.pairs_list_title() }, { label: m.pairs_together_title() }]}
      />
      {units.length > 1 ? (
        <PlainForm method="get" className="sl-form">
          <SelectField
            field={plainField('unit', { value: unit?.id ?? null })}
            label={m.pairs_unit()}
            options={sortByName(units, (one) => one.name).map(({ id, name, language }) => ({
              value: id,
              label: name,
              lang: language,
            }))}
          />
          <div>
            <SubmitButton variant="secondary">{m.pairs_together_show()}</SubmitButton>
          </div>
        </PlainForm>
      ) : null}
      {unit && people.length > 1 ? <AskBoth key={unit.id} {...{ unit, people, paths, pairId, result }} /> : null}
      {unit && people.length < 2 ? (
        <Notice>
          <p>{m.pairs_together_none()}</p>
          <p>
            <Link to={`/units/${unit.id}/people`}>{m.pairs_start_people()}</Link>
          </p>
        </Notice>
      ) : null}
      {mine.length > 0 ? <Mine mine={mine} /> : null}
    </Page>
  )
}

type Fields = { id: string; unitId: string; pathId: string; resourcePersonId: string; leaderId: string }

function AskBoth({
  unit,
  people,
  paths,
  pairId,
  result,
}: Pick<Props, 'people' | 'paths' | 'pairId' | 'result'> & { unit: Unit }) {
  const [form, fields] = useSlForm<Fields>(result, { id: 'together', defaultValue: { id: pairId, pathId: paths[0]?.id } })
  return (
    <Form form={form}>
      <h2 lang={unit.language}>{unit.name}</h2>
      <HiddenField field={fields.id} />
      <HiddenField field={fields.unitId} value={unit.id} />
      <SelectField
        field={fields.pathId}
        label={m.pairs_together_path()}
        options={paths.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField
        field={fields.resourcePersonId}
        label={m.pairs_together_resource()}
        empty={m.pairs_start_choose()}
        options={peopleOptions(people)}
      />
      <SelectField
        field={fields.leaderId}
        label={m.pairs_together_leader()}
        empty={m.pairs_start_choose()}
        options={peopleOptions(people)}
      />
      <div>
        <SubmitButton>{m.pairs_together_ask()}</SubmitButton>
      </div>
    </Form>
  )
}

function Mine({ mine }: Pick<Props, 'mine'>) {
  return (
    <Section id="mine" title={m.pairs_together_mine()}>
      <div className="sl-stack">
        {mine.map(({ id, path, unit, resourcePerson, leader }) => (
          <Card key={id}>
            <p className="sl-meta">
              {path} · <span lang={unit.language}>{unit.name}</span>
            </p>
            <ul className="sl-list">
              {[resourcePerson, leader].map(({ name, answer }) => (
                <li key={name}>{answers[answer]({ name })}</li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Section>
  )
}

const answers = { yes: m.pairs_together_yes, waiting: m.pairs_together_waiting, over: m.pairs_together_no }

/** On the page of a unit, for those who lead its education. */
export function TogetherLink({ unitId }: { unitId: string }) {
  return (
    <p>
      <Link to={`/pairs/together?unit=${unitId}`}>{m.pairs_together_link()}</Link>
    </p>
  )
}
