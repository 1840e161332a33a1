import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'

/** On the unit's own page, for those who may see what it reaches. */
export function UnitWalksLink({ unitId }: { unitId: string }) {
  return (
    <p>
      <Link to={`/units/${unitId}/pairs`}>{m.pairs_unit_link()}</Link>
    </p>
  )
}
