// On the indicator's page: where the count comes from.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'

export function RegisterOrigin() {
  return (
    <p>
      <Link to="/training">{m.training_steps_title()}</Link>
    </p>
  )
}
