// The way from a unit's page to what has been taught there.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Section } from '#app/ui/index.ts'

export function UnitTeaching({ unitId }: { unitId: string }) {
  return (
    <Section id="taught" title={m.teaching_unit_title()}>
      <p>
        <Link to={`/units/${unitId}/teaching`}>{m.teaching_unit_link()}</Link>
      </p>
      <p className="sl-meta">{m.teaching_unit_link_text()}</p>
    </Section>
  )
}
