import type { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { Form, SelectField, SubmitButton, useSlForm } from '#app/ui/index.ts'
import type { TreeUnit } from '../queries/tree.server.ts'
import type { Unit } from '../queries/unit.server.ts'
import { isCycle, type moveInput } from '../rules.ts'
import { unitOptions } from './unit-options.ts'

/** Chooses the unit above; the unit itself and what lies below it are not offered. */
export function MoveForm({ result, unit, units }: { result: unknown; unit: Unit; units: readonly TreeUnit[] }) {
  const [form, fields] = useSlForm<z.input<typeof moveInput>>(result, {
    id: 'move',
    defaultValue: { parentId: unit.parentId ?? '' },
  })
  const others = units.filter((each) => each.closedAt === null && !isCycle(unit.id, each.lineage))
  return (
    <Form form={form}>
      <SelectField field={fields.parentId} label={m.units_move_to()} options={unitOptions(others)} empty={m.units_move_top()} />
      <div>
        <SubmitButton>{m.units_move()}</SubmitButton>
      </div>
    </Form>
  )
}
