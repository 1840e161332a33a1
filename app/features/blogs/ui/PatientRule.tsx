// Before a field: the rule. After a refused form: what was found, and the writer's own confirmation.
import { ShieldIcon } from '@navikt/aksel-icons'
import { m } from '#app/paraglide/messages.js'
import { type Field, FieldsetFrame } from '#app/ui/index.ts'
import { keyOf, unconfirmed, type Warning } from '../guard.ts'
import { warningName } from './words.ts'

export function PatientRule() {
  return (
    <div className="sl-card sl-card--quiet sl-patient-rule">
      <ShieldIcon aria-hidden />
      <div>
        <p>
          <strong>{m.blogs_patient_rule_title()}</strong>
        </p>
        <p>{m.blogs_patient_rule()}</p>
      </div>
    </div>
  )
}

/**
 * What may point out a patient in `text`, with the box to tick. `before`: warnings confirmed at an earlier publishing.
 * Shows nothing but a hidden field when there is nothing to ask.
 */
export function ConfirmPatients({ field, text, before = [] }: { field: Field; text: string; before?: readonly string[] }) {
  const warnings = unconfirmed(text, before)
  return (
    <>
      {before.length > 0 ? <input type="hidden" name={field.name} value={before.join('\n')} /> : null}
      {warnings.length > 0 ? <Confirmation field={field} warnings={warnings} /> : null}
    </>
  )
}

function Confirmation({ field, warnings }: { field: Field; warnings: readonly Warning[] }) {
  return (
    <div className="sl-card sl-patient-check">
      <FieldsetFrame field={field} label={m.blogs_confirm_title()} help={m.blogs_confirm_lead()}>
        <ul>
          {warnings.map((warning) => (
            <li key={keyOf(warning)}>
              {warningName(warning)}: <q>{warning.found}</q>
            </li>
          ))}
        </ul>
        <label className="sl-choice">
          <input type="checkbox" name={field.name} value={warnings.map(keyOf).join('\n')} />
          <span>{m.blogs_confirm()}</span>
        </label>
      </FieldsetFrame>
    </div>
  )
}
