// The ways to the register and the steps from pages of other rooms.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Section } from '#app/ui/index.ts'

/** On the unit's page: its register for those who may open it, and for all who see its results who is counted. */
export function RegisterLink({ unitId, readsRegister }: { unitId: string; readsRegister: boolean }) {
  return (
    <Section id="training" title={m.training_section()}>
      <ul className="sl-list">
        {readsRegister ? (
          <li>
            <Link to={`/units/${unitId}/training`}>{m.training_register_title()}</Link>
          </li>
        ) : null}
        <li>
          <Link to={`/units/${unitId}/training/counting`}>{m.training_counting_title()}</Link>
        </li>
        <li>
          <Link to="/training">{m.training_steps_title()}</Link>
        </li>
      </ul>
    </Section>
  )
}

/** On the indicator's page: where the count comes from. */
export function RegisterOrigin({ unitId, readsRegister }: { unitId: string; readsRegister: boolean }) {
  return (
    <section className="sl-stack-s" aria-labelledby="origin">
      <h2 id="origin" className="sl-hidden">
        {m.training_register_title()}
      </h2>
      <p>{m.training_origin()}</p>
      <p className="sl-row">
        {readsRegister ? <Link to={`/units/${unitId}/training`}>{m.training_register_title()}</Link> : null}
        <Link to={`/units/${unitId}/training/counting`}>{m.training_counting_title()}</Link>
        <Link to="/training">{m.training_steps_title()}</Link>
      </p>
    </section>
  )
}
