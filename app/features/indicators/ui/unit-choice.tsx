import { Form } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Card, plainField, SelectField, SubmitButton } from '#app/ui/index.ts'
import type { Surroundings } from '../queries.server.ts'

type Props = { around: Surroundings; sets?: { id: string; title: string }[]; set?: string }

/** Which unit, and on the goal tree which goals. A plain GET form: the choice is in the address. */
export function UnitChoice({ around, sets, set }: Props) {
  return (
    <Card tone="quiet">
      <Form method="get" className="sl-choose" aria-label={m.indicators_choose()}>
        {sets ? (
          <SelectField
            field={plainField('set', { value: set ?? null })}
            label={m.indicators_choose_set()}
            options={sets.map(({ id, title }) => ({ value: id, label: title }))}
          />
        ) : null}
        <SelectField
          key={around.unit.id}
          field={plainField('unit', { value: around.unit.id })}
          label={m.indicators_choose_unit()}
          options={unitOptions(around)}
        />
        <SubmitButton variant="secondary">{m.indicators_show()}</SubmitButton>
      </Form>
    </Card>
  )
}

/** The tree around the unit, indented, then the reader's other units. */
function unitOptions({ lineage, below, homes }: Surroundings) {
  const tree = [
    ...lineage.map((place, depth) => ({ value: place.id, label: indent(place.name, depth) })),
    ...below.map((place) => ({ value: place.id, label: indent(place.name, lineage.length) })),
  ]
  const known = new Set(tree.map((option) => option.value))
  return [...tree, ...homes.filter((home) => !known.has(home.id)).map((home) => ({ value: home.id, label: home.name }))]
}

function indent(name: string, depth: number): string {
  return `${'\u2003'.repeat(depth)}${name}`
}
