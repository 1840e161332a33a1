// Taking a walk along to another unit: when one's own has closed, or one changes work.
import { m } from '#app/paraglide/messages.js'
import { Form, Notice, Page, PageHead, RadioField, useSlForm } from '#app/ui/index.ts'
import type { Home } from '../queries/move.server.ts'
import type { PairBrief } from '../queries/walk.server.ts'
import { SaveOrBack } from './SaveOrBack.tsx'
import { otherName, pairCrumb } from './words.ts'

export function MovePair({ pair, homes, result }: { pair: PairBrief; homes: readonly Home[]; result: unknown }) {
  const [form, fields] = useSlForm<{ unitId: string }>(result, { id: 'unit' })
  return (
    <Page width="form">
      <PageHead title={m.pairs_move()} lead={m.pairs_move_lead()} crumbs={[pairCrumb(pair), { label: m.pairs_move() }]} />
      {homes.length === 0 ? (
        <Notice>{m.pairs_move_none()}</Notice>
      ) : (
        <Form form={form}>
          <RadioField
            field={fields.unitId}
            label={m.pairs_move_to()}
            choices={homes.map(({ id, name, both }) => ({
              value: id,
              label: both || !pair.leader ? name : m.pairs_move_alone({ unit: name, name: otherName(pair) }),
            }))}
          />
          <SaveOrBack pairId={pair.id}>{m.pairs_move_save()}</SaveOrBack>
        </Form>
      )}
    </Page>
  )
}
