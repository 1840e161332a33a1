// What those who look after a unit can do from its page.
import { Form, Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { AskFirst, Section, SubmitButton } from '#app/ui/index.ts'
import type { Unit, UnitPage } from '../queries/unit.server.ts'

export function UnitActions({ unit, can }: { unit: Unit; can: UnitPage['can'] }) {
  const own = `/units/${unit.id}`
  const links = [
    { shown: can.edit, to: `${own}/edit`, label: m.units_edit() },
    { shown: can.edit, to: `${own}/closed-periods`, label: m.units_periods_edit() },
    { shown: can.seeMembers, to: `${own}/people`, label: m.units_people() },
    { shown: can.createBelow, to: `/units/new?below=${unit.id}`, label: m.units_create_below() },
    { shown: can.close, to: `${own}/move`, label: m.units_move() },
  ].filter((link) => link.shown)
  if (links.length === 0) return null
  return (
    <Section id="manage" title={m.units_manage()}>
      <ul className="sl-list">
        {links.map((link) => (
          <li key={link.to}>
            <Link to={link.to}>{link.label}</Link>
          </li>
        ))}
      </ul>
      {can.close ? <Closing unit={unit} /> : null}
    </Section>
  )
}

function Closing({ unit }: { unit: Unit }) {
  if (unit.closedAt) {
    return (
      <Form method="post" action={`/units/${unit.id}/reopening`}>
        <SubmitButton variant="secondary">{m.units_reopen()}</SubmitButton>
      </Form>
    )
  }
  return <AskFirst title={m.units_close()} text={m.units_close_help()} action={`/units/${unit.id}/closure`} />
}
